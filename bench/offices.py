"""What a page of one office costs where it is alone, and where a whole province is kept beside it.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/offices.py [OFFICES [SESSIONS]]    (168 offices of 240 sessions each)

On PostgreSQL with DATABASE_URL of an empty database. Milliseconds, the quickest of many requests in this process, for
what else the machine does only adds; pages are made anew each time. The aim is a ratio of 1.15 at most.
"""

import os
import sys
import time
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("HTTPS", "off")
django.setup()

from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from bench import generator
from bench.generator import fill_office, generate, search_index_down
from meetings.models import Edition, Membership, Office, at_office

ROUNDS = 60
FIRST = "localhost"


def main(offices=168, sessions=240):
    generator.A_MONTH, generator.A_YEAR = 1, 12
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    first = Office.objects.get()
    first.hosts = FIRST
    first.save()
    with at_office(first):
        generate(sessions, 4)
        newest = Edition.objects.filter(kind="news").newest_first().first().path
        chief = User.objects.create_user("lanhdao", is_staff=True)
        Membership.objects.create(user=chief).roles.add(Group.objects.get(name="Lãnh đạo văn phòng"))
    alone = costs(newest, chief)
    with search_index_down():
        for number in range(1, offices):
            office = Office.objects.create(slug=f"phuong-{number}", hosts=f"phuong-{number}.example")
            with at_office(office):
                fill_office(sessions, 4)
    among = costs(newest, chief)
    print(f"{'':16} {'một cơ quan':>12} {f'{offices} cơ quan':>12} {'tỷ lệ':>6}")
    for name in alone:
        print(f"{name:16} {alone[name]:9.2f} ms {among[name]:9.2f} ms {among[name] / alone[name]:6.2f}")


def costs(newest, chief):
    public, desk = Client(headers={"host": FIRST}), Client(headers={"host": FIRST})
    desk.force_login(chief)
    asked = {
        "trang nhất": (public, "/"),
        "trang phiên": (public, f"/phien-hop/{newest}/"),
        "danh sách": (public, f"/phien-hop/?nam={newest[:4]}"),
        "chỉ đạo": (public, "/chi-dao/"),
        "tìm kiếm": (public, "/tim-kiem/?q=giam+sat"),
        "API": (public, "/api/meetings"),
        "Bàn việc": (desk, "/quan-tri/"),
        "phiên ở Bàn việc": (desk, "/quan-tri/meetings/session/"),
    }
    return {name: cost(*how) for name, how in asked.items()}


def cost(client, address):
    taken = []
    for _ in range(ROUNDS):
        cache.clear()
        begun = time.perf_counter()
        assert client.get(address).status_code == 200, address
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
