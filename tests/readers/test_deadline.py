"""The deadline a task names; its words stay in the task."""

from datetime import date

import pytest

from .posts import came_from, directing, doubts, reading


@pytest.mark.parametrize(
    ("words", "due_on", "due_text"),
    [
        ("gửi trước ngày 20 tháng 6 năm 2021", date(2021, 6, 20), "trước ngày 20 tháng 6 năm 2021"),
        ("gửi chậm nhất là ngày 18/05/2021 qua mạng", date(2021, 5, 18), "chậm nhất là ngày 18/05/2021"),
        ("gửi trước ngày 18/05", date(2022, 5, 18), "trước ngày 18/05"),
        ("gửi trước ngày 31/02/2021", None, "trước ngày 31/02/2021"),
        ("gửi trong quý II năm 2021", None, "trong quý II năm 2021"),
        ("báo cáo định kỳ hàng quý", None, "định kỳ hàng quý"),
        ("gửi trước kỳ họp thứ 19", None, "trước kỳ họp thứ 19"),
        ("gửi kế hoạch tháng 5 năm 2021", None, ""),
        ("gửi trong ngày hội", None, ""),
    ],
)
def test_a_deadline_is_a_date_where_the_words_are_a_full_one(words, due_on, due_text):
    (row,) = directing(f"Tiếp tục {words}.").record.directives
    assert (row.due_on, row.due_text, row.task) == (due_on, due_text, f"Tiếp tục {words}")


def test_of_two_deadlines_neither_is_chosen():
    found = reading("thoi-han-2021-05")
    assert (found.record.directives[-1].due_on, found.record.directives[-1].due_text) == (None, "")
    assert [each for each in doubts(found) if "nhiều thời hạn" in each]


def test_the_deadline_says_where_it_came_from():
    found = reading("thoi-han-2021-05")
    assert came_from(found, "directives[1].due_on") == ["chậm nhất là ngày 18/05/2021"]
