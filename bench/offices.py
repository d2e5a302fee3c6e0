"""What a page of one office costs where it is alone, and where a whole province is kept beside it.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/offices.py [OFFICES [SESSIONS]]    (168 offices of 240 sessions each)

On PostgreSQL with DATABASE_URL of an empty database that ends in its name; a second one is made beside it, and away
again. Milliseconds, the quickest of many requests: what else the machine does only adds. A process for each database
is asked in turn, so that both meet the machine in the same moment; pages are made anew each time. The aim is a ratio
of 1.15 at most.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("HTTPS", "off")
django.setup()

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client

from bench import generator
from bench.generator import fill_office, generate, search_index_down
from meetings.models import Edition, Membership, Office, at_office

ROUNDS = 60
FIRST = "localhost"
ALONE = "_alone"


def main(offices=168, sessions=240):
    generator.A_MONTH, generator.A_YEAR = 1, 12
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    first = Office.objects.get()
    first.hosts = FIRST
    first.save()
    with at_office(first):
        generate(sessions, 4)
        chief = User.objects.create_user("lanhdao", is_staff=True)
        Membership.objects.create(user=chief).roles.add(Group.objects.get(name="Lãnh đạo văn phòng"))
    with copied() as alone:
        with search_index_down():
            for number in range(1, offices):
                office = Office.objects.create(slug=f"phuong-{number}", hosts=f"phuong-{number}.example")
                with at_office(office):
                    fill_office(sessions, 4)
        print(f"{'':16} {'một cơ quan':>12} {f'{offices} cơ quan':>12} {'tỷ lệ':>6}")
        two = quickest(asked_process(alone), asked_process(os.environ.get("DATABASE_URL")))
        for name, (one, many) in two.items():
            print(f"{name:16} {one:9.2f} ms {many:9.2f} ms {many / one:6.2f}")


@contextmanager
def copied():
    """A copy of the database as it is now; gives its DATABASE_URL."""
    name = settings.DATABASES["default"]["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        beside = Path(name).with_name("alone.sqlite3")
        shutil.copy(name, beside)
        yield f"sqlite:///{beside}"
        return
    made = connection.ops.quote_name(name + ALONE)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {made} TEMPLATE {connection.ops.quote_name(name)}")
    yield os.environ["DATABASE_URL"] + ALONE
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {made}")


def asked_process(database_url):
    """A process that answers each line with the milliseconds of one request a page."""
    where = {"DATABASE_URL": database_url} if database_url else {}
    return subprocess.Popen(
        [sys.executable, __file__, "--asked"],
        env={**os.environ, **where},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def quickest(*processes):
    """{page: the quickest request of each process}."""
    best = [{} for _ in processes]
    for _ in range(ROUNDS):
        for process, known in zip(processes, best, strict=True):
            process.stdin.write("\n")
            process.stdin.flush()
            for name, taken in json.loads(process.stdout.readline()).items():
                known[name] = min(taken, known.get(name, taken))
    for process in processes:
        process.stdin.close()
        process.wait()
    return {name: [known[name] for known in best] for name in best[0]}


def answer():
    with at_office(Office.objects.get(hosts=FIRST)):
        newest = Edition.objects.filter(kind="news").newest_first().first().path
    public, desk = Client(headers={"host": FIRST}), Client(headers={"host": FIRST})
    desk.force_login(User.objects.get())
    pages = {
        "trang nhất": (public, "/"),
        "trang phiên": (public, f"/phien-hop/{newest}/"),
        "danh sách": (public, f"/phien-hop/?nam={newest[:4]}"),
        "chỉ đạo": (public, "/chi-dao/"),
        "tìm kiếm": (public, "/tim-kiem/?q=giam+sat"),
        "API": (public, "/api/meetings"),
        "Bàn việc": (desk, "/quan-tri/"),
        "phiên ở Bàn việc": (desk, "/quan-tri/meetings/session/"),
    }
    for _ in sys.stdin:
        print(json.dumps({name: cost(*how) for name, how in pages.items()}), flush=True)


def cost(client, address):
    cache.clear()
    begun = time.perf_counter()
    assert client.get(address).status_code == 200, address
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    if sys.argv[1:] == ["--asked"]:
        answer()
    else:
        main(*map(int, sys.argv[1:]))
