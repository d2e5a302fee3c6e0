"""Colleagues hear by mail of what awaits them or came back: as each chose, once, and nothing of what stands there."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from meetings import intake
from meetings.letters import notices
from meetings.models import ErrorReport, Letter, Membership, Proposal, Session
from meetings.models.office import Told
from tests.conftest import logged_in, make_user
from tests.unit_reports.conftest import form_of, link, typed, unit

__all__ = ["link", "unit"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """A clerk and two chiefs, one without an address."""
    clerk = make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    chief = make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    make_user("phovp", "Lãnh đạo văn phòng", "An", "Lê")
    for user in (clerk, chief):
        user.email = f"{user.username}@phuong.example"
        user.save()
    return clerk, chief


@pytest.fixture
def session(january_record):
    return intake.store(january_record)


def does(user, session, verb, **fields):
    address = reverse("admin:meetings_session_verb", args=[session.pk, verb])
    session.refresh_from_db()
    return logged_in(user).post(address, {"version": session.version, **fields})


def letters():
    return [(letter.to, letter.subject) for letter in Letter.objects.order_by("pk")]


def test_the_chief_hears_of_what_was_sent_and_the_clerk_of_what_came_back(people, session):
    clerk, chief = people
    does(clerk, session, "submit")
    assert letters() == [("chanhvp@phuong.example", "Chờ bạn duyệt: Phiên tháng 01/2021")]
    does(chief, session, "send_back", note="Thiếu giờ kết thúc, có lời mật.")
    assert letters()[1:] == [("vanthu@phuong.example", "Trả lại để sửa: Phiên tháng 01/2021")]
    text = Letter.objects.last().text
    assert "Phạm Thu Hà" in Letter.objects.first().text and "Đỗ Văn Khải" in text
    assert "mật" not in text, "a letter holds nothing of what stands there"


def test_a_refused_verb_tells_nobody(people, session):
    does(people[0], session, "submit", version=999)
    assert letters() == []


def test_what_somebody_did_themselves_is_not_told_them(people, session):
    clerk, chief = people
    does(chief, session, "submit")
    assert letters() == []


def test_who_wants_one_letter_a_day_gets_one_with_all_of_it(people, session):
    clerk, chief = people
    Membership.objects.filter(user=chief).update(told=Told.DAILY)
    does(clerk, session, "submit")
    does(clerk, session, "take_back")
    does(clerk, session, "submit")
    [letter] = Letter.objects.all()
    assert letter.text.count("Chờ bạn duyệt: Phiên tháng 01/2021") == 2
    assert timezone.localtime(letter.due_at).time() == notices.DAILY_AT and letter.due_at > timezone.now()


def test_what_comes_when_the_days_letter_just_went_is_of_the_next_day(people, session):
    clerk, chief = people
    Membership.objects.filter(user=chief).update(told=Told.DAILY)
    does(clerk, session, "submit")
    Letter.objects.update(state="sent")
    does(clerk, session, "take_back")
    does(clerk, session, "submit")
    gone, next_one = Letter.objects.order_by("pk")
    assert next_one.due_at - gone.due_at == datetime.timedelta(days=1) and "Chờ bạn duyệt" in next_one.text


def test_who_wants_no_letter_or_left_gets_none(people, session):
    clerk, chief = people
    Membership.objects.filter(user=chief).update(told=Told.NEVER)
    does(clerk, session, "submit")
    assert letters() == []


def test_a_person_chooses_when_and_where(people):
    clerk, _ = people
    address = reverse("admin:notice_choice")
    client = logged_in(clerk)
    assert client.post(address, {"told": "daily", "email": "ha@phuong.example"}).status_code == 302
    clerk.refresh_from_db()
    assert (clerk.email, Membership.objects.get(user=clerk).told) == ("ha@phuong.example", "daily")
    faulty = client.post(address, {"told": "daily", "email": "ha"})
    assert "Địa chỉ thư viết như" in faulty.content.decode() and 'value="ha"' in faulty.content.decode()


def test_the_front_page_says_what_did_not_go_why_and_what_to_do(people):
    clerk, _ = people
    row = Letter.objects.append("a", to="khong-co@noi.example", to_name="Phòng Kinh tế", subject="Nhắc", text="…")
    Letter.objects.update(state="refused", trouble="550 5.1.1 No such user")
    client = logged_in(clerk)
    page = client.get(reverse("admin:index")).content.decode()
    assert "Thư chưa gửi được" in page and "Không có hộp thư này" in page and "550 5.1.1" in page
    move = reverse("admin:meetings_letter_move", args=[row.pk, "gui-lai"])
    assert move in page
    client.post(move)
    row.refresh_from_db()
    assert row.state == "waiting"
    client.post(move)
    assert "thư vừa đổi tình trạng" in client.get(reverse("admin:index")).content.decode()


def test_the_book_of_letters_lists_them_with_their_words(people):
    row = Letter.objects.append("a", to="a@noi.example", to_name="Phòng Kinh tế", subject="Nhắc", text="Lời thư này")
    client = logged_in(people[0])
    assert "Nhắc" in client.get(reverse("admin:meetings_letter_changelist")).content.decode()
    assert "Lời thư này" in client.get(reverse("admin:meetings_letter_change", args=[row.pk])).content.decode()


def test_publishing_tells_who_sent_it(people, session):
    clerk, chief = people
    does(clerk, session, "submit")
    session.refresh_from_db()
    Session.objects.get(pk=session.pk).publish(by=chief)
    notices.of_session(Session.objects.get(pk=session.pk), "publish", by=chief)
    assert letters()[-1] == ("vanthu@phuong.example", "Đã đăng: Phiên tháng 01/2021")


def test_what_a_unit_sends_is_one_letter_a_day_and_what_a_reader_found_one_each(published, unit, link, client):
    for user in get_user_model().objects.filter(username__in=("vanthu", "chanhvp")):
        get_user_model().objects.filter(pk=user.pk).update(email=f"{user.username}@phuong.example")
    for number in "12":
        client.post(form_of(link), typed(form_token=number * 22))
    assert letters() == [("vanthu@phuong.example", f"{unit} gửi báo cáo")] * 1 + [
        ("chanhvp@phuong.example", f"{unit} gửi báo cáo")
    ]
    assert Proposal.objects.count() == 2 and "dự thảo" not in Letter.objects.first().text
    ErrorReport.objects.receive("/phien-hop/2021/01/", None, "Sai tên.", "")
    for _ in range(2):
        notices.of_error_reports()
    told = Letter.objects.filter(subject="Bạn đọc báo sai sót")
    assert told.count() == 2 and not told.filter(text__contains="Sai tên").exists()
