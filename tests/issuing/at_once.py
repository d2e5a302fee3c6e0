"""Twenty issue at the same moment, each on a connection of its own: minutes as on one machine, then invitations as on
eight, where no lock but the database's holds. Run by test_at_once.py on a database of its own; prints numbers."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date, time

import django

TWENTY, EIGHT = 20, 8
DAY = date(2021, 3, 2)


class Press:
    """Says what it would print, at once: numbers are what is raced for here."""

    def make(self, work, *args, **named):
        from meetings import form_check
        from meetings.writers import pdf

        if work is pdf.page_count:
            return 1
        if work is form_check.check:
            return form_check.Report(kind=args[1], pages=1, findings=())
        return repr((args, named)).encode()


def sessions():
    from meetings.models import Council, Session

    council = Council.objects.create(name="HĐND", committee_name="Thường trực HĐND", letterhead="HĐND")
    for place in range(TWENTY):
        session = Session.objects.create(
            council=council,
            kind="thematic" if place else "regular",
            title=f"Phiên {place}",
            year=2021,
            month=3,
            held_on=DAY,
            starts_at=time(8),
            venue="Phòng họp số 1",
        )
        session.attendees.create(role="invitee", position="Trưởng phòng")
        yield session.pk


def issue(kind, pk):
    from django.db import connections

    from meetings import issuing
    from meetings.models import Office, Session, at_office

    try:
        with at_office(Office.objects.get()):
            return issuing.issue(Session.objects.get(pk=pk), kind, issuing.Order(dated=DAY), by=None).number
    finally:
        connections.close_all()


def all_at_once(kind, keys):
    with ThreadPoolExecutor(TWENTY) as office:
        print(kind, *sorted(office.map(lambda pk: issue(kind, pk), keys)))


def main():
    from django.core.management import call_command

    from meetings import printing
    from meetings.issuing import issue_paper
    from meetings.models import Office, at_office

    call_command("migrate", verbosity=0)
    printing.press = Press
    with at_office(Office.objects.get()):
        keys = list(sessions())
    all_at_once("minutes", keys)
    issue_paper._one_at_a_time, issue_paper.TRIES = nullcontext, TWENTY * TWENTY
    all_at_once("invitation", keys[:EIGHT])
    call_command("verify_editions", stdout=sys.stderr)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
    django.setup()
    main()
