"""A portal over two offices: the ward of Bạch Mai, which keeps what the district decided before, and a commune."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from meetings.council_names import Level, names
from meetings.models import Council, Office, at_office
from meetings.models.office import forget_offices
from meetings.models.office_scope import current
from meetings.record import DirectiveRecord
from tests.conftest import PASSWORD
from tests.public.conftest import issue, issue_paper, session_of

PORTAL, BACH_MAI, SOC_SON = "cong.example", "testserver", "soc-son.example"


def council_of(level, place):
    return names(level.word, place)


WARD, COMMUNE, DISTRICT = (
    council_of(Level.WARD, "Bạch Mai"),
    council_of(Level.COMMUNE, "Sóc Sơn"),
    council_of(Level.URBAN_DISTRICT, "Hai Bà Trưng"),
)


def session_at(council, year, month, *tasks, due_on=None, **more):
    """A session, with a directive for each task."""
    directives = tuple(
        DirectiveRecord(number=str(number), task=task, lead="Phòng Kinh tế", due_on=due_on)
        for number, task in enumerate(tasks, start=1)
    )
    title = f"Phiên họp tháng {month} năm {year} của {council.committee_name}"
    return session_of(year, month, council=council, title=title, directives=directives, **more)


@pytest.fixture
def portal(db, settings):
    """Somebody at the portal."""
    settings.PORTAL_HOST, settings.PORTAL_NAME = PORTAL, "Thành phố Hà Nội"
    settings.ALLOWED_HOSTS, settings.SITE_URL, settings.HTTPS = ["*"], "", False
    return Client(headers={"host": PORTAL})


@pytest.fixture
def ward(portal):
    office = current()
    office.slug, office.name, office.hosts = "phuong-bach-mai", "Thường trực HĐND phường Bạch Mai", BACH_MAI
    office.save()
    return office


@pytest.fixture
def commune(ward):
    return Office.objects.create(
        slug="xa-soc-son", name="Thường trực HĐND xã Sóc Sơn", hosts=SOC_SON, opened_on=date(2025, 7, 1)
    )


@pytest.fixture
def posted(ward, commune):
    """What both have posted: {"minutes": an edition, "notice": …}."""
    issue(session_at(DISTRICT, 2020, 12, "chỉnh trang phố Lò Đúc"))
    Council.objects.get().save()
    district = Council.objects.get()
    district.valid_to = date(2025, 6, 30)
    district.save()
    record = session_at(WARD, 2026, 1, "xử lý úng ngập phố Hồng Mai", due_on=date(2026, 2, 1))
    issue(record)
    minutes = issue_paper(record, "minutes", 5)
    with at_office(commune):
        issue(session_at(COMMUNE, 2026, 1, "giữ xe hè phố", "rà soát úng ngập"))
        issue(session_at(COMMUNE, 2026, 2, "lập kế hoạch giám sát"))
    return {"minutes": minutes}


@pytest.fixture
def supervisor(portal):
    """Added by the operator, and with a password of their own by now."""
    call_command("add_supervisor", "giamsat", verbosity=0)
    user = User.objects.get(username="giamsat")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def operator(portal):
    return User.objects.create_superuser("vanhanh", password=PASSWORD)


def at_portal(user):
    """Somebody who is logged in there."""
    client = Client(headers={"host": PORTAL})
    client.force_login(user)
    return client


@pytest.fixture
def supervising(supervisor):
    return at_portal(supervisor)


@pytest.fixture(autouse=True)
def offices_known_anew():
    yield
    forget_offices()
