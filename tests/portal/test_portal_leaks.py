"""Nobody meets at the portal what an office has not let out: a crawl for words that were planted at two offices."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings import intake
from meetings.models import Council, Unit, at_office
from meetings.models.public_index import EntryQuerySet
from tests.conftest import make_user
from tests.public.every_word import words
from tests.public.test_unseen import INTERNAL, MARK, marked

from .addresses import FOR_MACHINES, PUBLIC_PAGES
from .conftest import at_portal

SEARCHES = [f"/tim-kiem/?q={each}" for each in ("chưa công bố", "nội bộ", "rà soát", "giám sát", "tháng 01")]
GRID = ["/quan-tri/giam-sat/?nam=2021", "/quan-tri/giam-sat/bang.xlsx?nam=2021"]


def crawl(client):
    """Every answer that can be reached at the portal from the addresses that there are."""
    waiting, seen = [*PUBLIC_PAGES, *FOR_MACHINES, *SEARCHES, *GRID], {}
    while waiting:
        address = waiting.pop()
        if address in seen or len(seen) > 400:
            continue
        answer = client.get(address)
        seen[address] = words(answer) + str(answer.headers)
        if "html" in answer.get("Content-Type", ""):
            waiting += [
                each.replace("&amp;", "&")
                for each in re.findall(r'href="(/(?!static|/)[^"#]*)"', answer.content.decode())
            ]
    return seen


def leaks(client):
    return [address for address, said in crawl(client).items() if MARK in said or INTERNAL in said]


@pytest.fixture
def planted(ward, commune, january_record, supervisor):
    """At each office: January published with internal words in it, a draft held in February all of whose words are
    marks, and a page that is to appear later."""
    for place, office in enumerate((ward, commune)):
        with at_office(office):
            clerk = make_user(f"vt{place}", "Văn thư")
            chief = make_user(f"ld{place}", "Lãnh đạo văn phòng")
            january = intake.store(january_record)
            january.submit(by=clerk)
            january.publish(by=chief)
            for month, day in ((2, date(2021, 2, 5)), (3, date(2021, 3, 5))):
                session = january.__class__.objects.create(
                    council=january.council,
                    year=2021,
                    month=month,
                    held_on=day,
                    title=MARK,
                    opening=MARK,
                    closing=MARK,
                )
                session.directives.create(task=MARK, lead_unit=Unit.objects.first(), order=1)
                session.attendees.create(name=MARK, role="chair", presence="present", order=1)
                if month == 2:
                    marked(session)
                session.submit(by=clerk)
                if month == 3:
                    session.publish(by=chief, at=timezone.now() + timedelta(hours=2))
            Council.objects.update(office_name=MARK, address=MARK)
    return at_portal(supervisor)


def test_nothing_that_was_not_let_out_is_met(planted):
    seen = crawl(planted)
    assert len(seen) > 30 and any("giám sát" in said for said in seen.values())
    assert [address for address, said in seen.items() if MARK in said or INTERNAL in said] == []


def test_supervisors_know_that_a_session_was_held_and_when_and_no_more(planted):
    page = words(planted.get("/quan-tri/giam-sat/?nam=2021"))
    assert page.count("05 chưa đăng") == 4 and "2 phiên chưa đăng" in page
    assert "/phien-hop/2021/02/" not in page and "/phien-hop/2021/01/" in page


def test_the_public_is_not_told_even_that(planted, portal):
    for address in PUBLIC_PAGES:
        assert "chưa đăng" not in words(portal.get(address)).replace("chưa đăng phiên nào", ""), address


@pytest.mark.proof
def test_the_crawl_would_find_a_leak(planted, monkeypatch):
    monkeypatch.setattr(EntryQuerySet, "live", lambda self: self.all())
    assert leaks(planted)
