"""The Vietnamese encodings from before Unicode, and their conversion."""

import re
from collections.abc import Callable
from dataclasses import dataclass

# TCVN 5712:1993, VN3: 67 small letters and 7 capitals; capitals with a tone are small letters in a font ending in H.
_TCVN3_BYTES = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờở",
    0xEC: "ỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = {first + place: letter for first, row in _TCVN3_BYTES.items() for place, letter in enumerate(row)}
"""Byte (and the Latin letter of that number) → Vietnamese letter."""

# VNI for Windows: a letter and a mark behind it; a few letters of one byte.
_VNI_MARKS = {
    "a": "ùøûõïâáàåãäêéèúüë",
    "e": "ùøûõïâáàåãä",
    "o": "ùøûõïâáàåãä",
    "u": "ùøûõï",
    "y": "ùøûõ",
    "ô": "ùøûõï",
    "ö": "ùøûõï",
}
_VNI_LETTERS = {
    "a": "áàảãạâấầẩẫậăắằẳẵặ",
    "e": "éèẻẽẹêếềểễệ",
    "o": "óòỏõọôốồổỗộ",
    "u": "úùủũụ",
    "y": "ýỳỷỹ",
    "ô": "ớờởỡợ",
    "ö": "ứừửữự",
}
VNI_ALONE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "í": "í", "ì": "ì"}
VNI_ALONE |= {low.upper(): letter.upper() for low, letter in VNI_ALONE.items()}
VNI_PAIRS = {
    base + mark: letter
    for base, marks in _VNI_MARKS.items()
    for mark, letter in zip(marks, _VNI_LETTERS[base], strict=True)
}
VNI_PAIRS |= {
    base.upper() + each: letter.upper()
    for pair, letter in list(VNI_PAIRS.items())
    for base, mark in [(pair[0], pair[1])]
    for each in (mark.upper(), mark)
}
_VNI = re.compile("|".join([*map(re.escape, VNI_PAIRS), f"[{''.join(VNI_ALONE)}]"]))
_VNI_ALL = VNI_PAIRS | VNI_ALONE

_CAPITAL, _SMALL = re.compile("[A-Z]"), re.compile("[a-z]")
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_WINDOWS = {
    code: bytes([code]).decode("cp1252") if code not in _UNDEFINED else chr(code) for code in range(0x80, 0xA0)
}
BYTES = {ord(letter): chr(code) for code, letter in _WINDOWS.items()}

UPPER_CASE_NOTE = (
    "Bảng mã TCVN3 (ABC) dùng chung mã cho chữ hoa và chữ thường có dấu (phông .VnTimeH): hãy soát lại chữ hoa."
)


def latin(data: bytes) -> str:
    """Each byte as the letter that an old Windows shows for it; it never fails."""
    return data.decode("latin-1").translate(_WINDOWS)


def from_tcvn3(text: str) -> str:
    """Words typed with a .Vn font. If all plain letters of a line or a word are capitals, so are the others."""
    converted = text.translate(TCVN3)
    if not _CAPITAL.search(text):
        return converted
    if _all_capitals(text, 4):
        return converted.upper()
    pairs = zip(converted.split(" "), text.split(" "), strict=True)
    return " ".join(word.upper() if _all_capitals(typed, 2) else word for word, typed in pairs)


def from_vni(text: str) -> str:
    return _VNI.sub(lambda letter: _VNI_ALL[letter[0]], text)


def _all_capitals(typed: str, fewest: int) -> bool:
    return not _SMALL.search(typed) and len(_CAPITAL.findall(typed)) >= fewest


@dataclass(frozen=True, slots=True, eq=False)
class Charset:
    name: str
    words: str
    """The name in a sentence to the clerk."""
    convert: Callable[[str], str]
    notes: tuple[str, ...] = ()


CHARSETS = (
    Charset("tcvn3", "TCVN3 (ABC)", from_tcvn3, (UPPER_CASE_NOTE,)),
    Charset("vni", "VNI", from_vni),
)


def named_in(notes: tuple[str, ...]) -> str:
    """The name of the charset that the notes say was converted; "" where none was."""
    return next((charset.name for charset in CHARSETS if any(charset.words in note for note in notes)), "")
