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
    r"(?<![0-9:])([0-9]{1,2}) ?(?::|h|giờ) ?([0-9]{2})(?::[0-9]{2})?(?: phút\b)?(?![0-9:])(?: ?(AM|PM|SA|CH)\b)?",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"(?:(?:số )?lượt (?:xem|đọc|truy cập)|đã xem|số lần xem|lần (?:đọc"
    r"|xem)) ?:? ?([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)(?![0-9.,]*[0-9])(?: lần\b)?"
    r"|(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+) (?:lượt (?:xem|đọc|truy cập)|lần)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"[|,;:()•·–/-]|\b(?:ngày|lúc|vào|GMT ?\+ ?0?7(?::00)?|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"[|•·–-]? ?\b(?:tác giả|người (?:đăng|viết)|nguồn|đăng bởi|bài viết) ?: ?[^|]{2,60}", re.IGNORECASE
)
_PORTAL = re.compile(r"^\((?:cổng|theo|báo|trang|đài)[^()]{2,60}\) ?", re.IGNORECASE)
"""Where the post was taken from: "(Cổng TTĐT quận)"."""
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
    at = next((index for index, each in enumerate(paragraphs) if is_dateline(each.words)), None)
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


def is_dateline(words: str) -> bool:
    left = _leftover(words)
    return (left == "" and bool(days.find(words))) or (bool(_OPENS.match(words)) and len(left) <= _MOST_LEFT)


def _leftover(words: str) -> str:
    """The words of the line that are neither a day, an hour, the views nor what leads them in."""
    words = _PORTAL.sub(" ", words, count=1)
    words = _OPENS.sub(" ", words, count=1)
    for day in days.find(words)[:1]:
        words = words[: day.start] + " | " + words[day.end :]
    words = _AUTHOR.sub(" ", _VIEWS.sub(" ", words, count=1))
    return squeeze(_MARKS.sub(" ", _HOUR.sub(" ", words, count=1)))


def _posted(clip: Clip) -> tuple[datetime | None, list[Part], list[str]]:
    day = next(iter(days.find(clip.words)), None)
    if not day or not day.value:
        return None, [], [f"Không đọc được ngày đăng ở dòng {clip.quoted}; ngày giờ đăng để trống."]
    hour = _HOUR.search(clip.words)
    clock = _clock(hour) if hour else None
    if not hour or not clock:
        part = clip.cut(day.start, day.end).part("posted_at", sure=False)
        doubts = [f"Không đọc được giờ đăng ở dòng {clip.quoted}; tạm ghi 00 giờ 00 phút."] if hour else []
        return datetime.combine(day.value, time(), tzinfo=LOCAL_ZONE), [part], doubts
    part = clip.cut(min(day.start, hour.start()), max(day.end, hour.end())).part("posted_at")
    return datetime.combine(day.value, clock, tzinfo=LOCAL_ZONE), [part], []


def _clock(hour: re.Match[str]) -> time | None:
    hours, half = int(hour[1]), (hour[3] or "").upper()
    if half in ("PM", "CH") and hours < 12:
        hours += 12
    if half in ("AM", "SA") and hours == 12:
        hours = 0
    return time(hours, int(hour[2])) if hours < 24 and int(hour[2]) < 60 else None


def _viewed(clip: Clip) -> tuple[int, list[Part], list[str]]:
    match = _VIEWS.search(clip.words)
    if not match:
        return 0, [], []
    written = 1 if match[1] else 2
    digits = re.sub(r"[.,]", "", match[written])
    if len(digits) > _MOST_DIGITS:
        return 0, [], [f"Số lượt xem ở dòng {clip.quoted} lớn quá mức; tạm ghi 0."]
    return int(digits), [clip.cut(*match.span(written)).part("imported_views")], []
