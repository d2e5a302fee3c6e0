"""The next session, as its public invitation announces it."""

from datetime import date, datetime, time

import pytest
from django.core.cache import cache

from meetings.models import Edition
from meetings.public.cached_page import LIFE
from meetings.record import AgendaItemRecord
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, issue_paper, session_of
from .page_text import elements, texts

ADDRESS = "/phien-hop/2021/02/"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Monday, 25 January 2021; a test may ask for another day."""
    clock = {"day": date(2021, 1, 25)}
    monkeypatch.setattr("meetings.public.upcoming.today", lambda: clock["day"])
    return clock


def invite(number=3, *, is_public=True, **given):
    usual = {
        "held_on": date(2021, 2, 3),
        "starts_at": time(8, 30),
        "venue": "Phòng họp số 1",
        "agenda": (AgendaItemRecord(title="Công tác bầu cử"), AgendaItemRecord(title="Nhân sự", is_public=False)),
    }
    at = datetime(2021, 1, 20, 16, number, tzinfo=LOCAL_ZONE)
    record = session_of(2021, 2, **(usual | given))
    return issue_paper(record, "invitation", number, dated=at.date(), at=at, is_public=is_public)


def test_the_front_page_announces_it(client, posted):
    invite()
    page = client.get("/")
    (panel,) = texts(page, "section", class_="panel coming")
    assert panel == ("Phiên tới Thứ Tư 03 tháng 02 năm 2021 08 giờ 30 phút Phòng họp số 1 Giấy mời PDF Thêm vào lịch")
    assert texts(page, "li", class_="month")[:3] == ["Tháng 01 họp 05/01", "Tháng 02 dự kiến 03/02", "Tháng 3"]
    for words, address in (("Giấy mời PDF", f"{ADDRESS}giay-moi.pdf"), ("Thêm vào lịch", f"{ADDRESS}lich.ics")):
        assert words in texts(page, "a", href=address)
        assert client.get(address).getvalue()


def test_before_any_page_it_is_announced_too(client, db):
    invite()
    assert len(texts(client.get("/"), "section", class_="panel coming")) == 1


def test_the_newest_session_leads_on_to_it_and_no_other_does(client, posted):
    invite()
    issue(session_of(2020, 12))
    assert texts(client.get("/phien-hop/2021/01/"), "a", class_="neighbour neighbour--next") == [
        "Phiên tới, dự kiến 03/02/2021 → Tháng 02 năm 2021"
    ]
    assert texts(client.get("/phien-hop/2020/12/"), "a", class_="neighbour neighbour--next") == [
        "Phiên sau → Tháng 01 năm 2021"
    ]


def test_its_address_tells_what_the_invitation_does_and_search_engines_pass_it_by(client, posted):
    invite(2, held_on=date(2021, 2, 2))
    invite(3)
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert texts(page, "h1") == ["Phiên họp tháng 02 năm 2021 dự kiến ngày 03/02/2021"]
    assert texts(page, "dd") == ["Thứ Tư, 03/02/2021", "08 giờ 30 phút", "Phòng họp số 1", "Dời từ ngày 02/02/2021."]
    assert texts(page, "p", class_="item__title") == ["Công tác bầu cử"]
    assert b'<meta name="robots" content="noindex">' in page.content
    assert b'<link rel="alternate" type="text/calendar" href="/phien-hop/2021/02/lich.ics">' in page.content
    assert "Nhân sự" not in page.content.decode()
    assert page["Cache-Control"] == LIFE and page.cookies == {}


def test_a_session_of_its_own_is_called_by_its_title(client, db):
    record = session_of(2021, 2, slug="dot-xuat", title="Phiên họp đột xuất về phòng dịch")
    issue_paper(record, "invitation", 4)
    page = client.get(f"{ADDRESS}dot-xuat/")
    assert texts(page, "h1") == ["Phiên họp đột xuất về phòng dịch dự kiến ngày 05/02/2021"]


def test_its_page_takes_its_place_when_it_is_posted(client, posted):
    invite()
    issue(session_of(2021, 2, held_on=date(2021, 2, 3)))
    assert texts(client.get("/"), "section", class_="panel coming") == []
    assert "dự kiến" not in client.get("/").content.decode()
    assert texts(client.get(ADDRESS), "h1")[0].startswith("Phiên họp tháng 02 năm 2021 của")


def test_a_session_whose_page_was_taken_back_is_announced_no_more(client, posted):
    invite()
    page = issue(session_of(2021, 2, held_on=date(2021, 2, 3)))
    Edition.objects.filter(pk=page.pk).close(Edition.State.WITHDRAWN, "Đăng nhầm.")
    assert texts(client.get("/"), "section", class_="panel coming") == []
    assert client.get(ADDRESS).status_code == 410


def test_a_day_that_is_past_is_announced_no_longer(client, posted, today):
    invite()
    today["day"] = date(2021, 2, 3)
    assert texts(client.get("/"), "section", class_="panel coming") != []
    cache.clear()  # a new day makes a new page; the clock of the cache stood still
    today["day"] = date(2021, 2, 4)
    assert texts(client.get("/"), "section", class_="panel coming") == []
    assert client.get(ADDRESS).status_code == 200


def test_what_was_called_off_is_gone_and_says_why(client, posted):
    edition = invite()
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Chưa chuẩn bị xong.")
    page = client.get(ADDRESS)
    assert page.status_code == 410
    assert "Lý do: Chưa chuẩn bị xong." in " ".join(texts(page, "main"))
    assert "dự kiến" not in client.get("/").content.decode()


@pytest.mark.parametrize("hidden", [{"is_public": False}, {"held_on": None}])
def test_what_is_not_for_the_public_or_has_no_day_is_announced_nowhere(client, posted, hidden):
    invite(**hidden)
    assert texts(client.get("/"), "section", class_="panel coming") == []
    assert client.get(ADDRESS).status_code == 404


def test_the_nearest_of_several_is_the_next(client, posted):
    issue_paper(session_of(2021, 4), "invitation", 2)
    invite()
    assert elements(client.get("/"), "a", class_="coming__figure")[0]["href"] == ADDRESS


def test_its_page_costs_seven_queries_however_often_it_was_moved(client, db, django_assert_num_queries):
    invite(2)
    invite(3)
    with django_assert_num_queries(7):
        client.get(ADDRESS)
