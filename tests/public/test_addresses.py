"""The addresses are for ever; what is asked at any other is answered politely."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.models import Edition
from meetings.public.cached_page import LIFE

from .conftest import issue, session_of
from .page_text import elements, texts


def test_a_second_session_of_the_month_has_its_own_address(client, db):
    issue(session_of(2020, 12, slug="dot-xuat", title="Phiên họp đột xuất"))
    assert texts(client.get("/phien-hop/2020/12/dot-xuat/"), "h1") == ["Phiên họp đột xuất"]
    assert client.get("/phien-hop/2020/12/").status_code == 404
    assert client.get("/phien-hop/2020/12/dot-xuat/du-lieu.json").status_code == 200


def test_the_earlier_editions_and_the_papers_are_no_sessions(client, posted):
    for rest in ("ban/", "ban/2/", "ban/99999999999999999999/", "bien-ban.pdf/", "bien-ban/"):
        assert client.get(f"/phien-hop/2021/01/{rest}").status_code == 404


def test_the_edition_in_force_has_one_address(client, posted):
    answer = client.get("/phien-hop/2021/01/ban/1/")
    assert (answer.status_code, answer["Location"]) == (302, "/phien-hop/2021/01/")


@pytest.mark.parametrize("rest", ["", "ban/1/", "bien-ban.pdf", "dot-xuat/"])
def test_a_month_of_one_digit_moves_to_two_for_good(client, db, rest):
    answer = client.get(f"/phien-hop/2021/1/{rest}")
    assert (answer.status_code, answer["Location"]) == (301, f"/phien-hop/2021/01/{rest}")


@pytest.mark.parametrize("month", ["00", "13", "99", "0"])
def test_there_is_no_thirteenth_month(client, posted, month):
    assert client.get(f"/phien-hop/2021/{month}/").status_code == 404


def test_a_page_names_its_one_address_whatever_it_was_asked_with(client, posted):
    page = client.get("/phien-hop/2021/01/?fbclid=abc")
    assert b'<link rel="canonical" href="http://testserver/phien-hop/2021/01/">' in page.content


@pytest.mark.parametrize("address", ["/", "/phien-hop/", "/phien-hop/2021/01/"])
def test_a_visitor_gets_no_cookie_and_any_cache_may_keep_the_page_a_minute(client, posted, address):
    page = client.get(address)
    assert page.cookies == {}
    assert "Cookie" not in page.get("Vary", "")
    assert page["Cache-Control"] == LIFE


def test_pages_are_for_reading(client, posted):
    assert client.post("/phien-hop/2021/01/").status_code == 405
    assert client.head("/phien-hop/2021/01/").status_code == 200


@pytest.mark.parametrize("rest", ["", "ban/1/", "bien-ban.pdf", "du-lieu.json"])
def test_what_was_withdrawn_is_gone_and_says_why(client, posted, rest):
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN, "Sai ngày họp.")
    page = client.get(f"/phien-hop/2021/01/{rest}")
    assert page.status_code == 410
    words = " ".join(texts(page, "main"))
    assert "Bài về phiên họp tháng 01 năm 2021 được thu hồi ngày" in words
    assert "Lý do: Sai ngày họp." in words
    assert "Trần Quyết Thắng" not in page.content.decode()


def test_what_was_called_off_before_its_hour_was_never_there(client, posted):
    Edition.objects.filter(pk=posted.pk).close(Edition.State.CANCELLED)
    assert client.get("/phien-hop/2021/01/").status_code == 404


def test_what_is_to_appear_tomorrow_is_not_there_today(client, db):
    tomorrow = timezone.now() + timedelta(days=1)
    issue(session_of(2021, 1, posted_at=tomorrow))
    assert client.get("/phien-hop/2021/01/").status_code == 404
    assert client.get("/phien-hop/2021/01/bien-ban.pdf").status_code == 404


def test_a_missing_page_offers_the_sessions_of_that_year(client, posted):
    issue(session_of(2020, 12))
    page = client.get("/phien-hop/2021/13/")
    assert page.status_code == 404
    assert texts(page, "h1") == ["Không có trang này"]
    assert elements(page, "a", href="/phien-hop/") != []
    assert [each["href"] for each in elements(page, "a", class_="entry")] == ["/phien-hop/2021/01/"]
    elsewhere = client.get("/khong-co/")
    assert [each["href"] for each in elements(elsewhere, "a", class_="entry")] == [
        "/phien-hop/2021/01/",
        "/phien-hop/2020/12/",
    ]


def test_a_broken_site_says_so_without_asking_the_database(client, monkeypatch):
    def broken(*args):
        raise RuntimeError("hỏng")

    monkeypatch.setattr("meetings.public.site_state.now", broken)
    client.raise_request_exception = False
    page = client.get("/")
    assert page.status_code == 500
    assert texts(page, "h1") == ["Trang tạm thời chưa mở được"]
