"""The first page of a search at 1,000 and at 100,000 sessions, on SQLite, or PostgreSQL where DATABASE_URL names it:

    bench/search.py [sessions …]

Milliseconds of the whole answer through Django, nothing kept, the median of 20; each database made anew where
DATABASE_URL with the size behind it names none. Beside them, how many hits the page shows: each costs to show.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from subprocess import PIPE

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 20


def sought():
    from bench.generator import ABSENT, COMMON, MID, RARE

    unit = {"don-vi": "phong-chuyen-mon-so-7"}
    return {
        "chưa gõ gì": {},
        "mọi mục": {"q": COMMON},
        "mọi mục, không dấu": {"q": "ra soat"},
        "mọi mục, cụm từ": {"q": f'"{COMMON}"'},
        "cụm từ ngược": {"q": '"soát rà"'},
        "mọi mục và từ hay gặp": {"q": f"{COMMON} ngân sách"},
        "1/100": {"q": MID},
        "1/100, cụm từ": {"q": f'"{MID}"'},
        "1/100 và mọi mục": {"q": f"{MID} {COMMON}"},
        "ba nơi": {"q": RARE},
        "ba nơi và mọi mục": {"q": f"{RARE} {COMMON}"},
        "không có": {"q": ABSENT},
        "không có và mọi mục": {"q": f"{ABSENT} {COMMON}"},
        "tên đơn vị": {"q": "phòng chuyên môn số 7"},
        "mọi mục, năm": {"q": COMMON, "nam": 1950},
        "1/100, năm": {"q": MID, "nam": 1950},
        "mọi mục, đơn vị": {"q": COMMON, **unit},
        "1/100, đơn vị": {"q": MID, **unit},
        "mọi mục, phiên họp": {"q": COMMON, "loai": "phien-hop"},
        "mọi mục, chỉ đạo": {"q": COMMON, "loai": "chi-dao"},
        "1/100, chỉ đạo": {"q": MID, "loai": "chi-dao"},
    }


def measured(sessions):
    """In a process of its own: answers each query that is named to it with the milliseconds that the page took."""
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.cache import cache
    from django.core.management import call_command
    from django.test import Client

    from bench.generator import generate
    from meetings.models import Office, SessionEntry, at_office

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with at_office(Office.objects.first()):
        if not SessionEntry.objects.exists():
            generate(sessions, 4)
    client = Client(headers={"host": "localhost"})
    queries = sought()
    print(*queries, sep="\t", flush=True)
    for name in sys.stdin:
        cache.clear()
        begun = time.perf_counter()
        answer = client.get("/tim-kiem/", queries[name.strip()])
        print((time.perf_counter() - begun) * 1000, answer.content.count(b"tracked hit"), flush=True)
        assert answer.status_code == 200


def started(size):
    base, folder = os.environ.get("DATABASE_URL", ""), tempfile.mkdtemp()
    database = f"{base}_{size}" if base else f"sqlite:///{folder}/bench.sqlite3"
    if base.startswith("postgres"):
        subprocess.run(
            ["createdb", f"--maintenance-db={base}", database.rpartition("/")[2]],
            check=False,
            stderr=subprocess.DEVNULL,
        )
    environment = {"DJANGO_SETTINGS_MODULE": "council.settings", "HTTPS": "off", "DATA_DIR": folder}
    environment |= {"DATABASE_URL": database, "CACHE_URL": "locmemcache://", "LOG_LEVEL": "ERROR"}
    command, pipes = [sys.executable, __file__, "--one", f"{size}"], {"stdin": PIPE, "stdout": PIPE, "text": True}
    return subprocess.Popen(command, env={**os.environ, **environment}, **pipes)


def took(process, name):
    print(name, file=process.stdin, flush=True)
    return tuple(map(float, process.stdout.readline().split()))


def main(*sizes):
    """The sizes take turns, so that whatever else the machine does falls on all of them."""
    processes = {}
    for size in sizes:
        processes[size] = started(size)
        names = processes[size].stdout.readline().strip().split("\t")
    print(f"{'':24}" + "".join(f"{size:>12,}" for size in sizes))
    for name in names:
        rounds = [[took(each, name) for each in processes.values()] for _ in range(ROUNDS)]
        times = [statistics.median(each for each, _ in of_size) for of_size in zip(*rounds, strict=True)]
        hits = " → ".join(f"{hits:.0f}" for _, hits in rounds[0])
        figures = "".join(f"{each:9.1f} ms" for each in times)
        print(f"{name:24}{figures}  {times[-1] / times[0]:.2f} lần  {hits} mục")
    for each in processes.values():
        each.stdin.close()
        each.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measured(int(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:] or (1_000, 100_000)))
