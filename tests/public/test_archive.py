"""The archive: by year and month, narrowed by kind, chair and unit, at addresses that stay."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.models import Council
from meetings.public import paging, queries
from meetings.record import AttendeeRecord, DirectiveRecord, Presence, Role, SessionKind

from .conftest import COUNCIL, issue, session_of
from .page_text import elements, texts


def titles(page):
    return [each["href"] for each in elements(page, "a", class_="entry entry--held")]


@pytest.fixture
def some(db):
    other = AttendeeRecord(role=Role.CHAIR, name="Vũ Ngọc Phụng", position="Phó Chủ tịch", presence=Presence.PRESENT)
    work = (DirectiveRecord(number="1", task="rà soát", lead="Ban Pháp chế"),)
    issue(session_of(2019, 12, attendees=(other,)))
    issue(session_of(2020, 11, directives=work))
    issue(session_of(2020, 12, slug="dot-xuat", kind=SessionKind.EXTRAORDINARY, held_on=date(2020, 12, 20)))
    issue(session_of(2020, 12, directives=work))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["2020/12/dot-xuat", "2020/12", "2020/11", "2019/12"]),
        ("nam=2020", ["2020/12/dot-xuat", "2020/12", "2020/11"]),
        ("loai=dot-xuat", ["2020/12/dot-xuat"]),
        ("chu-tri=vu-ngoc-phung", ["2019/12"]),
        ("don-vi=ban-phap-che", ["2020/12", "2020/11"]),
        ("nam=2020&loai=thuong-ky&don-vi=ban-phap-che", ["2020/12", "2020/11"]),
        ("nam=2018", []),
    ],
)
def test_the_archive_is_narrowed(client, some, query, found):
    assert titles(client.get(f"/phien-hop/?{query}")) == [f"/phien-hop/{each}/" for each in found]


def test_a_year_is_set_by_months_and_a_year_without_sessions_says_so(client, some):
    assert texts(client.get("/phien-hop/?nam=2020"), "h2") == ["Tháng 12", "Tháng 11"]
    assert "Chưa có phiên họp nào của năm 2018 được đăng." in client.get("/phien-hop/?nam=2018").content.decode()
    assert "Không có phiên họp nào như vậy." in client.get("/phien-hop/?loai=chuyen-de").content.decode()


@pytest.mark.parametrize("query", ["loai=la", "nam=x", "trang=0", "trang=2", "don-vi=A", "chu-tri=%00"])
def test_what_is_no_address_of_ours_is_not_there(client, some, query):
    assert client.get(f"/phien-hop/?{query}").status_code == 404


def test_the_choices_are_those_there_are(client, some):
    options = texts(client.get("/phien-hop/"), "select", id="chu-tri")
    assert options == ["Mọi người Trần Quyết Thắng Vũ Ngọc Phụng"] or "Vũ Ngọc Phụng" in options[0]
    assert "Ban Pháp chế" in texts(client.get("/phien-hop/"), "select", id="don-vi")[0]


@pytest.mark.parametrize("size", [1, 3, 7, 45])
def test_pages_are_the_same_from_either_end(db, size):
    for month in range(1, 13):
        issue(replace(session_of(2020, month)))
    entries, whole = queries.listed(), [each.key for each in queries.listed()]
    pages = -(-12 // size)
    found = [paging.leaf(entries, number, 12, size) for number in range(1, pages + 1)]
    assert [key for leaf in found for key in leaf.keys] == whole
    assert [(leaf.previous, leaf.next) for leaf in found][0] == (None, 2 if pages > 1 else None)


def test_the_site_says_since_when_it_is_which_body_and_leads_to_the_archive_of_the_one_before(client, db):
    assert "trước đó" not in client.get("/").content.decode()
    issue(session_of(2021, 1))
    ward = replace(
        COUNCIL, name="HĐND phường", short_name="HĐND phường Hai Bà Trưng", committee_name="Thường trực HĐND phường"
    )
    issue(session_of(2025, 8, council=ward))
    for name, since, until in ((COUNCIL.name, None, date(2025, 6, 30)), ("HĐND phường", date(2025, 7, 1), None)):
        council = Council.objects.get(name=name)
        council.valid_from, council.valid_to = since, until
        council.save()
    page = client.get("/").content.decode()
    assert "Từ 01/07/2025: " in page and "; trước đó: " in page and "(đến 30/06/2025)" in page
    older = client.get("/phien-hop/?hoi-dong=hdnd-quan-hai-ba-trung").content.decode()
    assert "/phien-hop/2021/01/" in older and "/phien-hop/2025/08/" not in older
    assert client.get("/phien-hop/?hoi-dong=khong-co").status_code == 404
