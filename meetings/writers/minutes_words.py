"""The words of the minutes as they follow from a record, before any layout."""

from dataclasses import dataclass

from .. import prose
from ..record import AgendaItemRecord, AttendeeRecord, DirectiveRecord, Presence, Role, SessionRecord
from ..vietnamese import date_words, fold, list_letter, paragraphs, two_digits, upper_first

READ_BACK = "Biên bản đã được đọc lại, các thành viên dự họp nhất trí thông qua."
"""What the signers vouch for. Of a session known from an old post alone nobody can say it."""

_STOPS = (".", ";", ":", "!", "?", "…")
_LONG_LINE = 52
"""Letters of 14 pt bold that one line of the text block is sure to hold."""


def title(record: SessionRecord) -> str:
    return f"Biên bản {prose.session_name(record)} của {record.council.committee_name}"


def abstract(record: SessionRecord) -> list[str]:
    """What the minutes are of, broken where the sense breaks: the session, whose it is; if long, of what place."""
    whose, place = f"của {record.council.committee_full_name}", f" {record.council.locality}"
    lines = [upper_first(prose.session_name(record)), whose]
    if len(whose) > _LONG_LINE and len(place) > 1 and whose.endswith(place):
        lines[1:] = [whose.removesuffix(place), place.strip()]
    return lines


def acting(record: SessionRecord, role: Role) -> list[AttendeeRecord]:
    """Who presided, or took the minutes: those of the role who are recorded as having come."""
    return [each for each in record.attending(role) if each.presence.attended]


def named(people: list[AttendeeRecord]) -> str:
    """ "Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận."; blank where nobody is recorded."""
    words = "; ".join(prose.person(each) if each.name else f"đồng chí {each.position}" for each in people)
    return closed(upper_first(words)) if words else ""


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
    came = [each for each in record.attendees if each.presence.attended]
    missed = [each for each in record.attendees if each.presence.missed]
    parts = [Roll("Có mặt", two_digits(count.present) if count else "", total, _rows(came))]
    if missed or not count:
        parts.append(Roll("Vắng mặt", two_digits(count.absent) if count else "", total, _rows(missed)))
    return parts


def not_recorded(record: SessionRecord) -> list[str]:
    """The rows of which nobody wrote down whether they came: never counted, never left out."""
    return _rows([each for each in record.attendees if each.presence is Presence.UNKNOWN])


def _rows(attendees: list[AttendeeRecord]) -> list[str]:
    return listed([_row(each) for each in attendees])


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


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda item: "a) Trình bày: …", then the lines that follow it."""

    first: str
    lines: list[str]
    is_list: bool = False


def points(item: AgendaItemRecord) -> list[Point]:
    """What was put before the session, what was said, what was concluded: only what there is, lettered in order."""
    found = [
        (label, lines)
        for label, lines in (
            ("Trình bày" if item.presenter else "Nội dung", paragraphs(prose.presentation(item))),
            ("Ý kiến", [line.removeprefix("- ") for line in paragraphs(item.opinions)]),
            ("Kết luận", paragraphs(item.conclusion)),
        )
        if lines
    ]
    return [_point(f"{list_letter(place)}) {label}:", lines) for place, (label, lines) in enumerate(found)]


def _point(head: str, lines: list[str]) -> Point:
    lines = [closed(line) for line in lines]
    if head.endswith("Ý kiến:") and len(lines) > 1:
        return Point(head, lines, is_list=True)
    return Point(f"{head} {lines[0]}", lines[1:])


def details(directive: DirectiveRecord) -> list[str]:
    """Who leads, who helps and by when, as far as it is recorded."""
    separator = "; " if any("," in name for name in directive.coordinators) else ", "
    due = directive.due_text or (date_words(directive.due_on) if directive.due_on else "")
    lines = (
        ("Cơ quan chủ trì", directive.lead),
        ("Cơ quan phối hợp", separator.join(directive.coordinators)),
        ("Thời hạn", ", ".join(filter(None, (due, directive.recurrence)))),
    )
    return listed([f"{label}: {words}" for label, words in lines if words])


def parts_have_own(task: prose.Task) -> bool:
    """Whether a task under this one names a unit or a date of its own: what is common then goes before them all."""
    return any(details(part.directive) for part in task.tasks)


def closing(record: SessionRecord) -> list[str]:
    told = record.from_old_post or "doc lai" in fold(record.closing)
    return paragraphs(record.closing) + ([] if told else [READ_BACK])


def recipients(record: SessionRecord) -> list[str]:
    usual = (record.council.committee_name, "Các thành phần dự họp", "Lưu: VT, Hồ sơ phiên họp")
    return listed(list(record.council.recipients or usual))


def listed(rows: list[str]) -> list[str]:
    """Rows of a list, closed by ";" and the last one by "."."""
    return [closed(row, "." if place == len(rows) else ";") for place, row in enumerate(rows, start=1)]


def closed(words: str, stop: str = ".") -> str:
    return words if words.endswith(_STOPS) else words + stop
