"""Who came and who did not, as the minutes tell it."""

from dataclasses import dataclass

from ... import prose
from ...record import AttendeeRecord, Presence, SessionRecord
from ...vietnamese import paragraphs, two_digits, upper_first
from .text import HOUR, Block, Look, Span, blank, block, bold, listed, paragraph, rows

_HEAD = "Thành phần tham dự:"


def attendance(record: SessionRecord) -> list[Block]:
    """The paragraphs of the attendance; as typed where there are no rows."""
    if not record.attendees and record.attendance:
        first, *others = paragraphs(record.attendance)
        return [paragraph(bold(_HEAD), f" {first}"), *map(paragraph, others)]
    blocks: list[Block] = []
    for roll in rolls(record):
        head = () if blocks else (bold(_HEAD), Span(" "))
        figures = (Span(f"{roll.count}/{roll.total}"),) if roll.total else (blank(HOUR), Span("/"), blank(HOUR))
        ends = " thành phần được mời, gồm:" if roll.rows else " thành phần được mời."
        look = Look.LEAD if roll.rows else Look.PARAGRAPH
        blocks += [block(look, *head, f"{roll.words} ", *figures, ends), *rows(roll.rows)]
    if unknown := not_recorded(record):
        blocks += [block(Look.LEAD, "Chưa ghi nhận có mặt hay vắng mặt, gồm:"), *rows(unknown)]
    return blocks


@dataclass(frozen=True, slots=True)
class Roll:
    """A part of the attendance: its words, how many of how many ("" where that is not known), and who."""

    words: str
    count: str
    total: str
    rows: list[str]


def rolls(record: SessionRecord) -> list[Roll]:
    """Who came, and who did not. Where the record cannot count them the figures are left to the hand."""
    count = prose.roll_call(record)
    total = two_digits(count.invited) if count else ""
    came = [attendee for attendee in record.attendees if attendee.presence.attended]
    missed = [attendee for attendee in record.attendees if attendee.presence.missed]
    parts = [Roll("Có mặt", two_digits(count.present) if count else "", total, _rows(came))]
    if missed or not count:
        parts.append(Roll("Vắng mặt", two_digits(count.absent) if count else "", total, _rows(missed)))
    return parts


def not_recorded(record: SessionRecord) -> list[str]:
    """The rows of which nobody wrote down whether they came: never counted, never left out."""
    return _rows([attendee for attendee in record.attendees if attendee.presence is Presence.UNKNOWN])


def _rows(attendees: list[AttendeeRecord]) -> list[str]:
    return listed([_row(attendee) for attendee in attendees])


def _row(attendee: AttendeeRecord) -> str:
    """ "Trưởng phòng Tài chính - Kế hoạch quận (có lý do: đi công tác)"."""
    notes = (
        f"{two_digits(attendee.headcount)} người" if attendee.headcount and not attendee.name else "",
        {Presence.ONLINE: "dự trực tuyến", Presence.LATE: "đến muộn"}.get(attendee.presence, ""),
        _reason(attendee),
        f"{attendee.delegate} dự thay" if attendee.delegate else "",
    )
    remark = "; ".join(filter(None, notes))
    words = upper_first(prose.person(attendee) or attendee.unit)
    return f"{words} ({remark})" if remark else words


def _reason(attendee: AttendeeRecord) -> str:
    if not attendee.presence.missed:
        return ""
    excused = "có lý do" if attendee.presence is Presence.EXCUSED else "lý do" if attendee.reason else ""
    return ": ".join(filter(None, (excused, attendee.reason)))
