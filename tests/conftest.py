"""The cast: a clerk, a chief of office, a citizen, and the January session they work on."""

import gc
import os
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.utils.functional import SimpleLazyObject

from meetings import form_check, intake, printing
from meetings.models import Membership, at_office, frozen, office
from meetings.public import outage
from meetings.record import (
    AgendaItemRecord,
    AttendeeRecord,
    CouncilRecord,
    DirectiveRecord,
    Presence,
    Role,
    SessionRecord,
)
from meetings.writers import docx, pdf

PASSWORD = "mot-mat-khau-du-dai"

gc.set_threshold(50_000)
"""Looking for garbage after every 700 new objects is a tenth of the whole run's work."""

os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
"""LibreOffice, Chromium and WeasyPrint set what the tests measure in the same fonts on every machine."""


def pytest_addoption(parser):
    parser.addoption("--on-database", action="store_true", help="only what another database may answer otherwise")


def pytest_collection_modifyitems(config, items):
    """On a second database neither what asks none is told again, nor that a test would see a fault."""
    if config.option.on_database:
        items[:] = [each for each in items if asks_database(each) and not each.get_closest_marker("proof")]


def asks_database(test):
    named = {"db", "transactional_db", "live_server"} & set(test.fixturenames)
    return bool(named or test.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """A browser's requests overlap; SQLite in memory answers that with "table is locked", a file waits its turn. The
    disk need not have it: emptying the tables after a test would wait a hundred times for that."""
    database = connection.settings_dict
    if request.config.option.markexpr.startswith("browser") and "sqlite" in database["ENGINE"]:
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("browser") / "test.sqlite3")
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(autouse=True)
def no_outage():
    """What one test learnt of a silent database is nothing to the next."""
    yield
    outage.forget()


@pytest.fixture(scope="session", autouse=True)
def plain_server(tmp_path_factory):
    """A browser's server starts once, before the settings of any test hold."""
    with override_settings(SECURE_SSL_REDIRECT=False, STATIC_ROOT=tmp_path_factory.mktemp("static")):
        yield


@pytest.fixture(autouse=True)
def plain_settings(settings, tmp_path, request):
    """Static files without a manifest, a cache and a file store of the test's own, no redirect to TLS."""
    is_served = "live_server" in request.fixturenames
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.SECURE_SSL_REDIRECT = False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.SITE_URL = request.getfixturevalue("live_server").url if is_served else "http://testserver"
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / "media", tmp_path


@pytest.fixture(scope="session", autouse=True)
def own_cache(worker_id, tmp_path_factory):
    """Each worker empties a cache of its own: the database or the folder of the configured one, moved aside."""
    place = settings.CACHES["default"]
    if "Redis" in place["BACKEND"]:
        server, _, number = place["LOCATION"].rpartition("/")
        location = f"{server}/{int(number) + int(worker_id.removeprefix('gw') if worker_id != 'master' else 0)}"
    else:
        location = str(tmp_path_factory.mktemp("cache"))
    with override_settings(CACHES={"default": {**place, "LOCATION": location}}):
        yield


@pytest.fixture(autouse=True)
def empty_cache(own_cache):
    cache.clear()


@pytest.fixture(autouse=True)
def sweepable_record_room(request):
    """The tables are emptied after a test that commits; the triggers of the record room would forbid it. They are
    put up again with the next migration signal, which emptying sends."""
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not commits and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    frozen.release(connection)


class OfficeNotAsked(SimpleLazyObject):
    """For tests without a database: a request knows its office before any page is made."""

    is_sample = False


@pytest.fixture(autouse=True)
def office_at_work(request, sweepable_record_room, monkeypatch):
    """Tests work in the one office that every installation begins with, opened already; known before they
    count queries, however slow the machine, where it is plain that they ask any."""
    monkeypatch.setattr(office, "KNOWN_SECONDS", 10_000)
    office.forget_offices()
    marker = request.node.get_closest_marker("django_db")
    if not asks_database(request.node):
        with at_office(OfficeNotAsked(lambda: office.known_offices()[0])):
            yield
        return
    if "transactional_db" not in request.fixturenames:
        request.getfixturevalue("transactional_db" if marker and marker.kwargs.get("transaction") else "db")
    office.Office.objects.update(name="Cơ quan")
    office.forget_offices()
    (only,) = office.known_offices()
    with at_office(only):
        yield


class QuickPress:
    """Prints nothing: what would be printed stands in the file by its fingerprint."""

    def make(self, work, *args, **named):
        if work is pdf.page_count:
            return 1
        if work is docx.left_out_of_pdf:
            return ()
        if work is form_check.check:
            return form_check.Report(kind=args[1], pages=1, findings=(), hints=())
        return f"%PDF-1.7 {work.__module__} {sha256(repr((args, named)).encode()).hexdigest()}\n".encode()


class PressAtHand:
    """Prints here and now, in this process; the same from the same only once."""

    printed = {}

    def make(self, work, *args, **named):
        asked = sha256(repr((work, args, named)).encode()).digest()
        if asked not in self.printed:
            self.printed[asked] = work(*args, **named)
        return self.printed[asked]


@pytest.fixture(autouse=True)
def quick_press(monkeypatch):
    """Few tests read what is printed; those ask for `press_at_hand`."""
    monkeypatch.setattr(printing, "press", QuickPress)


@pytest.fixture
def press_at_hand(quick_press, monkeypatch):
    monkeypatch.setattr(printing, "press", PressAtHand)


@pytest.fixture(scope="session")
def council_record():
    return CouncilRecord(
        name="Hội đồng nhân dân quận Hai Bà Trưng",
        short_name="HĐND quận Hai Bà Trưng",
        committee_name="Thường trực HĐND quận Hai Bà Trưng",
        committee_full_name="Thường trực Hội đồng nhân dân quận Hai Bà Trưng",
        locality="quận Hai Bà Trưng",
        place_name="Hai Bà Trưng",
        letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
        office_name="Văn phòng HĐND&UBND quận",
        recipients=("Thường trực HĐND quận", "Lưu: VT, Hồ sơ phiên họp"),
    )


@pytest.fixture(scope="session")
def january_record(council_record):
    """The January 2021 session, with something internal in each kind of row."""
    return SessionRecord(
        council=council_record,
        year=2021,
        month=1,
        title="Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng",
        held_on=date(2021, 1, 5),
        posted_at=datetime(2021, 1, 11, 1, 52, tzinfo=UTC),
        imported_views=88,
        assessment="Chủ trì đánh giá năm 2020 đã hoàn thành chương trình công tác.",
        directives_intro="Đồng chí Chủ tịch HĐND quận giao các cơ quan thực hiện:",
        attendees=(
            AttendeeRecord(
                role=Role.CHAIR,
                name="Trần Quyết Thắng",
                position="Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận",
                presence=Presence.PRESENT,
            ),
            AttendeeRecord(
                role=Role.MEMBER, position="các đồng chí trong Thường trực HĐND quận", presence=Presence.PRESENT
            ),
            AttendeeRecord(
                role=Role.INVITEE,
                position="Trưởng các tổ chức chính trị, xã hội quận",
                presence=Presence.PRESENT,
                headcount=5,
            ),
            AttendeeRecord(
                role=Role.INVITEE,
                position="Trưởng phòng Y tế quận",
                presence=Presence.EXCUSED,
                reason="nội bộ: đi chữa bệnh",
            ),
        ),
        agenda=(
            AgendaItemRecord(
                title="Kết quả công tác năm 2020",
                presenter="Văn phòng",
                opinions="nội bộ: đồng chí A chưa nhất trí",
                conclusion="Thống nhất báo cáo.",
            ),
            AgendaItemRecord(title="nội bộ: công tác nhân sự", is_public=False),
        ),
        directives=(
            DirectiveRecord(
                topic="Đối với công tác giám sát năm 2021",
                assignment="đề nghị … chủ trì phối hợp với …",
                lead="Ủy ban MTTQ Việt Nam quận",
                coordinators=("Thường trực HĐND quận", "các tổ chức chính trị - xã hội quận"),
                task="xây dựng kế hoạch giám sát",
                due_on=date(2021, 3, 31),
            ),
            DirectiveRecord(topic="Đối với nhiệm vụ tháng 01 năm 2021", task="cần tập trung các việc sau"),
            DirectiveRecord(level=1, task="Triển khai Chương trình công tác năm 2021"),
            DirectiveRecord(level=1, task="phục vụ Nhân dân đón Tết", due_text="trước Tết"),
            DirectiveRecord(task="nội bộ: rà soát hồ sơ nhân sự", is_public=False),
            DirectiveRecord(level=1, task="nội bộ: gửi danh sách"),
        ),
    )


@pytest.fixture
def council(db, council_record):
    """The council whose site it is, on the list."""
    return intake.council_of(council_record)


@pytest.fixture
def january(db, january_record):
    """The January session on the desk, a draft."""
    return intake.store(january_record)


@pytest.fixture
def submitted(january, clerk):
    january.submit(by=clerk)
    return january


@pytest.fixture
def published(submitted, chief):
    submitted.publish(by=chief)
    return submitted


@pytest.fixture
def reopened(published, chief):
    published.reopen(by=chief, note="Ghi sai tên đơn vị.")
    return published


@pytest.fixture
def resubmitted(reopened, clerk):
    """A correction that awaits the chief."""
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    reopened.submit(by=clerk)
    return reopened


def make_user(name, role, first_name="", last_name=""):
    user = User.objects.create_user(
        name, password=PASSWORD, is_staff=True, first_name=first_name, last_name=last_name
    )
    join(user, role)
    return user


def make_staff(name, *codenames, **more):
    """One of the office who may do just what is named, whatever the roles are."""
    user, role = User.objects.create_user(name, is_staff=True, **more), Group.objects.create(name=f"Vai của {name}")
    role.permissions.set(Permission.objects.filter(codename__in=codenames))
    join(user, role.name)
    return user


def join(user, *roles):
    """Make the user one of the office at work."""
    membership, _ = Membership.objects.get_or_create(user=user)
    membership.roles.set(Group.objects.filter(name__in=roles))
    assert membership.roles.count() == len(roles)


@pytest.fixture
def chief(db):
    return make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")


@pytest.fixture
def deputy(db):
    """A second one who may publish and issue."""
    return make_user("phovp", "Lãnh đạo văn phòng", "Minh", "Lê Quang")


@pytest.fixture
def clerk(db):
    return make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")


@pytest.fixture
def reader(db):
    return make_user("nguoixem", "Người xem")


@pytest.fixture
def administrator(db):
    return make_user("quantri", "Quản trị")


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def at_clerks_desk(clerk):
    return logged_in(clerk)


@pytest.fixture
def at_chiefs_desk(chief):
    return logged_in(chief)


@pytest.fixture
def citizen(client):
    return client


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests marked `browser`. Playwright keeps its event loop in this thread from here on, which
    Django would take for a view that must not touch the database."""
    from playwright.sync_api import sync_playwright

    from .browsing import OPTIONS

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright, playwright.chromium.launch(**OPTIONS) as chromium:
        yield chromium


@pytest.fixture
def browser(chromium):
    """Chromium as one test finds it: without a window, and none is left of those that the test opens."""
    yield chromium
    for context in chromium.contexts:
        context.close()
