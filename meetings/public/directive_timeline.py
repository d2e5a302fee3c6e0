"""The history of a directive in the order of time: given, reported on, due."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..directive_facts import done_on, which_extensions
from ..directive_states import is_late
from ..models.progress_report import ProgressReport
from ..models.public_index import Party
from ..writers.follow_up import days, done_words
from .directive_status import Tracked


@dataclass(frozen=True)
class Moment:
    """One line; `day` is None where the record names none."""

    kind: Literal["given", "handover", "report", "silence", "due"]
    day: date | None
    report: ProgressReport | None = None
    party: Party | None = None
    """Who took over."""
    words: str = ""
    extension: int = 0
    """Which one it is, of a report that puts off the day: 2 for "gia hạn lần 2"."""


def timeline(directive: Tracked, reports, today) -> list[Moment]:
    """The deadline stands at its day, after what was reported on that day. A deadline in words alone has no day, so
    it stands where the directive was given."""
    due_on, reports = directive.followed.due_on, list(reports)
    extensions = which_extensions(report.told for report in reports)
    reported = [
        Moment("report", report.reported_on, report, extension=which)
        for report, which in zip(reports, extensions, strict=True)
    ]
    handed = [Moment("handover", party.taken_over_on, party=party) for party in directive.taken_over]
    reported = sorted(handed + reported, key=lambda moment: moment.day) + (
        [] if reported else [Moment("silence", today)]
    )
    given = Moment("given", directive.record.held_on, words="" if due_on else directive.followed.deadline)
    if not due_on:
        return [given, *reported]
    due = Moment("due", due_on, words=_outcome(directive, reports, today))
    return [given, *sorted((*reported, due), key=lambda moment: moment.day)]


def _outcome(directive, reports, today):
    """How late the directive is, or how far from its day the report that ended it came; "" where neither is known."""
    row, due_on = directive.followed.task.directive, directive.followed.due_on
    if is_late(directive.entry.state, due_on, today):
        return f"đã quá {days(today - due_on)}"
    return "" if row.recurrence else done_words(done_on([report.told for report in reports]), due_on)
