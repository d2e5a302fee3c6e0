"""CPU per request of the public pages beside an empty view, and what they ask of the database:

    bench/public.py [sessions]

Two gunicorn workers on a database of 100,000 sessions (or as many as said), made anew where DATABASE_URL names none.
Per address: milliseconds of CPU of the workers for one request, and how many times that of the empty view; first as
found in the cache, then each time with a new state of the site (nothing kept), then as a 304.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.update(DJANGO_SETTINGS_MODULE="council.settings", HTTPS="off", DEBUG="off", PROXY_COUNT="1")
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp())

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.generator import generate
from meetings.models import DirectiveEntry, ListedUnit, Office, Revision, SessionEntry, at_office

PORT, ROUNDS, COLD_ROUNDS = 8799, 400, 20
TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """Two workers, and what they have used of the CPU."""

    readers = 0

    def __enter__(self):
        command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{PORT}", "bench.served:application"]
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                self.get("/trong/")
                return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("gunicorn không khởi động được")

    def __exit__(self, *broken):
        self.process.terminate()
        self.process.wait()

    def get(self, address, **headers):
        """As one reader after another, or the search would answer that it is asked too often."""
        self.readers += 1
        reader = f"10.{self.readers >> 16}.{self.readers >> 8 & 255}.{self.readers & 255}"
        asked = http.client.HTTPConnection("127.0.0.1", PORT)
        asked.request("GET", address, headers={"Accept-Encoding": "gzip", "X-Forwarded-For": reader, **headers})
        answer = asked.getresponse()
        answer.read()
        asked.close()
        return answer

    def cpu(self):
        tasks = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        stats = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in tasks]
        return sum(int(each[11]) + int(each[12]) for each in stats) / TICK * 1000

    def cost(self, address, rounds=ROUNDS, before=lambda: None, **headers):
        """Milliseconds of CPU for one request."""
        for _ in range(6):
            self.get(address, **headers)
        begun = self.cpu()
        for _ in range(rounds):
            before()
            self.get(address, **headers)
        return (self.cpu() - begun) / rounds


def pages():
    newest = SessionEntry.objects.live().newest_first().first()
    directive = DirectiveEntry.objects.live().newest_first().first()
    return {
        "phiên họp": f"/phien-hop/{newest.path}/",
        "trang nhất": "/",
        "lưu trữ": "/phien-hop/",
        "lưu trữ, trang 4.850": "/phien-hop/?trang=4850",
        "chỉ đạo": "/chi-dao/",
        "một chỉ đạo": f"/chi-dao/{directive.reference}/",
        "một đơn vị": f"/don-vi/{ListedUnit.objects.first().slug}/",
        "lịch": "/lich/",
        "tìm kiếm": "/tim-kiem/?q=gi%C3%A1m%20s%C3%A1t",
        "API": "/api/meetings",
    }


def queries(address):
    Revision.bump()
    with CaptureQueriesContext(connection) as asked:
        status = Client(headers={"host": "localhost"}).get(address).status_code
    return len(asked), status


def main(sessions=100_000):
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    with at_office(Office.objects.first()):
        measure(sessions)


def measure(sessions):
    if not SessionEntry.objects.exists():
        generate(sessions, 4)
    print(f"{SessionEntry.objects.count():,} phiên, {DirectiveEntry.objects.count():,} chỉ đạo, {connection.vendor}")
    with Server() as server:
        empty = server.cost("/trong/")
        print(f"{'khung nhìn trống':24} {empty:7.2f} ms")
        print(f"{'':24} {'có sẵn':>16} {'dựng mới':>16} {'304':>16} {'truy vấn':>9}")
        for name, address in pages().items():
            asked, status = queries(address)
            if status != 200:
                print(f"{name:24} không có ({status})")
                continue
            costs = (
                server.cost(address),
                server.cost(address, COLD_ROUNDS, Revision.bump),
                server.cost(address, **{"If-None-Match": server.get(address).headers["ETag"]}),
            )
            print(f"{name:24} " + " ".join(f"{each:7.2f} ms {each / empty:4.1f}x" for each in costs) + f" {asked:9}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
