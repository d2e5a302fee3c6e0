"""The members of the standing committee: entered on the council's page, counted by name, suggested first."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Council, Member, Session
from meetings.models.member import bare_name
from meetings.models.quorum import members_of, members_present, quorum

from ..conftest import logged_in
from .filling import added, filled


@pytest.fixture
def members(council):
    """A chair, a deputy and two heads of committees."""
    posts = (
        ("Trần Quyết Thắng", "Chủ tịch HĐND quận", "chair"),
        ("Lê Thị Mai", "Phó Chủ tịch HĐND quận", "deputy"),
        ("Vũ Văn Bình", "Trưởng Ban Pháp chế HĐND quận", "ordinary"),
        ("Đỗ Thu Hà", "Trưởng Ban Kinh tế - Xã hội HĐND quận", "secretary"),
    )
    return [
        Member.objects.create(council=council, order=order, name=name, position=position, duty=duty)
        for order, (name, position, duty) in enumerate(posts, start=1)
    ]


@pytest.fixture
def session(council):
    return Session.objects.create(council=council, year=2021, month=5, held_on=date(2021, 5, 5))


@pytest.fixture
def page(council):
    return reverse("admin:meetings_council_change", args=[council.pk])


def listed(session, *people, presence="present", **more):
    for order, name in enumerate(people, start=session.attendees.count() + 1):
        session.attendees.create(order=order, name=name, presence=presence, **more)
    return Session.objects.with_rows().get(pk=session.pk)


@pytest.mark.parametrize(
    "written",
    [
        "trần quyết  thắng",
        "Ông Trần Quyết Thắng",
        "Đ/c Trần Quyết Thắng",
        "Đồng chí: TRẦN QUYẾT THẮNG",
        "ThS. Trần Quyết Thắng",
    ],
)
def test_a_name_is_the_same_whatever_stands_before_it(written):
    assert bare_name(written) == "tran quyet thang"


def test_a_name_that_begins_like_a_title_is_kept_whole():
    assert bare_name("Bành Văn An") == "banh van an" and bare_name("Tsan A") == "tsan a"


def test_the_quorum_counts_members_by_name_whatever_their_role_on_the_list(members, session):
    listed(session, "Đ/c Trần Quyết Thắng", "bà Lê Thị Mai", role="invitee")
    met = quorum(listed(session, "Vũ Văn Bình", presence="late"))
    assert (met.came, met.total, met.is_reached) == (3, 4, True)


def test_who_is_no_member_is_in_no_quorum_and_a_member_in_two_rows_is_one(members, session):
    listed(session, "Trần Quyết Thắng", "Trần Quyết Thắng", "Nguyễn Văn Khách", role="member", headcount=3)
    met = quorum(listed(session, "Lê Thị Mai", presence="excused"))
    assert (met.came, met.total, met.is_reached) == (1, 4, False)


def test_only_members_in_office_on_the_day_of_the_session_are_counted(members, session):
    members[1].valid_to = date(2021, 5, 4)
    members[2].valid_from = date(2021, 5, 6)
    members[3].valid_from = members[3].valid_to = date(2021, 5, 5)
    Member.objects.bulk_update(members, ["valid_from", "valid_to"])
    stored = listed(session, *(member.name for member in members))
    assert members_of(stored) == [members[0], members[3]]
    assert (quorum(stored).came, quorum(stored).total) == (2, 2)


def test_the_number_that_was_typed_counts_only_while_no_members_are_entered(council, session):
    Council.objects.update(members_total=3)
    assert quorum(listed(session, "Người Lạ", role="member")).total == 3
    council.members.create(name="Trần Quyết Thắng")
    met = quorum(Session.objects.with_rows().get(pk=session.pk))
    assert (met.came, met.total) == (0, 1)


def test_nobody_on_the_list_yet_is_no_lack_of_a_quorum(members, session):
    stored = Session.objects.with_rows().get(pk=session.pk)
    assert quorum(stored) is None and members_present(stored) is None


def test_members_are_fetched_with_the_rows_for_any_number_of_sessions(members, session, django_assert_num_queries):
    listed(session, "Trần Quyết Thắng")
    stored = list(Session.objects.with_rows())
    with django_assert_num_queries(0):
        assert [quorum(each).came for each in stored] == [1]


def test_members_are_rows_of_their_councils_page_with_a_history(administrator, council, page):
    desk = logged_in(administrator)
    response = desk.get(page)
    row = added(response, "members", name="Lê Thị Mai", position="Phó Chủ tịch", duty="deputy", order="")
    assert desk.post(page, {**filled(response), **row}).status_code == 302
    member = council.members.get()
    assert (member.name, member.duty, member.history.get().history_user) == ("Lê Thị Mai", "deputy", administrator)


def test_all_staff_read_the_members_and_only_administrators_edit_them(members, at_clerks_desk, chief, reader, page):
    for desk in (at_clerks_desk, logged_in(chief), logged_in(reader)):
        answer = desk.get(page)
        assert "Đỗ Thu Hà" in answer.content.decode() and "pasted_members" not in answer.content.decode()
        assert desk.post(page, {"pasted_members": "Ông Phạm Văn Mới"}).status_code == 403
    assert Member.objects.count() == 4


def test_a_member_cannot_leave_before_joining(administrator, council, page):
    desk = logged_in(administrator)
    response = desk.get(page)
    row = added(response, "members", name="Lê Thị Mai", duty="deputy", valid_from="2/1/2021", valid_to="1/1/2021")
    refused = desk.post(page, {**filled(response), **row})
    assert "Ngày thôi làm thành viên phải sau ngày bắt đầu." in refused.content.decode()


LIST = """1. Ông Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận
2. Bà Lê Thị Mai - Phó Chủ tịch HĐND quận
3. Ông Vũ Văn Bình - Trưởng Ban Pháp chế HĐND quận
"""


def test_a_pasted_list_becomes_rows_and_who_is_there_already_is_not_added(administrator, council, page):
    council.members.create(order=1, name="Vũ Văn Bình", duty="ordinary")
    desk = logged_in(administrator)
    assert desk.post(page, filled(desk.get(page), pasted_members=LIST)).status_code == 302
    assert list(council.members.values_list("name", "position", "duty")) == [
        ("Vũ Văn Bình", "", "ordinary"),
        ("Trần Quyết Thắng", "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận", "chair"),
        ("Lê Thị Mai", "Phó Chủ tịch HĐND quận", "deputy"),
    ]
    assert desk.post(page, filled(desk.get(page))).status_code == 302
    assert council.members.count() == 3


def test_a_line_that_is_no_person_is_refused_and_the_pasted_words_stay(administrator, council, page):
    desk = logged_in(administrator)
    refused = desk.post(page, filled(desk.get(page), pasted_members=LIST + "4. Trưởng các Ban HĐND quận"))
    assert refused.status_code == 200 and council.members.count() == 0
    html = refused.content.decode()
    assert "chưa có họ tên. Hãy ghi họ tên" in html and "2. Bà Lê Thị Mai" in html


def suggested(desk, field, typed):
    address = reverse("admin:meetings_session_suggest")
    return desk.get(address, {"truong": field, "q": typed}).json()["results"]


def test_members_are_suggested_first_in_protocol_order_with_post_and_role(members, session, at_clerks_desk):
    listed(session, "Trần An", "đ/c Trần Quyết Thắng", position="khách")
    members[1].name = "Lê Trần Mai"
    members[1].save()
    assert suggested(at_clerks_desk, "name", "tran") == [
        {"text": "Trần Quyết Thắng", "position": "Chủ tịch HĐND quận", "role": "chair"},
        {"text": "Lê Trần Mai", "position": "Phó Chủ tịch HĐND quận", "role": "member"},
        {"text": "Trần An", "position": "khách"},
    ]
    assert suggested(at_clerks_desk, "name", "ha")[0]["role"] == "secretary"
    assert suggested(at_clerks_desk, "position", "chu tich")[0] == {"text": "Chủ tịch HĐND quận"}


def test_who_is_a_member_no_more_is_suggested_as_anybody_else(members, at_clerks_desk):
    Member.objects.filter(duty="chair").update(valid_to=date(2020, 1, 1))
    assert suggested(at_clerks_desk, "name", "tran") == []


def test_a_member_without_a_place_stands_where_the_list_has_it(administrator, members, page):
    desk = logged_in(administrator)
    assert desk.post(page, {**filled(desk.get(page)), "members-2-order": ""}).status_code == 302
    assert Member.objects.count() == 4


def test_days_of_a_council_and_its_members_are_typed_like_all_days(client, administrator, january):
    council = january.council
    client.force_login(administrator)
    where = reverse("admin:meetings_council_change", args=[council.pk])
    page = client.get(where)
    row = added(page, "members", name="Trần Quyết Thắng", duty="chair", valid_from="01072021")
    assert client.post(where, filled(page, valid_from="01062016", **row)).status_code == 302
    council.refresh_from_db()
    assert (council.valid_from, council.members.get().valid_from) == (date(2016, 6, 1), date(2021, 7, 1))
