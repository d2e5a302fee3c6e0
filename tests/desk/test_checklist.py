"""The check list: what must be done before the next step, what should be looked at, and where."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from meetings.attendee_groups import is_group
from meetings.desk.screen import checklist
from meetings.desk.screen.checklist import MUST, SHOULD
from meetings.directive_numbering import numbers_of
from meetings.models import Refused, Session
from meetings.models.quorum import Quorum, quorum

from .filling import filled


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


def test_a_blank_draft_lacks_what_a_reader_would_miss(blank):
    assert told(blank) == [
        (MUST, "Ngày họp còn trống", "id_held_on"),
        (MUST, "Chưa ghi ai chủ trì", "phan-2"),
        (MUST, "Chưa ghi kết luận hay chỉ đạo nào", "phan-5"),
        (SHOULD, "Đánh giá của chủ trì còn trống", "id_assessment"),
    ]


def test_a_session_with_nothing_but_a_date_is_not_sent(blank, clerk):
    blank.held_on = date(2021, 5, 5)
    blank.save()
    with pytest.raises(Refused, match="Còn thiếu người chủ trì, kết luận hoặc chỉ đạo"):
        blank.submit(by=clerk)


def test_sentences_that_were_typed_say_who_chaired_and_what_was_decided(blank, clerk):
    blank.held_on, blank.opening, blank.closing = date(2021, 5, 5), "Đồng chí Chủ tịch chủ trì.", "Giao Văn phòng."
    blank.save()
    assert (SHOULD, "Chưa có người chủ trì", "phan-2") in told(blank)
    blank.submit(by=clerk)
    assert blank.state == "submitted"


def test_a_session_of_a_day_to_come_says_so_on_its_form(at_clerks_desk, blank):
    blank.held_on = date.today() + timedelta(days=9)
    blank.save()
    ((rank, text, anchor),) = [line for line in told(blank) if line[0] == MUST]
    assert "chưa diễn ra" in text and anchor == "id_held_on"
    page = at_clerks_desk.get(reverse("admin:meetings_session_change", args=[blank.pk])).content.decode()
    assert text in page and "Còn 1 việc" in page


def test_the_list_knows_what_is_lacking_without_fetching_rows(blank, january):
    stored = {session.pk: session.missing() for session in Session.objects.with_gaps()}
    assert stored == {session.pk: session.missing() for session in Session.objects.all()}
    assert stored[blank.pk] == ["ngày họp", "người chủ trì", "kết luận hoặc chỉ đạo"] and stored[january.pk] == []


def test_a_verb_on_a_session_with_gaps_saves_and_leads_to_the_first(at_clerks_desk, blank):
    where = reverse("admin:meetings_session_change", args=[blank.pk])
    answer = at_clerks_desk.post(
        where, filled(at_clerks_desk.get(where), venue="Phòng 1", held_on="5/5/2021") | {"_verb": "submit"}
    )
    blank.refresh_from_db()
    assert answer.url.endswith("#phan-2") and blank.venue == "Phòng 1"


def test_the_chief_reads_the_clerks_check_list(at_chiefs_desk, submitted):
    page = at_chiefs_desk.get(reverse("admin:meetings_session_change", args=[submitted.pk])).content.decode()
    for _, text, _ in told(submitted):
        assert text in page
    assert told(submitted) and 'href="#phan-5">Tới phần 5</a>' in page and "Nên xem lại, không bắt buộc" in page


def test_the_chief_reads_the_same_numbers_as_the_clerk(at_chiefs_desk, submitted):
    page = at_chiefs_desk.get(reverse("admin:meetings_session_change", args=[submitted.pk])).content.decode()
    shown = re.findall(r'<span class="row-number"[^>]*>([^<]+)</span>', page.partition('id="directives-group"')[2])
    assert shown[: submitted.directives.count()] == numbers_of(list(submitted.directives.all()))


def test_a_day_in_the_words_that_is_not_the_deadline_is_told(blank):
    full(blank, members=None)
    row = blank.directives.create(order=1, task="hoàn thành trước ngày 20/12/2021", due_on=date(2021, 12, 18))
    text = "Chỉ đạo 1: câu chữ ghi 20/12/2021, thời hạn là 18/12/2021"
    assert (SHOULD, text, "id_directives-0-due") in told(blank)
    row.due_on = date(2021, 12, 20)
    row.save()
    assert not [line for line in told(blank) if "câu chữ ghi" in line[1]]


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


def test_a_directive_that_only_heads_others_needs_no_lead_and_no_term(blank):
    full(blank, members=None)
    head = blank.directives.create(order=1, topic="Đối với nhiệm vụ tháng 5")
    blank.directives.create(order=2, parent=head, task="tiếp công dân")
    blank.directives.create(order=3, parent=head, task="tiếp xúc cử tri")
    lacking = [
        (SHOULD, "2 chỉ đạo chưa giao đơn vị chủ trì", "id_directives-1-lead_unit"),
        (SHOULD, "2 chỉ đạo chưa có thời hạn", "id_directives-1-due"),
    ]
    assert told(blank) == lacking
    blank.directives.filter(pk=head.pk).update(due_text="quý II")
    assert told(blank)[0] == lacking[0] and lacking[1] not in told(blank)


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
