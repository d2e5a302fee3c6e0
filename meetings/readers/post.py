"""The reader of an old post given as plain text."""

from dataclasses import replace

from meetings import prose
from meetings.record import DirectiveRecord, SessionRecord

from . import law, source
from .clip import Paragraph
from .layout import Layout, lay_out
from .page import Frame, Page, frame, take_apart
from .reading import Doubt, Part, Reading
from .rules import attendance, directives
from .rules.attendance import People


def read(text: str) -> Reading:
    """The session a post tells of. Raises UnreadablePost, and nothing else, where the text is no such post."""
    text = source.bounded(text)
    page = take_apart(text)
    known = frame(page)
    found = _with_rows(page, known)
    if not law.holds(found.record, page.words):
        found = _as_typed(page, known)
    return Reading(
        record=found.record,
        parts=tuple(sorted(found.parts, key=lambda part: (part.start, -part.end, part.field))),
        doubts=tuple(map(Doubt, dict.fromkeys(found.doubts))),
        text=text,
        body=page.words,
    )


def _with_rows(page: Page, known: Frame) -> Frame:
    """The article with its people and directives as rows, and its prose where it belongs."""
    layout = lay_out(page.body)
    layout.settle()
    people = _people(layout, known.record)
    rows, row_parts = _directives(layout)
    record = replace(
        known.record,
        opening=_lines(layout.opening),
        attendance=_lines(layout.attendance),
        assessment=_lines(layout.assessment),
        directives_intro=_lines(layout.intro),
        closing=_lines(layout.closing),
        attendees=people.attendees,
        directives=rows,
    )
    parts = [each.clip.part(field) for field, place in layout.prose() for each in place]
    return Frame(
        _composed(record),
        [*known.parts, *parts, *people.parts, *row_parts],
        [*known.doubts, *people.doubts, *layout.doubts],
    )


def _people(layout: Layout, record: SessionRecord) -> People:
    """The rows of who attended; none where the post leaves no place for the sentence that they compose."""
    people = attendance.read(layout.about_people(), record.council)
    if not people.attendees:
        return replace(people, doubts=(*people.doubts, "Không thấy thành phần dự họp."))
    if layout.attendance or layout.borrow_attendance():
        return people
    return People(doubts=("Thành phần dự họp không có đoạn riêng; đã giữ nguyên câu chữ, chưa tách từng dòng.",))


def _directives(layout: Layout) -> tuple[tuple[DirectiveRecord, ...], list[Part]]:
    rows: list[DirectiveRecord] = []
    parts: list[Part] = []
    for index, paragraph in enumerate(layout.directives):
        found = directives.read(paragraph, len(rows))
        if not found:
            layout.close(index, "đoạn này không kết thúc bằng dấu chấm câu")
            break
        rows += found.directives
        parts += found.parts
        layout.doubts += found.doubts
    if not rows:
        layout.doubts.append("Không thấy nội dung chỉ đạo nào; các đoạn được giữ nguyên câu chữ.")
    return tuple(rows), parts


def _lines(place: list[Paragraph]) -> str:
    return "\n".join(each.words for each in place)


def _composed(record: SessionRecord) -> SessionRecord:
    """The record with a sentence left blank where prose composes it, word for word, from the rows."""
    if prose.opening(blank := replace(record, opening="")) == record.opening:
        record = blank
    if prose.attendance(blank := replace(record, attendance="")) == record.attendance:
        record = blank
    return record


def _as_typed(page: Page, known: Frame) -> Frame:
    """The whole article in one place, for a post whose rows would not give its words back."""
    record = replace(known.record, opening="\n".join(page.words))
    parts = [each.clip.part("opening") for each in page.body]
    doubt = "Chưa tách được bài thành các phần mà không làm đổi câu chữ; đã giữ nguyên cả bài trong phần mở đầu."
    return Frame(record, [*known.parts, *parts], [*known.doubts, doubt])
