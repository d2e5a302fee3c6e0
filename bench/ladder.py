"""The day's ladder among a great many directives: what a dry run takes, and by which way the query goes.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/ladder.py [DIRECTIVES [UNITS]]   (1000000, 300)

On PostgreSQL with DATABASE_URL of an empty database. The terms lie evenly over five years around today, one directive
in three is open; the ladder was climbed until yesterday.
"""

import os
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("HTTPS", "off")

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from meetings import intake
from meetings.council_names import Level, names
from meetings.ladder import reached
from meetings.letters.ladder_plan import waiting
from meetings.management.commands.send_letters import today
from meetings.models import Directive, LadderStep, Office, Session, StepTaken, Unit, at_office
from meetings.working_days import is_working_day

A_SESSION, YEARS = 100, 5


def main(count=1_000_000, units=300):
    call_command("migrate", verbosity=0)
    office = Office.objects.get()
    with at_office(office):
        with transaction.atomic():
            _fill(count, units)
        day = today()
        while not is_working_day(day):
            day += timedelta(days=1)
        steps = LadderStep.objects.taken_now()
        _climb(reached(steps, day - timedelta(days=1)))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(waiting(reached(steps, day)).explain(), end="\n\n")
        late = Directive.objects.in_force().overdue(day).order_by("pk")
        print(late.explain())
        begun = time.monotonic()
        print(f"{late.count()} chỉ đạo quá hạn, đếm mất {time.monotonic() - begun:.2f} giây")
    for _ in range(3):
        begun = time.monotonic()
        call_command("send_letters", "--dry-run")
        print(f"{count} chỉ đạo: send_letters --dry-run mất {time.monotonic() - begun:.2f} giây")


def _fill(count, units):
    council = intake.council_of(names(Level.WARD.word, "Bạch Mai"))
    leads = [Unit.objects.create(name=f"phòng {number}", email=f"p{number}@noi.example") for number in range(units)]
    first, span = today() - timedelta(days=365 * YEARS // 2), 365 * YEARS
    posted_at = timezone.now() - timedelta(days=365 * YEARS)
    for meeting in range(0, count, A_SESSION):
        number = meeting // A_SESSION
        session = Session.objects.create(
            council=council,
            kind="extraordinary",
            slug=f"dot-xuat-{number}",
            year=2026,
            month=number % 12 + 1,
            state="published",
            posted_at=posted_at,
        )
        Directive.objects.bulk_create(
            Directive(
                session=session,
                number=f"{place}",
                order=place,
                task="việc phải làm",
                lead_unit=leads[(meeting + place) % units],
                due_on=first + timedelta(days=(meeting + place) * 7 % span),
                state="open" if place % 3 == 0 else "done",
            )
            for place in range(1, min(A_SESSION, count - meeting) + 1)
        )


def _climb(at):
    """As the day before left it."""
    StepTaken.objects.bulk_create(
        StepTaken(directive=row, due_on=row.due_on, days=step.days, action=step.action.value, taken_on=today())
        for row in waiting(at)
        for step in at[row.due_on].steps
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
