"""Search: accents or not, words and phrases, sessions and directives; the same on both databases."""

import unicodedata
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Edition, SearchEntry, Unit
from meetings.public.search_query import Query
from meetings.record import DirectiveRecord, SessionKind

from .conftest import issue, session_of
from .page_text import elements, texts

FRONT = "Ủy ban MTTQ Việt Nam quận"


def directive(number, task, **given):
    return DirectiveRecord(number=number, task=task, **given)


@pytest.fixture
def some(db):
    """November: hop tac; December: họp, hòa giải, đường; January: giám sát led by the Front."""
    issue(session_of(2020, 11, assessment="Nhóm hop ghi không dấu."))
    issue(
        session_of(
            2020,
            12,
            slug="chuyen-de",
            kind=SessionKind.THEMATIC,
            title="Chuyên đề về đường phố",
            assessment="Công tác hòa giải ở cơ sở. Tuyến phố đi bộ.",
            directives=(directive("1", "mở rộng đường Trần Khát Chân", lead="Phòng Quản lý đô thị"),),
        )
    )
    issue(
        session_of(
            2021,
            1,
            assessment="Đoàn giám sát đã làm việc.",
            directives=(
                directive("1", "lập kế hoạch giám sát", lead=FRONT),
                directive("2", "sát sao việc giám định", due_on=date(2021, 1, 15)),
            ),
        )
    )


def found(client, typed, **more):
    page = client.get("/tim-kiem/", {"q": typed, **more})
    assert page.status_code == 200
    places = [each["href"].strip("/") for each in elements(page, "a")]
    heads = [place for place in places if place.startswith(("phien-hop/2", "chi-dao/2"))]
    return [place.removeprefix("phien-hop/").removeprefix("chi-dao/") for place in heads]


@pytest.mark.parametrize("typed", ["đường", "duong", "DUONG", "Đường", unicodedata.normalize("NFD", "đường")])
def test_accents_do_not_matter(client, some, typed):
    assert found(client, typed) == ["2020/12/chuyen-de", "2020-12-chuyen-de-1"]


@pytest.mark.parametrize("typed", ["hoà giải", "hòa giải", "hoa giai", "HÒA GIẢI"])
def test_the_place_of_a_tone_does_not_matter(client, some, typed):
    assert found(client, typed) == ["2020/12/chuyen-de"]


def test_the_exactly_spelled_come_first_and_the_newest_of_each(client, some):
    assert found(client, "hop") == ["2020/11", "2021/01", "2020/12/chuyen-de"]
    assert found(client, "họp")[:3] == ["2021/01", "2020/12/chuyen-de", "2020/11"]


def test_all_words_must_occur_and_a_phrase_as_it_stands(client, some):
    assert found(client, "giám sát") == ["2021/01", "2021-01-1", "2021-01-2"]
    for quotes in ('"{}"', "“{}”", "«{}»"):
        assert found(client, quotes.format("giám sát")) == ["2021/01", "2021-01-1"]
    assert found(client, '"sát giám"') == []
    assert found(client, 'kế hoạch "giám sát"') == ["2021/01", "2021-01-1"]
    assert found(client, '"lập kế hoạch giám sát"') == ["2021/01", "2021-01-1"]


def test_a_phrase_of_three_words_is_more_than_its_pairs(client, db):
    issue(session_of(2021, 4, assessment="Rà soát chung; đã soát chung cư."))
    assert found(client, '"rà soát chung"') == found(client, '"soat chung cu"') == ["2021/04"]
    assert found(client, '"rà soát chung cư"') == []


def test_kinds_and_years_are_searched_one_by_one(client, db):
    places = []
    for year in (2021, 2020):
        for month in (12, 1):
            issue(session_of(year, month, assessment="Đã họp dân.", directives=(directive("1", "họp dân"),)))
            places += [f"{year}/{month:02}", f"{year}-{month:02}-1"]
    assert found(client, "họp dân") == places
    assert found(client, '"họp dân"', nam=2020, loai="chi-dao") == ["2020-12-1", "2020-01-1"]
    assert found(client, "đã họp", loai="chi-dao") == []


@pytest.mark.parametrize(
    ("more", "hits"),
    [
        ({"loai": "phien-hop"}, ["2021/01"]),
        ({"loai": "chi-dao"}, ["2021-01-1", "2021-01-2"]),
        ({"nam": "2020"}, []),
        ({"nam": "2021"}, ["2021/01", "2021-01-1", "2021-01-2"]),
        ({"don-vi": "uy-ban-mttq-viet-nam-quan"}, ["2021/01", "2021-01-1"]),
    ],
)
def test_hits_are_narrowed(client, some, more, hits):
    assert found(client, "giam sat", **more) == hits


def test_the_tabs_count_each_kind(client, some):
    page = client.get("/tim-kiem/?q=giam+sat&loai=chi-dao")
    assert texts(page, "nav", aria_label="Theo loại") == ["Tất cả 3 Phiên họp 1 Chỉ đạo 2"]


def test_a_unit_is_found_under_its_other_names(client, some):
    assert found(client, "mặt trận quận kế hoạch") == []
    Unit.objects.create(name=FRONT, short_name="mặt trận quận")
    assert found(client, "mặt trận quận kế hoạch") == ["2021/01", "2021-01-1"]
    assert found(client, "MAT TRAN QUAN") == ["2021/01", "2021-01-1"]


def test_hits_are_marked_and_what_was_typed_stays_in_the_box(client, some):
    page = client.get("/tim-kiem/", {"q": 'giam <b>"sat"'})
    assert elements(page, "input", id="q")[0]["value"] == 'giam <b>"sat"'
    page = client.get("/tim-kiem/?q=giam+sat")
    assert texts(page, "mark")[:2] == ["giám sát", "giám sát"]
    assert texts(page, "p", class_="day found") == ["3 kết quả"]


def test_what_is_not_found_is_said_with_what_to_try(client, some):
    page = client.get("/tim-kiem/?q=khong+he+co")
    assert "Không tìm thấy trang nào có đủ các từ này." in page.content.decode()
    assert "Câu tìm chưa có chữ hay số nào." in client.get("/tim-kiem/?q=%22%3F%22").content.decode()
    assert client.get("/tim-kiem/").status_code == 200


def test_a_long_query_is_cut_at_a_word_and_says_so(client, some):
    page = client.get("/tim-kiem/", {"q": "giám sát " * 40})
    assert "Câu tìm dài quá 200 ký tự" in page.content.decode()
    assert len(elements(page, "input", id="q")[0]["value"]) <= 200


OPERATORS = ["AND", "giám OR", "NOT", "NEAR(giám sát)", "*", "giám*", "^giám", "words:giám", "x:*", "giám & sát | !x"]
SIGNS = ["(", '"', "'", "''", '"""', "-giám", "+ giám", "100%", "_", "\\", "..", "' OR 1=1 --", "<script>"]
LETTERS = ["\0", "giám\0sát", "😀", "đ", "a", "1", "№", "½", "漢字", "ﬀ", "1e5", "3e2x", "zzkd", "xgiam2"]
TYPED_BY_CHANCE = [*OPERATORS, *SIGNS, *LETTERS]


@pytest.mark.parametrize("typed", TYPED_BY_CHANCE)
def test_nothing_typed_by_chance_fails(client, some, typed):
    assert client.get("/tim-kiem/", {"q": typed}).status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=260))
def test_nothing_typed_at_all_fails(client, some, typed):
    assert client.get("/tim-kiem/", {"q": typed}).status_code == 200


@pytest.mark.parametrize("word", ["19h30", "05/BB-HĐND", "1e5", "2016-2021", "Covid-19", "3.5", "HĐND&UBND", "a/b/c"])
def test_numbers_and_signs_are_found_as_they_are_written(client, db, word):
    issue(session_of(2021, 2, assessment=f"Nội dung {word} đã nêu."))
    assert found(client, word) == ["2021/02"]


@pytest.mark.parametrize("query", ["loai=la", "nam=x", "trang=0", "trang=2", "trang=99999", "don-vi=.."])
def test_what_is_no_address_of_ours_is_not_there(client, some, query):
    assert client.get(f"/tim-kiem/?q=giam&{query}").status_code == 404


def test_what_is_not_public_is_not_found(client, some):
    later = issue(session_of(2021, 3, assessment="Chưa tới giờ."), at=timezone.now() + timedelta(hours=1))
    assert later and found(client, "chưa tới giờ") == []
    edition = Edition.objects.get(path="2021/01")
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert found(client, "giám sát") == []


def test_a_correction_is_found_by_its_new_words_alone(client, some):
    issue(session_of(2021, 1, assessment="Đoàn khảo sát đã làm việc."), note="Sửa.")
    assert found(client, "khảo sát") == ["2021/01"]
    assert found(client, "đoàn giám sát") == []


def test_the_count_is_capped_and_pages_can_be_turned_to_the_cap(client, some, monkeypatch):
    monkeypatch.setattr("meetings.public.search_page.MOST", 30)
    rows = tuple(directive(str(each), "rà soát chung") for each in range(1, 41))
    issue(session_of(2021, 2, directives=rows))
    page = client.get("/tim-kiem/?q=soat+chung")
    assert texts(page, "p", class_="day found") == ["hơn 30 kết quả"]
    assert texts(page, "nav", class_="pager") == ["Trang 1 trên 3 Trang sau"]
    first, second = found(client, "soat chung"), found(client, "soat chung", trang="2")
    assert (len(first), len(second), len({*first, *second})) == (10, 10, 20)


@pytest.mark.parametrize("rows", [1, 19])
def test_the_queries_are_the_same_for_few_hits_and_many(client, db, rows, django_assert_num_queries):
    for month in range(1, 11):
        issue(session_of(2020, month, directives=tuple(directive(str(n), "rà soát") for n in range(1, rows + 1))))
    with django_assert_num_queries(12):
        client.get("/tim-kiem/?q=ra+soat")


def test_the_index_follows_every_change_of_its_table(some, client):
    row = SearchEntry.objects.get(words__contains="zp4xkhatchan", is_directive=True)
    SearchEntry.objects.filter(pk=row.pk).update(words="dmot dtu dkhac")
    assert found(client, "khat chan") == ["2020/12/chuyen-de"]


def test_a_query_is_words_and_phrases():
    query = Query.of('  kế hoạch "giám sát"  2021 ')
    assert [[folded for folded, _ in each] for each in query.phrases] == [
        ["giam", "sat"],
        ["ke"],
        ["hoach"],
        ["2021"],
    ]
    assert query.text == 'kế hoạch "giám sát" 2021'
    assert replace(query, was_cut=True).was_cut


@pytest.mark.parametrize("typed", ["xem", "xã", "zzks", "zzutochuc", "y2020sem", "sem", "zp1xab", "xxet2", "zwxem"])
def test_what_the_index_writes_for_itself_is_not_found(client, db, typed):
    """ "em" as spelled is not "xem", and no filter can be typed into the box."""
    issue(session_of(2020, 6, assessment="Chăm lo trẻ em: a) xét tặng quà.", directives=(directive("1", "a, b"),)))
    assert found(client, typed) == []
    assert found(client, "xét") == ["2020/06"]
