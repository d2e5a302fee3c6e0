"""What the pages over all offices cost where a whole province is kept: the portal's first page, search, the grid.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/portal.py [OFFICES [MONTHS]]    (168 offices, 12 months each)

On PostgreSQL with DATABASE_URL of an empty database. Queries, and milliseconds of the clock, the median of many
requests in this process; pages are made anew each time. The aim for each is 300 ms.
"""

import os
import statistics
import sys
import time
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("HTTPS", "off")
os.environ["PORTAL_HOST"], os.environ["PORTAL_NAME"] = "localhost", "Thành phố Hà Nội"
django.setup()

from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.generator import UNITS, edition_of
from meetings.council_names import Level, of_level
from meetings.models import Council, Edition, Office, Revision, Session, at_office, search_index
from meetings.models.indexing import INDEX_VERSION, index, name_units
from meetings.models.public_index import Party
from meetings.record import AttendeeRecord, DirectiveRecord, Presence, Role, SessionRecord
from meetings.vietnamese import LOCAL_ZONE, slugify

ROUNDS = 15
FIRST = (
    *("An", "Bạch", "Cửa", "Đại", "Đống", "Giảng", "Hà", "Hồng", "Khương", "Láng"),
    *("Minh", "Ngọc", "Ô", "Phú", "Quảng", "Sóc", "Thượng", "Văn", "Xuân", "Yên"),
)
SECOND = ("Nam", "Hòa", "Mai", "Đa", "Bình", "Phúc", "Trì", "Xuyên", "Lâm")
TASKS = ("rà soát điểm úng ngập", "sắp xếp giữ xe hè phố", "lập kế hoạch giám sát", "tiếp công dân định kỳ")


def main(offices=168, months=12):
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    fill(offices, months)
    operator = User.objects.create_superuser("vanhanh")
    public, behind = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    behind.force_login(operator)
    for name, client, address in (
        ("trang nhất", public, "/"),
        ("tìm tên nơi", public, "/tim-kiem/?q=bach+mai"),
        ("tìm từ ở mọi nơi", public, "/tim-kiem/?q=ra+soat"),
        ("tìm hai cụm từ", public, "/tim-kiem/?q=%22ung+ngap%22+%22giam+sat%22"),
        ("tìm từ không có", public, "/tim-kiem/?q=thuy+cung"),
        ("phiên họp", public, "/phien-hop/"),
        ("chỉ đạo", public, "/chi-dao/"),
        ("chỉ đạo quá hạn", public, "/chi-dao/?tinh-trang=qua-han"),
        ("giám sát", behind, "/quan-tri/giam-sat/"),
        ("giám sát, XLSX", behind, "/quan-tri/giam-sat/bang.xlsx"),
    ):
        queries, milliseconds = cost(client, address)
        print(f"{name:18} {queries:3} truy vấn {milliseconds:8.1f} ms")


def cost(client, address):
    taken = []
    for _ in range(ROUNDS):
        cache.clear()
        begun = time.perf_counter()
        assert client.get(address).status_code == 200, address
        taken.append((time.perf_counter() - begun) * 1000)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked), statistics.median(taken)


def fill(offices, months):
    """Offices that met each month and posted, but for a few; rows of the desk as bare as they may be."""
    names = [f"{first} {second}" for first, second in product(FIRST, SECOND)][:offices]
    search_index.take_down(connection)
    for place, name in enumerate(names):
        level = Level.COMMUNE if place % 3 == 0 else Level.WARD
        council = of_level(level, name)
        slug = slugify(council.locality)
        office = Office.objects.create(
            slug=slug, name=council.committee_name, hosts=f"{slug}.example", opened_on=date(2025, 7, 1)
        )
        with at_office(office), transaction.atomic():
            _office(council, place, months)
    search_index.put_up(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the database itself does after a while


def _office(record, place, months):
    names = ("name", "short_name", "committee_name", "committee_full_name", "locality", "place_name")
    council = Council.objects.create(**{name: getattr(record, name) for name in names})
    sessions = [_session(record, place, before) for before in range(months)]
    sessions = [session for session in sessions if session]
    rows = Session.objects.bulk_create(
        Session(council=council, year=each.year, month=each.month, held_on=each.held_on, state="published")
        for each in sessions
    )
    pairs = list(zip(rows, sessions, strict=True))
    told = [pair for number, pair in enumerate(pairs) if (place * 7 + number) % 61]
    index(Edition.objects.bulk_create(edition_of(council, *pair) for pair in told), list_units=False)
    papers = [
        _paper(council, *pair, kind) for pair in told for kind in ("minutes", "notice") if _is_out(place, pair[1])
    ]
    Edition.objects.bulk_create(papers)
    name_units(set(Party.objects.order_by().values_list("slug", flat=True)))
    Revision.bump(index_version=INDEX_VERSION)


def _session(council, place, before):
    """That of the month so many months ago; None where nobody met."""
    today = timezone.localdate(timezone=LOCAL_ZONE)
    years, month = divmod(today.year * 12 + today.month - 1 - before, 12)
    month += 1
    held_on = date(years, month, 3 + (place + before) % 12)
    if (place * 5 + before) % 97 == 1 or held_on > today:
        return None
    posted = held_on + timedelta(days=1 + (place * before) % 5 + (9 if (place + before) % 41 == 0 else 0))
    directives = tuple(
        DirectiveRecord(
            number=str(number),
            task=f"{TASKS[(place + number) % len(TASKS)]}, phố số {place % 40 + number}",
            lead=UNITS[(place + number) % len(UNITS)],
            due_on=held_on + timedelta(days=20 + (place * number) % 60)
            if place % 5 == number and before < 4
            else None,
        )
        for number in range(1, 5)
    )
    chair = AttendeeRecord(role=Role.CHAIR, name=f"Chủ tọa {place % 9}", presence=Presence.PRESENT)
    return SessionRecord(
        council=council,
        year=years,
        month=month,
        held_on=held_on,
        posted_at=datetime(posted.year, posted.month, posted.day, 9, 30, tzinfo=LOCAL_ZONE),
        assessment="Thường trực HĐND nghe báo cáo, rà soát kết quả tháng trước.",
        attendees=(chair,),
        directives=directives,
    )


def _is_out(place, session):
    return (place + session.month) % 13 > 0


def _paper(council, session, record, kind):
    paper = edition_of(council, session, record)
    paper.kind = kind
    return paper


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
