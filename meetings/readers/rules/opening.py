"""The opening: "Ngày 05/01/2021, Thường trực HĐND quận … tổ chức phiên họp tháng 01 năm 2021."."""

import re

from ..clip import Paragraph
from ..reading import Part
from . import days

_SESSION = re.compile(r"\bphiên họp\b", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:(?:vừa qua|mới đây|thực hiện|theo)\b.{0,80}?, ?)?"
    r"(?:vào )?(?:hồi )?(?:[0-9]{1,2} ?(?:giờ|h) ?(?:[0-9]{2}(?: phút)?)?,? )?"
    r"(?:(?:buổi )?(?:sáng|chiều|tối)(?: nay)?,? )?(?:ngày\b|thường trực\b|tại\b|trong (?:các )?ngày)",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:tổ chức|tiến hành|khai mạc|họp|diễn ra)\b(?! tháng)", re.IGNORECASE)
_DAY_STANDS_BEFORE = 100


def opens(words: str) -> bool:
    """Whether a paragraph says when the session was held, or that it was."""
    session = _SESSION.search(words)
    if not session or not _OPENS.match(words):
        return False
    before = words[: session.start()]
    return bool(_HELD.search(before) or (days.find(before) and _HELD.search(words)))


def held_on(paragraph: Paragraph) -> tuple[days.Day, Part] | None:
    """The first day the opening names."""
    for day in days.find(paragraph.words)[:1]:
        if day.start <= _DAY_STANDS_BEFORE:
            return day, paragraph.clip.cut(day.start, day.end).part(
                "held_on", sure=len(days.find(paragraph.words)) == 1
            )
    return None
