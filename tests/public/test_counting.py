"""Readers: people and not robots, each once in half an hour, without a cookie or an address; nothing slows a page."""

import threading

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client

from meetings.models import PageViews
from meetings.public import counting
from meetings.public import tally as tallies
from tests.browsing import OPTIONS, log_in, make_roles

from .conftest import issue

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
JANUARY = "/phien-hop/2021/01/"


@pytest.fixture(autouse=True)
def tally(monkeypatch):
    """One that writes when told to."""
    own = tallies.Tally(seconds=0)
    monkeypatch.setattr(counting, "tally", own)
    monkeypatch.setattr(counting, "_known_here", {})
    yield own
    own.waiting.clear()


def read(agent=PHONE, address="203.0.113.7", path=JANUARY, **headers):
    headers = {"user-agent": agent, **{key.replace("_", "-"): value for key, value in headers.items()}}
    return Client(headers=headers, REMOTE_ADDR=address).post(f"{path}luot-xem")


def test_a_reader_adds_one_to_the_count_of_the_old_post(posted, tally):
    answer = read()
    assert answer.json() == {"views": 89}
    assert answer.cookies == {} and "no-store" in answer["Cache-Control"]
    tally.write()
    row = PageViews.objects.get()
    assert (row.imported, row.counted) == (88, 1)
    assert tally.of(posted.session_id) == 0


def test_the_first_reader_of_a_page_that_was_never_counted(db, news, tally):
    issue(news)
    read()
    tally.write()
    assert PageViews.objects.get().counted == 1


def test_one_person_counts_once_in_half_an_hour(posted, monkeypatch):
    assert [read().json()["views"] for _ in range(3)] == [89] * 3
    later = counting.time.time() + counting.HALF_AN_HOUR
    monkeypatch.setattr(counting.time, "time", lambda: later)
    assert read().json()["views"] == 90


def test_two_people_behind_one_address_are_two(posted):
    read(PHONE)
    assert read(LAPTOP).json()["views"] == 90


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Googlebot/2.1",
        "curl/8.0",
        "python-requests/2.31",
        "facebookexternalhit/1.1",
        "HeadlessChrome/120",
        "Wget/1.2",
    ],
)
def test_no_robot_is_counted(posted, agent):
    assert read(agent).json() == {"views": 88}


def test_what_a_browser_fetches_ahead_is_not_read_yet(posted):
    assert read(sec_purpose="prefetch").json() == {"views": 88}


def test_the_page_itself_writes_nothing(client, posted, tally, django_assert_num_queries):
    client.get(JANUARY, headers={"user-agent": PHONE})
    assert not tally.waiting


def test_a_reader_without_scripts_is_counted_by_a_dot(client, posted, tally):
    page = client.get(JANUARY).content.decode()
    assert f'<noscript><img src="{JANUARY}luot-xem.gif"' in page
    dot = client.get(f"{JANUARY}luot-xem.gif", headers={"user-agent": PHONE})
    assert (dot.status_code, dot["Content-Type"]) == (200, "image/gif") and "no-store" in dot["Cache-Control"]
    assert tally.of(posted.session_id) == 1


def test_nothing_that_could_name_a_reader_is_stored(posted, tally, monkeypatch):
    kept = []
    monkeypatch.setattr(cache, "add", lambda key, value, *args: kept.append(f"{key} {value}") or True)
    read(address="198.51.100.23")
    tally.write()
    assert kept and not any("198.51" in each or "Android" in each for each in kept)


def test_a_dead_cache_still_counts_each_once(posted, monkeypatch):
    def dead(*args, **named):
        raise OSError("không nối được")

    for name in ("get", "add", "set"):
        monkeypatch.setattr(cache, name, dead)
    assert [read().json()["views"] for _ in range(2)] == [89, 89]
    assert read(LAPTOP).json()["views"] == 90


def test_a_database_that_does_not_write_loses_no_count(posted, tally, monkeypatch):
    read()

    def broken(*args, **named):
        raise DatabaseError("khóa")

    with monkeypatch.context() as failing:
        failing.setattr(PageViews.objects, "get_or_create", broken)
        tally.write()
    assert tally.of(posted.session_id) == 1
    tally.write()
    assert PageViews.objects.get().counted == 1


def test_a_burst_loses_nothing(posted, tally):
    threads = [threading.Thread(target=lambda: [tally.add(posted.session_id) for _ in range(100)]) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    tally.write()
    assert PageViews.objects.get().counted == 800


def test_the_count_is_written_by_itself(monkeypatch):
    written = threading.Event()
    own = tallies.Tally(seconds=0.01)
    monkeypatch.setattr(own, "write", written.set)
    own.add(1)
    assert written.wait(5)
    own.waiting.clear()


@pytest.mark.parametrize("path", ["/phien-hop/2021/07/", "/phien-hop/1999/12/"])
def test_a_page_that_is_not_there_has_no_count(posted, path):
    assert read(path=path).status_code == 404


def test_only_the_page_in_force_asks_to_be_counted(client, posted, news):
    issue(news, note="Sửa.")
    assert b"luot-xem" not in client.get(f"{JANUARY}ban/1/").content
    assert b"js/views" in client.get(JANUARY).content


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_person_sees_the_number_go_up_and_the_office_does_not(live_server, posted, chief, monkeypatch):
    from playwright.sync_api import sync_playwright

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    make_roles()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**OPTIONS)
        reader = browser.new_context(user_agent=LAPTOP).new_page()
        reader.goto(live_server.url + JANUARY)
        reader.wait_for_function("document.querySelector('[data-views]').textContent === '89'")
        office = browser.new_context(user_agent=PHONE).new_page()
        log_in(office, f"{live_server.url}/quan-tri/", chief.username)
        asked = []
        office.on("request", lambda request: asked.append(request.url))
        office.goto(live_server.url + JANUARY, wait_until="networkidle")
        assert not any("luot-xem" in each for each in asked)
        browser.close()
