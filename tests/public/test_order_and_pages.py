"""Names in the order of the Vietnamese alphabet, dates that say what they are, pages that can be jumped to."""

import pytest

from meetings.public.paging import Leaf
from meetings.record import DirectiveRecord
from meetings.vietnamese import sort_key

from .conftest import issue, session_of
from .page_text import elements, texts

NAMES = ["Ban Pháp chế", "Đảng ủy phường", "Hội Nông dân", "Ủy ban nhân dân phường", "Văn phòng phường"]


@pytest.fixture
def units(db):
    rows = [DirectiveRecord(number=f"{each}", task="rà soát", lead=name) for each, name in enumerate(NAMES[::-1], 1)]
    issue(session_of(2021, 1, directives=tuple(rows)))


@pytest.mark.parametrize("address", ["/phien-hop/", "/chi-dao/", "/tim-kiem/?q=ra"])
def test_units_to_choose_from_stand_in_the_order_of_the_alphabet(client, units, address):
    options = [each["text"] for each in elements(client.get(address), "option")]
    assert [each for each in options if each in NAMES] == NAMES


def test_units_that_owe_alike_stand_in_the_order_of_the_alphabet(client, units):
    assert [each["text"] for each in elements(client.get("/don-vi/"), "th")][4:] == NAMES


def test_the_database_would_have_put_them_otherwise():
    assert sorted(NAMES) != NAMES == sorted(NAMES[::-1], key=sort_key)


def test_the_dates_on_the_front_say_what_they_are(client, units):
    issue(session_of(2020, 12))
    page = client.get("/")
    assert texts(page, "span", class_="entry__date") == ["đăng 11/12/2020"]
    assert texts(page, "p", class_="day")[0] == "Họp ngày 05 tháng 01 năm 2021"


@pytest.mark.parametrize(
    ("number", "pages", "near"),
    [
        (1, 3, []),
        (1, 4, [1, 2, 3, 4]),
        (1, 7, [1, 2, 3, 4, 5, 6, 7]),
        (5, 9, [1, 3, 4, 5, 6, 7, 9]),
        (50, 400, [1, 40, 48, 49, 50, 51, 52, 60, 150, 400]),
        (400, 400, [1, 300, 390, 398, 399, 400]),
    ],
)
def test_a_pager_jumps_to_the_ends_and_in_strides(number, pages, near):
    assert Leaf([], number, pages, pages * 20).near == near


def test_a_jump_keeps_the_filters(client, db):
    rows = tuple(DirectiveRecord(number=f"{each}", task="rà soát", lead="Ban Pháp chế") for each in range(1, 102))
    issue(session_of(2021, 1, directives=rows))
    page = client.get("/chi-dao/?don-vi=ban-phap-che&xep=cu&trang=3")
    assert texts(page, "nav", class_="pager") == ["Trang 3 trên 6 1 2 3 4 5 6 Trang trước Trang sau"]
    jumps = [each["href"] for each in elements(page, "a", class_="jump")]
    assert jumps[0] == "/chi-dao/?don-vi=ban-phap-che&xep=cu"
    assert jumps[-1] == "/chi-dao/?don-vi=ban-phap-che&xep=cu&trang=6"
    assert client.get(jumps[-1]).status_code == 200
