"""The states of a directive: how each is worded, which of them are owed, and when one is late."""

from datetime import date
from enum import StrEnum
from typing import Self


class DirectiveState(StrEnum):
    """Where a directive stands, as lists and pages show it; in the order of the public tabs."""

    label: str
    slug: str
    """The end of the address of those that stand so."""

    def __new__(cls, value: str, label: str, slug: str) -> Self:
        state = str.__new__(cls, value)
        state._value_, state.label, state.slug = value, label, slug
        return state

    OVERDUE = "overdue", "Quá hạn", "qua-han"
    """Owed still, and its day is past: never stored, for it comes with the day."""
    OPEN = "open", "Mở", "mo"
    IN_PROGRESS = "in_progress", "Đang làm", "dang-lam"
    DONE = "done", "Xong", "xong"
    DROPPED = "dropped", "Thôi thực hiện", "thoi-thuc-hien"
    NOT_FOLLOWED = "not_followed", "Không theo dõi", "khong-theo-doi"
    """An old post gave the directive and nobody ever reported on it: nobody owes it until a first report."""

    @property
    def still_owed(self) -> str:
        """How far a late directive has come: "đang mở", "đang làm"."""
        return "đang mở" if self is DirectiveState.OPEN else self.label.lower()


STATES = {state.value: state for state in DirectiveState}
"""By what is stored."""

REPORTED = (DirectiveState.OPEN, DirectiveState.IN_PROGRESS, DirectiveState.DONE, DirectiveState.DROPPED)
"""What a report can say."""

REPORTED_CHOICES = [(state.value, state.label) for state in REPORTED]

KEPT = (*REPORTED, DirectiveState.NOT_FOLLOWED)
"""What the public index keeps: all but the one that comes with the day."""

OWED = (DirectiveState.OPEN, DirectiveState.IN_PROGRESS)

SELDOM = tuple(state for state in KEPT if state not in (*OWED, DirectiveState.DONE))
"""Neither owed nor done: their tabs are offered only where there are any."""

AS_SUMMED = (
    *(DirectiveState.OVERDUE, DirectiveState.IN_PROGRESS, DirectiveState.OPEN),
    *(DirectiveState.DONE, DirectiveState.DROPPED, DirectiveState.NOT_FOLLOWED),
)
"""The order in which the sum of a directive's tasks names them: "1 việc quá hạn, 2 việc mở"."""


def is_late(state: str, due_on: date | None, today: date | None) -> bool:
    """Whether a directive in `state` is owed and its day is past. Words without a day are never late, and nothing is
    where nobody asks for a day. A directive with a late task is late too; follow_up.followed looks at those. By which
    day it is owed says directive_facts.status_on.

    The queries beside it are progress_report.overdue (the desk's rows) and public_index.overdue (the public's).
    """
    return state in OWED and due_on is not None and today is not None and due_on < today
