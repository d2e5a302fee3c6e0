"""Whoever corrected a page sees the correction, and no answer to the public sets a cookie."""

import re

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.urls import reverse

from meetings.models import Edition, Office, ProgressReport
from meetings.models.office import forget_offices
from meetings.models.stored_file import StoredFile
from meetings.public.urls import urlpatterns

from ..conftest import logged_in
from .addresses import furnish
from .every_word import content_of

JANUARY = "/phien-hop/2021/01/"
ADDRESSES = {
    "front": "/",
    "council_picture": "/anh.png",
    "logo": f"/bieu-trung/{'b' * 64}.png",
    "archive": "/phien-hop/",
    "session": JANUARY,
    "earlier": f"{JANUARY}ban/1/",
    "paper": f"{JANUARY}thong-bao.pdf",
    "earlier_paper": f"{JANUARY}ban/thong-bao-1.docx",
    "paper_metadata": f"{JANUARY}thong-bao.json",
    "earlier_paper_metadata": f"{JANUARY}ban/thong-bao-1.xml",
    "data": f"{JANUARY}du-lieu.json",
    "picture": f"{JANUARY}anh.png",
    "calendar": f"{JANUARY}lich.ics",
    "attachment": f"{JANUARY}tep/{'a' * 12}/bao-cao.pdf",
    "earlier_attachment": f"{JANUARY}ban/1/tep/{'a' * 12}/bao-cao.pdf",
    "counted": f"{JANUARY}luot-xem",
    "counted_without_script": f"{JANUARY}luot-xem.gif",
    "calendar_page": "/lich/",
    "calendars": "/lich.ics",
    "rss": "/rss.xml",
    "atom": "/atom.xml",
    "sitemap": "/sitemap.xml",
    "sitemap_part": "/sitemap-2021.xml",
    "robots": "/robots.txt",
    "directives": "/chi-dao/",
    "directive": "/chi-dao/2021-01-1/",
    "report_file": f"/chi-dao/2021-01-1/tep/{'a' * 12}/bao-cao.pdf",
    "units": "/don-vi/",
    "unit": "/don-vi/uy-ban-mttq-viet-nam-quan/",
    "directive_feed": "/chi-dao/2021-01-1/rss.xml",
    "unit_feed": "/don-vi/uy-ban-mttq-viet-nam-quan/rss.xml",
    "follow": "/theo-doi/?chi-dao=2021-01-1",
    "confirm_following": "/theo-doi/xac-nhan/sai/",
    "leave_following": "/theo-doi/thoi/sai/",
    "report_error": "/bao-sai-sot/?trang=/chi-dao/2021-01-1/",
    "search": "/tim-kiem/?q=giam+sat",
    "search_feed": "/tim-kiem/rss.xml?q=giam+sat",
    "api": "/api/",
    "api_description": "/api/openapi.json",
    "api_bodies": "/api/bodies",
    "api_body": "/api/bodies/hdnd-quan-hai-ba-trung",
    "api_announced": "/api/announced",
    "api_meetings": "/api/meetings",
    "api_meeting": "/api/meetings/2021-01",
    "api_directives": "/api/directives",
    "api_directive": "/api/directives/2021-01-1",
    "api_organizations": "/api/organizations",
    "api_organization": "/api/organizations/uy-ban-mttq-viet-nam-quan",
    "open_data": "/du-lieu-mo/",
    "open_data_en": "/en/open-data/",
    "bulk_all": "/du-lieu-mo/tat-ca.jsonl",
    "bulk_all_sessions": "/du-lieu-mo/tat-ca-phien-hop.csv",
    "bulk_all_directives": "/du-lieu-mo/tat-ca-chi-dao.csv",
    "bulk_all_progress": "/du-lieu-mo/tat-ca-tien-do.csv",
    "bulk": "/du-lieu-mo/2021.jsonl",
    "bulk_sessions": "/du-lieu-mo/2021-phien-hop.csv",
    "bulk_directives": "/du-lieu-mo/2021-chi-dao.csv",
    "bulk_progress": "/du-lieu-mo/2021-tien-do.csv",
    "verify": "/xac-minh/?ma=" + "0" * 64,
    "about": "/gioi-thieu/",
    "accessibility": "/kha-nang-tiep-can/",
    "english": "/en/",
}
ANSWERED_WITH_AN_ERROR = ("/phien-hop/2020/11/", "/phien-hop/2021/07/", "/xac-minh/?ma=sai", "/tep-khong-co")
NEVER_KEPT = ("counted", "counted_without_script", "confirm_following", "leave_following")
KEPT = [address for name, address in ADDRESSES.items() if name not in NEVER_KEPT]
CHANGING = ("session", "data", "directive", "api_meeting", "api_directive", "rss", "atom", "bulk", "calendar")


@pytest.fixture
def site(db, news):
    StoredFile("a" * 64, "bao-cao.pdf").keep(b"%PDF-1.7")
    StoredFile("b" * 64, "logo.png").keep(b"PNG")
    Office.objects.update(logo={"sha256": "b" * 64, "extension": "png", "width": 1, "height": 1})
    forget_offices()
    furnish(news)
    file = {"sha256": "a" * 64, "name": "bao-cao.pdf", "title": "Báo cáo", "size": 8}
    ProgressReport.objects.update(file=file, file_is_public=True)


def test_the_list_has_every_public_address():
    assert set(ADDRESSES) == {each.name for each in urlpatterns if each.name}


def fetched(client, address):
    answer = client.post(address) if address.endswith("luot-xem") else client.get(address)
    content_of(answer)
    return answer


def _expired(user):
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session.set_expiry(-60)
    session.save()
    return session.session_key


@pytest.mark.parametrize("brought", ["none", "valid", "expired", "garbage", "csrf", "messages"])
def test_no_answer_to_the_public_sets_a_cookie_whatever_came(site, clerk, brought):
    client = logged_in(clerk) if brought == "valid" else Client()
    cookies = {
        "expired": {"sessionid": _expired(clerk)},
        "garbage": {"sessionid": "rac-ruoi"},
        "csrf": {"csrftoken": "a" * 32},
        "messages": {"messages": "hong:[[1]]"},
    }
    client.cookies.load(cookies.get(brought, {}))
    for address in (*ADDRESSES.values(), *ANSWERED_WITH_AN_ERROR):
        answer = fetched(client, address)
        assert answer.cookies == {}, address
        assert "Cookie" not in answer.get("Vary", ""), address


def test_at_the_desk_the_log_in_is_kept(at_clerks_desk, db):
    assert at_clerks_desk.get(reverse("admin:index")).cookies["sessionid"].value


def test_a_browser_asks_again_each_time_and_a_shared_cache_after_a_minute(site, client):
    for address in KEPT:
        answer = fetched(client, address)
        kept = dict(re.findall(r"([a-z-]+)=(\d+)", answer["Cache-Control"]))
        assert answer.status_code == 200, address
        assert (kept["max-age"], kept["s-maxage"]) == ("0", "60") and int(kept["stale-if-error"]) > 3600, address
        assert "stale-while-revalidate" not in kept and answer.has_header("ETag"), address


def test_whoever_asks_again_and_has_it_is_told_so(site, client):
    for address in KEPT:
        again = client.get(address, headers={"if-none-match": fetched(client, address)["ETag"]})
        assert (again.status_code, again.content) == (304, b""), address
        assert "max-age=0" in again["Cache-Control"], address


def test_what_was_withdrawn_is_not_read_from_the_browsers_cache(site, client):
    held = {name: fetched(client, ADDRESSES[name])["ETag"] for name in CHANGING}
    Edition.objects.filter(path="2021/01").close(Edition.State.WITHDRAWN, note="Đăng nhầm.")
    for name, etag in held.items():
        answer = client.get(ADDRESSES[name], headers={"if-none-match": etag})
        assert answer.status_code != 304, name
        content_of(answer)
    gone = client.get(JANUARY)
    assert gone.status_code == 410 and "max-age=0" in gone["Cache-Control"]
    for name in ("paper", "attachment"):
        assert client.get(ADDRESSES[name]).status_code == 410


def test_a_correction_is_seen_at_once(reopened, client, chief):
    held = fetched(client, JANUARY)["ETag"]
    type(reopened).objects.filter(pk=reopened.pk).update(assessment="Đã sửa lại.")
    reopened.republish(by=chief, note="Sửa đánh giá.")
    again = client.get(JANUARY, headers={"if-none-match": held})
    assert again.status_code == 200 and "Đã sửa lại." in again.content.decode()
