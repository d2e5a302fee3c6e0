"""The portal: what all offices have published, each thing leading to its own office."""

import json
import re
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver

from meetings.models import Office, at_office
from meetings.public.cached_page import LIFE
from tests.public.every_word import words
from tests.public.test_valid_html import faults, parsed

from .addresses import FOR_MACHINES, PUBLIC_PAGES, REFUSED
from .conftest import BACH_MAI, COMMUNE, PORTAL, SOC_SON, council_of, issue, session_at

THE_COMMUNES_JANUARY = f"http://{SOC_SON}/phien-hop/2026/01/"


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return words(answer)


def test_the_list_of_addresses_has_all_of_them(portal):
    from meetings.portal.urls import urlpatterns

    paths = {f"/{each.pattern}" for each in urlpatterns} - {"/favicon.ico", "/api/<path:rest>"}
    assert {each.partition("?")[0] for each in (*PUBLIC_PAGES, *FOR_MACHINES)} == paths


def test_every_page_is_valid_html(portal, posted):
    found = {each: list(faults(parsed(portal.get(each).content.decode()))) for each in (*PUBLIC_PAGES, *REFUSED)[:-2]}
    assert found == dict.fromkeys(found, [])


def test_an_empty_portal_is_valid_too(portal):
    for address in ("/", "/co-quan/", "/co-quan/ten-cu/", "/phien-hop/", "/chi-dao/", "/tim-kiem/?q=a"):
        assert list(faults(parsed(portal.get(address).content.decode()))) == [], address


def test_a_page_is_kept_like_any_public_page_and_sets_no_cookie(portal, posted):
    portal.cookies.load({"sessionid": "rac-ruoi", "csrftoken": "a" * 32})
    for address in (*PUBLIC_PAGES, *FOR_MACHINES):
        answer = portal.get(address)
        assert (answer.status_code, answer.cookies, answer["Cache-Control"]) == (200, {}, LIFE), address
        assert "default-src 'none'" in answer["Content-Security-Policy"] and "Cookie" not in answer.get("Vary", "")
        again = portal.get(address, headers={"if-none-match": answer["ETag"], "host": PORTAL})
        assert (again.status_code, again.content) == (304, b""), address


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_there_is_refused(portal, posted, address):
    assert portal.get(address).status_code == REFUSED[address]


def test_each_host_has_its_own_addresses(client, portal, posted):
    for address in ("/co-quan/", "/giam-sat/", "/quan-tri/giam-sat/"):
        assert client.get(address, headers={"host": BACH_MAI}).status_code in (302, 404), address
    assert client.get("/co-quan/", headers={"host": BACH_MAI}).status_code == 404
    assert client.get("/", headers={"host": "la.example"}).content.decode() == "Không có trang này.\n"
    with pytest.raises(NoReverseMatch):
        get_resolver("council.portal_urls").reverse("admin:index")


def test_without_a_portal_its_host_is_as_strange_as_any(client, portal, posted, settings):
    settings.PORTAL_HOST = ""
    assert client.get("/", headers={"host": PORTAL}).content.decode() == "Không có trang này.\n"


def test_the_first_page_says_who_posted_what(portal, posted):
    page = read(portal, "/")
    assert "Thành phố Hà Nội" in page and '<span class="day__figure">2</span>' in page
    assert f'<a class="posted__title" href="{THE_COMMUNES_JANUARY}">Phiên họp tháng 1 năm 2026</a>' in page
    assert "2 chỉ đạo, chưa có biên bản" in page and "1 chỉ đạo, có biên bản" in page
    assert "1 chỉ đạo đang quá hạn." in page


def test_it_says_how_many_have_posted_the_month(portal, posted, monkeypatch):
    monkeypatch.setattr("meetings.portal.home_page.today", lambda: date(2026, 2, 20))
    assert "1 trên 2 nơi đã đăng phiên họp." in read(portal, "/")
    cache.clear()
    monkeypatch.setattr("meetings.portal.home_page.today", lambda: date(2026, 2, 10))
    assert "Cả 2 phiên họp tháng\N{NO-BREAK SPACE}01 đã đăng" in portal.get("/").content.decode()


def test_places_stand_by_letter_in_the_order_of_the_alphabet(portal, posted):
    for place in ("Đống Đa", "Dương Nội", "Bồ Đề", "Ô Chợ Dừa"):
        name = f"Thường trực HĐND phường {place}"
        Office.objects.create(slug=place.lower().replace(" ", "-"), name=name, hosts=f"p{len(place)}.example")
    page = read(portal, "/co-quan/")
    rows = re.findall(r'places__row"><a href="[^"]+">([^<]+)', page)
    assert rows == ["Bạch Mai", "Bồ Đề", "Dương Nội", "Đống Đa", "Ô Chợ Dừa", "Sóc Sơn (xã)"]
    assert "<span>E</span>" in page and 'href="/co-quan/?chu=dd" aria-label="Chữ Đ, 1 nơi"' in page
    assert "Dương Nội" not in read(portal, "/co-quan/?chu=dd") and "Ô Chợ Dừa" in read(portal, "/co-quan/?chu=o")
    assert "họp 05/02/2026" in page.replace("họp 05/02</span>", "họp 05/02/2026</span>")


def test_an_office_without_a_name_or_a_host_is_on_no_list(portal, posted):
    Office.objects.create(slug="chua-mo", name="", hosts="chua-mo.example")
    Office.objects.create(slug="khong-nha", name="Thường trực HĐND phường Không Nhà")
    page = read(portal, "/co-quan/")
    assert page.count("places__row") == 2


def test_a_former_name_leads_to_who_keeps_its_record_room(portal, posted, commune):
    old = Office.objects.create(slug="xa-cu", name="Thường trực HĐND xã Phù Linh", hosts="cu.example")
    old.successor, old.closed_on = commune, date(2025, 7, 1)
    old.save()
    page = read(portal, "/co-quan/ten-cu/")
    assert f'<span>Quận Hai Bà Trưng</span> <a href="http://{BACH_MAI}/">Phường Bạch Mai</a>' in page
    assert f'<span>Xã Phù Linh</span> <a href="http://{SOC_SON}/">Xã Sóc Sơn</a>' in page


@pytest.mark.parametrize("typed", ["bach mai", "Bạch Mai", "BACH  MAI", "phuong bach", "hai ba trung"])
def test_a_place_is_found_by_its_name_of_today_or_before_without_accents(portal, posted, typed):
    answer = portal.get("/tim-kiem/", {"q": typed})
    (named,) = answer.context["named"]
    assert named[0].name == "Phường Bạch Mai"
    assert ("trước là Quận Hai Bà Trưng" in words(answer)) is (typed == "hai ba trung")


def test_words_are_found_in_all_offices_and_lead_to_each(portal, posted):
    answer = portal.get("/tim-kiem/?q=ung+ngap&loai=chi-dao")
    assert {hit["place"].name: hit["address"] for hit in answer.context["hits"]} == {
        "Xã Sóc Sơn": f"http://{SOC_SON}/chi-dao/2026-01-2/",
        "Phường Bạch Mai": f"http://{BACH_MAI}/chi-dao/2026-01-1/",
    }
    assert answer.context["found"].count == 2


def test_sessions_of_a_month_and_directives_of_an_office(portal, posted):
    assert [each.place.name for each in portal.get("/phien-hop/?nam=2026&thang=2").context["rows"]] == ["Xã Sóc Sơn"]
    assert {each.place.name for each in portal.get("/phien-hop/?nam=2026&thang=1").context["rows"]} == {
        "Xã Sóc Sơn",
        "Phường Bạch Mai",
    }
    assert portal.get("/chi-dao/").context["leaf"].total == 5
    assert portal.get("/chi-dao/?co-quan=xa-soc-son").context["leaf"].total == 3
    ((late, place, where),) = portal.get("/chi-dao/?tinh-trang=qua-han").context["rows"]
    assert (place.name, where) == ("Phường Bạch Mai", f"http://{BACH_MAI}/chi-dao/2026-01-1/")


def test_a_file_of_any_office_is_known_and_leads_to_it(portal, posted):
    digest = posted["minutes"].files.get(part="public", filename__endswith="pdf").sha256
    page = read(portal, f"/xac-minh/?ma={digest}")
    assert "05/BB-HĐND" in page and "do Thường trực HĐND phường Bạch Mai phát hành" in page
    assert f"http://{BACH_MAI}/xac-minh/?ma={digest}" in page
    assert "Không nhận ra" in read(portal, f"/xac-minh/?ma={'0' * 64}")


def test_programs_are_led_to_every_office(portal, posted):
    bodies = json.loads(portal.get("/api/bodies").content)["data"]
    assert [each["shortName"] for each in bodies] == ["Phường Bạch Mai", "Xã Sóc Sơn"]
    assert bodies[1]["meeting"] == f"http://{SOC_SON}/api/meetings"
    system = json.loads(portal.get("/api/").content)
    assert system["body"] == f"http://{PORTAL}/api/bodies"
    maps = read(portal, "/sitemap.xml")
    for where in (
        f"{SOC_SON}/sitemap-2026.xml",
        f"{BACH_MAI}/sitemap-chi-dao-2020.xml",
        f"{PORTAL}/sitemap-cong.xml",
    ):
        assert f"<loc>http://{where}</loc>" in maps
    assert "sitemap.xml</loc>" not in maps
    feed = read(portal, "/rss.xml")
    assert "Xã Sóc Sơn: Phiên họp tháng 2 năm 2026" in feed and THE_COMMUNES_JANUARY in feed
    assert f"Sitemap: http://{PORTAL}/sitemap.xml" in read(portal, "/robots.txt")


def test_what_one_office_publishes_or_is_called_makes_the_page_anew(portal, posted, commune):
    before = portal.get("/")["ETag"]
    with at_office(commune):
        issue(session_at(COMMUNE, 2026, 3, "việc mới"))
    after = portal.get("/")["ETag"]
    assert after != before
    commune.name = "Thường trực HĐND xã Sóc Sơn Mới"
    commune.save()
    assert "Sóc Sơn Mới" in read(portal, "/") and portal.get("/")["ETag"] != after


def queries(client, address):
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def more_offices(number):
    from meetings.council_names import Level

    for place in range(number):
        name = f"Nơi Thứ {place}"
        office = Office.objects.create(
            slug=f"noi-{place}", name=f"Thường trực HĐND phường {name}", hosts=f"noi-{place}.example"
        )
        with at_office(office):
            council = council_of(Level.WARD, name)
            issue(session_at(council, 2026, 1, "xử lý úng ngập", due_on=date(2026, 2, 1)))
            issue(session_at(council, 2026, 2, "giữ xe hè phố"))


def test_twelve_offices_cost_as_many_queries_as_two(portal, posted, supervising):
    pages = [(portal, each) for each in (*PUBLIC_PAGES, *FOR_MACHINES)]
    pages += [
        (supervising, each) for each in ("/quan-tri/giam-sat/?nam=2026", "/quan-tri/giam-sat/bang.xlsx?nam=2026")
    ]
    for client, address in pages:
        client.get(address)
    before = [queries(*each) for each in pages]
    more_offices(10)
    portal.get("/")
    after = [queries(*each) for each in pages]
    assert {
        pages[place][1]: (one, two) for place, (one, two) in enumerate(zip(before, after, strict=True)) if one != two
    } == {}
    assert max(after) < 16
