"""What an office sees that looks at the demo: its own year, the archive before it, a second ward, and no claim of
being real. The demo is loaded once for all of these tests; what a test changes is undone after it."""

import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from meetings import printing
from meetings.management.demo_offices import FIRST, SECOND, name_hosts
from meetings.models import (
    Council,
    Directive,
    Edition,
    Office,
    PageViews,
    PaperDraft,
    ProgressReport,
    Session,
    Unit,
    at_office,
)
from meetings.models.office import forget_offices
from meetings.paper import PaperKind
from meetings.vietnamese import LOCAL_ZONE

from .conftest import QuickPress, logged_in
from .public.page_text import texts

BAND = "Dữ liệu mẫu, không phải thông tin chính thức"
HOME, OTHER = "hai-ba-trung.localhost", "moc-lan.localhost"


def test_a_real_office_says_nothing_of_it(client, published):
    """The first test here, for it asks for the tables that the others find."""
    for path in ("/", "/phien-hop/2021/01/", "/khong-co/", "/quan-tri/login/"):
        answer = client.get(path)
        assert "Dữ liệu mẫu" not in answer.content.decode() and "X-Robots-Tag" not in answer
    assert "Disallow: /quan-tri/" in client.get("/robots.txt").content.decode()
    assert not Office.objects.filter(is_sample=True).exists()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    plain = {
        "DATA_DIR": folder,
        "MEDIA_ROOT": folder / "media",
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "ALLOWED_HOSTS": ["testserver", ".localhost"],
    }
    with (
        pytest.MonkeyPatch.context() as patched,
        override_settings(**plain),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patched.setattr(printing, "press", QuickPress)
        patched.setenv("DEMO_PASSWORD", "mat-khau-da-cho")
        call_command("load_demo", stdout=StringIO())
        yield folder
        transaction.set_rollback(True)
    forget_offices()


@pytest.fixture
def demo(loaded, settings):
    settings.ALLOWED_HOSTS, settings.MEDIA_ROOT = ["testserver", ".localhost"], loaded / "media"
    forget_offices()
    with transaction.atomic(), at_office(Office.objects.get(slug=FIRST)):
        yield Office.objects.get(slug=FIRST)
        transaction.set_rollback(True)
    forget_offices()


@pytest.fixture
def other(demo):
    return Office.objects.get(slug=SECOND)


def today():
    return timezone.localdate(timezone=LOCAL_ZONE)


def asked(path, host=HOME, client=None):
    return (client or Client()).get(path, headers={"host": host})


def of_the_ward():
    return Council.objects.in_office().sessions


def test_the_passwords_can_be_given(demo):
    assert User.objects.get(username="vanthu").check_password("mat-khau-da-cho")


def test_each_ward_answers_at_its_host_and_the_first_at_those_of_the_server(demo, other):
    assert {
        texts(asked("/", host), "span", class_="masthead__place")[0] for host in (HOME, "localhost", "testserver")
    } == {"Phường Hai Bà Trưng"}
    assert texts(asked("/", OTHER), "span", class_="masthead__place") == ["Phường Mộc Lan"]
    assert asked("/", "la.localhost").status_code == 404


def test_the_first_learns_of_another_host_when_the_server_is_started_again(demo, settings):
    settings.ALLOWED_HOSTS = ["10.0.0.5", ".localhost", "*"]
    name_hosts()
    assert Office.objects.get(slug=FIRST).host_names[-1] == "10.0.0.5"
    assert Office.objects.get(slug=FIRST).host_names[0] in (HOME, "testserver")


def test_the_year_ends_today(demo):
    regular = of_the_ward().filter(kind="regular", state="published").order_by("-held_on")
    assert regular.count() == 12 and today() - regular[0].held_on < timedelta(days=45)
    assert f"/phien-hop/{regular[0].year}/{regular[0].month:02d}/" in asked("/").content.decode()
    coming = of_the_ward().get(state="draft")
    assert coming.held_on > today() and coming.editions.get().kind == PaperKind.INVITATION
    assert f"{coming.held_on:%d/%m/%Y}" in asked(f"/phien-hop/{coming.year}/{coming.month:02d}/").content.decode()


def test_what_is_due_and_late_is_so_by_days(demo):
    late = [(today() - row.due_on).days for row in Directive.objects.overdue(today())]
    assert len(late) == 3 and min(late) >= 3 and max(late) <= 15
    yesterday = ProgressReport.objects.filter(reported_on=today() - timedelta(days=1), is_public=True)
    assert yesterday.exists() and ProgressReport.objects.filter(is_public=False).exists()
    assert not ProgressReport.objects.filter(recorded_at__date__gte=today()).exists()
    assert not Session.history.filter(id__in=Session.objects.values("pk"), history_date__date__gte=today()).exists()


def test_something_awaits_the_chief_and_nobody_outside_reads_it(demo):
    session = of_the_ward().get(state="submitted")
    assert asked(f"/phien-hop/{session.year}/{session.month:02d}/{session.slug}/").status_code == 404
    awaits = PaperDraft.objects.get(state="awaiting")
    assert awaits.kind == PaperKind.MINUTES and not awaits.changed_since
    home = asked("/quan-tri/", client=logged_in(User.objects.get(username="chanhvp"))).content.decode()
    assert str(session) in home and "Xem, ký" in home


def test_the_extraordinary_session_was_corrected(demo):
    session = of_the_ward().get(kind="extraordinary")
    first, second = Edition.objects.filter(session=session, kind="news").order_by("sequence")
    assert "123 quầy hàng" in str(first.record) and "132 quầy hàng" in str(second.record)
    page = asked(f"/phien-hop/{second.path}/").content.decode()
    assert "ghi nhầm là 123" in page and "132 quầy hàng" in page


def test_the_archive_stands_at_its_addresses_and_owes_nothing(demo):
    district = Council.objects.get(successor=Council.objects.in_office())
    assert f"{district.valid_to}" == "2025-06-30" and district.sessions.filter(state="published").count() == 9
    for edition in Edition.objects.live("news").filter(council=district):
        assert asked(f"/phien-hop/{edition.path}/").status_code == 200
    assert not Directive.objects.open().filter(session__council=district).exists()
    assert ProgressReport.objects.filter(reported_on__year=2025, directive__session__council=district).exists()
    assert Edition.objects.live().get(path="2020/11", kind="news").sequence == 2
    assert (
        Edition.objects.live().get(path="2021/01", kind="news").posted_at.isoformat() == "2021-01-11T01:52:00+00:00"
    )
    assert Edition.objects.live("reminder").filter(path="2021/01").exists()
    assert not Unit.objects.filter(name__contains="quận", active=True).exists()


def test_each_committee_has_its_members(demo, other):
    duties = ["chair", "deputy", "ordinary", "ordinary"]
    assert [[member.duty for member in council.members.all()] for council in Council.objects.all()] == [duties] * 2
    with at_office(other):
        assert [member.duty for member in Council.objects.get().members.all()] == duties


def test_the_clerk_works_in_both_wards_and_the_chief_in_one(demo, other):
    clerk, chief = (logged_in(User.objects.get(username=name)) for name in ("vanthu", "chanhvp"))
    assert [asked("/quan-tri/", host, clerk).status_code for host in (HOME, OTHER)] == [200, 200]
    assert [asked("/quan-tri/", host, chief).status_code for host in (HOME, OTHER)] == [200, 302]
    assert not User.objects.get(username="chanhvp-moclan").has_usable_password()


def test_somebody_supervises_both_at_the_portal_and_works_in_neither(demo, settings):
    settings.PORTAL_HOST = "portal.localhost"
    supervisor = logged_in(User.objects.get(username="giamsat"))
    assert asked("/quan-tri/", HOME, supervisor).status_code == 302
    grid = asked("/quan-tri/giam-sat/", settings.PORTAL_HOST, supervisor)
    assert grid.status_code == 200 and grid["X-Robots-Tag"] == "noindex, nofollow"
    assert "Dữ liệu mẫu" in grid.content.decode() and "Mộc Lan" in grid.content.decode()


def test_the_second_ward_has_a_few_papers_and_something_late(demo, other):
    with at_office(other):
        assert Session.objects.count() == 4 and Edition.objects.exclude(kind="news").count() == 2
        assert Directive.objects.overdue(today()).count() == 1


def test_older_pages_were_read_more(demo):
    counted = PageViews.objects.filter(session__in=of_the_ward().filter(state="published"))
    assert counted.count() == 13 and all(100 < each.counted < 600 for each in counted)


def test_papers_go_on_from_the_paper_register(demo):
    for kind in (PaperKind.MINUTES, PaperKind.NOTICE):
        papers = Edition.objects.filter(kind=kind, council=Council.objects.in_office()).order_by("pk")
        numbers = {}
        for paper in papers:
            numbers.setdefault(paper.number_year, []).append((paper.number, paper.dated))
        assert all(each == sorted(each) and each[0][0] == each[0][1].month for each in numbers.values())
    with StringIO() as told:
        call_command("verify_editions", stdout=told)
        assert "đều khớp" in told.getvalue()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/phien-hop/2021/01/", 200),
        ("/chi-dao/", 200),
        ("/xac-minh/", 200),
        ("/xac-minh/?ma=sai", 400),
        ("/en/", 200),
        ("/khong-co/", 404),
        ("/quan-tri/login/", 200),
    ],
)
def test_every_page_says_that_it_is_sample_data(demo, path, status):
    for host in (HOME, OTHER) if status != 200 else (HOME,):
        answer = asked(path, host)
        assert answer.status_code == status and texts(answer, "p", class_="sample") == [BAND]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert len(re.findall('<meta name="robots" content="no', answer.content.decode(), re.IGNORECASE)) == 1


def test_so_do_the_desk_and_the_page_of_a_fault(demo, monkeypatch):
    desk = logged_in(User.objects.get(username="vanthu"))
    for path in ("/quan-tri/", reverse("admin:meetings_session_changelist"), "/quan-tri/khong-co/"):
        assert texts(asked(path, client=desk), "p", class_="sample") == [BAND]
    monkeypatch.setattr("meetings.public.queries.newest", lambda: 1 / 0)
    fault = asked("/", client=Client(raise_request_exception=False))
    assert fault.status_code == 500 and texts(fault, "p", class_="sample") == [BAND]


def test_files_are_not_indexed_and_crawlers_are_sent_away(demo):
    paper = asked("/phien-hop/2021/02/bien-ban.pdf")
    assert paper.getvalue().startswith(b"%PDF") and paper["X-Robots-Tag"] == "noindex, nofollow"
    assert asked("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def test_the_example_that_opens_the_readme_works_beside_the_demo(demo):
    readme = Path("README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"`bin/manage (import_posts [^`]+)` reads\s+it", readme)
    (address,) = re.findall(r"becomes this\s+page, `([^`]+)`", readme)
    assert asked(address).status_code == 404
    call_command(*command.split(), stdout=StringIO())
    assert texts(asked(address), "h1") == re.findall(r":\n\n    (Phiên họp .*)", readme)
