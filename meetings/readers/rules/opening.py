"""Reads the opening: "Ngày 05/01/2021, Thường trực HĐND quận … tổ chức phiên họp tháng 01 năm 2021."."""

import re
from dataclasses import dataclass
from datetime import date, time

from ..grammar import days
from ..grammar.list_marks import sentences
from ..grammar.rule import rule
from ..grammar.vocabulary import SESSION
from ..reading import Part
from ..text_span import Clip, Paragraph
from . import session_test

_OPENS = rule(
    r"(?:(?:vừa qua|mới đây|thực hiện|theo)\b.{0,80}?, ?)?"
    r"(?:vào )?(?:hồi )?(?:[0-9]{1,2} ?(?:giờ|h) ?(?:[0-9]{2}(?: phút)?)?,? )?"
    r"(?:(?:buổi )?(?:sáng|trưa|chiều|tối)\b|ngày\b|hôm\b|thường trực\b|hđnd\b|tại (?!phiên|cuộc"
    r"|hội nghị)|dưới\b|trong (?:các )?ngày)",
    re.IGNORECASE,
)
_HELD = rule(r"\b(?:tổ chức|tiến hành|khai mạc|họp|diễn ra|bước vào)\b(?! tháng)", re.IGNORECASE)
_SAYS_WHEN = rule(
    r"\bphiên họp (?:được tổ chức|diễn ra|khai mạc|tiến hành|bắt đầu (?:lúc|vào|từ|hồi))"
    r"|^(?:\W*[0-9IVX]{0,3}[.)] ?)?(?:thời gian[^:]{0,20}:"
    r"|thời gian và|bắt đầu (?:lúc|vào|từ|hồi))",
    re.IGNORECASE,
)
_BEGAN = rule(r"\bphiên họp (?:được )?(?:bắt đầu|khai mạc) (?:lúc|vào|từ|hồi)\b", re.IGNORECASE)
_SOURCE = rule(r"\([^()]{1,40}\) ?[-–:]? ?|[A-ZĐ]{2,10} ?[-–] (?=[A-ZĐ])")
"""Who brought the news: "(HG) - Chiều 21/5, …"."""
_HOUR = rule(r"(?<![0-9:])([0-9]{1,2}) ?(?:giờ|h(?!\w*[a-zđ])|:)(?: ?([0-9]{2})(?: ?phút)?)?(?![0-9])", re.IGNORECASE)
_SAYS_WHERE = rule(r"\W*(?:thời gian|địa điểm)\b", re.IGNORECASE)
_PLACE = (
    r"(?:phòng|trụ sở|hội trường|nhà|trung tâm|ubnd|số [0-9]+|cơ quan|văn phòng|khu (?!dân cư|vực)|tầng|tòa"
    r"|trường|điểm|huyện ủy|quận ủy|thành ủy|khách sạn|đình|thư viện|công ty|xã|phường|thôn)"
)
_VENUE = rule(
    rf"(?:(?:\btại|\bở|\bđịa điểm ?:) (?={_PLACE}\b))(?P<venue>.+?)"
    r"(?=,? (?:thường trực (?:hđnd|hội đồng)|lúc|vào"
    r"|hđnd (?=[A-ZĐa-zđ])[^\s.,]+ (?=[A-ZĐ])[^.;:,]{0,30}tổ chức|đồng chí|các đồng chí|ông|bà|dưới"
    r"|do|đã|để|nhằm|diễn ra|với|có sự|bắt đầu|kết nối|kết hợp|nơi)\b| \((?:huyện|quận|tỉnh|thị xã)|[.;:]|$)",
    re.IGNORECASE,
)
_ONLINE_POINT = rule(r"\bđiểm cầu (?:chính |trung tâm )?$", re.IGNORECASE)
_DAY_STANDS_BEFORE = 160
_HOUR_STANDS_BEFORE = 260
_LONGEST_VENUE = 160


def opens(words: str) -> bool:
    """Whether a paragraph says that or when the session was held."""
    words = _SOURCE.sub("", words, count=1)
    if session_test.says_met(words) and (
        days.find(words[:_DAY_STANDS_BEFORE]) or days.find_short(words[:_DAY_STANDS_BEFORE])
    ):
        return True
    session = SESSION.search(words)
    if not session or not _OPENS.match(words):
        return False
    before = words[: session.end() if session.group().lower().startswith("họp") else session.start()]
    return bool(_HELD.search(before) or (days.find(before) and _HELD.search(words)))


@dataclass(frozen=True, slots=True)
class Held:
    """The day, the hour and the venue in the article."""

    day: date | None = None
    short: tuple[int, int] | None = None
    """Day and month of a day without a year."""
    starts_at: time | None = None
    venue: str = ""
    clip: Clip | None = None
    """The words of the day."""
    parts: tuple[Part, ...] = ()


def held(body: tuple[Paragraph, ...]) -> Held:
    """Reads the first sentence that says when the session was held, and the next one."""
    said = [sentence for paragraph in body[:6] for sentence in sentences(paragraph.clip)[:3]]
    says = [sentence for sentence in said if opens(sentence.words) or _SAYS_WHEN.search(sentence.words)]
    found = Held()
    for sentence in says or said[:1]:
        day, clip = _day(sentence)
        if clip:
            found = Held(
                day=day if isinstance(day, date) else None, short=day if isinstance(day, tuple) else None, clip=clip
            )
            break
    starts_at, venue, parts = None, "", []
    hours = (
        sentence for paragraph in body[:8] for sentence in sentences(paragraph.clip) if _BEGAN.search(sentence.words)
    )
    for sentence in [
        *says[:2],
        *hours,
        *(sentence for sentence in said[:8] if _SAYS_WHERE.match(sentence.words)),
    ]:
        if (
            starts_at is None
            and (sentence not in says[1:2] or _BEGAN.search(sentence.words))
            and (hour := _hour(sentence))
        ):
            starts_at = hour[0]
            parts.append(hour[1].part("starts_at"))
        if not venue and (place := _venue(sentence)):
            venue = place.words
            parts.append(place.part("venue"))
    return Held(found.day, found.short, starts_at, venue, found.clip, tuple(parts))


def _day(clip: Clip) -> tuple[date | tuple[int, int] | None, Clip | None]:
    full = next((day for day in days.find(clip.words) if day.value), None)
    if full and (first := days.first_of_two(clip.words)) and full.value:
        began = days.of_year(full.value.year, full.value.month, first)
        return began, clip.cut(full.start, full.end)
    short = next(iter(days.find_short(clip.words)), None)
    if full and full.start <= _DAY_STANDS_BEFORE and not (short and short[2] < full.start):
        return full.value, clip.cut(full.start, full.end)
    if short and short[2] <= _DAY_STANDS_BEFORE:
        return (short[0], short[1]), clip.cut(*short[2:])
    return None, None


def _hour(clip: Clip) -> tuple[time, Clip] | None:
    match = _HOUR.search(clip.words)
    if not match or match.start() > _HOUR_STANDS_BEFORE or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0)), clip.cut(*match.span())


def _venue(clip: Clip) -> Clip | None:
    match = _VENUE.search(clip.words)
    if not match or len(match["venue"]) > _LONGEST_VENUE:
        return None
    venue = clip.cut(*match.span("venue"))
    unopened = venue.words.find(")") if "(" not in venue.words else -1
    return venue.cut(0, unopened) if unopened > 0 else venue
