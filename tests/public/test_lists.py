"""The front page, the archive, and the sessions before and after one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings.models import Edition
from meetings.public import queries
from meetings.record import DirectiveRecord, SessionKind

from .conftest import issue, session_of
from .page_text import elements, texts


def titles(page):
    return texts(page, "span", class_="entry__title")


def test_before_anything_is_published_the_front_page_is_courteous(client, db):
    page = client.get("/")
    assert page.status_code == 200
    assert texts(page, "h1") == ["Chưa có phiên họp nào được đăng"]
    assert texts(page, "header", class_="masthead") == ["Cơ quan Tìm"]


def test_the_newest_session_leads_and_counts_its_directives(client, posted):
    issue(session_of(2020, 12))
    page = client.get("/")
    assert texts(page, "h1") == ["Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"]
    assert "Đọc toàn văn và 2 nội dung chỉ đạo" in texts(page, "a")
    assert titles(page) == ["Phiên họp tháng 12 năm 2020 của Thường trực HĐND quận Hai Bà Trưng"]
    assert texts(page, "header", class_="masthead") == ["Thường trực Hội đồng nhân dân Quận Hai Bà Trưng Tìm"]


def test_the_year_shows_twelve_months_and_links_those_with_a_session(client, posted):
    months = texts(client.get("/"), "li", class_="month")
    assert months[:3] == ["Tháng 01 họp 05/01", "Tháng 02", "Tháng 3"]
    assert len(months) == 12
    assert len(elements(client.get("/"), "a", class_="month__name")) == 1


def test_the_archive_turns_its_page_after_twenty_sessions(client, db):
    for number in range(21):
        issue(session_of(2019 + number // 12, number % 12 + 1))
    first, second = client.get("/phien-hop/"), client.get("/phien-hop/?trang=2")
    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert texts(first, "nav", class_="pager") == ["Trang 1 trên 2 Trang sau"]
    assert titles(first)[0].startswith("Phiên họp tháng 9 năm 2020")
    assert b'rel="canonical" href="http://testserver/phien-hop/?trang=2"' in second.content


def test_a_year_lists_its_own_sessions_and_a_year_without_any_says_so(client, posted):
    issue(session_of(2020, 12))
    assert titles(client.get("/phien-hop/?nam=2020")) == [
        "Phiên họp tháng 12 năm 2020 của Thường trực HĐND quận Hai Bà Trưng"
    ]
    page = client.get("/phien-hop/?nam=2019")
    assert page.status_code == 200
    assert texts(page, "div", class_="notice") == [
        "Chưa có phiên họp nào của năm 2019 được đăng. Xem tất cả các phiên họp"
    ]


@pytest.mark.parametrize("query", ["nam=hai", "trang=0", "trang=99", "trang=-1", "nam=99999999999999999999", "nam=²"])
def test_a_page_that_is_not_there_is_not_found(client, posted, query):
    assert client.get(f"/phien-hop/?{query}").status_code == 404


def test_a_replaced_edition_stands_in_no_list(client, news, posted):
    issue(news, note="Sửa tên.")
    assert len(titles(client.get("/phien-hop/"))) == 1


def test_sessions_of_one_month_follow_by_the_day_they_were_held(db):
    unknown = issue(session_of(2020, 12, slug="chuyen-de", kind=SessionKind.THEMATIC, held_on=None))
    regular = issue(session_of(2020, 12))
    urgent = issue(session_of(2020, 12, slug="dot-xuat", held_on=date(2020, 12, 22)))
    news = issue(session_of(2021, 1))
    order = [unknown, regular, urgent, news]
    paths = [each.path for each in order]
    assert [each.path for each in queries.listed().reverse()] == paths
    for place, edition in enumerate(order):
        found = {way: each.path for way, each in queries.neighbours(edition).items()}
        assert found.get("previous") == (paths[place - 1] if place else None)
        assert found.get("next") == (paths[place + 1] if place + 1 < len(order) else None)


def test_the_page_leads_to_the_months_beside_it(client, posted):
    issue(session_of(2020, 12))
    issue(session_of(2021, 2))
    page = client.get("/phien-hop/2021/01/")
    assert texts(page, "a", rel="prev") == ["← Phiên trước Tháng 12 năm 2020"]
    assert texts(page, "a", rel="next") == ["Phiên sau → Tháng 02 năm 2021"]


def test_the_years_to_choose_are_those_that_can_be_read(db):
    assert queries.years_to_choose() == []
    for year in (2018, 2020, 2021, 2022, 2023):
        issue(session_of(year, 1))
    issue(session_of(2021, 2))
    issue(session_of(2024, 1), at=timezone.now() + timedelta(hours=1))
    Edition.objects.filter(year=2022).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert queries.years_to_choose() == [2023, 2021, 2020, 2018]


def test_a_unit_is_listed_while_a_directive_in_force_names_it(db):
    names = DirectiveRecord(number="1", task="việc", lead="Ban Pháp chế")
    issue(session_of(2020, 1, directives=(names,)))
    later = session_of(2020, 2, directives=(replace(names, lead="Phòng Y tế"),))
    issue(later, at=timezone.now() + timedelta(hours=1))
    assert [each.name for each in queries.units()] == ["Ban Pháp chế"]
    Edition.objects.filter(month=1).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert [each.name for each in queries.units()] == []
