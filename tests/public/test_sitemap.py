"""What crawlers are told: every session once, with its last change, in parts that stay small."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from meetings.models import Directive, DirectiveEntry, Edition
from meetings.public import sitemap
from meetings.public.cached_page import LIFE
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, issue_paper, session_of

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def entries(client, address="/sitemap.xml"):
    """Each address with its last change, in order."""
    answer = client.get(address)
    assert answer.status_code == 200
    return {
        each.findtext("s:loc", namespaces=NAMES): each.findtext("s:lastmod", namespaces=NAMES)
        for each in ElementTree.fromstring(answer.content)
    }


def everything(client):
    """What all parts of the index list."""
    return {key: value for each in entries(client) for key, value in entries(client, urlsplit(each).path).items()}


def test_the_index_names_a_part_for_each_year(client, posted):
    issue(session_of(2020, 12))
    told = DirectiveEntry.objects.latest("modified").modified
    changed = told.astimezone(LOCAL_ZONE).isoformat(timespec="seconds")
    found = entries(client)
    assert found.pop("http://testserver/sitemap-trang.xml") >= changed
    assert found == {
        "http://testserver/sitemap-2020.xml": "2020-12-11T08:52:00+07:00",
        "http://testserver/sitemap-2021.xml": changed,
        "http://testserver/sitemap-chi-dao-2021.xml": changed,
        "http://testserver/sitemap-don-vi.xml": changed,
    }


def test_every_page_has_a_true_last_change(client, posted, news):
    """A report changes the session's page, its directive's and those of the units; a paper that of its session."""
    issue(session_of(2020, 12))
    before = everything(client)
    assert all(before.values())
    row = Directive.objects.get(number="1")
    at = timezone.now() + timedelta(seconds=5)
    report = row.reports.create(reported_on=date(2021, 2, 1), state="done", is_public=True)
    DirectiveEntry.objects.filter(number="1").update(modified=at)
    changed = {urlsplit(each).path for each, moment in everything(client).items() if moment != before[each]}
    assert report and changed == {
        *("/", "/phien-hop/", "/chi-dao/", "/don-vi/", "/phien-hop/2021/01/", "/chi-dao/2021-01-1/"),
        "/don-vi/uy-ban-mttq-viet-nam-quan/",
        "/don-vi/thuong-truc-hdnd-quan/",
        "/don-vi/cac-to-chuc-chinh-tri-xa-hoi-quan/",
    }
    paper = issue_paper(session_of(2020, 12), "notice", 3)
    told = paper.visible_from.astimezone(LOCAL_ZONE).isoformat(timespec="seconds")
    assert everything(client)["http://testserver/phien-hop/2020/12/"] == told


def test_a_session_is_listed_with_the_moment_of_its_last_correction(client, posted, news):
    issue(news, note="Sửa tên.", at=datetime(2021, 1, 20, 2, 0, tzinfo=UTC))
    DirectiveEntry.objects.update(modified=datetime(2021, 1, 12, tzinfo=UTC))
    assert entries(client, "/sitemap-2021.xml") == {
        "http://testserver/phien-hop/2021/01/": "2021-01-20T09:00:00+07:00"
    }


def test_every_session_stands_in_it_once_and_nothing_that_is_not_in_force(client, posted, news):
    issue(news, note="Sửa tên.")
    gone = issue(session_of(2020, 11))
    Edition.objects.filter(pk=gone.pk).close(Edition.State.WITHDRAWN, "Sai.")
    issue_paper(session_of(2021, 2), "invitation", 3)
    told = [urlsplit(each).path for each in everything(client)]
    assert told[:2] == ["/", "/phien-hop/"]
    assert [each for each in told if each.startswith("/phien-hop/2")] == ["/phien-hop/2021/01/"]
    assert not any("tim-kiem" in each or "/ban/" in each for each in told)
    assert client.get("/sitemap-2020.xml").status_code == 404


def test_a_year_of_many_sessions_goes_on_in_further_parts(client, db, monkeypatch):
    monkeypatch.setattr(sitemap.ByYear, "limit", 5)
    for month in range(1, 13):
        issue(session_of(2020, month))
    assert [urlsplit(each).path for each in entries(client)] == [
        "/sitemap-trang.xml",
        "/sitemap-2020.xml",
        "/sitemap-2020-2.xml",
        "/sitemap-2020-3.xml",
    ]
    sizes = [len(entries(client, f"/sitemap-2020{each}.xml")) for each in ("", "-2", "-3")]
    assert sizes == [5, 5, 2]
    assert sum("/phien-hop/2020/" in each for each in everything(client)) == 12


@pytest.mark.parametrize(
    "name",
    ["2019", "2021-1", "2021-0", "2021-2", "2021-99999999999", f"2021-{'9' * 5000}", "²⁰²¹", "20211", "khong-co"],
)
def test_a_part_that_is_not_there_is_not_found(client, posted, name):
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


@pytest.mark.parametrize("months", [1, 12])
def test_it_costs_the_same_for_one_session_as_for_twelve(client, db, months, django_assert_num_queries):
    for month in range(1, months + 1):
        issue(session_of(2020, month))
    for address, queries in (("/sitemap.xml", 7), ("/sitemap-2020.xml", 1), ("/sitemap-trang.xml", 2)):
        with django_assert_num_queries(queries):
            client.get(address)


def test_before_anything_is_published_the_front_page_is_listed(client, db):
    assert list(entries(client)) == ["http://testserver/sitemap-trang.xml"]
    assert entries(client, "/sitemap-trang.xml")["http://testserver/"] is None


def test_crawlers_are_asked_to_stay_out_of_the_desk_and_of_searches(client, db, settings):
    settings.SITE_URL = "https://hdnd.example.vn"
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Disallow: /quan-tri/",
        "Disallow: /tim-kiem/",
        "Sitemap: https://hdnd.example.vn/sitemap.xml",
    ]


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-2021.xml", "/sitemap-trang.xml", "/robots.txt"])
def test_it_is_never_sent_twice_and_sets_no_cookie(client, posted, address):
    first = client.get(address)
    assert first["Cache-Control"] == LIFE and first.cookies == {}
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_who_looks_for_the_icon_without_reading_a_page_finds_it(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (302, "/static/favicon.svg")
    assert answer["Cache-Control"] == "public, max-age=86400"
