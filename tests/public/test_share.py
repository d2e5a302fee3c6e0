"""How a page is shared: what it says of itself, its picture, links without trackers; and how light it is."""

import gzip
import json
import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from PIL import Image

from meetings.public import page_pictures
from meetings.writers import fonts

from .conftest import issue, issue_paper, session_of
from .page_text import elements, texts

JANUARY = "/phien-hop/2021/01/"
LIGHT = 30_000
"""Bytes of a first view, compressed."""


def test_the_page_says_of_itself_what_a_shared_link_shows(client, posted):
    page = client.get(JANUARY).content.decode()
    said = dict(re.findall(r'<meta property="(?:og|article):([a-z_:]+)" content="([^"]*)">', page))
    assert said["title"] == "Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert (said["url"], said["locale"], said["type"]) == (f"http://testserver{JANUARY}", "vi_VN", "article")
    assert said["image"] == f"http://testserver{JANUARY}anh.png"
    assert said["published_time"].startswith("2021-01-11T08:52")
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    assert {each["@type"] for each in json.loads(data)["@graph"]} >= {"NewsArticle", "Event", "BreadcrumbList"}


def test_the_front_page_introduces_the_site(client, posted):
    page = client.get("/").content.decode()
    said = dict(re.findall(r'<meta property="og:([a-z_:]+)" content="([^"]*)">', page))
    assert '"@type":"WebSite"' in page
    assert (said["type"], said["url"]) == ("website", "http://testserver/")
    assert said["title"] == said["site_name"] == "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
    assert said["image"] == "http://testserver/anh.png"


SHARED = {
    "/": ("Thường trực Hội đồng nhân dân quận Hai Bà Trưng", "Phiên họp, biên bản và nội dung chỉ đạo của "),
    "/phien-hop/": ("Phiên họp", "Lưu trữ các phiên họp của "),
    "/phien-hop/?nam=2021": ("Phiên họp năm 2021", "Lưu trữ các phiên họp của "),
    "/chi-dao/": ("Nội dung chỉ đạo", "Việc giao tại các phiên họp của "),
    "/chi-dao/2021-01-1/": (
        "Xây dựng kế hoạch (giám sát) | Chỉ đạo 2021-01-1",
        "Đối với việc giám sát, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì phối hợp với Thường trực HĐND quận",
    ),
    "/don-vi/": ("Đơn vị", "Các đơn vị được giao việc tại các phiên họp: "),
    "/don-vi/uy-ban-mttq-viet-nam-quan/": ("Ủy ban MTTQ Việt Nam quận", "Việc Ủy ban MTTQ Việt Nam quận chủ trì"),
    "/xac-minh/": ("Xác minh văn bản", "Kiểm tra một tệp biên bản"),
    "/du-lieu-mo/": ("Dữ liệu mở", "Phiên họp, nội dung chỉ đạo và đơn vị dưới dạng JSON"),
    "/en/open-data/": ("Open data", "Sessions, directives and units as JSON"),
    "/kha-nang-tiep-can/": ("Tuyên bố về khả năng tiếp cận", "Mức độ mọi người dùng được trang này"),
    "/en/": ("About this site", "What the standing committee of the people"),
}


def shared(client, address):
    return {
        each.get("property"): each["content"] for each in elements(client.get(address), "meta") if "content" in each
    }


@pytest.mark.parametrize("address", SHARED)
def test_every_page_is_shared_with_words_of_its_own(client, posted, address):
    said, (title, words) = shared(client, address), SHARED[address]
    assert said["og:title"] == title
    assert said["og:description"].startswith(words)
    assert (said["og:type"], said["og:url"]) == ("website", f"http://testserver{address}")
    assert said["og:image"] == "http://testserver/anh.png"
    assert said["og:site_name"] == said["og:image:alt"] == "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
    assert said["og:locale"] == ("en_GB" if address.startswith("/en/") else "vi_VN")
    (told,) = elements(client.get(address), "meta", name="description")
    assert told["content"] == said["og:description"]


@pytest.mark.parametrize("address", ["/tim-kiem/", "/tim-kiem/?q=giam+sat", "/khong-co/", f"{JANUARY}ban/1/"])
def test_what_is_not_to_be_listed_is_not_introduced(client, posted, news, address):
    issue(news, note="Sửa tên.")
    assert not [name for name in shared(client, address) if name and name.startswith("og:")]
    assert elements(client.get(address), "meta", name="description")


def test_what_is_typed_stays_text_when_it_is_shared(client, db, news):
    directive = replace(news.directives[0], topic='Đối với "dự án" <A&B>')
    issue(replace(news, directives=(directive,)))
    assert shared(client, "/chi-dao/2021-01-1/")["og:description"].startswith('Đối với "dự án" <A&B>, đề nghị')


def test_before_anybody_has_spoken_no_page_names_a_picture(client, db):
    for address in ("/", "/phien-hop/", "/chi-dao/"):
        assert "anh.png" not in client.get(address).content.decode()


def test_a_session_that_is_announced_is_shared_before_any_was_told_of(client, db):
    announced = session_of(2090, 1)
    issue_paper(announced, "invitation", 1)
    said = shared(client, "/phien-hop/2090/01/")
    assert said["og:title"] == "Phiên họp tháng 01 năm 2090, dự kiến ngày 05/01/2090"
    assert said["og:image"] == "http://testserver/anh.png" and client.get("/anh.png").status_code == 200


def test_the_site_has_a_picture_once_somebody_has_spoken(client, db, news):
    assert client.get("/anh.png").status_code == 404 and "og:image" not in client.get("/").content.decode()
    issue(news)
    answer = client.get("/anh.png")
    with Image.open(BytesIO(answer.content)) as image:
        assert image.size == (1200, 630) and image.format == "PNG"
    assert client.get("/anh.png", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_the_picture_is_drawn_once_for_a_record(client, posted, monkeypatch):
    answer = client.get(f"{JANUARY}anh.png")
    with Image.open(BytesIO(answer.content)) as image:
        assert image.size == (1200, 630) and image.format == "PNG" and len(image.getcolors(1 << 20)) > 4
    monkeypatch.setattr(page_pictures, "_draw", None)
    again = client.get(f"{JANUARY}anh.png", headers={"host": "localhost"})
    assert again.content == answer.content and again["ETag"] == answer["ETag"]
    assert client.get("/phien-hop/2021/02/anh.png").status_code == 404


def test_without_a_font_there_is_no_picture_and_the_page_stays(client, posted, monkeypatch):
    cache.clear()
    monkeypatch.setattr(fonts, "FONT_FAMILIES", ("Không Có",))
    assert client.get(f"{JANUARY}anh.png").status_code == client.get("/anh.png").status_code == 404
    assert "og:image" not in client.get("/").content.decode()
    page = client.get(JANUARY)
    said = page.content.decode()
    assert page.status_code == 200 and "og:image" not in said and "anh.png" not in said
    assert [each["content"] for each in elements(page, "meta", name="twitter:card")] == ["summary"]


def test_whoever_has_the_picture_is_told_so_and_a_dead_cache_stops_nobody(client, posted, monkeypatch):
    answer = client.get(f"{JANUARY}anh.png")
    again = client.get(f"{JANUARY}anh.png", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")

    def dead(*args, **named):
        raise ConnectionError

    monkeypatch.setattr(page_pictures.cache, "get_or_set", dead)
    assert client.get(f"{JANUARY}anh.png").content == answer.content


def test_it_is_shared_by_plain_links(client, posted):
    links = elements(client.get(JANUARY), "a")
    outside = [each for each in links if each["href"].startswith("https://")]
    assert {each["text"] for each in outside} == {"Zalo", "Facebook"}
    assert all(each["rel"] == "noopener noreferrer" for each in outside)
    mail = next(each["href"] for each in links if each["href"].startswith("mailto:"))
    assert "http%3A%2F%2Ftestserver%2Fphien-hop%2F2021%2F01%2F" in mail


def test_all_earlier_editions_are_listed_with_what_changed(client, posted, news):
    issue(news, note="Sửa tên.")
    issue(news, note="Sửa ngày")
    before = texts(client.get(JANUARY), "section", aria_labelledby="ban-truoc")
    assert len(before) == 1 and before[0].startswith("Bản trước Bản 2") and "Sửa tên." in before[0]
    assert texts(client.get(f"{JANUARY}ban/1/"), "section", aria_labelledby="ban-truoc") == []


@pytest.mark.parametrize("address", [JANUARY, "/", "/chi-dao/", "/phien-hop/"])
def test_the_first_view_is_light(client, posted, news, address):
    issue(news, note="Sửa tên.")
    page = client.get(address).content
    sent = {address: page}
    for name in set(re.findall(rb'(?:href|src)="/static/([^"]+)"', page)):
        with open(finders.find(name.decode()), "rb") as file:
            sent[name.decode()] = file.read()
    sizes = {name: len(gzip.compress(content)) for name, content in sent.items()}
    assert sum(sizes.values()) <= LIGHT, sizes
