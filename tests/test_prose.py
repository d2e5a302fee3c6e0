"""The sentences that follow from data."""

from dataclasses import replace
from datetime import date

import pytest

from meetings import prose
from meetings.record import AttendeeRecord, DirectiveRecord, Presence, Role, SessionKind


def test_the_opening_names_day_committee_and_month(january_record):
    assert prose.opening(january_record) == (
        "Ngày 05/01/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 01 năm 2021."
    )


def test_a_filled_field_is_used_as_typed(january_record):
    assert prose.opening(replace(january_record, opening="Sáng 05/01, phiên họp khai mạc.")) == (
        "Sáng 05/01, phiên họp khai mạc."
    )


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({}, "Phiên họp tháng 01 năm 2021"),
        ({"month": 7, "year": 2019}, "Phiên họp tháng 7 năm 2019"),
        ({"kind": SessionKind.EXTRAORDINARY}, "Phiên họp đột xuất tháng 01 năm 2021"),
        ({"kind": SessionKind.THEMATIC, "expanded": True}, "Phiên họp chuyên đề tháng 01 năm 2021 (mở rộng)"),
    ],
)
def test_the_title_says_kind_and_month(january_record, change, title):
    record = replace(january_record, title="", **change)
    assert prose.title(record) == f"{title} của Thường trực HĐND quận Hai Bà Trưng"


def test_attendance_tells_chair_company_and_absence_but_no_reason(january_record):
    assert prose.attendance(january_record) == (
        "Đồng chí Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận chủ trì phiên họp. "
        "Cùng dự có các đồng chí trong Thường trực HĐND quận, Trưởng các tổ chức chính trị, xã hội quận. "
        "Vắng mặt: Trưởng phòng Y tế quận."
    )


def test_presence_not_recorded_is_never_attendance(january_record):
    unsure = AttendeeRecord(role=Role.INVITEE, position="Trưởng phòng Tài chính")
    record = replace(january_record, attendees=(*january_record.attendees, unsure))
    assert "Tài chính" not in prose.attendance(record)
    assert prose.roll_call(record) is None


def test_the_roll_counts_rows(january_record):
    roll = prose.roll_call(january_record)
    assert (roll.present, roll.absent, roll.invited) == (3, 1, 4)


def test_an_old_post_that_names_no_absence_gives_no_total(january_record):
    came = tuple(each for each in january_record.attendees if each.presence is Presence.PRESENT)
    assert prose.roll_call(replace(january_record, attendees=came, from_old_post=True)) is None
    assert prose.roll_call(replace(january_record, attendees=came)).invited == 3


def test_units_stand_where_the_words_that_give_the_task_leave_room(january_record):
    assert prose.directive_words(january_record.directives[0]) == (
        "Đối với công tác giám sát năm 2021, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì phối hợp với "
        "Thường trực HĐND quận và các tổ chức chính trị - xã hội quận xây dựng kế hoạch giám sát."
    )


def test_without_such_words_the_usual_ones_are_used():
    directive = DirectiveRecord(lead="Ban Pháp chế", coordinators=("Phòng Tư pháp",), task="rà soát văn bản")
    assert (
        prose.directive_words(directive) == "Giao Ban Pháp chế chủ trì, phối hợp với Phòng Tư pháp rà soát văn bản."
    )


def test_a_lead_alone_is_simply_given_the_task():
    directive = DirectiveRecord(topic="Về giám sát", lead="Ban Pháp chế", task="rà soát văn bản")
    assert prose.directive_words(directive) == "Về giám sát, giao Ban Pháp chế rà soát văn bản."


def test_a_task_that_names_its_unit_is_not_told_twice():
    directive = DirectiveRecord(lead="Ban Pháp chế", task="Giao ban pháp chế rà soát văn bản")
    assert prose.directive_words(directive) == "Giao ban pháp chế rà soát văn bản."


def test_tasks_hang_under_their_directive_with_their_marks(january_record):
    tasks = prose.numbered(january_record.directives)
    assert [task.mark for task in tasks] == ["1", "2", "3"]
    assert tasks[1].words == "Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung các việc sau:"
    assert [(task.mark, task.words) for task in tasks[1].tasks] == [
        ("a", "Triển khai Chương trình công tác năm 2021;"),
        ("b", "phục vụ Nhân dân đón Tết."),
    ]


def test_a_number_once_given_is_kept():
    rows = (DirectiveRecord(number="2", task="x"), DirectiveRecord(number="2.3", level=1, task="y"))
    (task,) = prose.numbered(rows)
    assert (task.mark, task.tasks[0].mark) == ("2", "c")


def test_a_completed_record_says_the_same_whatever_prose_says_later(january_record):
    whole = prose.completed(january_record)
    assert whole.opening == prose.opening(january_record)
    assert prose.completed(whole) == whole
    for directive in (*january_record.directives, DirectiveRecord(lead="Ban Pháp chế", task="rà soát")):
        record = replace(january_record, directives=(directive,))
        frozen = prose.completed(record).directives[0]
        assert prose.directive_words(frozen) == prose.directive_words(directive)


def test_an_undated_session_claims_no_day(january_record):
    assert prose.opening(replace(january_record, held_on=None)).startswith("Thường trực HĐND quận")
    assert prose.opening(replace(january_record, held_on=date(2021, 2, 2))).startswith("Ngày 02/02/2021, ")


@pytest.mark.parametrize("task", ["Đề nghị UBND quận trả lời", "Giao Phòng Y tế phun thuốc", "yêu cầu báo cáo"])
def test_a_task_that_gives_itself_to_somebody_is_not_given_twice(task):
    assert prose.assignment(DirectiveRecord(task=task, lead="Ủy ban nhân dân quận")) == ""
