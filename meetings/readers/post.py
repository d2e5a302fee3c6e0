"""Reads an old post in plain text."""

import re
from dataclasses import replace

from meetings import prose
from meetings.record import Role, SessionRecord

from . import checks, post_text, round_trip, zones
from .grammar import known_names
from .grammar.office import Office
from .post_parts import Frame, Page, frame, take_apart
from .reading import Doubt, Reading
from .rules import agenda_rules, attendance_rules, council_rules, directive_rules, table_rows
from .rules.attendance_rules import People
from .text_span import Clip
from .zones import Zones


def read(text: str, office: Office) -> Reading:
    with known_names.knowing(office.units):
        return _read(text, office)


def _read(text: str, office: Office) -> Reading:
    text = post_text.bounded(text)
    page = take_apart(text, office)
    known = frame(page)
    chairs = attendance_rules.chairs([paragraph.clip for paragraph in page.body], known.record.council)
    laid = zones.lay_out(page.clips, chairs, council_rules.kind_of(known.record.council))
    found = _with_rows(laid, known)
    if not round_trip.holds(found.record, _body(page, laid, known)):
        laid.without_rows()
        found = _with_rows(laid, known)
        found.doubts.append("Chưa tách được các chỉ đạo mà không làm đổi câu chữ; đã giữ nguyên trong phần kết.")
    if not round_trip.holds(found.record, _body(page, laid, known)):
        found = _as_typed(page, known)
    found.doubts += checks.doubts(found.record, page, laid, office)
    return Reading(
        record=found.record,
        parts=tuple(sorted(found.parts, key=lambda part: (part.start, -part.end, part.field))),
        doubts=tuple(_placed(doubt, text) for doubt in dict.fromkeys(found.doubts)),
        text=text,
        body=tuple(clip.words for clip in page.clips),
    )


_QUOTED = re.compile("“([^”…]{4,}?)(?: …)?”")


def _placed(doubt: str, text: str) -> Doubt:
    """The doubt with the place of the first words it quotes that the text has only once."""
    for words in _QUOTED.findall(doubt):
        if text.count(words) == 1:
            return Doubt(doubt, text.index(words), text.index(words) + len(words))
    return Doubt(doubt)


def _body(page: Page, laid: Zones, known: Frame) -> list[str]:
    """The article's words, without the list marks of the lines that became rows; the row of a table says its cells in
    a sentence."""
    marked = {id(line.clip.paragraph): line.clip.start for line in laid.directives if line.mark}
    tables = {
        id(line.clip.paragraph): table_rows.table_words(line, known.record.held_on)
        for line in laid.directives
        if line.cells is not None
    }
    return [tables.get(id(clip.paragraph), clip.words[marked.get(id(clip.paragraph), 0) :]) for clip in page.clips]


def _with_rows(laid: Zones, known: Frame) -> Frame:
    """The article with people, agenda and directives as rows, and the rest as prose."""
    people = attendance_rules.read(laid.before(), laid.closing, known.record.council)
    items, item_parts = agenda_rules.read([*laid.opening, *laid.attendance, *laid.assessment])
    rows = directive_rules.read(laid.directives, known.record.held_on)
    record = replace(
        known.record,
        opening=_lines(laid.opening),
        attendance=_lines(laid.attendance),
        assessment=_lines(laid.assessment),
        directives_intro=_lines(laid.intro),
        closing=_lines(laid.closing),
        attendees=people.attendees,
        agenda=items,
        directives=rows.directives,
    )
    parts = [clip.part(field) for field, clips in laid.prose() for clip in clips]
    parts += [aside.part("aside") for aside in laid.asides]
    doubts = [*known.doubts, *people.doubts, *_nobody(people), *laid.doubts, *rows.doubts]
    if not rows.directives:
        doubts.append("Không thấy nội dung chỉ đạo nào; các đoạn được giữ nguyên câu chữ.")
    return Frame(_composed(record), [*known.parts, *parts, *people.parts, *item_parts, *rows.parts], doubts)


def _nobody(people: People) -> list[str]:
    if not people.attendees:
        return ["Không thấy thành phần dự họp."]
    if not any(attendee.role is Role.CHAIR for attendee in people.attendees):
        return ["Không thấy người chủ trì phiên họp."]
    return []


def _lines(clips: list[Clip]) -> str:
    return "\n".join(clip.words for clip in clips)


def _composed(record: SessionRecord) -> SessionRecord:
    """The record with blank opening and attendance, if prose composes both word for word from the rows."""
    blank = replace(record, opening="", attendance="")
    if (prose.opening(blank), prose.attendance(blank)) == (record.opening, record.attendance):
        return blank if record.directives_intro or not record.directives else record
    return record


def _as_typed(page: Page, known: Frame) -> Frame:
    """The whole article as the opening, for a post whose rows do not give its words back."""
    record = replace(known.record, opening=_lines([*page.clips]))
    parts = [clip.part("opening") for clip in page.clips]
    doubt = "Chưa tách được bài thành các phần mà không làm đổi câu chữ; đã giữ nguyên cả bài trong phần mở đầu."
    return Frame(record, [*known.parts, *parts], [*known.doubts, doubt])
