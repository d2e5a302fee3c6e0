"""What a new session deals with: the usual, its months moved on, and what is still owed."""

import pytest

from meetings.desk.preparing import new_sessions
from meetings.desk.preparing.prepare_review import TITLE as REVIEW
from meetings.desk.preparing.usual_agenda import advanced

from .earlier import PREPARE, RESULTS, february, held, november_to_january, post


@pytest.fixture
def winter(db, january_record):
    return november_to_january(january_record)


def test_the_usual_agenda_comes_back_with_its_months_moved_on(winter):
    titles = [item.title for item in new_sessions.monthly("regular", 2021, 2).agenda]
    assert titles == [RESULTS.format("01", "02", 2021), "công tác tiếp công dân"]


def test_the_usual_agenda_brings_no_old_words(at_clerks_desk, winter):
    post(at_clerks_desk, PREPARE)
    said = february().agenda.values_list("presenter", "summary", "opinions", "conclusion")
    assert set(said) == {("Văn phòng", "", "", "")}


def test_what_came_once_in_three_is_not_usual(winter):
    assert "Công tác nhân sự" not in [item.title for item in new_sessions.monthly("regular", 2021, 2).agenda]


def test_what_comes_back_word_for_word_is_not_moved_on(db, january_record):
    for month in (1, 2, 3):
        held(january_record, 2021, month, "Chuẩn bị kỳ họp tháng 7 năm 2021")
    [item] = new_sessions.monthly("regular", 2021, 4).agenda
    assert item.title == "Chuẩn bị kỳ họp tháng 7 năm 2021"


@pytest.mark.parametrize(
    ("title", "months", "moved"),
    [
        ("Kết quả tháng 11, nhiệm vụ tháng 12 năm 2020", 1, "Kết quả tháng 12, nhiệm vụ tháng 01 năm 2021"),
        ("Kết quả tháng 9", 1, "Kết quả tháng 10"),
        ("Tháng 01/2021", 2, "Tháng 03/2021"),
        ("Giải ngân 8 tháng đầu năm 2020", 1, "Giải ngân 8 tháng đầu năm 2020"),
        ("Kết quả năm 2020", 1, "Kết quả năm 2020"),
        ("Kỷ niệm ngày 30 tháng 4", 1, "Kỷ niệm ngày 30 tháng 4"),
        ("Công tác tháng 8, 9", 1, "Công tác tháng 8, 9"),
        ("Công tác tháng 13", 1, "Công tác tháng 13"),
        ("Tháng 02 năm 2021", -2, "Tháng 12 năm 2020"),
    ],
)
def test_a_month_moves_on_where_it_is_the_sessions(title, months, moved):
    assert advanced(title, months) == moved


def test_what_is_still_owed_is_listed_to_be_reviewed(at_clerks_desk, published):
    published.directives.filter(number="1").update(state="done")
    html = at_clerks_desk.get(PREPARE).content.decode()
    assert "Chỉ đạo còn mở" in html and "2021-01-2-1</a>" in html and "2021-01-1</a>" not in html
    post(at_clerks_desk, PREPARE)
    item = february().agenda.first()
    assert item.title == REVIEW
    assert item.summary.split("\n") == [
        "Gồm 02 chỉ đạo của các phiên họp trước chưa thực hiện xong.",
        "- 2021-01-2-1: Triển khai Chương trình công tác năm 2021",
        "- 2021-01-2-2: phục vụ Nhân dân đón Tết (hạn 09/02/2021)",
        "- 2021-01-3-1: nội bộ: gửi danh sách",
    ]


def test_the_review_is_internal_while_it_names_an_internal_directive(db, published):
    assert not new_sessions.monthly("regular", 2021, 2).agenda[0].is_public
    published.directives.filter(task__startswith="nội bộ").update(state="done")
    assert new_sessions.monthly("regular", 2021, 2).agenda[0].is_public


def test_what_was_not_issued_is_not_owed(db, january):
    assert new_sessions.monthly("regular", 2021, 2).open_directives == []


def test_the_review_stands_once_however_often_it_came_back(winter, clerk, chief):
    winter[1].agenda.create(title=REVIEW, order=9)
    winter[2].submit(by=clerk)
    winter[2].publish(by=chief)
    titles = [item.title for item in new_sessions.monthly("regular", 2021, 2).agenda]
    assert titles.count(REVIEW) == 1 and titles[0] == REVIEW
