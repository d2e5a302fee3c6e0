"""The page taken apart: the lines around the article, the article's paragraphs, and what frames the record."""

from dataclasses import dataclass, field

from meetings.record import SessionRecord

from .clip import Paragraph, paragraphs
from .reading import Part
from .rules import dateline, heading, opening
from .rules.dateline import DateLine
from .rules.days import Day, Month
from .rules.heading import Heading
from .source import UnreadablePost


@dataclass(frozen=True, slots=True)
class Page:
    heading: Heading
    dateline: DateLine
    body: tuple[Paragraph, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(each.words for each in self.body)


@dataclass(slots=True)
class Frame:
    """What is known before the article is read: which session, when it was held, when it was posted."""

    record: SessionRecord
    parts: list[Part] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def take_apart(text: str) -> Page:
    lines = paragraphs(text)
    found = heading.find(lines)
    below = dateline.find(tuple(each for each in lines if each is not found.paragraph))
    body = tuple(each for each in lines if each is not found.paragraph and each not in below.paragraphs)
    if not body:
        raise UnreadablePost("chỉ thấy tiêu đề mà không thấy nội dung phiên họp: hãy chọn tệp có đủ cả bài đăng")
    return Page(found, below, body)


def frame(page: Page) -> Frame:
    about, below = page.heading, page.dateline
    held, held_parts = _held(page)
    month, month_parts, doubts = _month(page, held)
    held_on = held.value if held else None
    if not held_on:
        doubts.append("Không thấy ngày họp, hoặc lịch không có ngày ấy; ngày họp để trống.")
    elif below.posted_at and below.posted_at.date() < held_on:
        doubts.append("Ngày đăng đứng trước ngày họp; xin xem lại.")
    record = SessionRecord(
        council=about.council,
        kind=about.kind,
        expanded=about.expanded,
        year=month.year,
        month=month.month,
        ordinal=about.ordinal,
        title=about.paragraph.words,
        held_on=held_on,
        posted_at=below.posted_at,
        imported_views=below.views,
        from_old_post=True,
    )
    return Frame(record, [*about.parts, *below.parts, *held_parts, *month_parts], [*below.doubts, *doubts])


def _held(page: Page) -> tuple[Day | None, list[Part]]:
    for paragraph in page.body:
        if opening.opens(paragraph.words) and (found := opening.held_on(paragraph)):
            return found[0], [found[1]] if found[0].value else []
    return None, []


def _month(page: Page, held: Day | None) -> tuple[Month, list[Part], list[str]]:
    """The month in the title, else in the article; else that of the day it was held, which may be another."""
    told = next(filter(None, map(heading.month_in, page.body)), None)
    if named := page.heading.month:
        other = told and (told[0].year, told[0].month) != (named.year, named.month)
        return named, [], ["Tháng trong tiêu đề và tháng trong bài khác nhau; đã theo tiêu đề."] if other else []
    if told:
        return told[0], [told[1]], []
    if held and held.value:
        month = Month(held.value.year, held.value.month, held.start, held.end)
        return month, [], ["Không thấy tháng của phiên họp; tạm lấy tháng của ngày họp."]
    raise UnreadablePost(
        "không thấy tháng của phiên họp: hãy ghi tháng và năm trong tiêu đề, ví dụ “Phiên họp tháng 01 năm 2021 …”"
    )
