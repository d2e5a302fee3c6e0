"""Readers: people and not robots, each once in half an hour, without a cookie or an address; nothing slows a page."""

import threading
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test import Client
from playwright.sync_api import expect

from meetings.models import PageViews
from meetings.public import view_counter as tallies
from meetings.public import view_requests
from tests.browsing import log_in

from .conftest import issue

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0"
JANUARY = "/phien-hop/2021/01/"


@pytest.fixture(autouse=True)
def tally(monkeypatch):
    """One that writes when told to."""
    own = tallies.Tally(seconds=0)
    monkeypatch.setattr(view_requests, "tally", own)
    monkeypatch.setattr(view_requests, "_known", view_requests.Known())
    monkeypatch.setattr(view_requests, "_salt", view_requests.Salt())
    yield own
    own.waiting.clear()


def read(agent=PHONE, address="203.0.113.7", path=JANUARY, **headers):
    headers = {"user-agent": agent, **{key.replace("_", "-"): value for key, value in headers.items()}}
    return Client(headers=headers, REMOTE_ADDR=address).post(f"{path}luot-xem")


def another_process(monkeypatch):
    """Remembers nobody; shares the cache."""
    monkeypatch.setattr(view_requests, "_known", view_requests.Known())
    monkeypatch.setattr(view_requests, "_salt", view_requests.Salt())


def broken(*args, **named):
    raise DatabaseError("khóa")


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
    later = view_requests.time.time() + view_requests.HALF_AN_HOUR
    monkeypatch.setattr(view_requests.time, "time", lambda: later)
    assert read().json()["views"] == 90


AGENTS = [f"Mozilla/5.0 (X11; Linux x86_64; rv:{version}.0) Firefox/{version}.0" for version in range(60, 100)]
SIX = [f"2001:db8:7:8::{each:x}" for each in range(1, 41)]


@pytest.mark.parametrize(
    ("attempt", "counted"),
    [
        ([{"agent": agent} for agent in AGENTS], 3),
        ([{"agent": agent, "address": SIX[place]} for place, agent in enumerate(AGENTS)], 3),
        ([{"address": each} for each in SIX], 1),
        ([{"agent": AGENTS[0], "X_Forwarded_For": f"198.51.100.{each}, 203.0.113.7"} for each in range(40)], 1),
        ([{"agent": AGENTS[0], "Cookie": f"a={each}"} for each in range(40)], 1),
        ([{"address": f"203.0.113.{each}"} for each in range(1, 41)], 40),
        ([{"address": f"2001:db8:7:{each:x}::1"} for each in range(1, 41)], 40),
    ],
    ids=["other names", "other names and addresses of one network", "addresses of one network", "a header", "cookies",
         "forty people", "forty networks"],
)  # fmt: skip
def test_what_pushes_the_count(posted, attempt, counted):
    """One address adds a few at most, however its browser calls itself; people at other addresses count."""
    for each in attempt:
        read(**each)
    assert read(agent="curl").json() == {"views": 88 + counted}


def test_the_few_are_those_of_a_page_and_half_an_hour(posted, news, monkeypatch):
    issue(replace(news, month=2))
    for agent in AGENTS[:5]:
        read(agent)
    assert read(AGENTS[9], path="/phien-hop/2021/02/").json()["views"] == 1
    later = view_requests.time.time() + view_requests.HALF_AN_HOUR
    monkeypatch.setattr(view_requests.time, "time", lambda: later)
    assert read(AGENTS[9]).json()["views"] == 92


def test_the_few_are_few_over_all_processes_and_without_a_cache(posted, monkeypatch):
    for agent in AGENTS[:6]:
        read(agent)
        another_process(monkeypatch)
    assert read(agent="curl").json() == {"views": 91}
    monkeypatch.setattr(view_requests.cache, "add", broken)
    for agent in AGENTS[6:12]:
        read(agent, address="203.0.113.99")
    assert read(agent="curl").json() == {"views": 94}


def test_one_person_counts_once_whichever_process_answers(posted, monkeypatch):
    read()
    another_process(monkeypatch)
    assert read().json()["views"] == 89


def test_one_person_counts_once_though_the_cache_forgets(posted, monkeypatch):
    """A full cache throws out what it likes, the salt too."""
    read()
    cache.clear()
    assert read().json()["views"] == 89
    another_process(monkeypatch)
    cache.delete(view_requests.Salt.KEPT_UNDER)
    assert read(LAPTOP).json()["views"] == 90


def test_a_salt_lost_from_the_cache_is_put_back_and_replaced_with_the_day(db):
    salt, neighbour = view_requests.Salt(), view_requests.Salt()
    first = salt.of(day=1)
    cache.clear()
    assert salt.of(day=1) == neighbour.of(day=1) == first
    second = neighbour.of(day=2)
    assert second != first and salt.of(day=2) == second
    assert cache.get(view_requests.Salt.KEPT_UNDER) == (2, second)


def test_a_process_remembers_no_more_readers_than_it_may():
    known = view_requests.Known(most=2)
    assert [known.is_new(each) for each in "aabbcc"] == [True, False] * 3
    assert len(known.readers) == 2 and known.is_new("a")


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
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    ],
)
def test_no_robot_is_counted(posted, agent):
    assert read(agent).json() == {"views": 88}


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120 Chrome/114",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/600",
    ],
)
def test_whoever_reads_with_an_unusual_browser_is_a_person(posted, agent):
    assert read(agent).json() == {"views": 89}


def test_no_other_site_counts_readers_of_ours(posted):
    assert read(sec_fetch_site="cross-site").json() == {"views": 88}
    assert read(sec_fetch_site="same-origin").json() == {"views": 89}


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


def test_asking_about_the_dot_counts_nobody(client, posted, tally):
    assert client.head(f"{JANUARY}luot-xem.gif", headers={"user-agent": PHONE}).status_code == 405
    assert client.get("/phien-hop/1999/12/luot-xem.gif", headers={"user-agent": PHONE}).status_code == 404
    assert not tally.waiting


def test_nothing_that_could_name_a_reader_is_stored(posted, tally, monkeypatch):
    kept = []
    for name in ("add", "set"):
        monkeypatch.setattr(cache, name, lambda key, value, *args: kept.append(f"{key} {value}") or True)
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
    with monkeypatch.context() as failing:
        failing.setattr(PageViews.objects, "filter", broken)
        tally.write()
    assert tally.of(posted.session_id) == 1
    tally.write()
    assert PageViews.objects.get().counted == 1


def test_what_was_not_written_is_tried_again_though_nobody_reads_any_more(monkeypatch):
    written, tries = threading.Event(), []

    def second_time_lucky(session_id, count):
        tries.append((session_id, count))
        if len(tries) == 1:
            raise DatabaseError("khóa")
        written.set()

    monkeypatch.setattr(tallies, "_write_down", second_time_lucky)
    own = tallies.Tally(seconds=0.01)
    own.add(7)
    assert written.wait(5)
    own.write()
    assert tries == [(7, 1), (7, 1)] and not own.waiting


@pytest.mark.parametrize("fails", ["live", "views_at"])
def test_a_database_that_does_not_answer_is_no_fault_of_the_reader(posted, monkeypatch, caplog, fails):
    place = view_requests.SessionEntry.objects if fails == "live" else view_requests.queries
    monkeypatch.setattr(place, fails, broken)
    answer = read(address="198.51.100.23")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "no-store" in answer["Cache-Control"]
    assert "khóa" in caplog.text and "198.51" not in caplog.text


def test_a_count_is_waiting_until_it_is_written(monkeypatch):
    """Nobody sees the number fall while it is on its way."""
    own, seen = tallies.Tally(seconds=0), []
    monkeypatch.setattr(tallies, "_write_down", lambda session_id, count: seen.append(own.of(session_id)))
    own.add(7)
    own.write()
    assert seen == [1] and own.of(7) == 0


def test_a_burst_loses_nothing(posted, tally, monkeypatch):
    """200 readers at once; half way the counts are being written, and the database fails now and then."""
    written, turns = [], iter(range(10_000))

    def now_and_then(session_id, count):
        if next(turns) % 3 == 0:
            raise DatabaseError("khóa")
        written.append(count)

    monkeypatch.setattr(tallies, "_write_down", now_and_then)
    monkeypatch.setattr(view_requests, "_session_at", lambda path: posted.session_id)
    monkeypatch.setattr(view_requests.queries, "views_at", lambda path: 88)

    def readers(office):
        for each in range(25):
            assert read(address=f"10.0.{office}.{each}").status_code == 200
            tally.write()

    threads = [threading.Thread(target=readers, args=[office]) for office in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    while tally.waiting:
        tally.write()
    assert sum(written) == 200


@pytest.mark.browser  # apart from the others: what it commits is swept away with the roles
@pytest.mark.django_db(transaction=True)
def test_the_thread_that_writes_leaves_no_connection_open(posted, tally):
    tally.add(posted.session_id)
    left = []

    def write():
        tally._in_its_own_thread()
        left.append(connection.connection)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert PageViews.objects.get().counted == 1
    assert left == [None] or connection.is_in_memory_db()


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
def test_a_person_sees_the_number_go_up_and_the_office_does_not(live_server, posted, browser, chief):
    reader = browser.new_context(user_agent=LAPTOP).new_page()
    reader.goto(live_server.url + JANUARY)
    expect(reader.locator("[data-views]").first).to_have_text("89")
    office = browser.new_context(user_agent=PHONE).new_page()
    log_in(office, f"{live_server.url}/quan-tri/", chief.username)
    asked = []
    office.on("request", lambda request: asked.append(request.url))
    office.goto(live_server.url + JANUARY, wait_until="networkidle")
    assert not any("luot-xem" in each for each in asked)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_without_scripts_fetches_the_dot(live_server, browser, tally, posted):
    page = browser.new_context(user_agent=LAPTOP, java_script_enabled=False).new_page()
    with page.expect_response("**/luot-xem.gif"):
        page.goto(live_server.url + JANUARY)
    assert tally.of(posted.session_id) == 1
    assert page.context.cookies() == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("answer", [{"status": 204}, {"status": 200, "body": "<p>", "content_type": "text/html"}])
def test_where_no_number_comes_the_one_on_the_page_stays(live_server, posted, browser, answer):
    page, complaints = browser.new_context(user_agent=LAPTOP).new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/luot-xem", lambda route: route.fulfill(**answer))
    page.goto(live_server.url + JANUARY, wait_until="networkidle")
    assert page.text_content("[data-views]") == "88"
    assert complaints == []
