"""What came of a directive, in the order of time: given, reported on, due."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..directive_states import is_late
from ..models.progress_report import ProgressReport
from ..writers.follow_up import days
from .directive_status import Tracked


@dataclass(frozen=True)
class Moment:
    """One line; `day` is None where the record names none."""

    kind: Literal["given", "report", "silence", "due"]
    day: date | None
    report: ProgressReport | None = None
    words: str = ""


def timeline(each: Tracked, reports, today) -> list[Moment]:
    """The deadline stands at its day, after what was reported on that day; one in words alone has no place in time
    and is said where the directive was given."""
    row, reports = each.followed.task.directive, list(reports)
    told = [Moment("report", report.reported_on, report) for report in reports]
    told = told or [Moment("silence", today)]
    given = Moment("given", each.record.held_on, words="" if row.due_on else each.followed.deadline)
    if not row.due_on:
        return [given, *told]
    due = Moment("due", row.due_on, words=_outcome(each, reports, today))
    return [given, *sorted((*told, due), key=lambda moment: moment.day)]


def _outcome(each, reports, today):
    """What the record can tell of the deadline: how late it is, or whether the first report of its end kept it."""
    row, ending = each.followed.task.directive, None
    if is_late(each.entry.state, row.due_on, today):
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
