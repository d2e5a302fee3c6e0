"""Days as people write them, in text that is folded: "5/1/2021", "05-01-2021", "ngay 05 thang 01 nam 2021"."""

import re
from collections.abc import Iterator
from datetime import date

_OFFICIAL = (
    re.compile(
        r"(?<![0-9])(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})\s*[/.-]\s*(?P<year>[0-9]{4})(?![0-9])"
    ),
    re.compile(r"(?P<day>[0-9]{1,2})\s*thang\s*(?P<month>[0-9]{1,2})\s*,?\s*nam\s*(?P<year>[0-9]{4})(?![0-9])"),
)
_OF_MACHINES = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?![0-9])")
"""The number of a directive looks the same: "2021-01-1"."""


def days_in(folded: str) -> Iterator[date]:
    """Every day that the text names as the office writes them."""
    found = (match for pattern in _OFFICIAL for match in pattern.finditer(folded))
    yield from filter(None, map(_day, found))


def day_in(folded: str) -> date | None:
    """The day that somebody typed; None where there is none."""
    for pattern in (_OFFICIAL[0], _OF_MACHINES, _OFFICIAL[1]):
        if found := pattern.search(folded):
            return _day(found)
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
