"""The check list of a session: what must be filled in before the next step, and what should be looked at."""

from dataclasses import dataclass

from ... import due_terms
from ...directive_numbering import numbers_of
from ...models.quorum import quorum
from ...record import Presence, Role
from ...vietnamese import date_digits
from .vote_form import stored_votes

MUST, SHOULD = "must", "should"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do; `anchor` is the id of its input."""

    rank: str
    section: str
    text: str
    anchor: str
    link: str = "Tới ô này"
    help: str = ""


def musts(items):
    return [item for item in items if item.rank == MUST]


def shoulds(items):
    return [item for item in items if item.rank == SHOULD]


def by_rank(items):
    """As the templates name them: {"musts": […], "shoulds": […]}."""
    return {"musts": musts(items), "shoulds": shoulds(items)}


def people(attendees):
    """The number of people by presence: {"present": 6, "unknown": 5}."""
    counts = {}
    for attendee in attendees:
        counts[attendee.presence] = counts.get(attendee.presence, 0) + (attendee.headcount or 1)
    return counts


def items(session):
    """Every item for the saved session, musts first. Fetch the session with `with_rows()`."""
    parts = (_gaps, _attendance, _agenda, _assessment, _directives)
    return sorted((item for part in parts for item in part(session)), key=lambda item: item.rank == SHOULD)


def faults(form, formsets):
    """The errors that stopped the last save, as items."""
    result = [
        Item(MUST, "when", f"{form[name].label}: {errors[0]}", form[name].auto_id)
        for name, errors in _field_errors(form)
    ]
    for rows in formsets:
        for place, row in enumerate(rows.forms, start=1):
            result += [
                Item(MUST, rows.prefix, f"{row[name].label}, dòng {place}: {errors[0]}", row[name].auto_id)
                for name, errors in _field_errors(row)
            ]
            anchor = f"{rows.prefix}-{place - 1}"
            result += [Item(MUST, rows.prefix, f"Dòng {place}: {error}", anchor) for error in row.non_field_errors()]
    return result


def _field_errors(form):
    return [(name, errors) for name, errors in form.errors.items() if name in form.fields]


def _attendance(session):
    rows = list(session.attendees.all())
    unknown = [index for index, row in enumerate(rows) if row.presence == Presence.UNKNOWN]
    if unknown:
        text = f"{people(rows)[Presence.UNKNOWN]} người chưa ghi nhận có mặt hay vắng"
        link, anchor = f"Tới dòng {unknown[0] + 1}", f"id_attendees-{unknown[0]}-presence"
        help_text = "Câu nêu thành phần không kể những người này; biên bản ghi là chưa ghi nhận."
        yield Item(SHOULD, "attendees", text, anchor, link, help_text)
    if not any(row.role == Role.CHAIR for row in rows) and "người chủ trì" not in session.missing():
        yield Item(SHOULD, "attendees", "Chưa có người chủ trì", "phan-2", "Tới phần 2")
    if (met := quorum(session)) and not met.is_reached:
        text = f"Thành viên Thường trực mới dự {met.came}/{met.total}, chưa đủ hai phần ba (cần {met.needed})"
        yield Item(SHOULD, "attendees", text, "phan-2", "Tới phần 2")


def _agenda(session):
    blank = [index for index, item in enumerate(session.agenda.all()) if not item.conclusion]
    if blank:
        which = f"nội dung {blank[0] + 1}" if len(blank) == 1 else f"{len(blank)} nội dung"
        anchor, link = f"id_agenda-{blank[0]}-conclusion", f"Tới mục {blank[0] + 1}"
        yield Item(SHOULD, "agenda", f"Kết luận của {which} còn trống", anchor, link)
    votes = stored_votes(session)
    for index, item in enumerate(session.agenda.all()):
        if (vote := votes.get(item.pk)) and vote.doubt:
            anchor, link = f"id_agenda-{index}-vote_agreed", f"Tới mục {index + 1}"
            yield Item(SHOULD, "agenda", f"Biểu quyết nội dung {index + 1}: {vote.doubt}", anchor, link)


GAPS = {
    "ngày họp": ("when", "Ngày họp còn trống", "id_held_on", "Tới ô này"),
    "người chủ trì": ("attendees", "Chưa ghi ai chủ trì", "phan-2", "Tới phần 2"),
    "kết luận hoặc chỉ đạo": ("directives", "Chưa ghi kết luận hay chỉ đạo nào", "phan-5", "Tới phần 5"),
}
"""For each thing that `Session.missing` may name: its section, the line, and the way to it."""


def _gaps(session):
    if session.is_ahead:
        yield Item(MUST, "when", session.not_held_yet, "id_held_on")
    for gap in session.missing():
        section, text, anchor, link = GAPS[gap]
        yield Item(MUST, section, text, anchor, link)


def _assessment(session):
    if not session.assessment:
        yield Item(SHOULD, "assessment", "Đánh giá của chủ trì còn trống", "id_assessment")


def _directives(session):
    rows = list(session.directives.all())
    numbers = numbers_of(rows)
    leaderless = [index for index, row in enumerate(rows) if not row.lead_unit_id and not _is_heading(rows, index)]
    if leaderless:
        first = leaderless[0]
        text, anchor = f"{len(leaderless)} chỉ đạo chưa giao đơn vị chủ trì", f"id_directives-{first}-lead_unit"
        yield Item(SHOULD, "directives", text, anchor, f"Tới {numbers[first]}")
    if not session.source_hash and (termless := _termless(rows)):
        first = termless[0]
        text, anchor = f"{len(termless)} chỉ đạo chưa có thời hạn", f"id_directives-{first}-due"
        yield Item(SHOULD, "directives", text, anchor, f"Tới {numbers[first]}")
    for index, row in enumerate(rows):
        if row.due_on and (other := _other_day(row)):
            text = f"Chỉ đạo {numbers[index]}: câu chữ ghi {other}, thời hạn là {date_digits(row.due_on)}"
            yield Item(SHOULD, "directives", text, f"id_directives-{index}-due")
        if row.due_text and not row.due_on and not session.source_hash and _may_be_dated(row, session):
            text = f"Chỉ đạo {numbers[index]}: thời hạn “{row.due_text}” chưa có ngày, không được nhắc khi quá hạn"
            yield Item(SHOULD, "directives", text, f"id_directives-{index}-due")
        if row.due_on and session.held_on and row.due_on < session.held_on:
            text = f"Chỉ đạo {numbers[index]}: thời hạn {date_digits(row.due_on)} trước ngày họp"
            yield Item(SHOULD, "directives", text, f"id_directives-{index}-due")


def _termless(rows):
    """The places of those that say by no word until when. Of a directive with tasks its tasks are asked; a task may
    leave it to the directive above it."""
    termless, head_says = [], False
    for index, row in enumerate(rows):
        says = bool(row.due_on or row.due_text or row.recurrence)
        has_tasks = index + 1 < len(rows) and rows[index + 1].level > row.level
        head_says = head_says if row.level else says
        if not (says or has_tasks or row.level and head_says):
            termless.append(index)
    return termless


def _may_be_dated(row, session):
    """Not what comes again each month, or is done all the time."""
    term = due_terms.read(row.due_text, session.day)
    return not (term.months or term.stands)


def _other_day(row):
    """A day that the words of the task name while none of them is its deadline: one of the two is wrong."""
    from ...readers.grammar import days

    named = [day.value for day in days.find(f"{row.task}\n{row.topic}") if day.value]
    return date_digits(named[-1]) if named and row.due_on not in named else ""


def _is_heading(rows, index):
    """A directive that only heads the tasks below it needs no lead unit."""
    following = rows[index + 1].level if index + 1 < len(rows) else 0
    return rows[index].level == 0 and following == 1 and not rows[index].task
