"""The same bytes for the same state: validators, 304 without rendering, what makes a page new and what does not."""

import gzip
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from meetings.models import Directive, PageViews
from meetings.public import site_state
from meetings.public.cached_page import LIFE
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, session_of
from .page_text import texts

PAGES = ["/", "/phien-hop/", "/phien-hop/2021/01/"]
JANUARY = "/phien-hop/2021/01/"


def etag(client, address=JANUARY):
    return client.get(address)["ETag"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_strong_validators_and_no_cookie(client, posted, address):
    page = client.get(address)
    assert page["ETag"].startswith('"') and page["Last-Modified"].endswith("GMT")
    assert (page["Cache-Control"], page["Vary"], page.cookies) == (LIFE, "Accept-Encoding", {})
    assert "max-age=0, s-maxage=60" in LIFE and "stale-if-error" in LIFE


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("encoding", ["gzip, br", ""])
def test_whoever_has_it_is_told_so_in_one_query(client, posted, address, encoding, django_assert_num_queries):
    page = client.get(address, headers={"accept-encoding": encoding})
    held = {"if-none-match": page["ETag"], "accept-encoding": encoding}
    with django_assert_num_queries(1):
        answer = client.get(address, headers=held)
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", page["ETag"])
    since = client.get(address, headers={"if-modified-since": page["Last-Modified"]})
    assert since.status_code == 304


@pytest.mark.parametrize("address", PAGES)
def test_what_was_rendered_once_is_served_as_it_is(client, posted, address, monkeypatch):
    first = client.get(address)
    monkeypatch.setattr("meetings.public.cached_page.render", None)
    monkeypatch.setattr("meetings.public.queries.readable", None)
    assert client.get(address, {"khac": "1"}, headers={"cookie": "sessionid=x; la=1"}).content == first.content


def test_a_setting_that_pages_show_makes_them_new(client, posted, settings):
    settings.SHOWN_ON_PAGES, settings.HOURS = ("HOURS",), "Sáng thứ Hai"
    before = etag(client)
    assert etag(client) == before
    settings.HOURS = "Chiều thứ Ba"
    assert etag(client) != before


def test_what_is_rendered_of_a_record_is_kept_under_its_hash(client, posted, monkeypatch):
    before = client.get(JANUARY)
    issue(session_of(2021, 2))  # a new state of the site, and the same record
    monkeypatch.setattr("meetings.public.session_pages.render_to_string", None)
    after = client.get(JANUARY, headers={"host": "localhost"})
    assert after["ETag"] != before["ETag"] and "phục vụ Tết" in after.content.decode()


def test_the_compressed_page_is_the_page_and_has_a_validator_of_its_own(client, posted):
    plain, packed = client.get(JANUARY), client.get(JANUARY, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip" and gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]


def test_the_count_of_readers_moves_and_makes_no_new_page(client, posted):
    before = client.get(JANUARY)
    PageViews.objects.update(counted=12)
    after = client.get(JANUARY)
    assert after["ETag"] == before["ETag"]
    assert [texts(each, "span", data_views=f"{JANUARY}luot-xem") for each in (before, after)] == [["88"], ["100"]]


def _report(posted, is_public):
    row = Directive.objects.get(number="1")
    row.reports.create(reported_on=posted.held_on, state="done", is_public=is_public)


def test_every_public_event_makes_a_new_page_and_an_internal_one_none(client, posted, news):
    seen = [etag(client)]
    _report(posted, is_public=False)
    assert etag(client) == seen[0]
    for event in (
        lambda: _report(posted, is_public=True),
        lambda: issue(session_of(2021, 2)),
        lambda: issue(news, note="Sửa."),
    ):
        event()
        seen.append(etag(client))
    assert len(set(seen)) == 4


def test_what_is_to_appear_later_makes_a_new_page_when_its_moment_comes(client, posted, monkeypatch):
    moment = timezone.now() + timedelta(hours=1)
    issue(session_of(2021, 2), at=moment)
    before = etag(client)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    assert etag(client) != before


def test_a_new_day_makes_a_new_page(client, posted, monkeypatch):
    before = etag(client)
    day = datetime.now(LOCAL_ZONE) + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: day)
    assert etag(client) != before


def test_a_new_release_makes_a_new_page(client, posted, monkeypatch):
    before = etag(client)
    monkeypatch.setattr(site_state, "RELEASE", "khác")
    assert etag(client) != before


def test_another_address_of_the_site_has_pages_of_its_own(client, posted, settings):
    settings.ALLOWED_HOSTS, settings.SITE_URL = ["a.example", "b.example"], ""
    pages = [client.get(JANUARY, headers={"host": host}) for host in ("a.example", "b.example")]
    assert pages[0]["ETag"] != pages[1]["ETag"]
    assert b"b.example" not in pages[0].content and b"a.example" not in pages[1].content


def test_a_dead_cache_costs_time_and_nothing_else(client, posted, monkeypatch):
    def dead(*args, **named):
        raise OSError("không nối được")

    monkeypatch.setattr(cache, "get", dead)
    monkeypatch.setattr(cache, "set", dead)
    assert client.get(JANUARY).status_code == 200


@pytest.mark.parametrize("held", [{"if-none-match": "*"}, {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}])
@pytest.mark.parametrize("address", ["/phien-hop/2021/07/", "/phien-hop/?trang=99", "/api/meetings?limit=0"])
def test_nobody_holds_what_was_never_there(client, posted, address, held):
    assert client.get(address, headers=held).status_code in (400, 404)


@pytest.mark.parametrize("address", ["/phien-hop/2021/07/", "/phien-hop/?trang=99"])
def test_what_is_not_there_is_not_kept(client, posted, address):
    page = client.get(address)
    assert page.status_code == 404 and not page.has_header("ETag")
