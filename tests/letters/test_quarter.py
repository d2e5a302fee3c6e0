"""A quarter, played with a clock that is set: 12 sessions, 60 directives, 15 units, reports and silence. Each letter
that should go is written once, as a count that knows nothing of the program finds it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from meetings.letters import ladder_letters
from meetings.models import Directive, Letter, PaperDraft, Session, StepTaken, Unit
from meetings.models.office_scope import current
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
FIRST, DAYS = date(2026, 3, 1), 150
HOLIDAYS = {date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1)}
"""Giỗ Tổ, which was a Sunday, and the two days after it; no Saturday is worked in these months."""
MISSED = {date(2026, 4, 8), date(2026, 5, 12)}
"""On these days the machine was off."""


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def steps_of(due_on):
    """{the day: the step}, counted by hand; a later step takes the day of an earlier one."""
    found = {}
    for days in (15, 7, 3):
        day, left = due_on, days
        while left:
            day -= timedelta(days=1)
            left -= works(day)
        found[day] = -days
    for days in (0, 3, 10, 25):
        day = due_on + timedelta(days=days)
        while not works(day):
            day += timedelta(days=1)
        found[day] = days
    return found


def expected(directives, day):
    """[(directive, its step)] for which something is due on `day`, if the machine ran on all days but the missed."""
    if not works(day) or day in MISSED:
        return []
    days = [day]
    while days[-1] - timedelta(days=1) in MISSED or not works(days[-1] - timedelta(days=1)):
        days.append(days[-1] - timedelta(days=1))
    found = []
    for row, posted_on, done_on in directives:
        if done_on and done_on <= day:
            continue
        steps = steps_of(row.due_on)
        due = [steps[each] for each in days if each in steps and each >= posted_on]
        found += [(row.pk, max(due))] if due else []
    return found


@pytest.fixture
def quarter(council):
    """[(directive, the day its page was posted, the day it is done or None)]"""
    units = [
        Unit.objects.create(
            name=f"phòng {number}", email=f"phong{number}@noi.example", head_email=f"t{number}@noi.example"
        )
        for number in range(15)
    ]
    rows = []
    for meeting in range(12):
        posted_on = FIRST + timedelta(days=7 * meeting + 1)
        session = Session.objects.create(
            council=council,
            kind="extraordinary",
            slug=f"dot-xuat-{meeting}",
            year=2026,
            month=posted_on.month,
            state="published",
            posted_at=datetime(posted_on.year, posted_on.month, posted_on.day, 1, tzinfo=UTC),
        )
        for number in range(1, 6):
            count = 5 * meeting + number
            row = Directive.objects.create(
                session=session,
                number=f"{number}",
                task="việc",
                lead_unit=units[count % 15],
                due_on=posted_on + timedelta(days=5 + count % 31),
            )
            done_on = row.due_on + timedelta(days=count % 13 - 6) if count % 3 else None
            rows.append((row, posted_on, done_on))
    return rows


def test_every_letter_of_the_quarter_goes_once(quarter):
    clerk = make_user("vanthu", "Văn thư")
    clerk.email = "vanthu@phuong.example"
    clerk.save()
    head, office = {-15: "email", -7: "email", -3: "email", 0: "head_email"}, (3, 10, 25)
    letters, steps = set(), []
    for day in (FIRST + timedelta(days=count) for count in range(DAYS)):
        Directive.objects.filter(pk__in=[row.pk for row, _, done in quarter if done == day]).update(state="done")
        due = expected(quarter, day)
        lead = {row.pk: row.lead_unit for row, _, _ in quarter}
        to_units = {(day, getattr(lead[pk], head[step])) for pk, step in due if step in head}
        letters |= to_units | {(day, clerk.email) for _, step in due if step in office}
        steps += due
        if day not in MISSED:
            for _ in range(1 + (day.day % 5 == 0)):
                ladder_letters.take_steps(current(), day)
    written = {(taken.taken_on, taken.to) for taken in StepTaken.objects.all()}
    assert written == letters and len(letters) == Letter.objects.count() > 100
    assert sorted(StepTaken.objects.values_list("directive", "days")) == sorted(steps)
    kept = {"reminder": 10, "explanation": 25}
    for kind, step in kept.items():
        sessions = {row.session_id for row, _, _ in quarter if (row.pk, step) in steps}
        assert set(PaperDraft.objects.filter(kind=kind).values_list("session", flat=True)) == sessions
