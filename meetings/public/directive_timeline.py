"""The history of a directive in the order of time: given, reported on, due."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..directive_states import is_late
from ..models.progress_report import ProgressReport
from ..models.public_index import Party
from ..writers.follow_up import days
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


def timeline(directive: Tracked, reports, today) -> list[Moment]:
    """The deadline stands at its day, after what was reported on that day. A deadline in words alone has no day, so
    it stands where the directive was given."""
    row, reports = directive.followed.task.directive, list(reports)
    reported = [Moment("report", report.reported_on, report) for report in reports]
    handed = [Moment("handover", party.taken_over_on, party=party) for party in directive.taken_over]
    reported = sorted(handed + reported, key=lambda moment: moment.day) + (
        [] if reported else [Moment("silence", today)]
    )
    given = Moment("given", directive.record.held_on, words="" if row.due_on else directive.followed.deadline)
    if not row.due_on:
        return [given, *reported]
    due = Moment("due", row.due_on, words=_outcome(directive, reports, today))
    return [given, *sorted((*reported, due), key=lambda moment: moment.day)]


def _outcome(directive, reports, today):
    """How late the directive is, or whether the report that ended it came in time; "" where neither is known."""
    row, ending = directive.followed.task.directive, None
    if is_late(directive.entry.state, row.due_on, today):
        return f"đã quá {days(today - row.due_on)}"
    for report in reversed(reports):
        if report.state != "done":
            break
        ending = report
    if ending is None or row.recurrence:
        return ""
    if ending.reported_on <= row.due_on:
        return "xong đúng hạn"
    return f"báo cáo xong khi quá hạn {days(ending.reported_on - row.due_on)}"
