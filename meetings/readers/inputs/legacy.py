"""Letters typed with the fonts of before Unicode (.VnTime, VNI-Times), which reach us as Latin ones, made Vietnamese.

Nothing is converted that reads as Vietnamese already: words are measured as they stand and as they would become.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .syllables import is_syllable

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

_SEPARATORS = r"\s!-/:-@\[-`{-~0-9–—“”‘’…\u00a0"
_TOKEN = re.compile(rf"[^{_SEPARATORS}]*[^\x00-\x7f{_SEPARATORS}][^{_SEPARATORS}]*")
_BEYOND_LATIN1 = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
_ABBREVIATION = re.compile("[A-ZĐƯƠĂÂÊÔ&]*Đ[A-ZĐƯƠĂÂÊÔ&]*")
_MISREAD = re.compile("á[º»]|Ã[\xa0-\xbf]|Ä[‘\x91\x90\u0090]|Æ[°¡ ]")
_FEWEST_MISREAD = 3
_FEWEST_IN_A_LINE = 3
_FEWEST_IN_A_TEXT = 2
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_WINDOWS = {
    code: bytes([code]).decode("cp1252") if code not in _UNDEFINED else chr(code) for code in range(0x80, 0xA0)
}
BYTES = {ord(letter): chr(code) for code, letter in _WINDOWS.items()}

UPPER_CASE_NOTE = (
    "Bảng mã TCVN3 (ABC) dùng chung mã cho chữ hoa và chữ thường có dấu (phông .VnTimeH): hãy soát lại chữ hoa."
)


def latin(data: bytes) -> str:
    """Each byte as the letter an old Windows shows for it; never fails."""
    return data.decode("latin-1").translate(_WINDOWS)


def from_tcvn3(text: str) -> str:
    """A line typed with a .Vn font; where every plain letter of it is a capital, all are."""
    converted = text.translate(TCVN3)
    if _all_capitals(text, 4):
        return converted.upper()
    return re.sub(r"\S+", lambda word: _as_typed(word[0], text[word.start() : word.end()]), converted)


def from_vni(text: str) -> str:
    return _VNI.sub(lambda letter: _VNI_ALL[letter[0]], text)


def _as_typed(word: str, typed: str) -> str:
    return word.upper() if _all_capitals(typed, 2) else word


def _all_capitals(typed: str, fewest: int) -> bool:
    plain = [each for each in typed if each.isascii() and each.isalpha()]
    return len(plain) >= fewest and all(map(str.isupper, plain))


@dataclass(frozen=True, slots=True)
class Charset:
    name: str
    words: str
    """As a sentence to the clerk calls it."""
    convert: Callable[[str], str]
    notes: tuple[str, ...] = ()


CHARSETS = (
    Charset("tcvn3", "TCVN3 (ABC)", from_tcvn3, (UPPER_CASE_NOTE,)),
    Charset("vni", "VNI", from_vni),
)


@dataclass(frozen=True, slots=True)
class Repaired:
    text: str
    charset: str = ""
    """The one most lines were in; "" where nothing was converted."""
    notes: tuple[str, ...] = ()


def spelling(text: str) -> tuple[int, int]:
    """How many of the words with letters beyond a-z are Vietnamese syllables, and how many are not ("HĐND" is
    neither)."""
    words = Counter(word for word in _TOKEN.findall(text) if not _ABBREVIATION.fullmatch(word))
    good = sum(count for word, count in words.items() if is_syllable(word))
    return good, words.total() - good


def change(text: str, charset: Charset) -> tuple[int, int]:
    """How many words become Vietnamese by conversion, and how many cease to be."""
    gained = lost = 0
    for word, count in Counter(_TOKEN.findall(text)).items():
        before, after = is_syllable(word), is_syllable(charset.convert(word))
        gained += count * (after and not before)
        lost += count * (before and not after)
    return gained, lost


def repair(text: str) -> Repaired:
    """`text` with the lines in TCVN3 or VNI made Unicode, each line on its own; the others stay as they are."""
    if text.isascii():
        return Repaired(text)
    text, reread = _reread(text)
    notes = ("Đã chữa chữ UTF-8 bị đọc nhầm bảng mã.",) if reread else ()
    lines = text.split("\n")
    doubtful = [place for place, line in enumerate(lines) if _has_strange_words(line)]
    if not doubtful:
        return Repaired(text, notes=notes)
    latin_only = "\n".join(line for line in lines if not _BEYOND_LATIN1.search(line))
    votes = {charset.name: change(latin_only, charset) for charset in CHARSETS}
    best = max(CHARSETS, key=lambda each: votes[each.name][0] - votes[each.name][1])
    gained, lost = votes[best.name]
    wholly = best if gained >= _FEWEST_IN_A_TEXT and gained >= 4 * lost else None
    return _by_line(lines, doubtful, wholly, notes)


def _by_line(lines: list[str], doubtful: list[int], wholly: Charset | None, notes: tuple[str, ...]) -> Repaired:
    changed: Counter[Charset] = Counter()
    for place in range(len(lines)) if wholly else doubtful:
        line = lines[place]
        for charset in [wholly] if wholly else CHARSETS:
            if (converted := _line(line, charset, sure=charset is wholly)) != line:
                lines[place] = converted
                changed[charset] += 1
                break
    text = "\n".join(lines)
    for charset, count in changed.most_common():
        kept = sum(1 for line in lines if not line.isascii()) - count
        if kept:
            said = f"Có {count} dòng theo bảng mã {charset.words} đã đổi sang Unicode; các dòng khác giữ nguyên."
        else:
            said = f"Đã đổi từ bảng mã {charset.words} sang Unicode."
        notes += (said, *charset.notes)
    main = max(changed, key=lambda each: changed[each], default=None)
    return Repaired(text, main.name if main else "", notes)


def _line(line: str, charset: Charset, *, sure: bool) -> str:
    if line.isascii():
        return line
    if _BEYOND_LATIN1.search(line):
        return _words(line, charset, sure=sure)
    gained, lost = change(line, charset)
    wanted = gained >= lost if sure else gained >= _FEWEST_IN_A_LINE and not lost
    return charset.convert(line) if wanted else line


def _words(line: str, charset: Charset, *, sure: bool) -> str:
    """A line that holds Unicode letters too: only the words that are none as they stand, and are when converted."""
    gained, _ = change(line, charset)
    if gained < (1 if sure else _FEWEST_IN_A_LINE):
        return line

    def word(found: re.Match[str]) -> str:
        converted = charset.convert(found[0])
        return converted if is_syllable(converted) and not is_syllable(found[0]) else found[0]

    return _TOKEN.sub(word, line)


def _has_strange_words(line: str) -> bool:
    """Words that are no syllables, though no letter of them is one of Unicode's Vietnamese letters."""
    return not line.isascii() and any(
        not is_syllable(word) and not _BEYOND_LATIN1.search(word) for word in _TOKEN.findall(line)
    )


def _reread(text: str) -> tuple[str, bool]:
    """UTF-8 that something read as Latin letters and wrote again ("PhiÃªn há»\x8dp"), read once more."""
    if len(_MISREAD.findall(text)) < _FEWEST_MISREAD:
        return text, False
    lines = text.split("\n")
    for place, line in enumerate(lines):
        try:
            lines[place] = line.translate(BYTES).encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
    reread = "\n".join(lines)
    return reread, reread != text
