"""The desk's front page: sessions and papers that await the chief, and what published sessions still lack."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings import issuing
from meetings.models import Council, EditionFile, PaperDraft, PrintedFile, Session, draft_of

from ..conftest import logged_in

HOME = "/quan-tri/"
TOLD = {"opening": "Đồng chí Lê An chủ trì.", "assessment": "Đã hoàn thành."}
"""What a session must say before it is sent."""
BLANKS = "Sẽ in chỗ trống: giờ kết thúc, thư ký"


def text(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def panel(answer, name):
    """The words of one part of the page; blank where it is absent."""
    html = answer.content.decode()
    found = re.search(rf'<section class="panel" aria-labelledby="{name}">(.*?)</section>', html, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.group(1))) if found else ""


def names(answer, panel_name="awaiting"):
    html = answer.content.decode().split(f'aria-labelledby="{panel_name}"')[1].split("</section>")[0]
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', html)


def hours(session):
    Session.objects.filter(pk=session.pk).update(starts_at=time(8, 30), venue="Phòng họp số 2")
    return Session.objects.get(pk=session.pk)


@pytest.fixture
def ready(january):
    return hours(january)


@pytest.fixture
def held(published):
    """Published by the chief, sent by the clerk; no old post."""
    return hours(published)


@pytest.fixture
def issue(chief):
    def issue(session, kind, by=chief, **order):
        order = issuing.Order(**{"dated": date(2021, 1, 5), **order})
        return issuing.issue(session, kind, order, by=by)

    return issue


def test_the_chief_finds_papers_beside_sessions_by_the_time_they_were_sent(at_chiefs_desk, ready, clerk):
    other = Session.objects.create(council=ready.council, year=2021, month=2, held_on=date(2021, 2, 2), **TOLD)
    issuing.send(ready, "minutes", by=clerk)
    other.submit(by=clerk)
    issuing.send(ready, "notice", by=clerk)
    page = at_chiefs_desk.get(HOME)
    assert names(page) == [
        "Biên bản phiên tháng 01/2021",
        "Phiên tháng 02/2021",
        "Thông báo kết luận phiên tháng 01/2021",
    ]
    words = panel(page, "awaiting")
    assert "3 việc" in words and "Phạm Thu Hà trình ký" in words and words.count("Chờ ký ") == 2
    assert BLANKS in words and "✓ Đủ · 1 kết luận, 3 chỉ đạo" in words
    assert "Xem, ký" in words and "Người dân sẽ đọc 0 chỉ đạo" in words


def test_what_replaces_a_paper_in_force_comes_first(at_chiefs_desk, ready, clerk, issue):
    issue(ready, "notice")
    issuing.send(ready, "minutes", by=clerk)
    issuing.send(ready, "notice", by=clerk)
    page = at_chiefs_desk.get(HOME)
    assert names(page)[0] == "Thông báo kết luận phiên tháng 01/2021"
    assert "Thay văn bản đang có hiệu lực" in panel(page, "awaiting")


def test_one_red_button_leads_to_the_first_that_can_go_out(at_chiefs_desk, ready, clerk):
    issuing.send(ready, "minutes", by=clerk)
    issuing.send(ready, "notice", by=clerk)
    red = re.findall(r'class="button next" href="([^"]+)"', at_chiefs_desk.get(HOME).content.decode())
    assert red == [f"/quan-tri/meetings/session/{ready.pk}/giay-to/bien-ban/phat-hanh/"]


def test_the_clerk_sees_the_same_rows_without_verbs(at_clerks_desk, ready, clerk):
    issuing.send(ready, "minutes", by=clerk)
    page = at_clerks_desk.get(HOME)
    words = panel(page, "awaiting")
    assert "Chờ Chánh Văn phòng" in words and BLANKS in words and "Bạn trình ký" in words
    assert "Xem, ký" not in words and "chờ Chánh Văn phòng ký" in words


def test_the_chief_who_sent_it_reads_that_somebody_else_signs(at_chiefs_desk, ready, chief):
    ready.submit(by=chief)
    issuing.send(Session.objects.get(), "minutes", by=chief)
    words = panel(at_chiefs_desk.get(HOME), "awaiting")
    assert "Bạn đã trình bản này; người khác ký." in words and "Xem, ký" not in words
    assert "Bạn đã gửi bản này; người khác đăng." in words and "Xem và duyệt" not in words


def test_what_came_back_stands_on_top_of_the_clerks_work(at_clerks_desk, ready, clerk, chief):
    draft = issuing.send(ready, "minutes", by=clerk)
    draft.move("send_back", by=chief, note="Thiếu thư ký.")
    page = at_clerks_desk.get(HOME)
    assert names(page, "to-do")[0] == "Biên bản phiên tháng 01/2021"
    words = panel(page, "to-do")
    assert "“Thiếu thư ký.” Đỗ Văn Khải trả lại" in words and "Sửa và trình lại" in words
    assert panel(page, "awaiting") == ""


def test_a_session_saved_since_is_told_in_the_row(at_chiefs_desk, ready, clerk):
    issuing.send(ready, "notice", by=clerk)
    ready.save()
    assert "Phiên họp đã sửa sau khi trình" in panel(at_chiefs_desk.get(HOME), "awaiting")


def test_more_than_eight_are_shown_on_demand(at_chiefs_desk, ready, clerk):
    for month in range(2, 12):
        session = Session.objects.create(
            council=ready.council, year=2021, month=month, held_on=date(2021, month, 2), **TOLD
        )
        session.submit(by=clerk)
    page = at_chiefs_desk.get(HOME)
    assert len(names(page)) == 8 and "Xem cả 10 việc" in panel(page, "awaiting")
    assert len(names(at_chiefs_desk.get(f"{HOME}?cho=tat-ca"))) == 10


def test_with_nothing_to_decide_the_chief_is_told_so(at_chiefs_desk, january):
    assert "Không có việc nào chờ bạn." in panel(at_chiefs_desk.get(HOME), "awaiting")


def test_a_published_session_shows_what_it_lacks_and_the_next_step(at_clerks_desk, held):
    words = panel(at_clerks_desk.get(HOME), "unfinished")
    assert "Phiên tháng 01/2021" in words and "✓ 11/01/2021 Thiếu Thiếu sau khi ký Soạn biên bản" in words


def test_a_paper_that_awaits_is_told_to_each_by_what_they_can_do(at_clerks_desk, at_chiefs_desk, held, clerk):
    issuing.send(held, "minutes", by=clerk)
    assert "Chờ bạn ký Thiếu sau khi ký Soạn thông báo" in panel(at_chiefs_desk.get(HOME), "unfinished")
    assert "Chờ ký Thiếu" in panel(at_clerks_desk.get(HOME), "unfinished")


def test_a_paper_that_is_deliberately_absent_is_not_missed(at_clerks_desk, at_chiefs_desk, held, clerk, issue):
    draft_of(held, "notice").move("omit", by=clerk, note="Kết luận ghi trong biên bản.")
    edition = issue(held, "minutes")
    words = panel(at_chiefs_desk.get(HOME), "unfinished")
    assert "✓ 01/BB không ra Kết luận ghi trong biên bản. Thiếu 01/BB Thêm bản ký" in words
    assert "Thêm bản ký" not in panel(at_clerks_desk.get(HOME), "unfinished")
    file = PrintedFile("signed", "ky.pdf", b"%PDF-1.7 ky").keep()
    EditionFile.objects.bulk_create([file.row(edition)])
    assert panel(at_chiefs_desk.get(HOME), "unfinished") == ""


def test_a_draft_and_an_old_post_lack_nothing(at_chiefs_desk, january, held):
    Session.objects.update(source_hash="x")
    assert panel(at_chiefs_desk.get(HOME), "unfinished") == ""
    Session.objects.update(source_hash="", posted_at=timezone.now() + timedelta(days=1))
    assert panel(at_chiefs_desk.get(HOME), "unfinished") == ""


def test_on_a_phone_only_what_is_missing_is_listed(at_chiefs_desk, held):
    html = at_chiefs_desk.get(HOME).content.decode()
    assert '<td data-label="Tin" class="ledger__none">' in html and '<td data-label="Biên bản"><span' in html


def test_who_may_only_look_has_no_button(reader, held, clerk):
    issuing.send(held, "minutes", by=clerk)
    page = logged_in(reader).get(HOME)
    assert BLANKS in panel(page, "awaiting")
    for part in ("awaiting", "unfinished"):
        assert (
            'class="button' not in page.content.decode().split(f'aria-labelledby="{part}"')[1].split("</section>")[0]
        )


def another(council, month, clerk, chief):
    session = Session.objects.create(
        council=council, year=2020, month=month, held_on=date(2020, month, 3), starts_at=time(8), venue="Phòng 1"
    )
    session.directives.create(order=1, task="Báo cáo", lead_unit=None)
    session.attendees.create(order=1, role="chair", name="Lê An", position="Chủ tịch", presence="present")
    session.agenda.create(order=1, title="Nội dung", conclusion="Thống nhất.")
    if month % 3 == 0:
        session.submit(by=clerk)
        return
    if month % 3 == 1:
        session.submit(by=clerk)
        session.publish(by=chief)
    issuing.send(session, "minutes", by=clerk)
    returned = issuing.send(session, "notice", by=clerk)
    returned.move("send_back", by=chief, note="Sửa.")


def test_the_page_costs_the_same_queries_for_many_papers(at_chiefs_desk, january, clerk, chief):
    council = Council.objects.get()
    for month in (1, 2, 3):
        another(council, month, clerk, chief)
    with CaptureQueriesContext(connection) as few:
        assert len(names(at_chiefs_desk.get(HOME))) == 3
    for month in range(4, 13):
        another(council, month, clerk, chief)
    with CaptureQueriesContext(connection) as many:
        assert len(names(at_chiefs_desk.get(f"{HOME}?cho=tat-ca"))) == 12
    assert PaperDraft.objects.count() == 16
    assert len(many) == len(few) <= 50


def test_what_colleagues_did_with_papers_is_told(at_chiefs_desk, ready, clerk):
    issuing.send(ready, "minutes", by=clerk)
    assert "Phạm Thu Hà trình ký biên bản của Phiên tháng 01/2021" in panel(at_chiefs_desk.get(HOME), "activity")
