"""Directives with how far each has come: what the page shows beside the words of a task, and what it owes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from ..directive_facts import Facts, Reported, Status, status_on, term_of
from ..directive_states import AS_SUMMED, OWED, DirectiveState
from ..due_terms import Term
from ..prose import Task, numbered
from ..record import DirectiveRecord, SessionRecord
from ..vietnamese import date_digits, fold, upper_first

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Progress:
    state: DirectiveState
    details: tuple[str, ...] = ()
    """How late and in what state, then the sum of the tasks below: "25 ngày", "đang làm", "2 việc mở"."""

    @property
    def words(self) -> str:
        return self.state.label


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as it is written, and the end of its page's address; blank where it has none."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A directive as the page shows it."""

    place: int
    """Its number in its own list: 2 for "2." and for "b)"."""
    task: Task
    progress: Progress | None
    """None where nothing is recorded, or nothing is to be shown."""
    due_on: date | None = None
    """The day by which it is owed, put off or come again as it may be; None where there is none."""
    term: Term = field(default_factory=Term)
    """What its words say beside a day."""
    tasks: tuple["Followed", ...] = ()
    slugs: Mapping[str, str] = field(default_factory=dict)
    """Whose page each folded name leads to."""

    @property
    def anchor(self) -> str:
        """Its part of an address: "2-1"; blank before it is numbered."""
        return self.task.directive.number.replace(".", "-")

    @property
    def lead(self) -> str:
        return upper_first(self.task.directive.lead)

    @property
    def coordinators(self) -> list[str]:
        return [upper_first(name) for name in self.task.directive.coordinators]

    @property
    def units(self) -> list["Named"]:
        """The coordinators with their pages."""
        return [self._named(name) for name in self.task.directive.coordinators]

    @property
    def lead_unit(self) -> "Named":
        return self._named(self.task.directive.lead)

    def _named(self, name: str) -> "Named":
        return Named(upper_first(name), self.slugs.get(fold(name), ""))

    @property
    def deadline(self) -> str:
        """ "31/01/2021", "kỳ họp tới", "25/01/2021, hàng tháng"; blank where the record names none. Where the words
        name the day too it is said once: "trước ngày 25/01/2021"; as digits where they leave out the year. Last the
        day by which it is owed now, where that is another: "quý I, 31/03/2021", "gia hạn đến 28/02/2021"."""
        row = self.task.directive
        day, words = date_digits(row.due_on) if row.due_on else "", row.due_text
        if row.due_on and _names(row.due_on, words):
            day, words = ("", words) if f"{row.due_on.year}" in words else (day, "")
        return ", ".join(filter(None, (day, words, row.recurrence, self._day_now)))

    @property
    def _day_now(self) -> str:
        """ "" where the record gives that day itself."""
        row, term = self.task.directive, self.term
        if self.due_on is None or self.due_on == row.due_on:
            return ""
        is_named = row.due_on is None and self.due_on == term.day
        lead = "kỳ " if term.months else "" if is_named else "gia hạn đến "
        return f"{lead}{date_digits(self.due_on)}"

    @property
    def deadline_beside(self) -> str:
        """What the record says of the deadline beside its day: "trước Tết", "hàng tháng"."""
        row = self.task.directive
        return ", ".join(filter(None, (row.due_text, row.recurrence)))

    @property
    def product(self) -> str:
        return self.task.directive.product

    @property
    def says_who_or_when(self) -> bool:
        return bool(self.lead or self.coordinators or self.deadline)

    @property
    def notes_below(self) -> bool:
        """Whether a task under this one names a unit or a deadline of its own."""
        return any(task.says_who_or_when for task in self.tasks)


def _names(day: date, words: str) -> bool:
    return bool(re.search(rf"(?<!\d)0?{day.day}(?: ?[/.-] ?| tháng )0?{day.month}(?!\d)", words))


def standing(
    record: SessionRecord, reports: Mapping[str, Sequence[Reported]], day: date | None = None
) -> dict[str, Status]:
    """Where each numbered directive stands by the reports on it, or stood at the end of `day`. Without a report it is
    open; of an old post it is not followed, unless a task below it was reported on."""
    facts = {row.number: _facts(record, row, reports.get(row.number, ())) for row in record.directives if row.number}
    statuses = {number: status_on(each, day) for number, each in facts.items()}
    heads_reported = {number.partition(".")[0] for number, each in facts.items() if each.until(day)}
    for number, status in statuses.items():
        if status.state is DirectiveState.NOT_FOLLOWED and number in heads_reported:
            statuses[number] = replace(status, state=DirectiveState.OPEN)
    return statuses


def _facts(record: SessionRecord, row: DirectiveRecord, reports: Sequence[Reported]) -> Facts:
    return Facts(record.day, row.due_on, _term(row, record.day), tuple(reports), record.from_old_post)


def _term(row: DirectiveRecord, given_on: date) -> Term:
    return term_of(row.due_text, row.recurrence, given_on)


def followed(
    record: SessionRecord,
    statuses: Mapping[str, Status],
    today: date | None,
    slugs: Mapping[str, str] | None = None,
) -> tuple[Followed, ...]:
    """Each directive as `statuses` says of its number, its units with the pages that `slugs` gives their folded
    names. Without `today` nothing is overdue."""
    return tuple(_followed(task, record.day, statuses, today, slugs or {}) for task in numbered(record.directives))


def by_number(tree: tuple[Followed, ...]) -> dict[str, Followed]:
    """Every directive and every task below it: {"2": …, "2.1": …}."""
    return {task.task.directive.number: task for head in tree for task in (head, *head.tasks)}


def by_session(rows: Iterable[tuple[int, str, Value]]) -> dict[int, dict[str, Value]]:
    """Rows of a session, a key and a value as {session: {key: value}}."""
    sessions: dict[int, dict[str, Value]] = {}
    for session, key, value in rows:
        sessions.setdefault(session, {})[key] = value
    return sessions


def _followed(
    task: Task, given_on: date, statuses: Mapping[str, Status], today: date | None, slugs: Mapping[str, str]
) -> Followed:
    below = tuple(_followed(part, given_on, statuses, today, slugs) for part in task.tasks)
    status, due_on = statuses.get(task.directive.number), task.directive.due_on
    return Followed(
        place=task.place,
        task=task,
        progress=_progress(status, due_on, below, today) if status else None,
        due_on=status.due(due_on) if status else due_on,
        term=_term(task.directive, given_on),
        tasks=below,
        slugs=slugs,
    )


def _progress(status: Status, due_on: date | None, tasks: tuple[Followed, ...], today: date | None) -> Progress:
    """A directive with a late task is late: it is counted once, and under that."""
    state, due = status.state, status.due(due_on)
    if due and today and status.is_late(due_on, today):
        return Progress(DirectiveState.OVERDUE, (days(today - due), state.still_owed, *_sum(tasks)))
    late_below = any(task.progress and task.progress.state is DirectiveState.OVERDUE for task in tasks)
    if state in OWED and late_below:
        return Progress(DirectiveState.OVERDUE, (state.still_owed, *_sum(tasks)))
    return Progress(state, _sum(tasks))


def done_words(done: date | None, due_on: date) -> str:
    """ "xong trước hạn 2 ngày", "xong đúng hạn", "xong sau hạn 3 ngày"; "" where it is not done."""
    if done is None:
        return ""
    if done == due_on:
        return "xong đúng hạn"
    return f"xong {'trước' if done < due_on else 'sau'} hạn {days(abs(due_on - done))}"


def days(late: timedelta) -> str:
    """ "25 ngày", "1.607 ngày"."""
    return f"{late.days:,} ngày".replace(",", ".")


def _sum(tasks: tuple[Followed, ...]) -> tuple[str, ...]:
    counts = Counter(task.progress.state for task in tasks if task.progress)
    return tuple(f"{counts[state]} việc {state.label.lower()}" for state in AS_SUMMED if counts[state])
