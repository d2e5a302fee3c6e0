"""Nothing is approved blind: the chief sees what differs, what was mended since, and what a decision does."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import issuing
from meetings.desk.comparing.comparison import Comparison
from meetings.desk.office_time import today
from meetings.models import Attendee, Session, Unit

from ..conftest import logged_in


def fresh(session):
    return Session.objects.with_rows().get(pk=session.pk)


def where(session, name="comparison", *more):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk, *more])


def text_of(client, address):
    return client.get(address).content.decode()


@pytest.fixture
def correction(reopened, clerk):
    """One field, one dropped row, one row more, a later deadline and another lead; sent to the chief."""
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    reopened.attendees.last().delete()
    Attendee.objects.create(session=reopened, order=50, position="Trạm trưởng Trạm Y tế phường")
    first = reopened.directives.get(number="1")
    first.due_on, first.lead_unit = today() + timedelta(days=17), Unit.objects.create(name="Phòng Y tế", slug="y-te")
    first.save()
    session = fresh(reopened)
    session.submit(by=clerk, note="Đính chính thời hạn chỉ đạo 1.")
    return session


def test_only_what_differs_is_shown_at_its_place(correction):
    comparison = Comparison(fresh(correction))
    steps = {(section.key, row.step) for section in comparison.sections for row in section.rows}
    assert steps == {
        ("when", "changed"),
        ("attendees", "added"),
        ("attendees", "removed"),
        ("directives", "changed"),
    }
    assert comparison.base_words == "bản 1"


def test_internal_places_are_counted_and_not_shown(reopened, chief):
    reopened.venue = "Phòng họp số 1"
    reopened.save()
    row = reopened.attendees.first()
    row.reason = "đi khám bệnh"
    row.save()
    assert Comparison(fresh(reopened)).internal_places == 1
    page = text_of(logged_in(chief), where(reopened))
    assert "khám bệnh" not in page and "khác 1 chỗ" in page


def test_papers_that_still_say_what_is_corrected_are_named(correction, chief, council):
    assert "in nội dung trước đính chính" not in text_of(logged_in(chief), where(correction))
    issuing.issue(correction, "minutes", issuing.Order(dated=date(2021, 1, 5)), by=chief)
    page = text_of(logged_in(chief), where(correction))
    assert "in nội dung trước đính chính" in page and "01/BB-HĐND" in page


def test_what_a_correction_does_to_followed_directives_is_said(correction, chief):
    correction.directives.get(number="1").report(by=chief, state="in_progress", note="Đang làm.")
    (touched,) = Comparison(fresh(correction)).touched
    assert touched.directive.number == "1"
    assert "thành còn 17 ngày" in touched.effects[0]
    assert touched.effects[1].endswith("sang Phòng Y tế; 1 báo cáo đã ghi giữ nguyên")


def test_a_task_counts_with_its_directive_and_every_page_says_the_same_number(correction, chief):
    for task in correction.directives.filter(number__startswith="2."):
        task.task = "Triển khai Chương trình công tác quý I"
        task.save()
    numbers = [touched.directive.number for touched in Comparison(fresh(correction)).touched]
    page = text_of(logged_in(chief), where(correction))
    assert numbers == ["1", "2.1", "2.2"] and "Thay đổi 2 trong 3 chỉ đạo đang theo dõi" in page
    asked = text_of(logged_in(chief), where(correction, "verb", "withdraw"))
    assert "3 chỉ đạo thôi được theo dõi" in page and "<b>3 chỉ đạo</b> còn phải làm" in asked


def test_what_was_mended_since_it_came_back_is_told_apart(correction, clerk, chief):
    correction.send_back(by=chief, note="Ghi cả tầng.")
    session = fresh(correction)
    session.venue = "Phòng họp số 1, tầng 2"
    session.save()
    session.submit(by=clerk)
    comparison = Comparison(fresh(session))
    assert comparison.mended == {("when", "", "Địa điểm")}
    assert comparison.mended_places == 1 < comparison.places
    page = text_of(logged_in(chief), where(session) + "?loc=sau-khi-tra-lai")
    assert "Phòng họp số 1, " in page and "Trạm Y tế phường" not in page
    assert "trả lại: “Ghi cả tầng.”" in page


def test_a_draft_that_came_back_is_compared_with_what_was_sent(submitted, clerk, chief):
    submitted.send_back(by=chief, note="Ghi địa điểm.")
    session = fresh(submitted)
    session.venue = "Phòng họp số 1"
    session.save()
    session.submit(by=clerk)
    comparison = Comparison(fresh(session))
    assert comparison.base_words == "lần gửi trước" and comparison.places == 1
    assert "Đã sửa 1 chỗ từ lần gửi trước" in text_of(logged_in(chief), where(session, "verb", "publish"))


def test_a_first_draft_has_nothing_beside_it(submitted, chief):
    assert "chưa có bản nào để so" in text_of(logged_in(chief), where(submitted))


def test_the_chief_publishes_from_the_comparison_with_the_clerks_note_at_hand(correction, chief, clerk):
    page = text_of(logged_in(chief), where(correction))
    assert ">Đính chính thời hạn chỉ đạo 1.</textarea>" in page
    assert "Thay đổi 1 trong" in page and "Trả lại để sửa…" in page
    clerks = text_of(logged_in(clerk), where(correction))
    assert "Đăng bản mới" not in clerks and "Chờ Chánh Văn phòng quyết định." in clerks


def test_the_page_that_asks_shows_the_same(correction, chief):
    page = text_of(logged_in(chief), where(correction, "verb", "republish"))
    assert "Thay đổi 1 trong" in page and "Phòng họp số 1" in page
    assert "Nên xem lại, không bắt buộc" in page


def test_a_correction_in_which_nothing_differs_says_so_and_is_not_published(reopened, chief):
    page = text_of(logged_in(chief), where(reopened))
    assert "Bản này giống hệt bản 1." in page and "Đăng bản mới" not in page


def test_as_many_queries_for_many_rows_as_for_few(correction, chief, django_assert_num_queries):
    client = logged_in(chief)
    with CaptureQueriesContext(connection) as few:
        client.get(where(correction))
    for place in range(30):
        Attendee.objects.create(session=correction, order=60 + place, position=f"Trưởng phòng số {place}")
    with django_assert_num_queries(len(few)):
        client.get(where(correction))


def test_the_way_there_from_the_bar_and_from_the_home_page(correction, chief):
    client = logged_in(chief)
    assert "So với bản 1" in text_of(client, where(correction, "change"))
    assert where(correction) in text_of(client, reverse("admin:index"))
