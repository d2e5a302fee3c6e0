"""The check list: what must be done before the next step, what should be looked at, and where."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.desk.screen import checklist
from meetings.desk.screen.checklist import MUST, SHOULD
from meetings.directive_numbering import numbers_of
from meetings.models import Session
from meetings.models.quorum import Quorum, is_group, quorum


@pytest.fixture
def blank(january):
    """A draft with no rows and no day."""
    return Session.objects.create(council=january.council, year=2021, month=5)


def told(session):
    stored = Session.objects.with_rows().get(pk=session.pk)
    return [(item.rank, item.text, item.anchor) for item in checklist.items(stored)]


def full(session, members=4):
    session.council.members_total = members
    session.council.save()
    session.held_on, session.assessment = date(2021, 5, 5), "Tốt."
    session.save()
    session.attendees.create(order=1, name="Trần Quyết Thắng", role="chair", presence="present")
    return session


def test_a_blank_draft_must_have_its_day_and_should_have_a_chair(blank):
    assert told(blank) == [
        (MUST, "Ngày họp còn trống", "id_held_on"),
        (SHOULD, "Chưa có người chủ trì", "phan-2"),
        (SHOULD, "Đánh giá của chủ trì còn trống", "id_assessment"),
    ]


def test_people_not_recorded_are_counted_by_head_and_the_first_row_is_named(blank):
    full(blank, members=None)
    blank.attendees.create(order=2, position="phó hai Ban HĐND quận", headcount=2)
    blank.attendees.create(order=3, position="Trưởng các tổ chức chính trị, xã hội quận", headcount=5)
    assert told(blank) == [(SHOULD, "7 người chưa ghi nhận có mặt hay vắng", "id_attendees-1-presence")]


@pytest.mark.parametrize(
    ("came", "total", "reached"), [(3, 4, True), (2, 4, False), (2, 3, True), (4, 6, True), (3, 5, False)]
)
def test_a_quorum_is_two_thirds_of_the_members(came, total, reached):
    assert Quorum(came, total).is_reached is reached


def test_too_few_members_are_a_warning_and_never_a_bar(blank):
    full(blank)
    blank.attendees.create(order=2, name="Nguyễn Thị Bình", role="member", presence="online")
    blank.attendees.create(order=3, name="Vũ Thị Lan", role="member", presence="excused")
    blank.attendees.create(order=4, name="Phạm Thu Hà", role="secretary", presence="present")
    text = "Thành viên Thường trực mới dự 2/4, chưa đủ hai phần ba (cần 3)"
    assert told(blank) == [(SHOULD, text, "phan-2")]


@pytest.mark.parametrize(
    ("post", "counted"),
    [
        ("các đồng chí trong Thường trực HĐND quận", False),
        ("Trưởng, Phó hai Ban HĐND quận", False),
        ("phó hai Ban HĐND quận", False),
        ("Thường trực HĐND quận", False),
        ("Phó Chủ tịch Thường trực HĐND quận Hai Bà Trưng", True),
        ("Trưởng Ban Pháp chế HĐND quận Ba Đình", True),
    ],
)
def test_a_group_is_in_no_quorum(blank, post, counted):
    full(blank)
    before = quorum(blank).came
    row = blank.attendees.create(order=2, position=post, role="member", presence="present", headcount=3)
    assert quorum(blank).came - before == (3 if counted else 0)
    row.name = "Lê Văn An"
    assert not is_group(row)


def test_a_conclusion_left_blank_is_shown_with_its_item(blank):
    full(blank, members=None)
    blank.agenda.create(order=1, title="Công tác tháng 4", conclusion="Thống nhất.")
    blank.agenda.create(order=2, title="Tiếp công dân")
    assert told(blank) == [(SHOULD, "Kết luận của nội dung 2 còn trống", "id_agenda-1-conclusion")]


def test_a_directive_that_only_heads_others_needs_no_lead(blank):
    full(blank, members=None)
    head = blank.directives.create(order=1, topic="Đối với nhiệm vụ tháng 5")
    blank.directives.create(order=2, parent=head, task="tiếp công dân")
    blank.directives.create(order=3, parent=head, task="tiếp xúc cử tri")
    assert told(blank) == [(SHOULD, "2 chỉ đạo chưa giao đơn vị chủ trì", "id_directives-1-lead_unit")]


def test_a_deadline_before_the_meeting_is_doubted(blank):
    full(blank, members=None)
    lead = blank.council.sessions.get(month=1).directives.first().lead_unit
    blank.directives.create(order=1, task="tiếp công dân", lead_unit=lead, due_on=date(2021, 4, 30))
    text = "Chỉ đạo 1: thời hạn 30/04/2021 trước ngày họp"
    assert told(blank) == [(SHOULD, text, "id_directives-0-due")]


def test_numbers_follow_the_places_until_they_are_given(blank):
    first, second, third = (blank.directives.create(order=place, task="x") for place in (0, 1, 4))
    tasks = [blank.directives.create(order=place, parent=second, task="x") for place in (2, 3)]
    rows = [first, second, *tasks, third]
    assert list(blank.directives.all()) == rows
    assert numbers_of(rows) == ["1", "2", "2.1", "2.2", "3"]
    rows[4].number = "5"
    assert numbers_of(rows)[4] == "5"


def test_each_line_of_the_screen_links_to_an_input_that_is_there(at_clerks_desk, january):
    page = at_clerks_desk.get(reverse("admin:meetings_session_change", args=[january.pk]))
    html, items = page.content.decode(), page.context["checklist"]
    assert items
    for item in items:
        assert f'href="#{item.anchor}"' in html and f'id="{item.anchor}"' in html


def test_an_old_post_is_not_held_to_a_quorum(january):
    january.source_hash = "a" * 64
    assert quorum(january) is None
