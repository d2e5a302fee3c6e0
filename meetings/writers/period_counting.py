"""Counts the directives of a period, from the records of sessions and the reports on them: the office's account from
what it knows, the public's from what is public, and anybody's from the open data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from .. import prose
from ..directive_facts import Reported, Status
from ..directive_states import OWED, DirectiveState
from ..period_account import LateRow, Outcome, Period, PeriodAccount, Sums
from ..record import SessionRecord, directive_reference
from ..vietnamese import fold, sort_key, upper_first
from .follow_up import Followed, followed, standing

A_DAY = timedelta(days=1)
NOBODY, OTHER_TOPICS = "Chưa giao đơn vị nào", "Các việc khác"


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session with what is known of its directives, by their numbers."""

    record: SessionRecord
    reports: Mapping[str, Sequence[Reported]] = field(default_factory=dict)
    """In the order of their days."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """The units that took over from those that the record names."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A directive that was owed in the period; a task is a part of the one above it."""

    came: str
    """The column that it came in by: "carried", "again" or "given"."""
    outcome: Outcome
    lead: str
    session: str
    topic: str
    """ "" where it names none; the account has a row for those that several name."""
    is_extended: bool
    late: LateRow

    def under(self, name: str) -> Sums:
        return Sums(name=name, extended=int(self.is_extended), **{self.came: 1, self.outcome.value: 1})


def account(
    period: Period, sessions: Iterable[SessionFacts], today: date, units: Mapping[str, str] | None = None
) -> PeriodAccount:
    """`sessions` are all that were posted, in the order in which their rows are to stand. `units` says by which mark
    a unit is known, whatever it is called: {its folded name: the end of its page's address}. Its row bears the name
    of the newest session."""
    until = min(period.last, today)
    counted = [each for session in sessions for each in _counted(session, period, until)]
    late = [each.late for each in counted if each.outcome is Outcome.OVERDUE]
    topics = Counter(each.topic for each in counted if each.topic)
    shared = {topic for topic, number in topics.items() if number > 1}
    by_topic = _summed((each.topic if each.topic in shared else OTHER_TOPICS, each) for each in counted)
    return PeriodAccount(
        name=period.name,
        until=until,
        units=tuple(sorted(_by_unit(counted, units or {}), key=lambda row: (-row.all, sort_key(row.name)))),
        sessions=_summed((each.session, each) for each in counted),
        topics=by_topic if shared else (),
        late=tuple(sorted(late, key=lambda row: -row.days)),
    )


def _by_unit(counted: Sequence[Counted], units: Mapping[str, str]) -> Iterator[Sums]:
    known = [units.get(fold(each.lead), fold(each.lead)) for each in counted]
    newest = dict(zip(known, (each.lead for each in counted), strict=True))
    return iter(_summed((newest[mark], each) for mark, each in zip(known, counted, strict=True)))


def _summed(named: Iterable[tuple[str, Counted]]) -> tuple[Sums, ...]:
    sums: dict[str, Sums] = {}
    for name, each in named:
        sums[name] = sums.get(name, Sums(name=name)) + each.under(name)
    return tuple(sums.values())


def _counted(session: SessionFacts, period: Period, until: date) -> Iterator[Counted]:
    if session.record.day > until:
        return
    record = session.record
    before = standing(record, session.reports, period.first - A_DAY)
    now = standing(record, session.reports, until)
    for each in followed(record, now, until):
        row = each.task.directive
        if row.number and (came := _came(session, period, before[row.number], now[row.number])):
            reports = session.reports.get(row.number, ())
            lead = upper_first(session.leads.get(row.number) or row.lead)
            yield Counted(
                came=came,
                outcome=_outcome(each, now[row.number]),
                lead=lead or NOBODY,
                session=upper_first(prose.session_name(record)),
                topic=upper_first(row.topic),
                is_extended=any(told.extended_to and period.first <= told.day <= until for told in reports),
                late=_late(each, directive_reference(record.path, row.number), lead, until),
            )


def _came(session: SessionFacts, period: Period, before: Status, now: Status) -> str:
    """ "" where it was not owed in the period. An old post gave its directives in another time: they are followed."""
    if session.record.day >= period.first and not session.record.from_old_post:
        return "given"
    if session.record.day < period.first and before.state in OWED:
        return "carried"
    return "again" if now.state in OWED else ""


def _outcome(each: Followed, status: Status) -> Outcome:
    due = each.due_on
    if status.closed_on and status.state is not DirectiveState.DONE:
        return Outcome.DROPPED
    if status.closed_on:
        if due is None or each.term.months:
            return Outcome.UNTIMED
        return Outcome.IN_TIME if status.closed_on <= due else Outcome.LATE
    if each.progress and each.progress.state is DirectiveState.OVERDUE:
        return Outcome.OVERDUE
    return Outcome.WITHIN if due or status.review_on or _dated_below(each) else Outcome.UNDATED


def _dated_below(each: Followed) -> list[date]:
    """The days of the tasks under it that are owed."""
    owed = (DirectiveState.OVERDUE, *OWED)
    return [task.due_on for task in each.tasks if task.due_on and task.progress and task.progress.state in owed]


def _late(each: Followed, reference: str, lead: str, until: date) -> LateRow:
    due = min(filter(None, (each.due_on, *_dated_below(each))), default=until)
    words = upper_first(each.task.words)
    return LateRow(reference=reference, words=words, lead=lead, due_on=each.due_on, days=(until - due).days)
