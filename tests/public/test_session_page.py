"""What a citizen reads on a session's page."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.utils import timezone

from meetings.models import Directive
from meetings.record import AgendaItemRecord, AttendeeRecord, DirectiveRecord, Presence, Role, VoteRecord, VoteShown
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, session_of
from .page_text import elements, texts

JANUARY = "/phien-hop/2021/01/"


@pytest.fixture
def on_25_january(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2021, 1, 25, 0, 30, tzinfo=LOCAL_ZONE))


def test_the_page_says_when_it_was_posted_and_how_often_it_was_read(client, posted):
    page = client.get(JANUARY)
    assert texts(page, "h1") == ["Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"]
    assert texts(page, "p", class_="dateline") == ["Ngày đăng 11/01/2021 | 08:52 | Lượt xem: 88"]


def test_the_way_to_the_page_is_an_ordered_list_that_ends_with_the_page(client, posted):
    page = client.get(JANUARY)
    way = texts(page, "nav", aria_label="Đường dẫn")
    assert way == ["Trang nhất Phiên họp 2021 Tháng 01"]
    assert [each["text"].replace("\xa0", " ") for each in elements(page, "li", aria_current="page")] == ["Tháng 01"]


def test_the_article_holds_every_paragraph_in_order_and_nothing_between_the_words_of_one(client, posted):
    page = client.get(JANUARY)
    words = texts(page, "article")[0]
    places = [
        words.index(paragraph)
        for paragraph in (
            "Ngày 05/01/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 01 năm 2021.",
            "Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp.",
            "Năm 2020 công tác của HĐND quận đạt kết quả tốt.",
            "Các Ban phối hợp chặt chẽ.",
            "Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo thực hiện các nội dung sau:",
            "Đối với việc giám sát, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì phối hợp với Thường trực HĐND quận "
            "và các tổ chức chính trị - xã hội quận xây dựng kế hoạch.",
            "Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung:",
            "phục vụ Tết;",
            "tổng kết nhiệm kỳ;",
            "tiếp công dân.",
        )
    ]
    assert places == sorted(places)


def test_a_number_once_given_stands_before_its_task_and_not_in_its_words(client, posted):
    rows = elements(client.get(JANUARY), "li")
    tasks = [(each["value"], each["id"]) for each in rows if each.get("class", "").startswith("task")]
    assert tasks == [
        ("1", "chi-dao-1"),
        ("2", "chi-dao-2"),
        ("1", "chi-dao-2-1"),
        ("2", "chi-dao-2-2"),
        ("5", "chi-dao-2-5"),
    ]
    marks = [each["data-mark"] for each in elements(client.get(JANUARY), "p", class_="task__words")]
    assert marks == ["1.", "2.", "a)", "b)", "đ)"]


def test_who_leads_who_helps_and_by_when_stand_beside_the_task(client, posted):
    first, second = texts(client.get(JANUARY), "dl", class_="notes")
    assert first == (
        "Chủ trì Ủy ban MTTQ Việt Nam quận "
        "Phối hợp Thường trực HĐND quận Các tổ chức chính trị - xã hội quận "
        "Thời hạn 15/01/2021 Theo dõi Chỉ đạo 2021-01-1"
    )
    assert second == "Chủ trì không nêu Phối hợp không nêu Thời hạn không nêu Theo dõi Chỉ đạo 2021-01-2"


def test_every_directive_leads_to_its_own_page_beside_its_words_and_not_in_them(client, posted):
    page = client.get(JANUARY)
    links = [each["href"] for each in elements(page, "a") if each["href"].startswith("/chi-dao/2021")]
    assert links == [f"/chi-dao/2021-01-{number}/" for number in ("1", "2", "2-1", "2-2", "2-5")]
    assert [client.get(each).status_code for each in links] == [200] * 5
    named = [each["aria-label"] for each in elements(page, "a", class_="state__word")]
    assert named[0] == "Xong: theo dõi chỉ đạo 2021-01-2-1"


def test_who_was_invited_folds_out_with_post_and_presence_and_without_a_reason(client, db):
    chair = session_of(2021, 3).attendees
    away = AttendeeRecord(
        role=Role.MEMBER, name="Vũ Thị Lan", position="Phó Trưởng ban", presence=Presence.EXCUSED, reason="đi viện"
    )
    issue(session_of(2021, 3, attendees=(*chair, away, AttendeeRecord(role=Role.INVITEE, position="Phòng Y tế"))))
    page = client.get("/phien-hop/2021/03/")
    assert texts(page, "details", class_="rolls") == [
        "Thành phần dự họp Chủ trì Trần Quyết Thắng, Chủ tịch HĐND quận có mặt "
        "Thành viên Vũ Thị Lan, Phó Trưởng ban vắng mặt Khách mời Phòng Y tế chưa ghi nhận"
    ]
    assert "đi viện" not in page.content.decode()


def test_nothing_folds_out_where_only_the_sentence_is_recorded(client, db):
    issue(session_of(2021, 3, attendees=(), attendance="Cùng dự có các đồng chí trong Thường trực."))
    assert elements(client.get("/phien-hop/2021/03/"), "details", class_="rolls") == []


def test_a_late_task_says_how_late_by_the_day_in_ha_noi(client, posted, on_25_january):
    page = client.get(JANUARY)
    assert texts(page, "p", class_="state state--overdue") == ["Quá hạn 10 ngày, đang làm"]
    assert texts(page, "p", class_="today") == ["Thứ Hai, ngày 25 tháng 01 năm 2021"]


def test_a_head_sums_up_the_tasks_below_it_and_what_has_no_report_is_open(client, posted):
    page = client.get(JANUARY)
    assert texts(page, "p", class_="state state--open") == ["Mở 2 việc mở, 1 việc xong", "Mở", "Mở"]


def test_a_head_whose_tasks_name_their_own_units_does_not_say_that_none_is_named(client, db):
    rows = (DirectiveRecord(number="1", topic="Về Tết"), DirectiveRecord(level=1, task="gửi quà", lead="Phòng Y tế"))
    issue(session_of(2021, 2, directives=rows))
    assert texts(client.get("/phien-hop/2021/02/"), "dl", class_="notes") == ["Chủ trì Phòng Y tế"]


def test_a_correction_is_told_on_the_page_and_the_edition_before_stays_marked(client, news, posted):
    corrected = replace(news, venue="Phòng họp số 1")
    issue(corrected, note="Bổ sung địa điểm họp.", at=datetime(2021, 1, 14, 9, 0, tzinfo=LOCAL_ZONE))

    page = client.get(JANUARY)
    assert texts(page, "p", class_="dateline") == [
        "Ngày đăng 11/01/2021 | 08:52 | Đính chính 14/01/2021 | 09:00 | Lượt xem: 88"
    ]
    told = texts(page, "p", class_="correction")
    assert told == ["Đính chính ngày 14/01/2021. Bổ sung địa điểm họp. Xem bản trước"]
    assert elements(page, "a", href=f"{JANUARY}ban/1/") != []

    before = client.get(f"{JANUARY}ban/1/")
    assert texts(before, "p", class_="correction") == [
        "Bản 1, đã được thay. Bản đang có hiệu lực phát hành ngày 14/01/2021. Xem bản đang có hiệu lực"
    ]
    assert texts(before, "p", class_="dateline") == ["Ngày đăng 11/01/2021 | 08:52"]
    assert b'<meta name="robots" content="noindex">' in before.content
    assert "Phòng họp số 1" not in before.content.decode()
    assert elements(before, "p", class_="state") + elements(before, "section", class_="papers") == []


def test_opinions_are_read_only_where_they_were_released(client, db):
    items = (
        AgendaItemRecord(title="Ngân sách", presenter="Đồng chí An", summary="báo cáo thu chi.", opinions="Kín."),
        AgendaItemRecord(title="Bầu cử", opinions="Ý kiến đã mở.", opinions_public=True, conclusion="Nhất trí."),
        AgendaItemRecord(title="Việc kín", is_public=False),
    )
    issue(session_of(2021, 3, agenda=items))
    page = client.get("/phien-hop/2021/03/")
    assert texts(page, "h3") == ["Ngân sách", "Bầu cử"]
    assert texts(page, "p", class_="item__words") == [
        "Đồng chí An báo cáo thu chi.",
        "Ý kiến đã mở.",
        "Nhất trí.",
    ]


def test_a_vote_is_told_before_the_conclusion_and_in_the_data(client, db):
    vote = VoteRecord(agreed=5, opposed=1, abstained=1, opposed_names=("Vũ Văn Bình",))
    items = (
        AgendaItemRecord(title="Ngân sách", conclusion="Thông qua.", vote=vote),
        AgendaItemRecord(title="Bầu cử", vote=replace(vote, shown=VoteShown.NOTHING)),
        AgendaItemRecord(title="Tổng kết"),
    )
    issue(session_of(2021, 3, agenda=items))
    page = client.get("/phien-hop/2021/03/")
    said = "5/7 thành viên tán thành, 1 không tán thành, 1 không có ý kiến."
    assert texts(page, "h4") == ["Biểu quyết", "Kết luận"]
    assert texts(page, "p", class_="item__words") == [said, "Thông qua."]
    assert said in client.get("/rss.xml").content.decode()
    held = [item.get("vote") for item in client.get("/phien-hop/2021/03/du-lieu.json").json()["agenda"]]
    assert (held[0]["agreed"], held[0]["opposed_names"]) == (5, []) and held[1:] == [None, None]
    told = [item["vote"] for item in client.get("/api/meetings/2021-03").json()["agendaItem"]]
    assert (told[0]["words"], told[0]["abstained"], told[0]["opposedNames"]) == (said, 1, []) and told[1:] == [
        None,
        None,
    ]


def test_typed_angle_brackets_are_words_not_markup(client, db):
    issue(session_of(2021, 4, assessment="<script>alert(1)</script> & <b>đậm</b>"))
    page = client.get("/phien-hop/2021/04/")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;" in page.content.decode()


def test_a_session_of_an_unknown_day_says_so(client, db):
    issue(session_of(2021, 5, held_on=None))
    page = client.get("/phien-hop/2021/05/")
    assert texts(page, "p", class_="day day--none") == ["ngày họp chưa ghi nhận"]


def test_the_words_are_those_of_the_edition_until_the_next_one_is_issued(client, posted):
    posted.session.directives.update(task="chữ chưa công bố")
    posted.session.council.__class__.objects.update(office_name="Văn phòng khác")
    assert "chữ chưa công bố" not in client.get(JANUARY).content.decode()
    assert texts(client.get(JANUARY), "footer")[0].startswith("Văn phòng HĐND và UBND quận Hai Bà Trưng")


def test_a_session_that_was_held_in_the_next_month_shows_its_own_day(client, db):
    issue(session_of(2020, 12, held_on=date(2021, 1, 4)))
    assert texts(client.get("/phien-hop/2020/12/"), "p", class_="day") == ["Họp ngày 04 tháng 01 năm 2021"]


def test_what_was_reported_for_the_office_alone_does_not_show(db, client, news):
    edition = issue(news, states={"1": "in_progress"})
    row = Directive.objects.get(session=edition.session_id, number="1")
    row.reports.create(reported_on=news.held_on, state="dropped", note="nội bộ", is_public=False)
    row.state = "dropped"
    row.save()
    html = client.get("/phien-hop/2021/01/").content.decode()
    assert "đang làm" in html and "Thôi thực hiện" not in html


def test_the_day_stands_alone_where_the_old_post_gave_no_hour(client, db, january_record):
    posted_on = datetime(2021, 1, 11, tzinfo=LOCAL_ZONE)
    issue(replace(january_record, posted_at=posted_on, from_old_post=True), views=88)
    assert texts(client.get(JANUARY), "p", class_="dateline") == ["Ngày đăng 11/01/2021 | Lượt xem: 88"]


def test_what_the_session_decided_stands_first_in_a_few_lines_that_lead_to_each(client, db):
    rows = tuple(
        DirectiveRecord(number=str(n), task=f"rà soát điểm ngập số {n}.", lead="Công an phường", due_text="quý II")
        for n in range(1, 8)
    )
    issue(session_of(2021, 1, directives=rows))
    page = client.get("/phien-hop/2021/01/")
    words = page.content.decode()
    (block,) = texts(page, "section", class_="decided")
    assert block.startswith("Phiên này quyết định gì Rà soát điểm ngập số 1 Công an phường, quý II")
    assert "Rà soát điểm ngập số 5" in block and "Rà soát điểm ngập số 6" not in block and "và 2 việc khác" in block
    assert 'href="#chi-dao-1"' in words and words.index('class="decided"') < words.index('class="opening"')


def test_a_session_without_directives_has_no_such_block(client, db):
    issue(session_of(2021, 1, directives=()))
    assert "quyet-dinh" not in client.get("/phien-hop/2021/01/").content.decode()
