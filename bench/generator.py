"""A record room of any size, made up: sessions, directives and the public index of them.

COMMON stands in every session and every directive, MID in one session of a hundred and its first directive, RARE in
three sessions, ABSENT nowhere; the other words are drawn at random.
"""

import random
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from bench.copies import FIRST_YEAR, copy_first_year
from meetings.models import Council, Edition, Revision, Session, search_index
from meetings.models.edition import columns_of
from meetings.models.indexing import INDEX_VERSION, index, name_units
from meetings.models.public_index import Party
from meetings.prose import completed
from meetings.record import AttendeeRecord, CouncilRecord, DirectiveRecord, Presence, Role, SessionRecord
from meetings.vietnamese import LOCAL_ZONE

COMMON, MID, RARE, ABSENT = "rà soát", "hiếm gặp", "zêta", "thủy cung"
AT_ONCE = 500
A_MONTH = 125
A_YEAR = 12 * A_MONTH
"""So many sessions, that 100,000 of them take about seventy years."""
UNITS = [f"Phòng chuyên môn số {number}" for number in range(1, 41)]
SYLLABLES = (
    *("xây", "dựng", "kế", "hoạch", "giám", "sát", "ngân", "sách", "tiếp", "công", "dân", "phòng", "dịch"),
    *("trường", "học", "đường", "phố", "đất", "đai", "môi", "khảo", "thẩm", "tra", "quyết", "nghị"),
)
COUNCIL = CouncilRecord(
    name="Hội đồng nhân dân quận Hai Bà Trưng",
    short_name="HĐND quận Hai Bà Trưng",
    committee_name="Thường trực HĐND quận Hai Bà Trưng",
    committee_full_name="Thường trực Hội đồng nhân dân quận Hai Bà Trưng",
    locality="quận Hai Bà Trưng",
    place_name="Hai Bà Trưng",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
)


def generate(sessions, directives_each):
    """Fills an empty database."""
    with search_index_down():
        fill_office(sessions, directives_each)


@contextmanager
def search_index_down():
    """Many rows are indexed faster all at once, at the end."""
    search_index.take_down(connection)
    yield
    search_index.put_up(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the database itself does after a while


def fill_office(sessions, directives_each):
    """The first year, what is left of the last one and the rare sessions as the site itself draws them, each whole
    year between as a copy of the first."""
    dice, rare = random.Random(2021), {sessions // 7, sessions // 2, sessions - 4}
    council, _ = Council.objects.get_or_create(
        name=COUNCIL.name, committee_name=COUNCIL.committee_name, committee_full_name=COUNCIL.committee_full_name
    )
    plain = sessions - len(rare)
    last = max(plain // A_YEAR, 1) * A_YEAR
    _index(council, [_record(place, dice, directives_each) for place in range(min(plain, A_YEAR))])
    copy_first_year(range(1, last // A_YEAR))
    _index(council, [_record(place, dice, directives_each) for place in range(last, plain)])
    _index(council, [_record(place, dice, directives_each, RARE) for place in rare])
    name_units(set(Party.objects.order_by().values_list("slug", flat=True)))
    Revision.bump(index_version=INDEX_VERSION)


def _index(council, records):
    for start in range(0, len(records), AT_ONCE):
        some = records[start : start + AT_ONCE]
        with transaction.atomic():
            rows = Session.objects.bulk_create(_desk(council, each) for each in some)
            editions = [edition_of(council, *each) for each in zip(rows, some, strict=True)]
            index(Edition.objects.bulk_create(editions), list_units=False)


def _desk(council, record):
    told = {"slug": record.slug, "kind": "thematic", "title": f"Phiên {record.slug}"}
    return Session(council=council, year=record.year, month=record.month, state="published", **told)


def _record(place, dice, directives_each, rare=""):
    months, within = divmod(place, A_MONTH)
    year, month = FIRST_YEAR + months // 12, months % 12 + 1
    words = " ".join((rare, *dice.choices(SYLLABLES, k=60)))
    mid = f"{MID} " if place % 100 == 3 else ""
    directives = tuple(
        DirectiveRecord(
            number=str(number),
            task=f"{COMMON} {mid if number == 1 else ''}{' '.join(dice.choices(SYLLABLES, k=16))}",
            lead=dice.choice(UNITS),
            coordinators=(dice.choice(UNITS),),
            due_on=date(year, month, 1) + timedelta(days=dice.randrange(20, 90)),
        )
        for number in range(1, directives_each + 1)
    )
    return SessionRecord(
        council=COUNCIL,
        year=year,
        month=month,
        slug="hiem" if rare else f"so-{within}" if within else "",
        held_on=date(year, month, 1 + within % 28),
        posted_at=datetime(year, month, 28, 8, 52, tzinfo=LOCAL_ZONE),
        assessment=f"Thường trực HĐND quận họp {COMMON}: {mid}{words}.",
        attendees=(AttendeeRecord(role=Role.CHAIR, name=f"Chủ tọa {within % 9}", presence=Presence.PRESENT),),
        directives=directives,
    )


def edition_of(council, session, record):
    whole = completed(record)
    return Edition(
        session=session,
        council=council,
        kind="news",
        sequence=1,
        **columns_of(whole),
        record={},
        public_record=completed(record.public()).to_data(),
        folded="",
        record_sha256="0" * 64,
        seal="0" * 64,
        issued_at=whole.posted_at,
        visible_from=whole.posted_at,
    )
