"""The feed: well-formed whatever was typed, whole, in the article's order."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from meetings.models import Edition
from meetings.public.cached_page import LIFE
from meetings.record import AgendaItemRecord, AttachmentRecord, DirectiveRecord, SessionKind
from meetings.vietnamese import LOCAL_ZONE, squeeze
from meetings.writers.article import article

from .conftest import issue, session_of
from .page_text import Reader

NAMES = {"content": "http://purl.org/rss/1.0/modules/content/", "atom": "http://www.w3.org/2005/Atom"}
NASTY = "A&B <b>đậm</b> ]]> \"ngoặc\" 'đơn' &amp; \x00\x0b\ufffe\N{BEAMED EIGHTH NOTES}"
CLEAN = "A&B <b>đậm</b> ]]> \"ngoặc\" 'đơn' &amp; \N{BEAMED EIGHTH NOTES}"


def items(client):
    return ElementTree.fromstring(client.get("/rss.xml").content).findall("channel/item")


def html(item):
    return item.findtext("content:encoded", namespaces=NAMES)


def said(markup):
    """The words of a piece of HTML, in order."""
    reader = Reader()
    reader.feed(f"<div>{markup}</div>")
    return squeeze(reader.elements[0]["text"])


def test_an_item_is_its_session_at_its_address_for_ever(client, posted):
    (item,) = items(client)
    assert item.findtext("title") == "Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert item.findtext("link") == "http://testserver/phien-hop/2021/01/"
    assert item.findtext("guid") == "http://testserver/phien-hop/2021/01/"
    assert parsedate_to_datetime(item.findtext("pubDate")) == datetime(2021, 1, 11, 8, 52, tzinfo=LOCAL_ZONE)
    assert item.find("atom:updated", NAMES) is None


def test_the_channel_says_whose_it_is_and_where(client, posted):
    channel = ElementTree.fromstring(client.get("/rss.xml").content).find("channel")
    assert channel.findtext("title") == "Phiên họp - Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
    assert channel.findtext("language") == "vi"
    assert channel.find("atom:link", NAMES).attrib == {"rel": "self", "href": "http://testserver/rss.xml"}
    assert b'<link rel="alternate" type="application/rss+xml" href="/rss.xml">' in client.get("/").content


def test_both_feeds_are_announced_on_every_page(client, posted):
    for address in ("/", "/chi-dao/", "/phien-hop/2021/01/"):
        head = client.get(address).content.decode()
        assert '<link rel="alternate" type="application/atom+xml" href="/atom.xml">' in head


def test_a_search_has_a_feed_of_its_own(client, posted):
    issue(session_of(2021, 2, assessment="Đoàn giám sát chợ."))
    page = client.get("/tim-kiem/?q=gi%C3%A1m+s%C3%A1t")
    assert page.context["feed"] == "/tim-kiem/rss.xml?q=gi%C3%A1m+s%C3%A1t"
    assert 'type="application/rss+xml" title="Tìm: giám sát"' in page.content.decode()
    answer = client.get(page.context["feed"])
    items = ElementTree.fromstring(answer.content).findall("channel/item")
    places = [each.findtext("link").removeprefix("http://testserver") for each in items]
    assert places == ["/phien-hop/2021/02/", "/phien-hop/2021/01/", "/chi-dao/2021-01-1/"]
    own = ElementTree.fromstring(answer.content).find("channel/atom:link", NAMES).attrib["href"]
    assert own == f"http://testserver{page.context['feed']}"
    assert "giám sát chợ" in items[0].findtext("description")
    assert client.get("/tim-kiem/rss.xml?q=giam+sat&loai=chi-dao").content.count(b"<item>") == 1
    assert client.get("/tim-kiem/rss.xml").content.count(b"<item>") == 0
    assert client.get("/tim-kiem/rss.xml?q=x&nam=la").status_code == 404


def full_session(words=""):
    return session_of(
        2021,
        2,
        title=f"Phiên họp{words}",
        kind=SessionKind.THEMATIC,
        venue=f"Phòng họp số 1{words}",
        opening=f"Ngày 05/02/2021 khai mạc.{words}",
        attendance=f"Cùng dự có các đồng chí.\nVà khách mời.{words}",
        agenda=(
            AgendaItemRecord(
                title=f"Báo cáo{words}",
                presenter=f"Văn phòng{words}",
                opinions=f"Ý một.\nÝ hai.{words}",
                opinions_public=True,
                conclusion=f"Nhất trí.{words}",
            ),
            AgendaItemRecord(title="Tổng kết", summary=f"Văn phòng báo cáo.{words}"),
        ),
        assessment=f"Đạt kết quả tốt.{words}",
        directives_intro=f"Giao các cơ quan:{words}",
        directives=(
            DirectiveRecord(number="1", topic="Giám sát", task=f"lập kế hoạch{words}", lead=f"Ban A{words}"),
            DirectiveRecord(number="2", topic="Nhiệm vụ", task="cần tập trung"),
            DirectiveRecord(level=1, number="2.1", task="phục vụ Tết", due_text=f"trước Tết{words}"),
        ),
        closing=f"Phiên họp kết thúc.{words}",
        attachments=(
            AttachmentRecord(
                title=f"Phụ lục{words}", kind="PDF", filename="phu-luc.pdf", size=9, sha256="a" * 64, is_public=True
            ),
        ),
    )


def expected(told):
    """Every word of the article, in its order."""
    yield from (*told.opening, *told.attendance)
    for item in told.agenda:
        yield from (item.title, *item.presentation, *item.opinions, *item.conclusion)
    yield from (*told.assessment, *told.directives_intro)
    for each in told.directives:
        yield from followed(each)
    yield from told.closing
    for fact in told.facts:
        yield f"{fact.label}: {fact.value or 'chưa ghi nhận'}"


def followed(each):
    yield each.task.words
    yield from filter(None, (each.lead, *each.coordinators, each.deadline))
    for below in each.tasks:
        yield from followed(below)


def test_every_word_of_the_article_is_there_in_its_order(client, db):
    edition = issue(full_session())
    (item,) = items(client)
    words, place = said(html(item)), 0
    for sentence in expected(article(edition.public)):
        found = words.find(squeeze(sentence), place)
        assert found >= 0, sentence
        place = found + len(squeeze(sentence))
    assert 'href="http://testserver/phien-hop/2021/02/tep/aaaaaaaaaaaa/phu-luc.pdf"' in html(item)


@pytest.mark.parametrize("address", ["/rss.xml", "/atom.xml"])
def test_nothing_that_may_be_typed_breaks_it(client, db, address):
    nasty = full_session(f" {NASTY.replace(chr(0), '')}")  # PostgreSQL keeps no NUL
    issue(nasty)
    content = client.get(address).content
    ElementTree.fromstring(content)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", content.decode())
    (item,) = items(client)
    assert item.findtext("title") == f"Phiên họp {CLEAN}"
    assert f"Nhất trí. {CLEAN}" in said(html(item))
    assert "<b>" not in html(item)


def test_a_correction_keeps_its_place_and_says_when_and_what(client, posted, news):
    before = items(client)[0]
    issue(news, note="Sửa tên đơn vị & ngày", at=datetime(2021, 1, 20, 2, 0, tzinfo=UTC))
    (after,) = items(client)
    for name in ("guid", "pubDate"):
        assert after.findtext(name) == before.findtext(name)
    assert after.findtext("atom:updated", namespaces=NAMES) == "2021-01-20T09:00:00+07:00"
    assert said(html(after)).startswith("Đính chính ngày 20/01/2021. Sửa tên đơn vị & ngày.")


def test_it_holds_the_newest_twenty(client, db, django_assert_num_queries):
    for number in range(21):
        issue(session_of(2019 + number // 12, number % 12 + 1))
    with django_assert_num_queries(4):  # items, what is announced, when they changed, whose site it is
        found = items(client)
    assert len(found) == 20
    assert found[0].findtext("link").endswith("/phien-hop/2020/09/")


def test_atom_says_the_same(client, posted):
    feed = ElementTree.fromstring(client.get("/atom.xml").content)
    (entry,) = feed.findall("atom:entry", NAMES)
    assert entry.findtext("atom:id", namespaces=NAMES) == items(client)[0].findtext("guid")
    assert entry.findtext("atom:content", namespaces=NAMES) == html(items(client)[0])
    assert entry.findtext("atom:updated", namespaces=NAMES) == "2021-01-11T08:52:00+07:00"


def test_before_anything_is_published_it_is_a_feed_without_items(client, db):
    first = client.get("/rss.xml")
    assert items(client) == [] and "Last-Modified" not in first
    assert first.content == client.get("/rss.xml").content


def test_addresses_are_those_of_the_official_site(client, posted, settings):
    settings.SITE_URL = "https://hdnd.example.vn"
    assert items(client)[0].findtext("guid") == "https://hdnd.example.vn/phien-hop/2021/01/"


@pytest.mark.parametrize(
    ("address", "content_type"), [("/rss.xml", "application/rss+xml"), ("/atom.xml", "application/atom+xml")]
)
def test_it_is_for_any_program_and_never_sent_twice(client, posted, address, content_type):
    first = client.get(address)
    assert first["Content-Type"] == f"{content_type}; charset=utf-8"
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert first["Cache-Control"] == LIFE
    assert first.cookies == {} and "Vary" not in first
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304


def test_a_withdrawal_changes_it_for_whoever_asks_by_its_moment_alone(client, posted):
    issue(session_of(2020, 12))
    first = client.get("/rss.xml")
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN, "Sai.")
    again = client.get("/rss.xml", headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == 200 and b"2021/01" not in again.content
