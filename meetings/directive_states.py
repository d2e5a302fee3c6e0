"""The states of a directive: how each is worded, which of them are owed, and when one is late."""

from datetime import date
from enum import StrEnum
from typing import Self


class DirectiveStatus(StrEnum):
    """Where a directive stands, as lists and pages show it; in the order of the public tabs."""

    words: str
    slug: str
    """The end of the address of those that stand so."""

    def __new__(cls, value: str, words: str, slug: str) -> Self:
        status = str.__new__(cls, value)
        status._value_, status.words, status.slug = value, words, slug
        return status

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
        """Of one that is late, what was done of it: "đang mở", "đang làm"."""
        return "đang mở" if self is DirectiveStatus.OPEN else self.words.lower()


STATUSES = {status.value: status for status in DirectiveStatus}
"""By what is stored."""

REPORTED = (DirectiveStatus.OPEN, DirectiveStatus.IN_PROGRESS, DirectiveStatus.DONE, DirectiveStatus.DROPPED)
"""What a report can say."""

KEPT = (*REPORTED, DirectiveStatus.NOT_FOLLOWED)
"""What the public index keeps: all but the one that comes with the day."""

OWED = (DirectiveStatus.OPEN, DirectiveStatus.IN_PROGRESS)

AS_SUMMED = (
    *(DirectiveStatus.OVERDUE, DirectiveStatus.IN_PROGRESS, DirectiveStatus.OPEN),
    *(DirectiveStatus.DONE, DirectiveStatus.DROPPED, DirectiveStatus.NOT_FOLLOWED),
)
"""The order in which the sum of a directive's tasks names them: "1 việc quá hạn, 2 việc mở"."""


def is_late(state: str, due_on: date | None, today: date | None) -> bool:
    """Whether a directive in `state` is owed and its day is past. Words without a day are never late, and nothing is
    where nobody asks for a day. A directive with a late task is late too; follow_up.followed looks at those.

    The queries beside it are progress_report.overdue (the desk's rows) and public_index.overdue (the public's).
    """
    return state in OWED and due_on is not None and today is not None and due_on < today
