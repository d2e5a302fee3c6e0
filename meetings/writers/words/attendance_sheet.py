"""The sheet that is signed at the door (phiếu điểm danh): a line for each who is invited."""

from ... import prose
from ...paper_kinds.signing import acting
from ...record import AttendeeRecord, Role, SessionRecord
from ...vietnamese import squeeze, upper_first
from . import moments, paper_heading
from .place_capitals import with_place_capitals
from .text import LINE, Column, PaperText, Signature, Span, Table, blank, bold, closed, paragraph

KIND = "PHIẾU ĐIỂM DANH"
_COLUMNS = (
    Column("TT", 0.08, centred=True),
    Column("Họ và tên", 0.28),
    Column("Chức vụ, đơn vị", 0.4),
    Column("Ký tên", 0.24, centred=True),
)
_ROW_MM = 9.0
"""Room for a signature written by hand."""
_MOST_LINES = 100
"""The most lines of one group: a headcount typed by mistake must not print a book."""


def text(record: SessionRecord) -> PaperText:
    record = with_place_capitals(record, record.council)
    secretary = next((squeeze(attendee.name) for attendee in acting(record, Role.SECRETARY)), "")
    return PaperText(
        title=paper_heading.title("Phiếu điểm danh", record),
        letterhead=record.council.letterhead,
        number=None,
        kind=KIND,
        abstract=paper_heading.of_the_session(record),
        body=(
            paragraph(bold("Thời gian:"), " ", *moments.hour_and_day(record.starts_at, record.held_on), "."),
            paragraph(bold("Địa điểm:"), " ", Span(closed(record.venue)) if record.venue else blank(LINE)),
        ),
        table=Table(_COLUMNS, _lines(record.attendees), row_mm=_ROW_MM),
        signatures=(Signature(("THƯ KÝ",), secretary),),
        held=paper_heading.held(record, secretary),
    )


def _lines(attendees: tuple[AttendeeRecord, ...]) -> tuple[tuple[str, ...], ...]:
    people: list[tuple[str, str]] = []
    for attendee in attendees:
        seats = 1 if attendee.name else min(attendee.headcount or 1, _MOST_LINES)
        post = upper_first(attendee.position or attendee.unit or prose.person(attendee))
        people += [(squeeze(attendee.name), post)] * seats
    return tuple((str(place), name, post, "") for place, (name, post) in enumerate(people, start=1))
