"""The next session, as its public invitation announces it."""

import re
from datetime import date, datetime, time
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from meetings.models import Edition
from meetings.public.cached_page import LIFE
from meetings.record import AgendaItemRecord
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, issue_paper, session_of
from .page_text import elements, texts

ADDRESS = "/phien-hop/2021/02/"
TOLD = ("14 ngày (10 ngày làm việc)", "Dời từ ngày 02/02/2021.")


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
    assert texts(page, "dd") == ["Thứ Tư, 03/02/2021", "08 giờ 30 phút", "Phòng họp số 1", *TOLD]
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
    (panel,) = texts(client.get("/"), "section", class_="panel announced-note")
    assert panel == ("Chờ công bố Phiên họp tháng 02 năm 2021 đã họp ngày 03/02/2021, đang chờ công bố.")
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert texts(page, "h1") == ["Phiên họp tháng 02 năm 2021 đã họp ngày 03/02/2021, đang chờ công bố"]
    assert "dự kiến" not in page.content.decode() + client.get("/").content.decode()
    today["day"] = date(2021, 4, 4)
    cache.clear()
    assert texts(client.get("/"), "section", class_="panel announced-note") == []


def everywhere(client):
    """What each place says of February: the front, the archive, the feed, the API, search, what is linked."""
    feed = ElementTree.fromstring(client.get("/rss.xml").content).findall("channel/item/title")
    (api,) = client.get("/api/announced").json()["data"]
    page = client.get(ADDRESS)
    return {
        "front": texts(client.get("/"), "section", class_="panel announced-note"),
        "archive": texts(client.get("/phien-hop/"), "span", class_="entry__posted")[0],
        "feed": [each.text for each in feed][0],
        "api": (api["meetingState"], api["cancelled"], api["change"]),
        "search": [hit.kind for hit in client.get("/tim-kiem/?q=phien+hop+thang+02").context["hits"]],
        "linked": re.search("Event(Scheduled|Rescheduled|Cancelled)", page.content.decode())[1],
    }


def test_a_move_is_said_everywhere(client, posted):
    invite(2, held_on=date(2021, 2, 2))
    assert everywhere(client)["linked"] == "Scheduled"
    invite(3)
    said = everywhere(client)
    assert said["archive"] == "dự kiến; Dời từ ngày 02/02/2021."
    assert said["feed"] == "Đã dời: Phiên họp tháng 02 năm 2021 dự kiến ngày 03/02/2021"
    assert said["api"] == ("scheduled", False, ["Dời từ ngày 02/02/2021."])
    assert said["linked"] == "Rescheduled"
    assert said["search"][0] == "Phiên sắp họp"
    assert client.get("/api/meetings/2021-02").json()["meetingState"] == "scheduled"


def test_what_is_called_off_is_said_everywhere_and_nothing_typed_of_it(client, posted):
    edition = invite(title="Phiên họp về việc riêng")
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Chưa chuẩn bị xong.")
    said = everywhere(client)
    assert said["front"][0].startswith(
        "Không họp như đã báo Phiên họp tháng 02 năm 2021 không họp ngày 03/02/2021. Giấy mời được thu hồi ngày "
    )
    assert said["front"][0].endswith("Lý do: Chưa chuẩn bị xong.")
    assert said["archive"] == "không họp"
    assert said["feed"] == "Phiên họp tháng 02 năm 2021 không họp ngày 03/02/2021"
    assert said["api"] == ("scheduled", True, []) and said["linked"] == "Cancelled"
    assert said["search"][0] == "Không họp"
    for address in ("/", "/phien-hop/", "/rss.xml", "/api/announced", "/tim-kiem/?q=phien+hop+thang+02", ADDRESS):
        assert "việc riêng" not in client.get(address).content.decode()


def test_what_awaits_its_page_is_said_everywhere(client, posted, today):
    invite()
    today["day"] = date(2021, 2, 5)
    said = everywhere(client)
    assert said["archive"] == "đã họp, đang chờ công bố" and said["api"][0] == "awaiting"
    assert said["feed"] == "Phiên họp tháng 02 năm 2021 đã họp ngày 03/02/2021, đang chờ công bố"
    assert said["search"][0] == "Chờ công bố"


def test_the_front_says_these_at_the_same_cost(client, posted):
    with CaptureQueriesContext(connection) as before:
        client.get("/")
    for each in range(3, 7):
        issue_paper(session_of(2021, each), "invitation", each)
    cache.clear()
    with CaptureQueriesContext(connection) as after:
        client.get("/")
    assert len(after) == len(before)


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
