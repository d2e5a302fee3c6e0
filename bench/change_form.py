"""How long the session screen takes, and how many queries:  bench/change_form.py [attendees agenda directives]

A database in memory, a session of 60 attendees, 15 agenda items and 40 directives, the median of 20 GETs.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.update(DJANGO_SETTINGS_MODULE="council.settings", DATA_DIR=tempfile.mkdtemp(), HTTPS="off", DEBUG="off")
os.environ.update(DATABASE_URL="sqlite://:memory:", CACHE_URL="locmemcache://", ALLOWED_HOSTS="testserver")

import django

django.setup()

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from meetings.models import Council, Membership, Office, Session, Unit, at_office

ROUNDS = 20


def big_session(attendees, agenda, directives):
    council = Council.objects.create(name="HĐND", committee_name="Thường trực HĐND", letterhead="HĐND")
    session = Session.objects.create(council=council, year=2021, month=1)
    units = [Unit.objects.create(name=f"Đơn vị {number}") for number in range(12)]
    for order in range(1, attendees + 1):
        session.attendees.create(order=order, name=f"Người {order}", position="Ủy viên Thường trực HĐND quận")
    for order in range(1, agenda + 1):
        session.agenda.create(order=order, title=f"Nội dung {order}", opinions="Nhất trí.\n" * 5)
    for order in range(1, directives + 1):
        row = session.directives.create(order=order, task=f"việc thứ {order}", lead_unit=units[order % 12])
        for place in (1, 2):
            row.coordinations.create(unit=units[(order + place) % 12], order=place)
    return session


def main(*counts):
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with at_office(Office.objects.get()):
        measure(*counts)


def measure(*counts):
    session = big_session(*counts)
    clerk = User.objects.create_user("vanthu", is_staff=True)
    Membership.objects.create(user=clerk).roles.add(Group.objects.get(name="Văn thư"))
    client = Client()
    client.force_login(clerk)
    address = f"/quan-tri/meetings/session/{session.pk}/change/"
    client.get(address)
    queries = []
    with connection.execute_wrapper(lambda execute, sql, *more: queries.append(sql) or execute(sql, *more)):
        page = client.get(address)
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - start) * 1000)
    print(f"{counts[0]} attendees, {counts[1]} agenda items, {counts[2]} directives: ", end="")
    print(f"{len(queries)} queries, {statistics.median(took):.0f} ms, {len(page.content) / 1024:.0f} KiB")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) == 4 else (60, 15, 40)))
