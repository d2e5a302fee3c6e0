"""Names of bodies that no longer exist and of acts out of force, where a paper speaks of them as of today.

The one list of them. A hint quotes the words, says where they stand and what came after; it never stops a paper. Few
false hints: a sentence that speaks of the past, or names a day before the end, is history and left alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .vietnamese import date_digits

DISTRICTS_END = date(2025, 7, 1)
"""No district-level units from this day: Luật Tổ chức chính quyền địa phương số 72/2025/QH15."""


@dataclass(frozen=True, slots=True)
class Outdated:
    pattern: re.Pattern[str]
    ended: date
    """The first day on which it was no more."""
    successor: str
    is_act: bool = False
    """An act is hinted at only where a paper rests on it."""


@dataclass(frozen=True, slots=True)
class Hint:
    words: str
    place: str
    """The first words of the paragraph that it stands in."""
    ended: date
    successor: str

    @property
    def sentence(self) -> str:
        return (
            f"“{self.words}” (ở đoạn “{self.place}”) không còn từ ngày {date_digits(self.ended)}. "
            f"Nay là: {self.successor}. Nếu đúng là nói về trước đây thì giữ nguyên"
        )


_DISTRICT = r"(?:[Qq]uận|[Hh]uyện|[Tt]hị xã|thành phố thuộc tỉnh)(?!\s+ủy)"
_COMMUNE = "HĐND, UBND xã, phường, đặc khu nơi có liên quan, hoặc cấp tỉnh, theo Luật số 72/2025/QH15"


def _body(names: str, place: str = _DISTRICT) -> re.Pattern[str]:
    return re.compile(rf"(?:{names})\s+{place}\b")


def _act(*names: str) -> re.Pattern[str]:
    return re.compile("|".join(names))


OUTDATED = (
    Outdated(
        _body(r"(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|UBND|HĐND|HĐND ?(?:&|và) ?UBND"), DISTRICTS_END, _COMMUNE
    ),
    Outdated(
        _body(r"(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|UBND|HĐND", r"thị trấn"),
        DISTRICTS_END,
        "HĐND, UBND xã hoặc phường nơi có liên quan; không còn thị trấn",
    ),
    Outdated(_body("Công an"), date(2025, 3, 1), "Công an xã, phường, đặc khu, hoặc Công an cấp tỉnh"),
    Outdated(
        _body(r"(?<!Văn )[Pp]hòng [A-ZĐÁÀÂÉÊÍÔƠÚƯÝ][^.,;:()“”\n]{1,60}?"),
        DISTRICTS_END,
        "phòng chuyên môn thuộc UBND xã, phường, đặc khu, hoặc sở thuộc UBND cấp tỉnh",
    ),
    Outdated(
        re.compile(r"\b(?:Quận ủy|Huyện ủy|Thị ủy|Quận uỷ|Huyện uỷ|Thị uỷ)\b"),
        DISTRICTS_END,
        "Đảng ủy xã, phường, đặc khu, hoặc cấp ủy cấp tỉnh",
    ),
    Outdated(_body("Tòa án nhân dân|Toà án nhân dân"), DISTRICTS_END, "Tòa án nhân dân khu vực"),
    Outdated(_body("Viện kiểm sát nhân dân"), DISTRICTS_END, "Viện kiểm sát nhân dân khu vực"),
    Outdated(
        _act(
            r"77/2015/QH13",
            r"47/2019/QH14",
            r"Luật Tổ chức chính quyền địa phương (?:ngày 19 tháng 6 )?năm 2015",
            r"Luật Tổ chức chính quyền địa phương ngày 19/0?6/2015",
        ),
        date(2025, 3, 1),
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",
        is_act=True,
    ),
    Outdated(
        _act(r"65/2025/QH15", r"Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025"),
        date(2025, 6, 16),
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",
        is_act=True,
    ),
    Outdated(
        _act(r"80/2015/QH13", r"63/2020/QH14"),
        date(2025, 4, 1),
        "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        is_act=True,
    ),
    Outdated(
        _act(r"110/2004/NĐ-CP", r"09/2010/NĐ-CP"),
        date(2020, 3, 5),
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
        is_act=True,
    ),
)

_RESTS_ON = re.compile(
    r"\b(?:căn cứ|theo (?:quy định|khoản|Điều|điểm)|thực hiện (?:quy định|Luật|Nghị định))\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:trước đây|trước khi|trước ngày|cũ|nguyên là|nguyên (?:chủ tịch|phó|trưởng)|hết hiệu lực|bị bãi bỏ|"
    r"thay thế|giải thể|kết thúc hoạt động|sáp nhập|bàn giao|chuyển giao|tiếp nhận|kế thừa|giai đoạn|nhiệm kỳ)\b",
    re.IGNORECASE,
)
_DAYS = (
    re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})"),
    re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)"),
)
_YEAR = re.compile(r"\b(?:năm|Năm) (\d{4})\b")
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|\n")
_OPENING_WORDS = 6
_IS_DISTRICT = re.compile(r"(?i)(?:quận|huyện|thị xã)\b")


def outdated(lines: Iterable[str], dated: date, *, locality: str = "") -> list[Hint]:
    """What in a paper of `dated` names what had ended by that day, each once. `locality` is that of the council: one
    of a district itself speaks of its own bodies and is not advised on them."""
    of_district = bool(_IS_DISTRICT.match(locality))
    known = [each for each in OUTDATED if each.ended <= dated and (each.is_act or not of_district)]
    found: dict[str, Hint] = {}
    for line in lines:
        words = line.split()
        place = " ".join(words[:_OPENING_WORDS]) + ("…" if len(words) > _OPENING_WORDS else "")
        for sentence in _SENTENCE.split(line):
            for each in known:
                for match in each.pattern.finditer(sentence) if _is_of_today(sentence, each) else ():
                    found.setdefault(match[0], Hint(match[0], place, each.ended, each.successor))
    return list(found.values())


def _is_of_today(sentence: str, what: Outdated) -> bool:
    if _PAST.search(sentence):
        return False
    if what.is_act:
        return bool(_RESTS_ON.search(sentence))
    return not any(day < what.ended for day in _days(sentence))


def _days(sentence: str) -> Iterable[date]:
    for pattern in _DAYS:
        for match in pattern.finditer(sentence):
            try:
                yield date(int(match[3]), int(match[2]), int(match[1]))
            except ValueError:
                continue
    yield from (date(int(match[1]), 12, 31) for match in _YEAR.finditer(sentence) if 1900 < int(match[1]) < 2025)
