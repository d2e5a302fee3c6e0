"""Where a directive stands on a day, by its term and by what was reported on it up to then.

What comes again ("hàng quý") is owed once a period. Its occurrences are not stored, for they follow from the term:
nobody has to make them in time, and a report names the one that it is on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, takewhile

from .directive_states import OWED, STATES, DirectiveState, is_late
from .due_terms import Term, months_later
from .due_terms import read as read_term

QUARTER = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A progress report that holds."""

    day: date
    state: str
    occurrence: date | None = None
    """The day of the occurrence that it is on; None where it is on the directive as a whole."""
    extended_to: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a directive; its reports in the order of their days."""

    given_on: date
    due_on: date | None = None
    term: Term = field(default_factory=Term)
    reports: tuple[Reported, ...] = ()
    from_old_post: bool = False

    def until(self, day: date | None) -> Sequence[Reported]:
        return [each for each in self.reports if day is None or each.day <= day]


@dataclass(frozen=True, slots=True)
class Status:
    state: DirectiveState
    next_due_on: date | None = None
    """The day by which it is owed now, where its term was extended, comes again, or names a day in words alone; else
    that of its term holds."""
    extensions: int = 0
    """How often that day was put off."""
    review_on: date | None = None
    """By when a standing directive ("thường xuyên") without a day is to be looked at again; it is never late."""
    closed_on: date | None = None

    def due(self, due_on: date | None) -> date | None:
        """By when it is owed, where its words say `due_on`."""
        return self.next_due_on or due_on

    def is_late(self, due_on: date | None, today: date | None) -> bool:
        return is_late(self.state, self.due(due_on), today)


def term_of(due_text: str, recurrence: str, given_on: date) -> Term:
    """What the words say beside a day: another day, that it comes again, or that it stands."""
    return read_term(recurrence or due_text, given_on)


def status_on(facts: Facts, day: date | None = None) -> Status:
    """Where the directive stood at the end of `day`; without a day, by all reports."""
    reports = facts.until(day)
    latest = reports[-1] if reports else None
    state = _state(facts, latest)
    if latest and state not in OWED:
        return Status(state, *_extended(reports, None), closed_on=latest.day)
    if facts.term.months and state in OWED:
        occurrence = next(_still_owed(facts, reports))
        extended_to, extensions = _extended(reports, occurrence)
        return Status(state, extended_to or occurrence, extensions)
    status = Status(state, *_extended(reports, None))
    if not status.due(facts.due_on) and state in OWED:
        status = replace(status, next_due_on=facts.term.day)
    is_reviewed = facts.term.stands and not status.due(facts.due_on) and state in OWED
    return replace(status, review_on=_next_review(facts, latest)) if is_reviewed else status


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that a directive had to be done by; of what comes again, each occurrence has one."""

    due_on: date
    """Put off as it may be."""
    met_on: date | None = None
    """None where it is owed still."""

    @property
    def is_in_time(self) -> bool:
        return self.met_on is not None and self.met_on <= self.due_on


def deadlines(facts: Facts, day: date) -> list[Deadline]:
    """Those that were met or had passed by the end of `day`. What was dropped had none, and an occurrence that was
    told of with others in one report has none of its own."""
    reports, status = facts.until(day), status_on(facts, day)
    if facts.term.months:
        last = {each.occurrence: each for each in reports if each.occurrence}
        met = {at: each.day for at, each in last.items() if at and each.state == DirectiveState.DONE}
        owed = takewhile(lambda each: each <= day, _still_owed(facts, reports)) if status.state in OWED else ()
        both: dict[date, date | None] = {**met, **dict.fromkeys(owed)}
        found = [Deadline(_extended(reports, at)[0] or at, both[at]) for at in sorted(both)]
    else:
        due = status.due(facts.due_on)
        counts = status.state in (*OWED, DirectiveState.DONE)
        found = [Deadline(due, status.closed_on)] if due and counts else []
    return [each for each in found if each.met_on or each.due_on < day]


def owed_occurrences(facts: Facts, day: date) -> list[date]:
    """The occurrences that are not reported on yet: those that were due before `day`, and the next one."""
    state = status_on(facts).state
    if not facts.term.months or state in (DirectiveState.DONE, DirectiveState.DROPPED):
        return []
    past = takewhile(lambda each: each < day, _still_owed(facts, facts.reports)) if state in OWED else ()
    return [*past, next(_still_owed(facts, facts.reports, since=day))]


def done_on(reports: Sequence[Reported]) -> date | None:
    """The day of the report since which the whole directive is done; None where it is not."""
    found = None
    for each in reversed(reports):
        if each.state != DirectiveState.DONE or each.occurrence:
            break
        found = each.day
    return found


def which_extensions(reports: Iterable[Reported]) -> list[int]:
    """For each report which extension of its term it is, 2 for "gia hạn lần 2"; 0 where it is none."""
    counted: Counter[date | None] = Counter()
    which = []
    for each in reports:
        counted[each.occurrence] += each.extended_to is not None
        which.append(counted[each.occurrence] if each.extended_to else 0)
    return which


def _state(facts: Facts, latest: Reported | None) -> DirectiveState:
    """A directive that comes again is not done because one occurrence is."""
    if latest is None:
        return DirectiveState.NOT_FOLLOWED if facts.from_old_post else DirectiveState.OPEN
    state = STATES[latest.state]
    return DirectiveState.IN_PROGRESS if latest.occurrence and state not in OWED else state


def _extended(reports: Iterable[Reported], occurrence: date | None) -> tuple[date | None, int]:
    """To which day the term was put off last, and how often."""
    days = [each.extended_to for each in reports if each.extended_to and each.occurrence == occurrence]
    return (days[-1], len(days)) if days else (None, 0)


def _occurrences(facts: Facts) -> Iterator[date]:
    """The days of the occurrences without end: from the day that the words name on, else the ends of the periods."""
    first = facts.due_on or _end_of_period(facts.given_on, facts.term.months)
    for step in count():
        later = months_later(first, step * facts.term.months)
        yield later if facts.due_on else _end_of_period(later, 1)


def _still_owed(facts: Facts, reports: Sequence[Reported], since: date = date.min) -> Iterator[date]:
    """A report on the directive as a whole tells of all that was due by its day, and so does the first one on a
    directive of an old post."""
    closed = {each.occurrence: each.state not in OWED for each in reports if each.occurrence}
    whole = [each.day for each in reports if each.occurrence is None]
    told_until = max(whole + [each.day for each in reports[:1] if facts.from_old_post], default=date.min)
    for day in _occurrences(facts):
        if day >= since and not closed.get(day, day <= told_until):
            yield day


def _next_review(facts: Facts, latest: Reported | None) -> date:
    """The end of the quarter; one that was reported on has been looked at."""
    end = _end_of_period(latest.day if latest else facts.given_on, QUARTER)
    return _end_of_period(months_later(end, QUARTER), 1) if latest else end


def _end_of_period(day: date, months: int) -> date:
    """The last day of the period of so many months, as the calendar cuts them, in which `day` lies."""
    ahead = -(day.year * 12 + day.month) % months
    first = months_later(day.replace(day=1), ahead + 1)
    return date.fromordinal(first.toordinal() - 1)
