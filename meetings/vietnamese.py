"""Vietnamese text: one normal form, folding for search, slugs, and dates and hours as the office writes them."""

import re
import unicodedata
from datetime import date, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from .look_alikes import mended

LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
"""Every lower-case letter of the Vietnamese alphabet with every tone, NFC."""

LIST_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points a), b), c), d), đ) … in official papers (no f, j, w, z)."""

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def tidy(text: str) -> str:
    """Text as the record keeps it: NFC, Vietnamese letters for their look-alikes, plain spaces, "\\n" line ends,
    nothing invisible, no blank ends."""
    text = mended(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def paragraphs(text: str) -> list[str]:
    """The non-blank lines of `text`, each with single spaces."""
    return [squeezed for line in tidy(text).split("\n") if (squeezed := squeeze(line))]


def squeeze(text: str) -> str:
    """`text` on one line, with single spaces."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """`text` for search and comparison: lower case, no accents, đ as d, single spaces.

    >>> fold("Trần Quyết  THẮNG, Đống Đa")
    'tran quyet thang, dong da'
    """
    decomposed = unicodedata.normalize("NFKD", mended(text).casefold().replace("đ", "d"))
    return squeeze("".join(ch for ch in decomposed if not unicodedata.combining(ch)))


_WORD = re.compile(r"[^\W_]+")
_MARKS = {mark: str(code) for code, mark in enumerate("\u0300\u0301\u0309\u0303\u0323\u0302\u0306\u031b", start=1)}
"""The combining marks of Vietnamese (huyền, sắc, hỏi, ngã, nặng, mũ, trăng, râu), each as a digit."""


def search_words(text: str) -> list[tuple[str, str]]:
    """Each word of `text` as the index knows it: folded, and spelled with its marks as digits behind it. Both hold
    a-z and 0-9 alone; where the tone stands does not matter.

    >>> search_words("Hoà giải, hòa giải: ĐƯỜNG")
    [('hoa', 'hoa1'), ('giai', 'giai3'), ('hoa', 'hoa1'), ('giai', 'giai3'), ('duong', 'duong1889')]
    """
    words = (_known(word) for word in _WORD.findall(mended(text)))
    return [(folded, spelled) for folded, spelled in words if folded]


@lru_cache(maxsize=2**13)
def _known(word: str) -> tuple[str, str]:
    folded = _ascii(fold(word))
    return folded, folded + _marks_of(word)


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text)


def _marks_of(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(sorted("9" if ch == "đ" else _MARKS.get(ch, "") for ch in decomposed))


def slugify(text: str) -> str:
    """An address part: folded letters and digits joined by "-".

    >>> slugify("Ban Kinh tế - Xã hội, quận Đống Đa")
    'ban-kinh-te-xa-hoi-quan-dong-da'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


_ORDER = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
"""In the order of a dictionary: huyền, hỏi, ngã, sắc, nặng."""


Key = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@lru_cache(maxsize=2**13)
def sort_key(text: str) -> Key:
    """By which names stand in the order of a Vietnamese dictionary: word by word, the letters before the tones.

    >>> sorted(["Đống Đa", "Hà Đông", "Hai Bà Trưng", "Dương Nội", "Hạ Bằng"], key=sort_key)
    ['Dương Nội', 'Đống Đa', 'Hà Đông', 'Hạ Bằng', 'Hai Bà Trưng']
    """
    return tuple(_word_key(word) for word in squeeze(text).casefold().split())


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    marks = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    return tuple(_ORDER.get(letter, -1) for letter in letters), tuple(
        _TONES[mark] for mark in marks if mark in _TONES
    )


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def join_words(items: list[str] | tuple[str, ...]) -> str:
    """Items as a list in a sentence: "a", "a và b", "a, b và c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"


def two_digits(number: int) -> str:
    return f"{number:02d}"


def month_words(month: int) -> str:
    """1 and 2 take a leading 0 (so that they cannot be made 11 and 12), 3 to 9 do not: ND30, Phụ lục I."""
    return two_digits(month) if month < 3 else str(month)


def month_and_year(year: int, month: int) -> str:
    """ "tháng 01 năm 2021", "tháng 7 năm 2019"."""
    return f"tháng {month_words(month)} năm {year}"


def date_words(day: date) -> str:
    """ "ngày 05 tháng 01 năm 2021", "ngày 05 tháng 3 năm 2020"."""
    return f"ngày {two_digits(day.day)} {month_and_year(day.year, day.month)}"


def date_digits(day: date) -> str:
    """ "05/01/2021"."""
    return day.strftime("%d/%m/%Y")


def hour_words(hour: time) -> str:
    """ "08 giờ 30 phút"."""
    return f"{two_digits(hour.hour)} giờ {two_digits(hour.minute)} phút"


def list_letter(position: int) -> str:
    """The letter of the point at `position`, from 0: a, b, c, d, đ, e … y, then aa, ab …"""
    rounds, letter = divmod(position, len(LIST_LETTERS))
    return (list_letter(rounds - 1) if rounds else "") + LIST_LETTERS[letter]


_HELD = re.compile(
    r"(?<=\bngày) (?=\d)|(?<=\bNgày) (?=\d)|(?<=\btháng) (?=\d)|(?<=\bTháng) (?=\d)|(?<=\bnăm) (?=\d{4})"
    r"|(?<=\d) (?=giờ\b)|(?<=\d) (?=phút\b)|(?<=\bĐiều) (?=\d)|(?<=\bTM\.) |(?<=\bKT\.) |(?<=\bTL\.) "
    r"|(?<=\bViệt) (?=Nam\b)|(?<=\bHĐND) (?=(?:quận|phường|xã)\b)| (?=- )"
)


def hold_together(text: str, *names: str) -> str:
    """`text` with no-break spaces where a line may not end: "ngày 05", "08 giờ", and inside each of `names`.

    For rendering only: the record keeps plain spaces.
    """
    for name in names:
        if name:
            text = text.replace(name, name.replace(" ", _NO_BREAK_SPACE))
    return _HELD.sub(_NO_BREAK_SPACE, text)
