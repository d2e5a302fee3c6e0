"""Days written in a post: "05/01/2021", "5-1-2021", "05 tháng 01 năm 2021"."""

import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(
    r"(?<![0-9/])(?:"
    r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?((?:19|20)[0-9]{2})"
    r"|([0-9]{1,2}) tháng ([0-9]{1,2})(?: năm |/)((?:19|20)[0-9]{2})"
    r")(?![0-9])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\btháng ([0-9]{1,2})(?: năm | ?[/-] ?|\.)((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written from `start` to `end`; `value` is None where the calendar has no such day."""

    value: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Month:
    year: int
    month: int
    start: int
    end: int


def find(words: str) -> tuple[Day, ...]:
    return tuple(_day(match) for match in _DAY.finditer(words))


def _day(match: re.Match[str]) -> Day:
    day, month, year = (int(each) for each in match.groups() if each)
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    return Day(value, *match.span())


def find_month(words: str) -> Month | None:
    """The first month with its year."""
    for match in _MONTH.finditer(words):
        month, year = map(int, match.groups())
        if 1 <= month <= 12:
            return Month(year, month, *match.span())
    return None
