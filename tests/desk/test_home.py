"""The desk's front page: what to do next, for whoever has logged in."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.desk.screen import checklist
from meetings.models import Council, Directive, Session
from tests.conftest import make_staff

from ..conftest import logged_in, make_user

HOME = "/quan-tri/"


def text(answer):
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def panels(answer):
    """The headings of the page's parts, in order."""
    return re.findall(r'<h2 id="[a-z-]+">([^<]+)</h2>', answer.content.decode())


def red_buttons(answer):
    return re.findall(r'class="button next" href="([^"]+)"', answer.content.decode())


def address(session):
    return f"/quan-tri/meetings/session/{session.pk}/change/"


def another(month, **fields):
    return Session.objects.create(council=Council.objects.get(), **{"year": 2021, "month": month, **fields})


@pytest.fixture
def trang(db):
    return make_user("trang", "Văn thư", "Trang", "Hoàng Thu")


def test_a_draft_that_was_held_is_ready_to_go_to_the_chief(at_clerks_desk, january):
    page = at_clerks_desk.get(HOME)
    assert "Phiên tháng 01/2021 họp 05/01/2021" in text(page)
    assert "Soát và gửi duyệt" in text(page) and "Đủ để gửi duyệt" in text(page)
    assert red_buttons(page) == [address(january)]


def test_what_should_be_looked_at_again_is_counted_beside_what_must_be_done(at_clerks_desk, january):
    january.attendees.update(presence="unknown")
    january.assessment = ""
    january.save()
    items = checklist.items(Session.objects.with_rows().get(pk=january.pk))
    assert f"Đủ để gửi duyệt · {len(items)} chỗ nên xem lại" in text(at_clerks_desk.get(HOME))


def test_what_is_missing_is_named(at_clerks_desk, january):
    another(2)
    page = at_clerks_desk.get(HOME)
    assert "Còn thiếu ngày họp" in text(page)
    assert red_buttons(page) == [address(january)]


def test_what_was_sent_back_comes_first_with_the_chiefs_words(at_clerks_desk, january, clerk, chief):
    returned = another(2, held_on=date(2021, 2, 2), opening="Đồng chí Chủ tịch chủ trì.", closing="Giao Văn phòng.")
    returned.submit(by=clerk)
    returned.send_back(by=chief, note="Thiếu chức vụ của đồng chí báo cáo")
    page = at_clerks_desk.get(HOME)
    assert "“Thiếu chức vụ của đồng chí báo cáo” Đỗ Văn Khải trả lại" in text(page)
    assert red_buttons(page) == [address(returned)]
    rows = re.findall(r'<th scope="row"><a href="([^"]+)"', page.content.decode())
    assert rows[:2] == [address(returned), address(january)]


def test_a_draft_taken_back_by_its_sender_was_not_sent_back(at_clerks_desk, january, clerk):
    january.submit(by=clerk)
    january.take_back(by=clerk)
    assert "Bản nháp" in text(at_clerks_desk.get(HOME)) and "Trả lại" not in text(at_clerks_desk.get(HOME))


def test_the_chief_finds_what_awaits_approval_on_top(at_chiefs_desk, submitted):
    another(2)
    page = at_chiefs_desk.get(HOME)
    assert panels(page)[:2] == ["Chờ ký, chờ duyệt", "Phiên họp cần làm tiếp"]
    assert "Phạm Thu Hà gửi" in text(page) and "Xem và duyệt" in text(page)
    assert red_buttons(page) == [address(submitted)]


def test_the_clerk_sees_what_awaits_the_chief_below_the_own_work(at_clerks_desk, submitted):
    another(2)
    page = at_clerks_desk.get(HOME)
    assert panels(page)[:2] == ["Phiên họp cần làm tiếp", "Chờ Chánh Văn phòng"]
    assert "Bạn gửi" in text(page) and "chờ Chánh Văn phòng duyệt" in text(page)
    assert red_buttons(page) == []


def test_a_scheduled_session_says_when_it_appears(at_chiefs_desk, submitted, chief):
    submitted.posted_at = None
    submitted.publish(by=chief, at=timezone.now() + timedelta(days=3))
    page = text(at_chiefs_desk.get(HOME))
    assert f"Sẽ đăng {timezone.localtime(submitted.posted_at):%H:%M}" in page and "tự đăng đúng giờ" in page


def test_a_correction_tells_that_the_public_page_is_unchanged(at_clerks_desk, reopened):
    page = text(at_clerks_desk.get(HOME))
    assert "Đang đính chính Trang công khai vẫn là bản đã đăng" in page
    assert "“Ghi sai tên đơn vị.”" in page


def test_the_month_nobody_has_begun_is_offered(at_clerks_desk, reader, january):
    prepare = "/quan-tri/meetings/session/chuan-bi/"
    page = at_clerks_desk.get(HOME)
    assert "Phiên tháng 02/2021 Chưa soạn Chuẩn bị" in text(page) and prepare in page.content.decode()
    assert "Chưa soạn" not in text(logged_in(reader).get(HOME))
    later = timezone.localdate().replace(day=1) + timedelta(days=40)
    another(later.month, year=later.year)
    assert "Chưa soạn" not in text(at_clerks_desk.get(HOME))


def test_the_next_session_is_named_with_its_day(at_clerks_desk, january):
    day = timezone.localdate() + timedelta(days=25)
    Session.objects.create(council=january.council, year=day.year, month=day.month, held_on=day)
    assert f"{day:%d/%m/%Y}, còn 25 ngày" in text(at_clerks_desk.get(HOME))


def test_directives_overdue_and_falling_due_are_counted_in_days(at_clerks_desk, published):
    today = timezone.localdate()
    first, second, third = Directive.objects.order_by("order")[:3]
    Directive.objects.update(due_on=None, next_due_on=None)
    for row, days in ((first, -9), (second, 2), (third, 8)):
        Directive.objects.filter(pk=row.pk).update(due_on=today + timedelta(days=days))
    page = text(at_clerks_desk.get(HOME))
    assert "Quá hạn 9 ngày" in page and "Còn 2 ngày" in page and "Còn 8 ngày" not in page
    assert "1 quá hạn · 1 đến hạn trong 7 ngày" in page and "2021-01-1" in page


def test_a_draft_owes_nobody_anything_yet(at_clerks_desk, january):
    Directive.objects.update(due_on=date(2021, 1, 31))
    assert "Không có chỉ đạo nào quá hạn" in text(at_clerks_desk.get(HOME))


def test_a_colleagues_saves_are_one_line_an_hour(at_clerks_desk, january, trang):
    for row in january.attendees.all()[:2]:
        row._history_user = trang
        row.save()
    page = text(at_clerks_desk.get(HOME))
    assert "Hoàng Thu Trang sửa Phiên tháng 01/2021 : Thành phần, 2 dòng" in page
    assert page.count("Hoàng Thu Trang") == 1 and "hôm nay" in page


def test_states_changed_and_progress_recorded_are_told_by_name(at_clerks_desk, published, chief, trang):
    published.directives.first().report(by=trang, state="in_progress", note="đã có dự thảo lần 2")
    page = text(at_clerks_desk.get(HOME))
    assert "Hoàng Thu Trang ghi tiến độ 2021-01-1 : “đã có dự thảo lần 2”" in page
    assert "Đỗ Văn Khải duyệt đăng Phiên tháng 01/2021" in page
    assert "sửa Phiên" not in page


def test_ones_own_work_is_not_told_as_a_colleagues(at_clerks_desk, submitted):
    assert "Hai tuần nay chưa có ai khác sửa gì." in text(at_clerks_desk.get(HOME))


@pytest.mark.parametrize("role", ["Người xem", "Quản trị"])
def test_who_may_only_look_is_offered_nothing_to_do(january, role):
    page = logged_in(make_user("khach", role)).get(HOME)
    assert "Phiên tháng 01/2021" in text(page)
    assert "Phiên mới" not in text(page) and "chờ văn thư soạn xong" in text(page)
    assert red_buttons(page) == []


def test_a_citizen_is_asked_to_log_in(citizen, db):
    assert citizen.get(HOME).status_code == 302


def test_staff_without_any_role_meet_an_empty_desk(january):
    nobody = make_staff("moi")
    assert "Phiên tháng 01/2021" not in text(logged_in(nobody).get(HOME))


def test_the_page_costs_the_same_queries_for_two_hundred_sessions(at_clerks_desk, published, trang):
    another(2)
    published.directives.first().report(by=trang, state="in_progress", note="đang làm")
    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(HOME)
    Session.objects.bulk_create(
        Session(council=published.council, kind="thematic", year=1950 + n, month=1, slug="chuyen-de", state=state)
        for n, state in zip(range(150), ["draft", "reopened", "published"] * 50, strict=True)
    )
    Directive.objects.bulk_create(
        Directive(session=published, number=str(n), task="việc", due_on=date(2021, 2, 1)) for n in range(100, 300)
    )
    with CaptureQueriesContext(connection) as many:
        at_clerks_desk.get(HOME)
    assert len(many) == len(few) <= 34
