"""The next month's session: the council that sits then, its members, the open directives chosen, its invitation."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.issuing import compose
from meetings.models import Council, Directive, Member, PaperDraft, Session, Unit
from meetings.models.open_directives import owed_before
from meetings.paper import PaperKind

from .earlier import PREPARE, february, post
from .filling import filled

REVIEW = "Kiểm điểm việc thực hiện các nội dung chỉ đạo còn mở"


def member(council, order, name, position, duty="ordinary", **more):
    return Member.objects.create(council=council, order=order, name=name, position=position, duty=duty, **more)


def people(session):
    return list(session.attendees.values_list("role", "name", "position"))


def key(number):
    return Directive.objects.get(session__month=1, number=number).pk


def test_members_come_first_in_protocol_order_then_the_guests_of_last_time(at_clerks_desk, january):
    january.attendees.create(order=9, role="invitee", name="Đ/c Lê Thị Mai", position="Phó Chủ tịch HĐND quận")
    january.attendees.create(order=10, role="secretary", name="Phạm Thu Hà", position="Phó Chánh Văn phòng")
    january.attendees.create(order=11, role="invitee", name="Ngô An", position="Trưởng phòng")
    january.attendees.create(order=12, role="invitee", name="Ông Ngô An", position="Trưởng phòng")
    member(january.council, 2, "Lê Thị Mai", "Phó Chủ tịch HĐND quận", "deputy")
    member(january.council, 1, "Vũ Văn Bình", "Chủ tịch HĐND quận", "chair")
    member(january.council, 3, "Người Đã Thôi", "Trưởng Ban", valid_to=date(2021, 1, 31))
    post(at_clerks_desk, PREPARE)
    assert people(february()) == [
        ("chair", "Vũ Văn Bình", "Chủ tịch HĐND quận"),
        ("member", "Lê Thị Mai", "Phó Chủ tịch HĐND quận"),
        ("invitee", "", "Trưởng các tổ chức chính trị, xã hội quận"),
        ("invitee", "", "Trưởng phòng Y tế quận"),
        ("secretary", "Phạm Thu Hà", "Phó Chánh Văn phòng"),
        ("invitee", "Ngô An", "Trưởng phòng"),
    ]


def test_a_member_who_takes_the_minutes_is_the_only_secretary(at_clerks_desk, january):
    january.attendees.create(order=10, role="secretary", name="Phạm Thu Hà", position="Phó Chánh Văn phòng")
    member(january.council, 1, "Vũ Văn Bình", "Trưởng Ban Pháp chế", "secretary")
    post(at_clerks_desk, PREPARE)
    assert [row.name for row in february().attendees.filter(role="secretary")] == ["Vũ Văn Bình"]


def test_the_session_is_of_the_council_that_sits_then(at_clerks_desk, january):
    """Nobody has written down who succeeds whom."""
    ward = Council.objects.create(
        name="HĐND phường",
        short_name="HĐND phường",
        committee_name="TT phường",
        committee_full_name="TT phường",
        valid_from=date(2021, 2, 1),
    )
    member(ward, 1, "Đỗ Văn Mới", "Chủ tịch HĐND phường", "chair")
    Council.objects.filter(pk=january.council_id).update(valid_to=date(2021, 1, 31))
    post(at_clerks_desk, PREPARE)
    assert february().council == ward and people(february())[0] == ("chair", "Đỗ Văn Mới", "Chủ tịch HĐND phường")


def test_open_directives_stand_under_their_units_with_deadline_and_state(at_clerks_desk, published):
    lead = Unit.objects.create(name="Ban Pháp chế")
    published.directives.filter(number="2.1").update(lead_unit=lead, due_on=date(2021, 1, 20), state="in_progress")
    page = at_clerks_desk.get(PREPARE)
    groups = [
        (str(unit or ""), [(row.reference, row.deadline, row.standing) for row in rows])
        for unit, rows in page.context["draft"].directives_by_unit
    ]
    assert groups == [
        ("Ban Pháp chế", [("2021-01-2-1", "20/01/2021", "Quá hạn")]),
        ("Ủy ban MTTQ Việt Nam quận", [("2021-01-1", "31/03/2021", "Quá hạn")]),
        ("", [("2021-01-2-2", "09/02/2021", "Quá hạn"), ("2021-01-3-1", "", "Mở")]),
    ]
    assert "Chưa giao đơn vị chủ trì" in page.content.decode()


def test_only_the_ticked_directives_are_taken_up_by_the_agenda(at_clerks_desk, published):
    post(at_clerks_desk, PREPARE, chosen="1", agenda=[key("1")])
    item = february().agenda.first()
    assert (item.title, item.is_public) == (REVIEW, True)
    assert item.summary == (
        "Gồm 01 chỉ đạo của các phiên họp trước chưa thực hiện xong.\n"
        "- 2021-01-1: Đối với công tác giám sát năm 2021, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì phối hợp với "
        "Thường trực HĐND quận và các tổ chức chính trị - xã hội quận xây dựng kế hoạch giám sát (Ủy ban MTTQ Việt "
        "Nam quận; hạn 31/03/2021)"
    )


def test_none_ticked_is_no_review(at_clerks_desk, published):
    post(at_clerks_desk, PREPARE, chosen="1")
    assert not february().agenda.filter(title=REVIEW)


def test_what_is_ticked_is_kept_while_another_month_is_looked_at(at_clerks_desk, published):
    page = post(at_clerks_desk, PREPARE, chosen="1", annex=[key("1"), 999_999, "x"], belongs_to="03/2021", look="1")
    assert (page.context["draft"].reviewed, page.context["draft"].annexed) == (set(), {key("1")})
    assert f'name="annex" value="{key("1")}" checked' in page.content.decode()


def owed(session):
    return [row.reference for row in owed_before(session)]


def test_the_annex_has_the_chosen_directives_alone(at_clerks_desk, published):
    post(at_clerks_desk, PREPARE, chosen="1", annex=[key("2.2")])
    assert owed(february()) == ["2021-01-2", "2021-01-2-2"]
    published.directives.filter(number="2.2").update(state="done")
    assert [row.only_public for row in owed_before(february())] == [False, True]


def test_where_none_is_chosen_the_annex_is_as_it_always_was(at_clerks_desk, published):
    post(at_clerks_desk, PREPARE, chosen="1")
    assert owed(february()) == ["2021-01-1", "2021-01-2", "2021-01-2-1", "2021-01-2-2", "2021-01-3", "2021-01-3-1"]


def test_the_choice_reaches_across_to_the_council_before(at_clerks_desk, published):
    ward = Council.objects.create(
        name="HĐND phường", short_name="HĐND phường", committee_name="TT phường", committee_full_name="TT phường"
    )
    new = Session.objects.create(council=ward, year=2021, month=2)
    assert len(owed(new)) == 6
    new.annex.set([key("1")])
    assert owed(new) == ["2021-01-1"]


def test_the_invitation_is_prepared_with_the_session_and_led_to(at_clerks_desk, published):
    answer = post(at_clerks_desk, PREPARE, chosen="1", annex=[key("1")])
    draft = PaperDraft.objects.get(session=february())
    assert (draft.kind, draft.with_owed) == ("invitation", True)
    assert [row.reference for row in compose(february(), PaperKind.INVITATION).paper.owed] == ["2021-01-1"]
    address = reverse("admin:meetings_session_paper", args=[february().pk, "giay-moi"])
    assert f'kèm <a href="{address}">giấy mời</a>' in at_clerks_desk.get(answer.url).content.decode()
    assert at_clerks_desk.get(address).status_code == 200


def test_a_second_click_prepares_no_second_invitation(at_clerks_desk, january):
    seen = at_clerks_desk.get(PREPARE).context["seen"]
    for status in (302, 409):
        click = {"kind": "regular", "belongs_to": "02/2021", "seen": seen}
        assert at_clerks_desk.post(PREPARE, click).status_code == status
    assert [draft.with_owed for draft in PaperDraft.objects.all()] == [False]


@pytest.mark.parametrize("address", ["/quan-tri/meetings/session/dot-xuat/"])
def test_an_extraordinary_session_is_made_without_an_invitation(at_clerks_desk, january, address):
    post(at_clerks_desk, address)
    assert not PaperDraft.objects.exists()


def test_the_choice_for_the_annex_is_changed_where_a_paper_is_drafted(at_clerks_desk, published):
    post(at_clerks_desk, PREPARE, chosen="1", annex=[key("1")])
    page = reverse("admin:meetings_session_paper", args=[february().pk, "giay-moi"])
    shown = at_clerks_desk.get(page)
    assert shown.context["form"]["annex"].value() == [str(key("1"))]
    assert at_clerks_desk.post(page, filled(shown, annex=[key("2.2")])).status_code == 302
    assert owed(february()) == ["2021-01-2", "2021-01-2-2"]
    kept = at_clerks_desk.get(page)
    assert kept.context["form"]["annex"].value() == [str(key("2.2"))]
    assert at_clerks_desk.post(page, {**filled(kept), "annex": []}).status_code == 302
    assert len(owed(february())) == 6


def test_without_open_directives_no_choice_is_offered(at_clerks_desk, january):
    page = at_clerks_desk.get(reverse("admin:meetings_session_paper", args=[january.pk, "bien-ban"]))
    assert "Chỉ đạo đưa vào phụ lục" not in page.content.decode()


@pytest.mark.parametrize(("position", "said"), [("", "Chủ tịch"), ("Chủ tịch HĐND quận", "Chủ tịch HĐND quận")])
def test_the_signer_follows_from_the_chairs_duty(at_clerks_desk, january, position, said):
    member(january.council, 1, "Vũ Văn Bình", position, "chair")
    post(at_clerks_desk, PREPARE)
    assert people(february())[0] == ("chair", "Vũ Văn Bình", said)
    (signature,) = compose(february(), PaperKind.INVITATION).paper.signatures
    assert (signature.authority[-1], signature.name) == ("CHỦ TỊCH", "Vũ Văn Bình")


@pytest.fixture
def ward(january):
    old = january.council
    new = Council.objects.create(
        name="HĐND phường", short_name="HĐND phường", committee_name="Thường trực HĐND phường",
        committee_full_name="Thường trực HĐND phường", valid_from=date(2021, 5, 10),
    )  # fmt: skip
    old.valid_to, old.successor = date(2021, 5, 9), new
    old.save()
    return new


def test_a_new_council_begins_in_its_first_month_with_its_own_people(at_clerks_desk, january, ward):
    january.attendees.create(order=9, role="invitee", name="Ngô An", position="Trưởng phòng")
    member(ward, 1, "Vũ Văn Bình", "Chủ tịch HĐND phường", "chair")
    page = at_clerks_desk.get(PREPARE)
    assert page.context["form"]["belongs_to"].value() == "05/2021"
    assert "Lấy người, địa điểm của phiên trước (HĐND quận Hai Bà Trưng)?" in page.content.decode()
    offered = at_clerks_desk.get(reverse("admin:meetings_session_roster")).json()
    assert [row["name"] for row in offered["rows"]] == ["Vũ Văn Bình"]
    assert offered["from"] == "danh sách Thường trực"
    post(at_clerks_desk, PREPARE)
    session = Session.objects.get(month=5)
    assert (session.council, people(session)) == (ward, [("chair", "Vũ Văn Bình", "Chủ tịch HĐND phường")])


def test_the_people_of_the_council_before_come_when_they_are_asked_for(at_clerks_desk, january, ward):
    january.attendees.create(order=9, role="invitee", name="Ngô An", position="Trưởng phòng")
    post(at_clerks_desk, PREPARE, others_too="on")
    assert ("invitee", "Ngô An", "Trưởng phòng") in people(Session.objects.get(month=5))
