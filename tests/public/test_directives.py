"""The directives as the public follows them: the list, each at its address, what each unit owes."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from meetings.models import Directive, DirectiveEntry, Edition, Unit
from meetings.record import DirectiveRecord
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, session_of
from .page_text import elements, texts

FRONT = "Ủy ban MTTQ Việt Nam quận"
LATE = DirectiveRecord(number="1", task="trả lời kiến nghị của cử tri", lead="UBND quận", due_on=date(2020, 12, 31))
SOON = DirectiveRecord(number="2", task="rà soát danh mục giám sát", lead="Ban Pháp chế", due_on=date(2021, 2, 15))
NO_DAY = DirectiveRecord(number="3", task="công khai lịch tiếp công dân", due_text="kỳ họp tới")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Monday, 25 January 2021."""
    monkeypatch.setattr(
        "meetings.public.directive_status.timezone.localdate", lambda *args, **named: date(2021, 1, 25)
    )


@pytest.fixture
def followed(posted):
    """January (in progress and late, open, done, open, open) and December: late, owed in time, done."""
    issue(session_of(2020, 12, directives=(LATE, SOON, NO_DAY)), states={"1": "in_progress", "3": "done"})
    return posted


def words(page):
    return texts(page, "p", class_="tracked__words")


def references(page):
    return [each["href"].split("/")[2] for each in elements(page, "a") if each["href"].startswith("/chi-dao/2")]


def test_the_late_come_first_then_by_deadline_then_what_is_closed(client, followed):
    assert references(client.get("/chi-dao/")) == ["2020-12-1", "2021-01-1", "2020-12-2", "2021-01-2", "2020-12-3"]


def test_each_row_says_state_who_by_when_whence_and_what_was_told(client, followed):
    page = client.get("/chi-dao/")
    assert words(page)[0] == "Giao UBND quận trả lời kiến nghị của cử tri."
    assert texts(page, "p", class_="state state--overdue")[0] == "Quá hạn 25 ngày, đang làm"
    assert texts(page, "dl", class_="notes")[0] == "Chủ trì UBND quận Phối hợp không nêu Thời hạn 31/12/2020"
    assert texts(page, "p", class_="tracked__from")[0] == "Chỉ đạo 2020-12-1, phiên họp tháng 12 năm 2020"
    assert texts(page, "p", class_="tracked__told")[:3] == [
        "Báo cáo gần nhất 05/12/2020.",
        "Báo cáo gần nhất 05/01/2021.",
        "Chưa có báo cáo.",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tinh-trang=qua-han", ["2020-12-1", "2021-01-1"]),
        ("tinh-trang=chua-xong", ["2020-12-1", "2021-01-1", "2020-12-2", "2021-01-2"]),
        ("tinh-trang=chua-xong&nam=2020", ["2020-12-1", "2020-12-2"]),
        ("tinh-trang=mo", ["2020-12-2", "2021-01-2"]),
        ("tinh-trang=dang-lam", []),
        ("tinh-trang=xong", ["2020-12-3"]),
        ("nam=2020", ["2020-12-1", "2020-12-2", "2020-12-3"]),
        ("don-vi=uy-ban-mttq-viet-nam-quan", ["2021-01-1"]),
        ("don-vi=thuong-truc-hdnd-quan", ["2021-01-1"]),
        ("vai-tro=chu-tri&don-vi=thuong-truc-hdnd-quan", []),
        ("vai-tro=phoi-hop&don-vi=thuong-truc-hdnd-quan", ["2021-01-1"]),
        ("vai-tro=chu-tri&don-vi=uy-ban-mttq-viet-nam-quan&tinh-trang=qua-han&nam=2021&tu=giam+sat", ["2021-01-1"]),
        ("vai-tro=phoi-hop&don-vi=uy-ban-mttq-viet-nam-quan", []),
        ("vai-tro=chu-tri", ["2020-12-1", "2021-01-1", "2020-12-2"]),
        ("han=7-ngay", []),
        ("han=30-ngay", ["2020-12-2"]),
        ("han=30-ngay&nam=2021", []),
        ("han=chua-co-ngay", ["2021-01-2"]),
        ("xep=moi", ["2021-01-1", "2021-01-2", "2020-12-1", "2020-12-2", "2020-12-3"]),
        ("xep=cu", ["2020-12-3", "2020-12-2", "2020-12-1", "2021-01-2", "2021-01-1"]),
        ("xep=cu&tinh-trang=qua-han", ["2020-12-1", "2021-01-1"]),
        ("tu=giam+sat", ["2021-01-1", "2020-12-2"]),
        ("tu=GI%C3%81M+s%C3%A1t&nam=2020", ["2020-12-2"]),
        ("tu=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u", []),
    ],
)
def test_the_list_is_narrowed_by_state_unit_year_and_words(client, followed, query, found):
    page = client.get(f"/chi-dao/?{query}")
    assert page.status_code == 200
    assert references(page) == found


def test_what_the_list_is_narrowed_by_is_said_on_paper_too(client, followed):
    assert texts(client.get("/chi-dao/"), "p", class_="head__more head__filters") == []
    query = "tinh-trang=qua-han&don-vi=uy-ban-mttq-viet-nam-quan&vai-tro=chu-tri&nam=2021&tu=giám+sát&xep=moi"
    page = client.get(f"/chi-dao/?{query}")
    assert texts(page, "p", class_="head__more head__filters") == [
        f"1 chỉ đạo: quá hạn; {FRONT}, chủ trì; năm 2021; có từ “giám sát”; mới giao trước. Bỏ lọc"
    ]
    assert "head__filters" not in Path("static/css/print.css").read_text()
    tabs = [each["href"] for each in elements(page, "a") if "tab" in str(each.get("class", ""))]
    assert all("vai-tro=chu-tri" in each and "xep=moi" in each for each in tabs)


@pytest.mark.parametrize(
    ("day", "said"), [(29, "Xong trước hạn 2 ngày."), (31, "Xong đúng hạn."), (1, "Xong sau hạn 1 ngày.")]
)
def test_what_is_done_says_how_far_from_its_day(client, db, day, said):
    issue(session_of(2020, 12, directives=(LATE,)))
    row = Directive.objects.create(session=Edition.objects.get().session, number="1", task="việc")
    month = 12 if day > 1 else 1
    row.reports.create(reported_on=date(2020 + (month == 1), month, day), state="done", is_public=True)
    assert texts(client.get("/chi-dao/"), "p", class_="tracked__told")[0].startswith(said)
    assert texts(client.get("/chi-dao/2020-12-1/"), "p", class_="directive__outcome") == [said]


def test_the_page_of_a_directive_is_named_by_what_it_asks(client, followed):
    page = client.get("/chi-dao/2020-12-2/")
    assert texts(page, "h1") == ["Rà soát danh mục giám sát"]
    assert texts(page, "title") == ["Rà soát danh mục giám sát | Chỉ đạo 2020-12-2"]
    assert texts(page, "span", class_="neighbour__name") == [
        "Trả lời kiến nghị của cử tri",
        "Công khai lịch tiếp công dân",
    ]
    assert texts(client.get("/chi-dao/2021-01-1/"), "h1") == ["Xây dựng kế hoạch (giám sát)"]


def test_the_tabs_split_the_whole(client, followed):
    tabs = texts(client.get("/chi-dao/"), "nav", aria_label="Theo tình trạng")
    assert tabs == ["Tất cả 5 Quá hạn 2 Mở 2 Đang làm 0 Xong 1"]


@pytest.mark.parametrize(
    "query",
    [
        "vai-tro=la",
        "han=la",
        "xep=la",
        "tinh-trang=la",
        "don-vi=khong-co",
        "don-vi=../x",
        "nam=hai",
        "trang=0",
        "trang=2",
        "trang=999999",
    ],
)
def test_what_is_no_address_of_ours_is_not_there(client, followed, query):
    assert client.get(f"/chi-dao/?{query}").status_code == 404


def test_a_directive_has_its_own_page_with_a_timeline(client, followed):
    row = Directive.objects.get(number="1", session=followed.session)
    row.reports.create(
        reported_on=date(2021, 1, 20),
        state="in_progress",
        note="Đã có dự thảo.",
        is_public=True,
        evidence="12/BC-MTTQ",
    )
    row.reports.create(reported_on=date(2021, 1, 22), state="done", note="nội bộ: xin gia hạn")
    page = client.get("/chi-dao/2021-01-1/")
    assert texts(page, "ol", class_="timeline") == [
        "05/01/2021 Giao tại phiên họp tháng 01 năm 2021. 05/01/2021 Đang làm 15/01/2021 Thời hạn, đã quá 10 ngày. "
        "20/01/2021 Đang làm Đã có dự thảo. Văn bản kèm theo: 12/BC-MTTQ"
    ]
    assert "nội bộ" not in page.content.decode()
    links = {each["href"] for each in elements(page, "a")}
    assert {"/don-vi/uy-ban-mttq-viet-nam-quan/", "/don-vi/thuong-truc-hdnd-quan/", "/phien-hop/2021/01/"} <= links


def timeline_after(client, *reports, **changed):
    """What the page says after its first line, of a directive that is due on 20 December 2020."""
    row = DirectiveRecord(number="1", task="rà soát", **{"due_on": date(2020, 12, 20), **changed})
    edition = issue(session_of(2020, 12, directives=(row,)), states={"1": "open"})
    directive = Directive.objects.get(session=edition.session)
    for day, state in reports:
        directive.reports.create(reported_on=date(2020, 12, day), state=state, is_public=True)
    (said,) = texts(client.get("/chi-dao/2020-12-1/"), "ol", class_="timeline")
    return said.removeprefix("05/12/2020 Giao tại phiên họp tháng 12 năm 2020").removeprefix(". 05/12/2020 Mở ")


@pytest.mark.parametrize(
    ("reports", "changed", "said"),
    [
        ([(15, "done")], {}, "15/12/2020 Xong 20/12/2020 Thời hạn, xong trước hạn 5 ngày."),
        ([(20, "done")], {}, "20/12/2020 Xong 20/12/2020 Thời hạn, xong đúng hạn."),
        ([(23, "done")], {}, "20/12/2020 Thời hạn, xong sau hạn 3 ngày. 23/12/2020 Xong"),
        (
            [(18, "done"), (24, "done")],
            {},
            "18/12/2020 Xong 20/12/2020 Thời hạn, xong trước hạn 2 ngày. 24/12/2020 Xong",
        ),
        ([(18, "done"), (24, "open")], {}, "18/12/2020 Xong 20/12/2020 Thời hạn, đã quá 36 ngày. 24/12/2020 Mở"),
        ([(18, "dropped")], {}, "18/12/2020 Thôi thực hiện 20/12/2020 Thời hạn."),
        ([(18, "done")], {"recurrence": "hàng tháng"}, "18/12/2020 Xong 20/12/2020 Thời hạn (hàng tháng)."),
        ([], {"due_on": date(2021, 2, 1)}, "01/02/2021 Thời hạn."),
        ([], {"due_on": None, "due_text": "kỳ họp tới"}, ", thời hạn: kỳ họp tới. 05/12/2020 Mở"),
    ],
)
def test_the_deadline_stands_at_its_day_also_once_it_is_done(client, db, reports, changed, said):
    assert timeline_after(client, *reports, **changed) == said


def test_the_page_of_a_directive_leads_to_its_tasks_and_not_to_itself(client, posted, news):
    tasks = (news.directives[1], *(replace(each, lead="Văn phòng") for each in news.directives[2:]))
    issue(replace(news, directives=tasks), note="Thêm đơn vị.")
    links = [each["href"] for each in elements(client.get("/chi-dao/2021-01-2/"), "a")]
    assert "/chi-dao/2021-01-2-1/" in links and "/chi-dao/2021-01-2/" not in links
    links = [each["href"] for each in elements(client.get("/chi-dao/2021-01-2-1/"), "a")]
    assert "/chi-dao/2021-01-2/" in links and "/chi-dao/2021-01-2-1/" not in links


def test_a_directive_nobody_reported_on_says_so(client, followed):
    assert "chưa có báo cáo" in texts(client.get("/chi-dao/2020-12-2/"), "ol", class_="timeline")[0]


def test_a_task_stands_under_the_words_of_its_directive(client, followed):
    page = client.get("/chi-dao/2021-01-2-1/")
    assert texts(page, "p", class_="directive__head-words") == [
        "Thuộc chỉ đạo 2021-01-2: Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung:"
    ]
    assert "phục vụ Tết" in texts(page, "ol", class_="tasks tasks--head")[0]


def test_reference_of_the_catalogue_and_of_the_desk_agree(followed):
    named = {each.reference for each in Directive.objects.select_related("session") if each.session.year == 2021}
    assert named <= set(DirectiveEntry.objects.values_list("reference", flat=True))


FIRST = (DirectiveRecord(number="2", topic="Cần tập trung:"), DirectiveRecord(level=1, number="2.1", task="rà soát"))
SECOND = (replace(LATE, task="lập danh mục"),)


def test_two_that_were_addressed_alike_have_a_page_each(client, db):
    """Task 2.1 of the month's first extraordinary session, directive 1 of its second."""
    issue(session_of(2020, 12, slug="dot-xuat", directives=FIRST))
    issue(session_of(2020, 12, slug="dot-xuat-2", directives=SECOND))
    pages = [client.get(f"/chi-dao/2020-12-dot-xuat-2-{end}/") for end in ("1", "nd1")]
    said = [texts(each, "p", class_="task__words")[0] for each in pages]
    assert ["rà soát" in each for each in said] == [True, False] and "lập danh mục" in said[1]
    told = [client.get(f"/api/directives/2020-12-dot-xuat-2-{end}").json()["meeting"] for end in ("1", "nd1")]
    assert [each.rpartition("/")[2] for each in told] == ["2020-12-dot-xuat", "2020-12-dot-xuat-2"]
    links = {each["href"] for each in elements(client.get("/phien-hop/2020/12/dot-xuat-2/"), "a")}
    assert "/chi-dao/2020-12-dot-xuat-2-nd1/" in links


def test_an_address_that_only_one_had_leads_there_for_ever(client, db):
    issue(session_of(2020, 12, slug="dot-xuat-2", directives=SECOND))
    answer = client.get("/chi-dao/2020-12-dot-xuat-2-1/")
    assert (answer.status_code, answer["Location"]) == (301, "/chi-dao/2020-12-dot-xuat-2-nd1/")
    told = client.get("/api/directives/2020-12-dot-xuat-2-1").json()
    assert told["id"] == "http://testserver/api/directives/2020-12-dot-xuat-2-nd1"


@pytest.mark.parametrize("reference", ["2021-01-9", "1999-01-1", "khong-co"])
def test_a_directive_that_never_was_is_not_there(client, followed, reference):
    assert client.get(f"/chi-dao/{reference}/").status_code == 404


def test_a_directive_of_a_withdrawn_page_is_gone_with_the_reason(client, followed):
    Edition.objects.filter(pk=followed.pk).close(Edition.State.WITHDRAWN, "Công bố nhầm.")
    page = client.get("/chi-dao/2021-01-1/")
    assert page.status_code == 410 and "Công bố nhầm." in page.content.decode()
    assert references(client.get("/chi-dao/")) == ["2020-12-1", "2020-12-2", "2020-12-3"]
    assert FRONT not in client.get("/don-vi/").content.decode()
    assert client.get("/don-vi/uy-ban-mttq-viet-nam-quan/").status_code == 404


def test_a_directive_that_a_correction_dropped_is_gone_with_its_reason_and_the_page_stands(client, news, followed):
    issue(replace(news, directives=news.directives[1:]), note="Bỏ nội dung 1, ghi nhầm.")
    page = client.get("/chi-dao/2021-01-1/")
    (said,) = texts(page, "div", class_="notice")
    assert page.status_code == 410
    assert said.startswith("Chỉ đạo không còn trong bản đính chính Bản đính chính ngày ")
    assert "Lý do: Bỏ nội dung 1, ghi nhầm." in said and "thu hồi" not in said
    assert client.get("/phien-hop/2021/01/").status_code == 200


def test_a_unit_shows_what_it_owes_coordinates_and_has_done(client, followed):
    page = client.get("/don-vi/uy-ban-mttq-viet-nam-quan/")
    assert texts(page, "p", class_="head__owed") == ["Còn 1 chỉ đạo phải làm, trong đó 1 đã quá hạn."]
    assert references(page) == ["2021-01-1"]
    beside = client.get("/don-vi/thuong-truc-hdnd-quan/")
    assert texts(beside, "p", class_="head__owed") == ["Không còn chỉ đạo nào phải làm."]
    assert references(beside) == ["2021-01-1"]
    assert client.get("/don-vi/khong-co/").status_code == 404


def test_the_units_are_listed_with_what_they_lead_the_latest_first(client, followed):
    rows = texts(client.get("/don-vi/"), "tr")
    assert rows[:2] == ["Đơn vị Còn phải làm Quá hạn Đã xong", "UBND quận 1 1 0"]
    assert f"{FRONT} 1 1 0" in rows and "Ban Pháp chế 1 0 0" in rows


def test_a_unit_is_named_as_the_editions_name_it(client, followed, news):
    Unit.objects.create(name=FRONT, short_name="MTTQ quận")
    Unit.objects.filter(name=FRONT).update(name="TÊN MỚI CHƯA CÔNG BỐ")
    issue(replace(news, year=2021, month=2, directives=(replace(LATE, lead="MTTQ quận"),)))
    page = client.get("/don-vi/uy-ban-mttq-viet-nam-quan/")
    assert texts(page, "h1") == ["MTTQ quận"]
    assert texts(page, "p", class_="head__names") == [f"Cũng được ghi là: {FRONT}."]
    assert "TÊN MỚI" not in page.content.decode() + client.get("/don-vi/").content.decode()


def test_what_the_desk_changed_and_did_not_issue_changes_nothing(client, followed):
    before = [client.get(each).content for each in ("/chi-dao/", "/don-vi/", "/chi-dao/2021-01-1/")]
    other = Unit.objects.create(name="Phòng Y tế")
    Directive.objects.update(task="SỬA CHƯA ĐĂNG", lead_unit=other, due_on=date(2030, 1, 1), is_public=False)
    Directive.objects.filter(number="2.5").delete()
    assert [client.get(each).content for each in ("/chi-dao/", "/don-vi/", "/chi-dao/2021-01-1/")] == before


def test_the_front_page_says_what_is_still_owed(client, followed):
    page = client.get("/")
    assert texts(page, "p", class_="owed") == ["4 chỉ đạo chưa xong, trong đó 2 đã quá hạn."]
    assert references(page) == ["2020-12-1", "2021-01-1", "2020-12-2"]


def test_the_front_page_leads_to_those_it_counts(client, followed):
    (onward,) = [each for each in elements(client.get("/"), "a") if each["text"].startswith("Xem cả")]
    assert onward["text"] == "Xem cả 4 chỉ đạo chưa xong"
    page = client.get(onward["href"])
    assert len(references(page)) == 4
    assert texts(page, "nav", aria_label="Theo tình trạng") == [
        "Tất cả 5 Chưa xong 4 Quá hạn 2 Mở 2 Đang làm 0 Xong 1"
    ]


def test_a_unit_with_more_than_are_shown_leads_to_those_that_name_it(client, db):
    rows = tuple(replace(LATE, number=str(each)) for each in range(1, 13))
    issue(session_of(2020, 12, directives=rows), states={"12": "done"})
    (onward,) = [each for each in elements(client.get("/don-vi/ubnd-quan/"), "a") if "mọi" in each["text"]]
    assert onward["text"] == "Xem mọi chỉ đạo chưa xong nêu tên đơn vị này"
    assert onward["href"] == "/chi-dao/?tinh-trang=chua-xong&don-vi=ubnd-quan"
    assert len(references(client.get(onward["href"]))) == 11


def test_words_that_too_many_have_are_said_to_be_so(client, followed, monkeypatch):
    """The year narrows before the newest are taken: what is asked of a year is all of it."""
    monkeypatch.setattr("meetings.public.directive_pages.MOST", 1)
    page = client.get("/chi-dao/?tu=gi%C3%A1m+s%C3%A1t")
    assert references(page) == ["2021-01-1"]
    assert texts(page, "p", class_="head__more") == [
        "Có hơn 1 chỉ đạo có các từ này; ở đây chỉ có 1 chỉ đạo mới nhất. Đề nghị thêm từ, hoặc lọc theo đơn vị, năm."
    ]
    narrowed = [f"/chi-dao/?tu=giam+sat&{more}" for more in ("nam=2020", "don-vi=ban-phap-che")]
    for page in map(client.get, narrowed):
        assert references(page) == ["2020-12-2"] and texts(page, "p", class_="head__more") == []


@pytest.mark.parametrize("months", [1, 12])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/chi-dao/", 10),
        ("/chi-dao/?tinh-trang=mo&nam=2020", 10),
        ("/chi-dao/?don-vi=ban-phap-che&vai-tro=chu-tri&han=30-ngay&tu=giam+sat&xep=cu", 11),
        ("/chi-dao/2020-01-1/", 10),
        ("/don-vi/", 4),
        ("/don-vi/ban-phap-che/", 14),
    ],
)
def test_the_queries_are_the_same_for_few_rows_and_many(
    client, db, address, queries, months, django_assert_num_queries
):
    for month in range(1, months + 1):
        issue(session_of(2020, month, directives=(LATE, SOON, NO_DAY)))
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_the_list_turns_its_page_after_twenty(client, db):
    rows = tuple(replace(LATE, number=str(each)) for each in range(1, 46))
    issue(session_of(2020, 12, directives=rows, posted_at=datetime(2020, 12, 8, 9, 0, tzinfo=LOCAL_ZONE)))
    pages = [references(client.get(f"/chi-dao/?trang={each}")) for each in (1, 2, 3)]
    assert [len(each) for each in pages] == [20, 20, 5]
    assert len({reference for page in pages for reference in page}) == 45
    assert pages[0][0] == "2020-12-1" and pages[2][-1] == "2020-12-45"


def test_what_an_old_post_told_and_nobody_since_is_not_followed(client, db):
    issue(session_of(2020, 11, directives=(LATE,), from_old_post=True))
    issue(session_of(2020, 12, directives=(LATE,), from_old_post=True), states={"1": "in_progress"})
    assert references(client.get("/chi-dao/?tinh-trang=qua-han")) == ["2020-12-1"]
    for path, state in (("2020-11", "Không theo dõi"), ("2020-12", "Quá hạn 25 ngày, đang làm")):
        for address in (f"/chi-dao/{path}-1/", f"/phien-hop/{path.replace('-', '/')}/"):
            page = client.get(address)
            kind = "not_followed" if path == "2020-11" else "overdue"
            assert texts(page, "p", class_=f"state state--{kind}")[0] == state
        assert client.get(f"/api/directives/{path}-1").json()["overdue"] is (path != "2020-11")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("trước ngày 31/12/2020", "trước ngày 31/12/2020"),
        ("trước ngày 31 tháng 12 năm 2020", "trước ngày 31 tháng 12 năm 2020"),
        ("trước ngày 31/12", "31/12/2020"),
        ("trước Tết", "31/12/2020, trước Tết"),
    ],
)
def test_a_day_that_the_words_name_too_is_said_once(client, db, words, said):
    issue(session_of(2020, 12, directives=(replace(LATE, due_text=words),)))
    assert said in texts(client.get("/chi-dao/2020-12-1/"), "dd")
