"""Reads the line under the title: the time of the post and its views."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from meetings.vietnamese import LOCAL_ZONE, squeeze

from ..grammar import days
from ..grammar.rule import rule
from ..grammar.vocabulary import CAPITALISED
from ..reading import Part
from ..text_span import Clip, Paragraph
from .posting import HOUR, VIEWS, clock, count

_OPENS = rule(
    r"\(?(?:ngày ?:|ngày (?:đăng|gửi|viết|tạo|phát hành)(?: tin| bài)?|đăng(?: tin| bài)? (?:ngày|lúc|vào)"
    r"|thời gian đăng|(?:ngày |lần |đã )?cập nhật(?: cuối)?(?: ngày| lúc)?"
    r"|ngày xuất bản|xuất bản|đã đăng|published|updated)\b",
    re.IGNORECASE,
)
_MARKS = rule(
    r"[|,;:()\[\]•·–/-]|\b(?:ngày|lúc|vào|GMT ?\+ ?0?7(?::00)?|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)",
    re.IGNORECASE,
)
_AUTHOR = rule(r"\b(?:tác giả|người (?:đăng|viết)|nguồn|đăng bởi|bài viết) ?: ?[^|]{2,60}", re.IGNORECASE)
_PORTAL = rule(
    r"^\((?:cổng|theo|báo|trang|đài)[^()]{2,60}\) ?|(?:chuyên mục|danh mục|mục)(?: tin)? ?: ?[^|:]*?(?= ngày\b|["
    r"|]|$)|[0-9]+ bình (?:chọn|luận)"
    r"|(?:nghe|đọc)(?: đọc)? (?:bài|tin)\b.*|chia sẻ\b.*|(?:xem (?:với )?)?cỡ chữ\b[^|]*?(?=lượt|\||$)|in (?:bài"
    r"|trang)\b.*|▶.*",
    re.IGNORECASE,
)
"""The source of the post ("(Cổng TTĐT quận)"), its section and the buttons of the portal."""
_MOST_LEFT = 60
_LONGEST = 200
_PLACE_AND_DAY = rule(r"(?!thứ |chủ nhật)[^,|0-9]{2,40}, ngày ", re.IGNORECASE)
"""That of a letterhead: "Hương Trạch, ngày 04 tháng 3 năm 2014"."""
_SEGMENTS = rule(r" ?[|•·] ?| [-–] ")
"""Between the parts of a line of the portal."""
_PLACE = rule(rf"{CAPITALISED}(?: {CAPITALISED}){{0,3}}")
"""That the news is from: "Hải Trung, 28/11/2024 16:05"."""
_ON_PAPER = rule(r".{0,80}cộng hòa xã hội chủ nghĩa việt nam", re.IGNORECASE)
"""The head of a paper that somebody copied whole: it was never posted with a day of its own."""
_STANDS_WITHIN = 12


@dataclass(frozen=True, slots=True)
class DateLine:
    """The values of the date line; `paragraphs` are its one or two lines, which are no part of the article."""

    posted_at: datetime | None = None
    views: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    author: Clip | None = None
    """The author with the words before: "Tác giả: Hải Yến"."""
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def find(paragraphs: tuple[Paragraph, ...]) -> DateLine:
    """The first date line near the top, else one at the end that says it is one; the views may be on a line of their
    own."""
    near = [line for line in paragraphs[:_STANDS_WITHIN] if is_dateline(line.words)]
    foot = [line for line in paragraphs[-_STANDS_WITHIN:] if _OPENS.match(line.words) and is_dateline(line.words)]
    viewed_in = next(
        (line for line in (*near[:1], *paragraphs[:_STANDS_WITHIN], *paragraphs[::-1]) if _is_views(line)), None
    )
    line = next(iter((*near, *foot)), None)
    views, viewed, unviewed = _viewed(viewed_in.clip) if viewed_in else (0, [], [])
    if line is None:
        alone = (viewed_in,) if viewed_in else ()
        framing = tuple(each.clip.part("dateline") for each in alone)
        doubt = "Không thấy dòng ngày đăng; ngày giờ đăng để trống."
        missed = () if any(_ON_PAPER.match(each.words) for each in paragraphs[:_STANDS_WITHIN]) else (doubt,)
        return DateLine(views=views, paragraphs=alone, parts=(*framing, *viewed), doubts=(*missed, *unviewed))
    posted_at, parts, doubts = _posted(line.clip)
    lines = (line, viewed_in) if viewed_in and viewed_in is not line else (line,)
    if (left := _leftover(line.words)) and any(map(str.isalnum, left)) and not _SEGMENTS.search(line.words):
        doubts.append(f"Chưa dùng đến các chữ “{left}” ở dòng {line.clip.quoted}.")
    author = _AUTHOR.search(line.words)
    return DateLine(
        posted_at,
        views,
        lines,
        line.clip.cut(*author.span()) if author else None,
        (*(each.clip.part("dateline") for each in lines), *parts, *viewed),
        (*doubts, *unviewed),
    )


def _is_views(line: Paragraph) -> bool:
    """Whether a line says how often the post was read, and nothing else or the day besides."""
    return (
        len(line.words) <= _LONGEST
        and bool(VIEWS.search(line.words))
        and (is_dateline(line.words) or not _leftover(line.words))
    )


def is_dateline(words: str) -> bool:
    """Whether a line is the day of the post, with the hour, the views or parts of the portal beside it."""
    if len(words) > _LONGEST or words.endswith((".", ";", ":")) or _PLACE_AND_DAY.match(words):
        return False
    if not days.find(words):
        return bool(_OPENS.match(words)) and len(_leftover(words)) <= _MOST_LEFT
    if _leftover(words) == "" or (_OPENS.match(words) and len(_leftover(words)) <= _MOST_LEFT):
        return True
    if (HOUR.search(words) or VIEWS.search(words)) and _PLACE.fullmatch(_leftover(words)):
        return True
    segments = [segment for segment in _SEGMENTS.split(words) if segment.strip()]
    return len(segments) > 1 and any(days.find(segment) and not _leftover(segment) for segment in segments)


def _leftover(words: str) -> str:
    """The words of the line without the day, the hour, the views and the words that lead them in."""
    words = _PORTAL.sub(" ", words)
    words = _OPENS.sub(" ", words, count=1)
    for day in days.find(words)[:1]:
        words = words[: day.start] + " | " + words[day.end :]
    words = _AUTHOR.sub(" ", VIEWS.sub(" ", words, count=1))
    return squeeze(_MARKS.sub(" ", HOUR.sub(" ", words, count=1)))


def _posted(clip: Clip) -> tuple[datetime | None, list[Part], list[str]]:
    day = next(iter(days.find(clip.words)), None)
    if not day or not day.value:
        return None, [], [f"Không đọc được ngày đăng ở dòng {clip.quoted}; ngày giờ đăng để trống."]
    hour = HOUR.search(clip.words)
    at = clock(hour) if hour else None
    if not hour or not at:
        part = clip.cut(day.start, day.end).part("posted_at", sure=False)
        doubts = [f"Không đọc được giờ đăng ở dòng {clip.quoted}; tạm ghi 00 giờ 00 phút."] if hour else []
        return datetime.combine(day.value, time(), tzinfo=LOCAL_ZONE), [part], doubts
    part = clip.cut(min(day.start, hour.start()), max(day.end, hour.end())).part("posted_at")
    return datetime.combine(day.value, at, tzinfo=LOCAL_ZONE), [part], []


def _viewed(clip: Clip) -> tuple[int, list[Part], list[str]]:
    match = VIEWS.search(clip.words)
    if not match:
        return 0, [], []
    if (number := count(match)) is None:
        return 0, [], [f"Số lượt xem ở dòng {clip.quoted} lớn quá mức; tạm ghi 0."]
    return number, [clip.cut(*match.span(match.lastgroup or 0)).part("imported_views")], []
