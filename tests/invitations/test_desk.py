"""The desk sees who answered, writes to whom it learns an address of, and prints slips for all the others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import issuing
from meetings.models import Edition, Letter, Session

from ..conftest import logged_in
from ..desk.filling import filled
from ..desk.test_progress import text
from .test_page import page, sent


def desk(session, name="meetings_session_answers"):
    return reverse(f"admin:{name}", args=[session.pk])


def test_issued_at_the_desk_the_invitation_is_sent_and_withdrawn_called_off(session, at_chiefs_desk):
    form = reverse("admin:meetings_session_paper_issue", args=[session.pk, "giay-moi"])
    answer = at_chiefs_desk.post(form, filled(at_chiefs_desk.get(form)), follow=True)
    assert "Đã viết 2 thư kèm giấy mời" in text(answer)
    Letter.objects.update(state="sent")
    edition = Edition.objects.live(Edition.INVITES).get()
    at_chiefs_desk.post(reverse("admin:meetings_edition_withdraw", args=[edition.pk]), {"note": "Hoãn họp."})
    assert Letter.objects.filter(subject__startswith="Thôi mời").count() == 2


def test_an_invitation_that_was_issued_elsewhere_is_sent_from_here_once(session, chief, at_clerks_desk):
    issuing.issue(session, Edition.INVITES, issuing.Order(dated=timezone.localdate()), by=chief)
    for _ in range(2):
        at_clerks_desk.post(desk(session), {"viec": "moi"})
    assert (Letter.objects.count(), session.invitations.count()) == (2, 3)


def test_the_answers_are_listed_and_stand_in_the_session(client, link, session, at_clerks_desk):
    client.post(page(link), sent())
    shown = text(at_clerks_desk.get(desk(session)))
    assert "vắng 1" in shown and "chưa trả lời 2" in shown and "Lý do: Đi chữa bệnh" in shown
    assert shown.index("Vũ Văn Khách") < shown.index("Trưởng phòng Y tế"), "who has not answered comes first"
    screen = text(at_clerks_desk.get(reverse("admin:meetings_session_change", args=[session.pk])))
    assert "Báo trước: vắng (Đi chữa bệnh)" in screen and "chưa trả lời 2" in screen
    assert link.attendee.to_record().reason == ""


def test_an_address_typed_here_is_written_to_and_a_wrong_one_stays_typed(edition, session, at_clerks_desk):
    guest = session.invitations.get(attendee__name="Vũ Văn Khách")
    wrong = at_clerks_desk.post(desk(session), {"viec": "gui-thu", f"email-{guest.pk}": "khach@"})
    assert (
        wrong.status_code == 409 and "Địa chỉ chưa đúng" in text(wrong) and 'value="khach@"' in wrong.content.decode()
    )
    assert Letter.objects.count() == 2
    for _ in range(2):
        at_clerks_desk.post(desk(session), {"viec": "gui-thu", f"email-{guest.pk}": "khach@noi.example"})
    assert Letter.objects.get(to="khach@noi.example").to_name == "Đồng chí Vũ Văn Khách - khách mời"
    assert Letter.objects.count() == 3


def test_another_link_closes_the_first_and_its_letter(client, link, session, at_clerks_desk):
    before = page(link)
    at_clerks_desk.post(desk(session), {"viec": f"cap-lai:{link.pk}"})
    link.refresh_from_db()
    assert [client.get(where).status_code for where in (before, page(link))] == [410, 200]
    old, new = Letter.objects.filter(to="yte@noi.example").order_by("pk")
    assert (old.state, new.state) == ("called_off", "waiting") and link.address in new.text
    at_clerks_desk.post(desk(session), {"viec": f"thu-hoi:{link.pk}"})
    assert client.get(page(link)).status_code == 410
    assert "đã thu hồi đường dẫn" in text(at_clerks_desk.get(desk(session)))


def test_slips_with_a_code_are_printed_for_who_has_not_answered(client, link, session, at_clerks_desk):
    client.post(page(link), sent())
    slips = at_clerks_desk.get(desk(session, "meetings_session_answer_slips"))
    assert slips.content.decode().count('viewBox="-4 -4') == 2 and "Trưởng phòng Y tế" not in text(slips)
    assert session.invitations.get(attendee__name="Vũ Văn Khách").address in text(slips)


def test_who_only_reads_sees_answers_and_neither_links_nor_buttons(link, reader, session):
    client = logged_in(reader)
    shown = client.get(desk(session)).content.decode()
    assert "Trưởng phòng Y tế" in shown and link.token not in shown
    assert client.post(desk(session), {"viec": f"thu-hoi:{link.pk}"}).status_code == 403


@pytest.mark.parametrize("rows", [1, 12])
def test_the_list_costs_the_same_for_many(issue, session, at_clerks_desk, rows, django_assert_max_num_queries):
    for place in range(rows):
        session.attendees.create(order=9, position=f"Trưởng phòng số {place}")
    issue()
    with django_assert_max_num_queries(24):
        at_clerks_desk.get(desk(session))
    assert Session.objects.get(pk=session.pk).invitations.count() == rows + 3


def test_an_answer_by_telephone_is_written_down_with_who_did(link, session, at_clerks_desk, clerk):
    said = {"viec": f"tra-loi:{link.pk}", f"{link.pk}-answer": "substitute", f"{link.pk}-reason": "Đi họp tỉnh"}
    refused = at_clerks_desk.post(desk(session), said)
    assert refused.status_code == 409 and "Chưa ghi họ và tên người dự thay" in text(refused)
    assert 'value="Đi họp tỉnh"' in refused.content.decode()
    link.refresh_from_db()
    assert link.answer == "" and link.reason == ""
    at_clerks_desk.post(desk(session), said | {f"{link.pk}-substitute": "Trần Thị Thay"})
    link.refresh_from_db()
    assert (link.answer, link.substitute, link.reason, link.written_by) == (
        *("substitute", "Trần Thị Thay", "Đi họp tỉnh"),
        clerk,
    )
    assert "ghi thay" in text(at_clerks_desk.get(desk(session)))


def test_an_answer_by_the_link_afterwards_is_their_own_again(client, link, session, at_clerks_desk):
    at_clerks_desk.post(desk(session), {"viec": f"tra-loi:{link.pk}", f"{link.pk}-answer": "coming"})
    client.post(page(link), sent())
    link.refresh_from_db()
    assert (link.answer, link.written_by) == ("away", None)


def test_who_only_reads_writes_no_answer_down(link, reader, session):
    said = {"viec": f"tra-loi:{link.pk}", f"{link.pk}-answer": "coming"}
    assert logged_in(reader).post(desk(session), said).status_code == 403
    link.refresh_from_db()
    assert link.answer == ""
