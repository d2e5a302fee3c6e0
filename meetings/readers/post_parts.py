"""Splits a post into its title, its date line and its article, and reads the frame of the record."""

import re
from dataclasses import dataclass, field
from datetime import date

from meetings.record import SessionRecord

from .grammar import days
from .grammar.office import Office
from .post_text import UnreadablePost
from .reading import Part
from .rules import asides, dateline, heading_rules, opening, session_test
from .rules.dateline import DateLine
from .rules.heading_rules import Heading
from .rules.opening import Held
from .text_span import Clip, Paragraph, paragraphs

_LONGEST_ABOVE = 120
_FRAME_REACHES = 12
"""So many lines at either end of the article may be buttons of the portal."""
_MAY_BE_OF_THE_MONTH_BEFORE = 10
"""A session held in these first days may be that of the month before."""
_OPENING_REACHES = 4
"""The session is named in the first paragraphs; a later month is that of another session."""


@dataclass(frozen=True, slots=True)
class Page:
    heading: Heading
    dateline: DateLine
    body: tuple[Paragraph, ...]
    outside: tuple[Paragraph, ...] = ()
    """Lines of the portal, of a letterhead, of recipients: no part of the article."""

    @property
    def author(self) -> Clip | None:
        """The author in the date line, where the article does not name them; the article ends with these words."""
        author = self.dateline.author
        name = author.words.partition(":")[2].strip() if author else ""
        return None if any(name in paragraph.words for paragraph in self.body) else author

    @property
    def clips(self) -> tuple[Clip, ...]:
        """The article's paragraphs."""
        return (*(paragraph.clip for paragraph in self.body), *([self.author] if self.author else []))


@dataclass(slots=True)
class Frame:
    """The record before the article is read: the session, the day it was held, the day of the post."""

    record: SessionRecord
    parts: list[Part] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def take_apart(text: str, office: Office) -> Page:
    lines = paragraphs(text)
    heading = heading_rules.find(lines, office)
    below = dateline.find(tuple(line for line in lines if line not in heading.lines))
    outside = _outside(lines, heading)
    framing = (*heading.lines, *below.paragraphs, *outside)
    body = tuple(line for line in lines if line not in framing)
    if not body:
        raise UnreadablePost("chỉ thấy tiêu đề mà không thấy nội dung phiên họp: hãy chọn tệp có đủ cả bài đăng")
    _refuse_second_post(body)
    return Page(heading, below, body, outside)


def _outside(lines: tuple[Paragraph, ...], heading: Heading) -> tuple[Paragraph, ...]:
    """The lines that are no part of the article: those of the portal and of a letterhead, short ones above the title,
    and from the links, recipients or signatures at the end onward."""
    first = lines.index(heading.lines[0])
    above = [line for line in lines[:first] if len(line.words) <= _LONGEST_ABOVE and not line.words.endswith(".")]
    end = next(
        (
            at
            for at, line in enumerate(lines)
            if at > first + len(lines) // 3
            and (asides.begins_related(line.words) or asides.begins_recipients(line.words))
        ),
        len(lines),
    )
    near = (*range(first, min(first + _FRAME_REACHES, end)), *range(max(first, end - _FRAME_REACHES), end))
    return (*above, *(lines[at] for at in dict.fromkeys(near) if asides.is_outside(lines[at].words)), *lines[end:])


def _refuse_second_post(body: tuple[Paragraph, ...]) -> None:
    for line, below in zip(body[1:], body[2:], strict=False):
        titled = (
            session_test.names_session(line.words) and days.find_month(line.words) and line.words[-1] not in ".:;,"
        )
        if titled and dateline.is_dateline(below.words):
            raise UnreadablePost("tệp có hai bài đăng: hãy tách mỗi bài ra một tệp")


def frame(page: Page) -> Frame:
    about, below = page.heading, page.dateline
    held = opening.held(page.body)
    posted = below.posted_at.date() if below.posted_at else None
    (year, month), month_parts, doubts = _month(page, held, posted)
    held_on = _held_on(held, year, month, posted)
    held_parts = list(held.parts)
    if held_on and held.clip:
        held_parts.append(held.clip.part("held_on", sure=held.day is not None))
    if not held_on:
        doubts.append("Không thấy ngày họp, hoặc lịch không có ngày ấy; ngày họp để trống.")
    elif posted and posted < held_on:
        doubts.append("Ngày đăng đứng trước ngày họp; hãy xem lại.")
    record = SessionRecord(
        council=about.council,
        kind=about.kind,
        expanded=about.expanded,
        year=year,
        month=month,
        ordinal=about.ordinal,
        title=about.paragraph.words,
        held_on=held_on,
        starts_at=held.starts_at,
        venue=held.venue,
        posted_at=below.posted_at,
        imported_views=below.views,
        from_old_post=True,
    )
    outside = [line.clip.part("outside") for line in page.outside]
    parts = [*about.parts, *below.parts, *held_parts, *month_parts, *outside]
    return Frame(record, parts, [*about.doubts, *below.doubts, *doubts])


def _held_on(held: Held, year: int, month: int, posted: date | None) -> date | None:
    """The day held. A day without a year is the last such day before the post, else the one near the month."""
    if held.day or not held.short:
        return held.day
    if posted:
        return days.last_before(*held.short, posted)
    return days.of_year(year if held.short[1] >= month - 1 else year + 1, held.short[1], held.short[0])


def _month(page: Page, held: Held, posted: date | None) -> tuple[tuple[int, int], list[Part], list[str]]:
    """The month in the title, else in the article, else of the day held, which can be another month. A month without
    a year is the last such month before the day held or the day of the post."""
    written = next(filter(None, map(heading_rules.month_in, page.body[:_OPENING_REACHES])), None)
    if named := page.heading.month:
        other = written and (written[0].year, written[0].month) != (named.year, named.month)
        doubts = ["Tháng trong tiêu đề và tháng trong bài khác nhau; đã theo tiêu đề."] if other else []
        return (named.year, named.month), [], doubts
    if written and page.heading.bare_month in (None, written[0].month):
        return (written[0].year, written[0].month), [written[1]], []
    bare = page.heading.bare_month or next(
        filter(None, map(heading_rules.bare_month_in, page.body[:_OPENING_REACHES])), None
    )
    anchor = held.day or posted
    if not anchor and bare and (year := _only_year(page)):
        return (year, bare), [], ["Không thấy năm ở tên phiên họp; đã theo năm duy nhất nêu trong bài."]
    if bare and anchor:
        return (anchor.year if bare <= anchor.month else _nearest_year(bare, anchor), bare), [], []
    held_on = _held_on(held, anchor.year, anchor.month, posted) if anchor else None
    if held_on:
        doubt = "Không thấy tháng của phiên họp; tạm lấy tháng của ngày họp."
        return (held_on.year, held_on.month), [], [doubt] if held_on.day <= _MAY_BE_OF_THE_MONTH_BEFORE else []
    raise UnreadablePost(
        "không thấy tháng của phiên họp: hãy ghi tháng và năm trong tiêu đề, ví dụ “Phiên họp tháng 01 năm 2021 …”"
    )


def _nearest_year(month: int, anchor: date) -> int:
    """A session may be held shortly before its month, so that only a month far ahead is of the year before."""
    return anchor.year if month - anchor.month <= 1 else anchor.year - 1


_YEAR = re.compile(r"(?<![0-9–-] )(?<![0-9/–-])\b(20[0-9]{2})\b(?! ?[-–])")
"""A year that is no end of a term: "nhiệm kỳ 2021 - 2026"."""


def _only_year(page: Page) -> int | None:
    years = {int(year) for line in page.body for year in _YEAR.findall(line.words)}
    years |= {day.value.year for line in page.body for day in days.find(line.words) if day.value}
    return years.pop() if len(years) == 1 else None
