"""The line under the title: when the post went out and how often it was read."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from meetings.vietnamese import LOCAL_ZONE, squeeze

from ..clip import Clip, Paragraph
from ..reading import Part
from . import days

_OPENS = re.compile(
    r"(?:ngày đăng(?: tin| bài)?|đăng (?:ngày|lúc)|thời gian đăng|(?:ngày )?cập nhật(?: ngày| lúc)?|ngày xuất bản)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![0-9:])([0-9]{1,2}) ?(?::|h|giờ) ?([0-9]{2})(?::[0-9]{2})?(?: phút\b)?(?![0-9:])", re.IGNORECASE
)
_VIEWS = re.compile(
    r"(?:số )?lượt (?:xem|đọc|truy cập) ?:? ?([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)(?![0-9.,]*[0-9])", re.IGNORECASE
)
_MARKS = re.compile(r"[|,;:()•·–-]|\b(?:ngày|lúc|vào)\b", re.IGNORECASE)
_MOST_DIGITS = 9
_MOST_LEFT = 60


@dataclass(frozen=True, slots=True)
class DateLine:
    """What one or two lines said; `paragraphs` are those lines, which are no part of the article."""

    posted_at: datetime | None = None
    views: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def find(paragraphs: tuple[Paragraph, ...]) -> DateLine:
    """The first date line; the views may stand on a line of their own under it."""
    at = next((index for index, each in enumerate(paragraphs) if _is_dateline(each.words)), None)
    if at is None:
        return DateLine(doubts=("Không thấy dòng ngày đăng; ngày giờ đăng để trống.",))
    line = paragraphs[at]
    posted_at, parts, doubts = _posted(line.clip)
    lines = [line]
    if not _VIEWS.search(line.words) and _VIEWS.fullmatch(
        "".join(each.words for each in paragraphs[at + 1 : at + 2])
    ):
        lines.append(paragraphs[at + 1])
    views, viewed, unviewed = _viewed(lines[-1].clip)
    if left := _leftover(line.words):
        doubts.append(f"Chưa dùng đến các chữ “{left}” ở dòng {line.clip.quoted}.")
    return DateLine(posted_at, views, tuple(lines), (*parts, *viewed), (*doubts, *unviewed))


def _is_dateline(words: str) -> bool:
    left = _leftover(words)
    return (left == "" and bool(days.find(words))) or (bool(_OPENS.match(words)) and len(left) <= _MOST_LEFT)


def _leftover(words: str) -> str:
    """The words of the line that are neither a day, an hour, the views nor what leads them in."""
    words = _OPENS.sub(" ", words, count=1)
    for day in days.find(words)[:1]:
        words = words[: day.start] + " | " + words[day.end :]
    words = _VIEWS.sub(" ", words, count=1)
    return squeeze(_MARKS.sub(" ", _HOUR.sub(" ", words, count=1)))


def _posted(clip: Clip) -> tuple[datetime | None, list[Part], list[str]]:
    day = next(iter(days.find(clip.words)), None)
    if not day or not day.value:
        return None, [], [f"Không đọc được ngày đăng ở dòng {clip.quoted}; ngày giờ đăng để trống."]
    hour = _HOUR.search(clip.words)
    if not hour or int(hour[1]) > 23 or int(hour[2]) > 59:
        doubt = f"Không thấy giờ đăng ở dòng {clip.quoted}; tạm ghi 00 giờ 00 phút."
        part = clip.cut(day.start, day.end).part("posted_at", sure=False)
        return datetime.combine(day.value, time(), tzinfo=LOCAL_ZONE), [part], [doubt]
    at = time(int(hour[1]), int(hour[2]))
    part = clip.cut(min(day.start, hour.start()), max(day.end, hour.end())).part("posted_at")
    return datetime.combine(day.value, at, tzinfo=LOCAL_ZONE), [part], []


def _viewed(clip: Clip) -> tuple[int, list[Part], list[str]]:
    match = _VIEWS.search(clip.words)
    if not match:
        return 0, [], []
    digits = re.sub(r"[.,]", "", match[1])
    if len(digits) > _MOST_DIGITS:
        return 0, [], [f"Số lượt xem ở dòng {clip.quoted} lớn quá mức; tạm ghi 0."]
    return int(digits), [clip.cut(*match.span(1)).part("imported_views")], []
