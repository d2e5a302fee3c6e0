"""The days of the demo, counted from the day on which it is loaded."""

from calendar import monthrange
from datetime import date, timedelta

from meetings.working_days import is_working_day

BEGUN_ON = date(2025, 7, 1)
"""Wards have had councils of their own since this day."""
SESSIONS = 12
AHEAD = 4
"""Days until the next session, or more where they are not worked."""
LATE_BY = {0: 4, 1: 8, 2: 12}
"""Days since a directive marked "late" was due, by the age of its session in months."""
DUE_IN = {0: 3, 1: 6}
"""Days until one marked "soon" is due."""
THIS_WEEK = 7
_DAY = timedelta(days=1)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def from_(day: date) -> date:
    """The first working day from `day` on."""
    while not is_working_day(day):
        day += _DAY
    return day


def until(day: date) -> date:
    """The last working day up to `day`."""
    while not is_working_day(day):
        day -= _DAY
    return day


def months_before(day: date, months: int, shift: int = 0) -> date:
    """About the same day of an earlier month, on a working day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    month += 1
    last = monthrange(year, month)[1]
    about = date(year, month, min(max(day.day + shift, 1), last))
    worked = from_(about)
    return worked if worked.month == month else until(about)


def a_few_days_ago(today: date, number: int) -> date:
    """So many days ago, or on the working day before; in the days of Tết, on just that day."""
    return _first_worked([today - days(number + more) for more in range(4)])


def within_the_week(today: date, number: int) -> date:
    return _first_worked([today + days(ahead) for ahead in range(number, THIS_WEEK + 1)])


def _first_worked(choice: list[date]) -> date:
    return next(filter(is_working_day, choice), choice[0])
