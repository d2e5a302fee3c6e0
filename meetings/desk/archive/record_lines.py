"""The record of a post, line by line, as the review page shows it beside the post."""

from dataclasses import dataclass

from ... import prose
from ...directive_numbering import numbers_of
from ...record import Presence, Role
from ...vietnamese import LOCAL_ZONE, WEEKDAYS, date_digits

UNSAID = "bài không ghi"
NO_DIRECTIVES = "không thấy chỉ đạo nào"


@dataclass(frozen=True)
class Line:
    """One line of the record; `row` is its key, as post_filters.row_of gives it."""

    row: str
    words: str
    mark: str = ""
    notes: tuple = ()
    """(label, words): ("chủ trì", "Ban Pháp chế")."""
    letters: tuple = ()
    """The letters of the doubts about the line."""
    level: int = 0
    answered: bool = False
    """A clerk typed it."""
    missed: bool = False
    """What every session has and this post lacks."""


@dataclass(frozen=True)
class Group:
    name: str
    lines: tuple
    printed: bool = False
    """The lines are the post's own words, shown in the type of the papers."""


def groups(record, letters, answered=(), decided=str):
    """The groups of lines; a field that the post leaves out shows UNSAID. `answered` are the keys of typed lines;
    `decided(name)` is a unit's name with the decision about it."""

    def line(row, words, **more):
        return Line(row, words or UNSAID, letters=tuple(letters.get(row, ())), answered=row in answered, **more)

    months = f"{record.month:02d}/{record.year}, {record.kind.label.lower()}"
    months += ", mở rộng" if record.expanded else ""
    chairs = [line(f"attendees-{at}", prose.person(person)) for at, person in _people(record, chair=True)]
    others = [
        line(f"attendees-{at}", prose.person(person), mark=f"{place}.", notes=_attendee_notes(person))
        for place, (at, person) in enumerate(_people(record, chair=False), start=1)
    ]
    yield Group("Hội đồng", (line("council", record.council.committee_name),))
    yield Group("Thuộc tháng", (line("month", months),))
    yield Group("Ngày họp", (line("held_on", _day(record.held_on)),))
    yield Group("Đã đăng", (line("posted_at", _posted(record)),))
    yield Group("Giờ, địa điểm", (line("starts_at", _where(record)),))
    yield Group("Chủ trì", tuple(chairs) or (line("attendance", ""),))
    yield Group(f"Cùng dự, {len(others)} dòng" if others else "Cùng dự", tuple(others) or (line("attendance", ""),))
    for name, column in (("Mở đầu", "opening"), ("Câu nêu thành phần", "attendance"), ("Đánh giá", "assessment")):
        if words := getattr(record, column):
            yield Group(name, (line(column, words),), printed=True)
    yield from _agenda(record, line)
    if record.directives_intro:
        yield Group("Câu dẫn", (line("directives_intro", record.directives_intro),), printed=True)
    yield _directives(record, line, decided)
    if record.closing:
        yield Group("Lời kết", (line("closing", record.closing),), printed=True)


def _people(record, *, chair):
    return [(at, attendee) for at, attendee in enumerate(record.attendees) if (attendee.role is Role.CHAIR) is chair]


def _attendee_notes(row):
    notes = [("số người", str(row.headcount))] if row.headcount and row.headcount > 1 else []
    if row.presence.missed:
        notes.append(("vắng", row.reason or ("có lý do" if row.presence is Presence.EXCUSED else "")))
    return tuple(notes)


def _day(day):
    return f"{date_digits(day)} ({WEEKDAYS[day.weekday()]})" if day else ""


def _posted(record):
    at = f"{record.posted_at.astimezone(LOCAL_ZONE):%d/%m/%Y, %H:%M}" if record.posted_at else ""
    return " · ".join(filter(None, (at, f"{record.imported_views} lượt xem" if record.imported_views else "")))


def _where(record):
    hours = " – ".join(f"{hour:%H:%M}" for hour in (record.starts_at, record.ends_at) if hour)
    return ", ".join(filter(None, (hours, record.venue)))


def _agenda(record, line):
    if record.agenda:
        lines = (line(f"agenda-{at}", item.title, mark=f"{at + 1}.") for at, item in enumerate(record.agenda))
        yield Group(f"Nội dung, {len(record.agenda)} mục", tuple(lines))


def _directives(record, line, decided):
    lines = tuple(
        line(
            f"directives-{at}",
            ", ".join(filter(None, (directive.topic, directive.task))),
            mark=number,
            notes=_directive_notes(directive, decided),
            level=min(directive.level, 1),
        )
        for at, (directive, number) in enumerate(zip(record.directives, numbers_of(record.directives), strict=True))
    )
    if not lines:
        return Group("Chỉ đạo", (line("directives", NO_DIRECTIVES, missed=True),))
    return Group(f"Chỉ đạo, {len(lines)} việc", lines)


def _directive_notes(row, decided):
    due = " · ".join(filter(None, (date_digits(row.due_on) if row.due_on else "", row.due_text)))
    notes = (
        ("chủ trì", decided(row.lead)),
        ("phối hợp", ", ".join(map(decided, row.coordinators))),
        ("hạn", due),
        ("định kỳ", row.recurrence),
    )
    return tuple((label, words) for label, words in notes if words)


def in_words(record):
    """The whole record as plain paragraphs, for a comparison with another record."""
    tasks = [task.words for head in prose.numbered(record.directives) for task in (head, *head.tasks)]
    paragraphs = (
        *(prose.title(record), prose.opening(record), prose.attendance(record), record.assessment),
        *(item.title for item in record.agenda),
        *(record.directives_intro, *tasks, record.closing),
    )
    return "\n".join(filter(None, paragraphs))
