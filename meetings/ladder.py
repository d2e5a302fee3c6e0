"""The ladder of a term: what is done so many days before or after it, and which steps a day has come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .record import Labelled
from .working_days import is_working_day, next_working_day, working_days_before

CATCH_UP = 7
"""A step that was missed for more days than these is let go: an old term brings no letters when the ladder begins."""

_DAY = timedelta(days=1)
_LONGEST_REST = 14
"""Days; more than any holiday takes with the weekends beside it."""


class StepAction(Labelled):
    """What a step does. The drafts have the values of their kinds of paper."""

    UNIT = "unit", "Gửi thư nhắc đơn vị"
    HEAD = "head", "Gửi thư nhắc người đứng đầu đơn vị"
    OFFICE = "office", "Gửi thư báo người của văn phòng"
    REMINDER = "reminder", "Soạn dự thảo công văn đôn đốc"
    EXPLANATION = "explanation", "Soạn dự thảo yêu cầu giải trình"


DRAFTS = (StepAction.REMINDER, StepAction.EXPLANATION)


@dataclass(frozen=True, slots=True)
class Step:
    days: int
    """Below 0 working days before the term, from 0 on days of the calendar after it."""
    action: StepAction


DEFAULTS = (
    *(Step(-15, StepAction.UNIT), Step(-7, StepAction.UNIT), Step(-3, StepAction.UNIT), Step(0, StepAction.HEAD)),
    *(Step(3, StepAction.OFFICE), Step(10, StepAction.REMINDER), Step(25, StepAction.EXPLANATION)),
)
"""An explanation is asked for when the letter of the tenth day was not answered for fifteen more."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The latest steps of a term that a day has come to."""

    fell_on: date
    steps: tuple[Step, ...]

    @property
    def days(self) -> int:
        """The place on the ladder, the same for all of them."""
        return self.steps[0].days


@cache
def falls_on(days: int, term: date) -> date:
    """The day of a step; one that would fall on a day off is taken on the next working day."""
    day = working_days_before(term, -days) + max(days, 0) * _DAY
    return day if is_working_day(day) else next_working_day(day).day


def reached(steps: Iterable[Step], day: date) -> dict[date, Reached]:
    """By term, the latest steps that fell on `day` or shortly before it. Of steps that meet on one day, because days
    off moved them together, the later one alone is taken."""
    at: dict[int, tuple[Step, ...]] = {}
    for step in steps:
        at[step.days] = (*at.get(step.days, ()), step)
    if not at:
        return {}
    first = day - (max(*at, 0) + CATCH_UP + _LONGEST_REST) * _DAY
    last = day + (2 * max(*(-days for days in at), 0) + _LONGEST_REST) * _DAY
    found = {}
    for count in range((last - first).days + 1):
        term = first + count * _DAY
        past = [days for days in at if falls_on(days, term) <= day]
        if past and (day - falls_on(max(past), term)).days <= CATCH_UP:
            found[term] = Reached(falls_on(max(past), term), at[max(past)])
    return found
