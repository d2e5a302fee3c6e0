"""The sentences that follow from data: title, opening, who attended, the words of each directive."""

from dataclasses import dataclass, replace

from .directive_numbering import numbers_of
from .giving_verbs import GIVING, SHARES_OUT
from .record import AgendaItemRecord, AttendeeRecord, DirectiveRecord, Role, SessionRecord
from .vietnamese import date_digits, fold, join_words, list_letter, month_and_year, upper_first

BLANK = "…"
"""Stands for a unit's name in the words that give a task."""

UNSAID = "–"
"""Instead of such words: the task does not say again whose it is, because the row before said it."""

_STOPS = ".;:!?…"


def session_name(record: SessionRecord) -> str:
    """ "phiên họp tháng 01 năm 2021", "phiên họp đột xuất tháng 12 năm 2020 (mở rộng)"."""
    words = ["phiên họp", record.kind.in_names, month_and_year(record.year, record.month)]
    return " ".join(filter(None, words)) + (" (mở rộng)" if record.expanded else "")


def title(record: SessionRecord) -> str:
    return record.title or f"{upper_first(session_name(record))} của {record.council.committee_name}"


def opening(record: SessionRecord) -> str:
    """ "Ngày 05/01/2021, Thường trực HĐND quận … tổ chức phiên họp tháng 01 năm 2021."."""
    if record.opening:
        return record.opening
    day = f"Ngày {date_digits(record.held_on)}, " if record.held_on else ""
    return f"{day}{record.council.committee_name} tổ chức {session_name(record)}."


def person(attendee: AttendeeRecord) -> str:
    """An attendee inside a sentence: "đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận", or the office alone."""
    if not attendee.name:
        return attendee.position
    return "đồng chí " + " - ".join(filter(None, (attendee.name, attendee.position)))


def _has_own_words(record: SessionRecord) -> bool:
    """An old post says in its own words what it says: where its opening is kept as typed, nothing is composed."""
    return record.from_old_post and bool(record.opening)


def tells_agenda(record: SessionRecord) -> bool:
    """Whether the words of an old post name every item of the agenda already, so that a list would say it twice."""
    words = fold("\n".join((record.opening, record.attendance, record.assessment)))
    return record.from_old_post and all(fold(item.title) in words for item in record.agenda)


def attendance(record: SessionRecord) -> str:
    """Who presided, who attended, who was absent. A row whose presence is not recorded is not said to attend."""
    if record.attendance or _has_own_words(record):
        return record.attendance
    others = [attendee for attendee in record.attendees if attendee.role is not Role.CHAIR]
    parts = (
        _presided(record.attending(Role.CHAIR)),
        _listed("Cùng dự có ", [other for other in others if other.presence.attended]),
        _listed("Vắng mặt: ", [attendee for attendee in record.attendees if attendee.presence.missed]),
    )
    return " ".join(filter(None, parts))


def _presided(chairs: tuple[AttendeeRecord, ...]) -> str:
    present = [chair for chair in chairs if chair.presence.attended]
    if not present:
        return ""
    if len(present) == 1:
        chair = present[0]
        return f"{upper_first(person(chair)) if chair.name else f'Đồng chí {chair.position}'} chủ trì phiên họp."
    names = "; ".join(person(chair).removeprefix("đồng chí ") for chair in present)
    return f"Các đồng chí {names} đồng chủ trì phiên họp."


def _listed(lead_in: str, attendees: list[AttendeeRecord]) -> str:
    if not attendees:
        return ""
    separator = "; " if any(attendee.name for attendee in attendees) else ", "
    return f"{lead_in}{separator.join(map(person, attendees))}."


@dataclass(frozen=True, slots=True)
class RollCall:
    """How many of the invited rows came and did not."""

    present: int
    absent: int

    @property
    def invited(self) -> int:
        return self.present + self.absent


def roll_call(record: SessionRecord) -> RollCall | None:
    """The count of rows present and absent, or None where the record cannot tell it.

    An old post names who came, not who was invited: without a word on absence its rows are no total.
    """
    present = sum(attendee.presence.attended for attendee in record.attendees)
    absent = sum(attendee.presence.missed for attendee in record.attendees)
    if present + absent < len(record.attendees) or not record.attendees:
        return None
    return None if record.from_old_post and not absent else RollCall(present, absent)


def chair_title(record: SessionRecord) -> str:
    """The chair inside a sentence: "đồng chí Chủ tịch HĐND quận" (the last of the posts), else "chủ tọa"."""
    for chair in record.attending(Role.CHAIR):
        if words := chair.position.rpartition(",")[2].strip() or chair.name:
            return f"đồng chí {words}"
    return "chủ tọa"


def presentation(item: AgendaItemRecord) -> str:
    """Who put the item before the session, and what was said: one sentence where the summary goes on from the
    presenter ("… báo cáo kết quả …"), else two."""
    if not item.presenter or not item.summary or fold(item.summary).startswith(fold(item.presenter)):
        return item.summary or item.presenter
    return item.presenter + (" " if item.summary[0].islower() else ". ") + item.summary


def directives_intro(record: SessionRecord) -> str:
    if record.directives_intro or not record.directives or _has_own_words(record):
        return record.directives_intro
    return f"Tại phiên họp, {chair_title(record)} chỉ đạo thực hiện các nội dung sau:"


def assignment(directive: DirectiveRecord) -> str:
    """The words that give the task, with the names in their places; blank where the task itself says who."""
    words = directive.assignment or _usual_assignment(directive)
    if words == UNSAID:
        return ""
    for name in (directive.lead, join_words(directive.coordinators)):
        words = words.replace(BLANK, name, 1)
    return words


_ASSIGNS = tuple(f"{fold(verb)} " for verb in GIVING if verb != SHARES_OUT)
"""How a task begins that gives itself to somebody; "giao … giao …" is never said, "giao … phân công …" is."""


def _usual_assignment(directive: DirectiveRecord) -> str:
    task = fold(directive.task)
    if not directive.lead or not task or "chu tri" in task or fold(directive.lead) in task:
        return ""
    if task.startswith(_ASSIGNS):
        return ""
    words = f"giao {BLANK} chủ trì, phối hợp với {BLANK}" if directive.coordinators else f"giao {BLANK}"
    opens_the_paragraph = directive.level == 0 and not directive.topic
    return upper_first(words) if opens_the_paragraph else words


def directive_words(directive: DirectiveRecord, stop: str = ".") -> str:
    """The directive as its paragraph, closed by `stop` unless the words close themselves."""
    task = " ".join(filter(None, (assignment(directive), directive.task)))
    if directive.topic and task:
        words = directive.topic + (" " if directive.topic[-1] in _STOPS + "," else ", ") + task
    else:
        words = directive.topic or task
    return words if words.endswith(tuple(_STOPS)) else words + stop


@dataclass(frozen=True, slots=True)
class Task:
    """A directive with its mark in the list ("1", "a") and its words, ready for a page or a paper."""

    number: str
    """The number of the directive, or before issue the one that it would be given: "2", "2.1"."""
    mark: str
    words: str
    directive: DirectiveRecord
    tasks: tuple["Task", ...] = ()

    @property
    def place(self) -> int:
        """Its number in its own list: 2 for "2." and for "b)"."""
        return int(self.number.rpartition(".")[2])


def numbered(directives: tuple[DirectiveRecord, ...]) -> tuple[Task, ...]:
    """The directives as 1., 2. with a), b) under them; numbers already given are kept."""
    return tuple(_head(row, number, tasks) for (number, row), tasks in _grouped(directives))


_Numbered = tuple[str, DirectiveRecord]


def _head(row: DirectiveRecord, number: str, below: list[_Numbered]) -> Task:
    tasks = tuple(_task(task, of, is_last=place == len(below)) for place, (of, task) in enumerate(below, start=1))
    words = directive_words(row, stop=":" if tasks else ".")
    return Task(number=number, mark=number, words=words, directive=row, tasks=tasks)


def _task(row: DirectiveRecord, number: str, *, is_last: bool) -> Task:
    letter = list_letter(int(number.rpartition(".")[2]) - 1)
    return Task(number=number, mark=letter, words=directive_words(row, stop="." if is_last else ";"), directive=row)


def _grouped(directives: tuple[DirectiveRecord, ...]) -> list[tuple[_Numbered, list[_Numbered]]]:
    """Each directive, with its number, before the tasks under it."""
    groups: list[tuple[_Numbered, list[_Numbered]]] = []
    for number, row in zip(numbers_of(directives), directives, strict=True):
        if groups and row.level > 0:
            groups[-1][1].append((number, row))
        else:
            groups.append(((number, row), []))
    return groups


def completed(record: SessionRecord) -> SessionRecord:
    """The record with every blank sentence filled in: what is frozen at issue, so later wording cannot change it."""
    return replace(
        record,
        title=title(record),
        opening=opening(record),
        attendance=attendance(record),
        directives_intro=directives_intro(record),
        directives=tuple(
            replace(row, assignment=row.assignment or _usual_assignment(row)) for row in record.directives
        ),
    )
