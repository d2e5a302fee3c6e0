"""The hour of a post and its views, as portals write them."""

import re
from datetime import time

from ..grammar.rule import rule

HOUR = rule(
    r"(?<![0-9:])([0-9]{1,2}) ?(?::|h|g|giờ) ?([0-9]{2})(?::[0-9]{2})?(?: phút\b)?(?![0-9:])(?: ?(AM|PM|SA|CH)\b)?",
    re.IGNORECASE,
)
_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+"
_READ = (
    r"(?:lượt|lần) (?:người )?(?:xem|đọc|truy cập|view)(?: tin| bài(?: viết)?)?|đã (?:xem|đọc)"
    r"|số (?:người )?(?:xem|đọc)|xem(?= ?:)|(?:page ?|post )?views?(?: count)?|hits"
)
VIEWS = rule(
    rf"(?:số |tổng (?:số )?)?(?:{_READ}) ?[:(]? ?(?P<behind>{_NUMBER})(?![0-9.,]*[0-9])\)?(?: (?:lần|lượt)\b)?"
    rf"|(?<![0-9.,])(?P<before>{_NUMBER}) (?:lượt (?:xem|đọc|truy cập|view)|(?:lần|người) (?:xem|đọc)|lần"
    rf"|views?)\b(?! ?[:(]? ?[0-9])",
    re.IGNORECASE,
)
_MOST_DIGITS = 9


def clock(hour: re.Match[str]) -> time | None:
    """The time in a match of HOUR: 13:18 for "01:18 PM" and "1:18 CH". None for a time that does not exist."""
    hours, half = int(hour[1]), (hour[3] or "").upper()
    if half in ("PM", "CH") and hours < 12:
        hours += 12
    if half in ("AM", "SA") and hours == 12:
        hours = 0
    return time(hours, int(hour[2])) if hours < 24 and int(hour[2]) < 60 else None


def count(views: re.Match[str]) -> int | None:
    """The number in a match of VIEWS; None where it is too large to be true."""
    digits = re.sub(r"[.,]", "", views[views.lastgroup or 0])
    return int(digits) if len(digits) <= _MOST_DIGITS else None
