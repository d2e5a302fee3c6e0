"""Finds days in words: "05/01/2021", "5-1-2021", "05 tháng 01 năm 2021"."""

import re
from dataclasses import dataclass
from datetime import date

from .rule import rule

_DAY = rule(
    r"(?<![0-9/])(?:([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?((?:19|20)[0-9]{2})"
    r"|([0-9]{1,2}) tháng ([0-9]{1,2})(?: năm |/|,? )((?:19|20)[0-9]{2}))(?![0-9])",
    re.IGNORECASE,
)
_MONTH = rule(r"\btháng ([0-9]{1,2})(?: năm | ?[/-] ?|\.)((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)
_SHORT = rule(
    r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|hôm|nay,?|qua,?|\(|và|vào|từ) ?([0-9]{1,2})"
    r"(?: ?[/-] ?|\.| tháng )([0-9]{1,2})(?![0-9]|[/.-][0-9]| năm [0-9]| ?%)",
    re.IGNORECASE,
)
_IN_WORDS = {
    **{"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9},
    **{"mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12},
}
_BARE_MONTH = rule(
    rf"\btháng (?:([0-9]{{1,2}})(?![0-9])|({'|'.join(_IN_WORDS)})(?! (?:năm )?(?:đầu|cuối|qua|tới|nay"
    rf"|liền)\b)(?!\w))",
    re.IGNORECASE,
)
_TWO_DAYS = rule(
    r"\bngày ([0-9]{1,2})(?: ?(?:và|,|-|–|đến) ?)[0-9]{1,2}(?=[/.-][0-9]{1,2}(?:[/.-][0-9]{4})?)", re.IGNORECASE
)
"""The first of two days: "trong hai ngày 30 và 31/01/2018"."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day written from `start` to `end`; `value` is None for a day that does not exist."""

    value: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Month:
    year: int
    month: int
    start: int
    end: int


def first_of_two(words: str) -> int | None:
    """The day of the month on which something of two days began; None where one day is named."""
    match = _TWO_DAYS.search(words)
    return int(match[1]) if match else None


def find(words: str) -> tuple[Day, ...]:
    return tuple(_day(match) for match in _DAY.finditer(words))


def _day(match: re.Match[str]) -> Day:
    day, month, year = (int(group) for group in match.groups() if group)
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    return Day(value, *match.span())


def find_month(words: str) -> Month | None:
    """The first month with a year."""
    for match in _MONTH.finditer(words):
        month, year = map(int, match.groups())
        if 1 <= month <= 12:
            return Month(year, month, *match.span())
    return None


def find_short(words: str) -> tuple[tuple[int, int, int, int], ...]:
    """Days without a year: day, month, start, end."""
    days = ((int(match[1]), int(match[2]), match.start(1), match.end(2)) for match in _SHORT.finditer(words))
    return tuple(day for day in days if 1 <= day[0] <= 31 and 1 <= day[1] <= 12)


def find_bare_month(words: str) -> tuple[int, int, int] | None:
    """The first month without a year: its number, start, end."""
    for match in _BARE_MONTH.finditer(words):
        month = int(match[1]) if match[1] else _IN_WORDS[match[2].lower()]
        if 1 <= month <= 12:
            return month, match.start(), match.end()
    return None


def of_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_before(day: int, month: int, latest: date) -> date | None:
    """The last such day that is not after `latest`."""
    this = of_year(latest.year, month, day)
    return this if this and this <= latest else of_year(latest.year - 1, month, day)


def next_after(day: int, month: int, earliest: date) -> date | None:
    """The next such day that is not before `earliest`."""
    this = of_year(earliest.year, month, day)
    return this if this and this >= earliest else of_year(earliest.year + 1, month, day)
