"""The error pages: each in the site's dress, in Vietnamese, with a way on; all but 404 and 410 without a database."""

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import RequestFactory

from meetings.public import errors, rate_limit, session_pages

from .conftest import issue, session_of
from .page_text import elements, texts


def guess(page):
    return [each["value"] for each in elements(page, "input", name="q")]


def listed(page):
    return [each["href"] for each in elements(page, "a", class_="entry")]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/chi-dao/giam-sat-cho.html", "giam sat cho"),
        ("/phien-hop/2021/04/", "tháng 04 năm 2021"),
        ("/Ti%E1%BA%BFp%20c%C3%B4ng%20d%C3%A2n/", "Tiếp công dân"),
        ("/tep/2021/13/", ""),
        ("/%22%3E%3Cscript%3E/", "script"),
    ],
)
def test_a_search_stands_ready_with_the_words_of_the_address(client, posted, address, words):
    page = client.get(address)
    assert page.status_code == 404 and guess(page) == [words]


def test_the_sessions_nearest_the_month_asked_for_are_named(client, db):
    for month in (1, 2, 3, 4, 8, 9, 10, 11):
        issue(session_of(2021, month))
    page = client.get("/phien-hop/2021/06/")
    assert texts(page, "h2") == ["Gần tháng 6 năm 2021"]
    assert listed(page) == [f"/phien-hop/2021/{month}/" for month in ("10", "09", "08", "04", "03", "02")]


def test_without_a_database_every_address_answers_503_in_the_same_dress(client, posted, monkeypatch, caplog):
    def down(*args, **named):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(session_pages.queries, "readable", down)
    for address in ("/", "/phien-hop/2021/01/", "/khong-co/"):
        page = client.get(address)
        assert (page.status_code, page["Retry-After"], page["Cache-Control"]) == (503, "60", "no-store")
        assert texts(page, "h1") == ["Trang tạm thời chưa mở được"]


@pytest.mark.parametrize(
    ("answer", "status", "title"),
    [
        (lambda asked: errors.not_understood(asked, SuspiciousOperation()), 400, "Yêu cầu chưa đúng"),
        (lambda asked: errors.forbidden(asked, PermissionDenied()), 403, "Trang này không mở cho công chúng"),
        (lambda asked: errors.too_many(asked, 31), 429, "Quá nhiều yêu cầu trong một phút"),
        (errors.broken, 500, "Trang tạm thời chưa mở được"),
    ],
)
def test_the_rest_need_no_database(answer, status, title):
    page = answer(RequestFactory().get("/"))
    assert (page.status_code, texts(page, "h1")) == (status, [title])


def test_a_host_that_is_not_ours_is_told_so_in_the_same_dress(client):
    page = client.get("/", headers={"host": "xau.example"})
    assert (page.status_code, texts(page, "h1")) == (400, ["Yêu cầu chưa đúng"])


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1_000_000_020.0  # 20 seconds before a minute is over

    monkeypatch.setattr(rate_limit.time, "time", lambda: Clock.now)
    return Clock


@pytest.fixture
def view(clock):
    return rate_limit.limited(per_minute=2, name="thử")(lambda request: errors.broken(request))


def asked(address="192.0.2.1"):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_whoever_asks_too_often_is_told_when_to_ask_again(view, clock, db):
    assert [view(asked()).status_code for _ in range(4)] == [500, 500, 429, 429]
    refused = view(asked())
    assert refused["Cache-Control"] == "no-store" and 0 < int(refused["Retry-After"]) <= 60
    assert f"thử lại sau {refused['Retry-After']} giây" in texts(refused, "main")[0]
    assert view(asked("192.0.2.2")).status_code == 500
    clock.now += int(refused["Retry-After"])
    assert view(asked()).status_code == 500


def test_the_cache_holds_no_address(view, monkeypatch, db):
    kept = []
    monkeypatch.setattr(cache, "add", lambda key, *_, **__: kept.append(key))
    monkeypatch.setattr(cache, "incr", lambda key: 1)
    view(asked())
    assert kept and "192.0.2.1" not in kept[0]


def test_a_dead_cache_lets_everybody_in(view, monkeypatch, db):
    def dead(*args, **named):
        raise ConnectionError

    monkeypatch.setattr(cache, "add", dead)
    assert [view(asked()).status_code for _ in range(5)] == [500] * 5


def test_verification_by_upload_is_limited(client, db, monkeypatch, clock):
    answers = [client.post("/xac-minh/", {}).status_code for _ in range(rate_limit.FOR_AN_OFFICE + 1)]
    assert set(answers[:-1]) == {400} and answers[-1] == 429
