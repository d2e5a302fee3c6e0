"""One box for a deadline: a day, words, or both; what no calendar has is named and kept as typed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings.desk.screen import checklist
from meetings.desk.screen.deadlines import Deadline, DeadlineField, read, read_back
from meetings.due_terms import Sitting, SittingKind

from .filling import filled

YEARS_END = date(2021, 12, 31)


@pytest.mark.parametrize(
    "typed", ["31/12/2021", "31.12.2021", "31-12-2021", " 31 12 2021 ", "31/ 12 /2021", "2021-12-31"]
)
def test_digits_are_a_day_day_first(typed):
    assert read(typed) == Deadline(YEARS_END, "")


@pytest.mark.parametrize("typed", ["kỳ họp tới", "hàng quý", "thường xuyên", "sớm nhất", "khóa 12"])
def test_words_that_name_no_day_are_words(typed):
    assert read(typed) == Deadline(None, typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("quý I năm 2021", date(2021, 3, 31)),
        ("tháng 3/2021", date(2021, 3, 31)),
        ("5 ngày", date(2021, 1, 10)),
        ("trước kỳ họp giữa năm", date(2021, 7, 5)),
    ],
)
def test_a_term_ends_on_a_day(typed, day):
    sittings = [Sitting(date(2021, 7, 6), SittingKind.MID_YEAR)]
    assert read(typed, date(2021, 1, 5), sittings) == Deadline(day, typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hàng quý", "báo cáo 3 tháng một lần, từng kỳ tính quá hạn riêng"),
        ("thường xuyên", "làm thường xuyên, không tính quá hạn, mỗi quý rà lại"),
        (
            "kỳ họp giữa năm",
            "Chưa ghi ngày khai mạc kỳ họp giữa năm: hãy ghi ở mục Kỳ họp của HĐND",
        ),
        ("càng sớm càng tốt", "bằng chữ, chưa có ngày nên không tính quá hạn"),
    ],
)
def test_what_ends_on_no_day_says_why(typed, said):
    assert read_back(read(typed), date(2021, 1, 8)) == said


@pytest.mark.parametrize("typed", ["trước ngày 31/12/2021", "chậm nhất 31 tháng 12 năm 2021"])
def test_a_day_inside_words_sets_both(typed):
    assert read(typed) == Deadline(YEARS_END, typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31/02/2021", "Tháng 02/2021 chỉ có 28 ngày."),
        ("30.2.2024", "Tháng 02/2024 chỉ có 29 ngày."),
        ("trước ngày 31/11/2021", "Tháng 11/2021 chỉ có 30 ngày."),
        ("1/13/2021", "Không có tháng 13. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 28/02/2021."),
        ("0/1/2021", "Không có ngày 0."),
    ],
)
def test_a_day_no_calendar_has_is_named(typed, why):
    with pytest.raises(ValidationError) as refused:
        read(typed)
    assert refused.value.messages == [why]


@pytest.mark.parametrize("typed", ["31/12/2021", "kỳ họp tới", "trước ngày 31/12/2021"])
def test_it_is_shown_back_as_typed(typed):
    assert DeadlineField().prepare_value(read(typed)) == typed


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (Deadline(date(2021, 12, 31)), "thứ Sáu, còn 357 ngày"),
        (Deadline(date(2021, 1, 8)), "thứ Sáu, hôm nay"),
        (Deadline(date(2021, 1, 3)), "Chủ nhật, đã qua 5 ngày"),
        (Deadline(None, "kỳ họp tới"), "bằng chữ, chưa có ngày nên không tính quá hạn"),
        (Deadline(date(2021, 1, 25), "trước ngày 25/01/2021"), "hạn 25/01/2021, thứ Hai, còn 17 ngày"),
        (Deadline(), ""),
    ],
)
def test_it_is_read_back_in_words(deadline, said):
    assert read_back(deadline, date(2021, 1, 8)) == said


def test_an_impossible_day_is_kept_as_typed_and_saves_nothing(at_clerks_desk, january):
    address = reverse("admin:meetings_session_change", args=[january.pk])
    typed = {"directives-1-due": "31/02/2021"}
    answer = at_clerks_desk.post(address, filled(at_clerks_desk.get(address), **typed))
    html = answer.content.decode()
    assert answer.status_code == 200 and ">\n31/02/2021</textarea>" in html
    assert "Thời hạn, dòng 2: Tháng 02/2021 chỉ có 28 ngày." in html


def test_a_day_beside_words_that_do_not_say_it_stays_when_nothing_is_typed_over(at_clerks_desk, january):
    row = january.directives.first()
    row.due_on, row.due_text = YEARS_END, "trong năm"
    row.save()
    address = reverse("admin:meetings_session_change", args=[january.pk])
    page = at_clerks_desk.get(address)
    assert at_clerks_desk.post(address, filled(page, **{"directives-0-task": "việc khác"})).status_code == 302
    row.refresh_from_db()
    assert (row.task, row.due_on, row.due_text) == ("việc khác", YEARS_END, "trong năm")


def test_words_become_a_day_once_the_sitting_is_entered(at_clerks_desk, january):
    """The clerk typed them before; other words stay words."""
    directive = january.directives.first()
    where = reverse("admin:meetings_session_change", args=[january.pk])
    typed = {"directives-0-due": "trước kỳ họp giữa năm"}
    assert at_clerks_desk.post(where, filled(at_clerks_desk.get(where), **typed)).status_code == 302
    directive.refresh_from_db()
    assert (directive.due_on, directive.due_text) == (None, "trước kỳ họp giữa năm")
    doubts = [item.text for item in checklist.items(january) if "chưa có ngày" in item.text]
    assert any("“trước kỳ họp giữa năm”" in text for text in doubts)
    before = dict(january.directives.exclude(pk=directive.pk).values_list("pk", "due_on"))
    add = reverse("admin:meetings_plenarysitting_add")
    typed = {"kind": "mid_year", "opens_on": "6/7/2021"}
    answer = at_clerks_desk.post(add, filled(at_clerks_desk.get(add), **typed), follow=True)
    assert "1 thời hạn đang chờ ngày khai mạc đã tính được thành ngày." in answer.content.decode()
    assert dict(january.directives.exclude(pk=directive.pk).values_list("pk", "due_on")) == before
    directive.refresh_from_db()
    assert directive.due_on == date(2021, 7, 5)
