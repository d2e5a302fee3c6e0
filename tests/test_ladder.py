"""The ladder: on which day each step of a term falls, and which one a day has come to."""

from datetime import date, timedelta

import pytest

from meetings.ladder import CATCH_UP, DEFAULTS, Step, StepAction, falls_on, reached
from meetings.working_days import is_working_day

FRIDAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (-3, date(2026, 3, 17)),
        (-7, date(2026, 3, 11)),  # a weekend between
        (-15, date(2026, 2, 27)),
        (0, FRIDAY),
        (3, date(2026, 3, 23)),
        (1, date(2026, 3, 23)),  # Saturday: the next working day
        (10, date(2026, 3, 30)),
    ],
)
def test_before_the_term_days_are_worked_after_it_they_are_of_the_calendar(days, day):
    assert falls_on(days, FRIDAY) == day


def test_a_step_in_tet_waits_for_the_first_working_day():
    assert falls_on(0, date(2026, 2, 15)) == date(2026, 2, 23)


def test_no_step_falls_on_a_day_off():
    days = [FRIDAY + timedelta(days=count) for count in range(400)]
    assert all(is_working_day(falls_on(step.days, day)) for day in days for step in DEFAULTS)


def test_each_term_is_on_its_latest_step():
    at = reached(DEFAULTS, FRIDAY)
    assert at[FRIDAY].steps == (Step(0, StepAction.HEAD),)
    assert at[date(2026, 3, 17)].days == 3, "three days after"
    assert {latest.days for latest in at.values()} == {step.days for step in DEFAULTS}


def test_a_missed_step_is_caught_up_for_a_week_and_then_let_go():
    steps = [Step(0, StepAction.UNIT)]
    at = reached(steps, FRIDAY)
    assert min(at) == FRIDAY - timedelta(days=CATCH_UP) and max(at) == FRIDAY
    assert reached([], FRIDAY) == {}


def test_steps_that_days_off_move_together_are_one():
    """The term is a Saturday: that day and the two after it all come to Monday."""
    steps = [Step(0, StepAction.HEAD), Step(1, StepAction.UNIT), Step(2, StepAction.OFFICE)]
    at = reached(steps, date(2026, 3, 23))
    assert at[date(2026, 3, 21)].steps == (Step(2, StepAction.OFFICE),)
