"""Minutes and notices say what a session decided: the public has them with its page, never before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import issuing
from meetings.models import Edition, Revision, Session
from meetings.vietnamese import date_digits

from .every_word import content_of
from .page_text import texts
from .test_unseen import marked, seen

PAPERS = [f"/phien-hop/2021/01/{name}.{each}" for name in ("bien-ban", "thong-bao") for each in ("pdf", "docx")]
INVITED = "/phien-hop/2021/01/giay-moi.pdf"
WAITING = ("minutes", "notice")


@pytest.fixture
def january(january):
    """The mark in every text; all that an invitation needs is filled in."""
    Session.objects.filter(pk=january.pk).update(starts_at="08:30", venue="Phòng họp số 2")
    return marked(Session.objects.get(pk=january.pk))


@pytest.fixture
def issued(chief, press_at_hand):
    """Papers of a session, "Cho công khai" ticked."""

    def issued(session, *kinds):
        order = issuing.Order(dated=session.held_on, form_note="Mẫu thử.")
        return [issuing.issue(session, kind, order, by=chief) for kind in kinds]

    return issued


@pytest.fixture
def scheduled(submitted, chief):
    submitted.publish(by=chief, at=timezone.now() + timedelta(minutes=2))
    return submitted


def given(client):
    answers = {address: client.get(address) for address in PAPERS}
    return [address for address, answer in answers.items() if content_of(answer) and answer.status_code == 200]


def later(monkeypatch, minutes):
    moment = timezone.now() + timedelta(minutes=minutes)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


@pytest.mark.parametrize("state", ["january", "submitted", "scheduled"])
def test_a_citizen_meets_no_minutes_before_the_page(request, issued, citizen, state):
    issued(request.getfixturevalue(state), *WAITING)
    assert given(citizen) == [] and seen(citizen) == []


def test_the_minutes_appear_with_the_page_at_its_posting_time(scheduled, issued, citizen, monkeypatch):
    issued(scheduled, *WAITING)
    before = citizen.get("/")["ETag"]
    later(monkeypatch, 3)
    assert given(citizen) == PAPERS and set(PAPERS) <= set(seen(citizen))
    assert citizen.get("/")["ETag"] != before
    listed = " ".join(texts(citizen.get("/phien-hop/2021/01/"), "div", class_="paper"))
    assert "Biên bản số 01/BB-HĐND" in listed and "Thông báo kết luận số 01/TB-HĐND" in listed
    assert len(citizen.get("/api/meetings/2021-01").json()["paper"]) == 4


def test_they_appear_when_the_draft_is_published(january, issued, citizen, clerk, chief):
    issued(january, *WAITING)
    january.submit(by=clerk)
    january.refresh_from_db()
    january.publish(by=chief)
    assert given(citizen) == PAPERS


def test_a_posting_time_that_is_called_off_keeps_them_in_the_office(scheduled, issued, citizen, chief, monkeypatch):
    issued(scheduled, *WAITING)
    scheduled.unschedule(by=chief)
    later(monkeypatch, 3)
    assert given(citizen) == [] and seen(citizen) == []
    Session.objects.get().publish(by=chief)
    assert given(citizen) == PAPERS


def test_with_a_withdrawn_page_they_are_gone(published, issued, citizen, chief):
    issued(published, *WAITING)
    assert given(citizen) == PAPERS
    published.withdraw(by=chief, note="Đăng nhầm.")
    assert [citizen.get(address).status_code for address in PAPERS] == [410] * 4


def test_what_was_replaced_before_the_page_came_is_never_public(january, issued, citizen, clerk, chief):
    issued(january, "minutes")
    order = issuing.Order(dated=january.held_on, note="Ghi sai giờ.", form_note="Mẫu thử.")
    issuing.issue(january, "minutes", order, by=chief)
    january.submit(by=clerk)
    january.publish(by=chief)
    assert citizen.get("/phien-hop/2021/01/ban/bien-ban-1.pdf").status_code == 404
    assert "đã được thay" not in " ".join(texts(citizen.get("/phien-hop/2021/01/"), "div", class_="paper"))


def test_an_invitation_is_public_by_itself(january, issued, citizen):
    issued(january, "invitation")
    assert INVITED in seen(citizen)


def test_whoever_was_sent_the_paper_learns_that_it_is_genuine_and_nothing_of_the_session(january, issued, citizen):
    (minutes,) = issued(january, "minutes")
    page = citizen.get("/xac-minh/", {"ma": minutes.files.filter(part="public").first().sha256})
    (answer,) = texts(page, "section", class_="answer")
    assert "Biên bản số 01/BB-HĐND" in answer and "đang có hiệu lực" in answer
    assert "Phiên họp" not in answer and "/phien-hop/2021/01/" not in page.content.decode()


def test_the_state_of_the_site_moves_with_what_is_public_alone(published, january_record, issued, chief, citizen):
    def token():
        return Revision.objects.get().token, citizen.get("/")["ETag"]

    before = token()
    order = issuing.Order(dated=published.held_on, form_note="Mẫu thử.", is_public=False)
    issuing.issue(published, "notice", order, by=chief)
    assert token() == before
    issuing.withdraw(Edition.objects.get(kind="notice"), by=chief, note="Ghi nhầm.")
    assert token() == before
    issued(published, "minutes")
    assert token() != before


def test_scheduling_and_calling_off_move_nothing(submitted, issued, chief, citizen):
    before = Revision.objects.filter().values_list("token", flat=True).first(), citizen.get("/")["ETag"]
    submitted.publish(by=chief, at=timezone.now() + timedelta(minutes=2))
    issued(submitted, "minutes")
    Session.objects.get().unschedule(by=chief)
    assert (Revision.objects.values_list("token", flat=True).first(), citizen.get("/")["ETag"]) == before


def asked(desk, session, slug="bien-ban"):
    page = desk.get(reverse("admin:meetings_session_paper_issue", args=[session.pk, slug]))
    return " ".join(page.content.decode().split())


def test_the_issue_page_says_from_when(january, at_chiefs_desk, clerk, chief):
    assert "từ khi trang của phiên họp được đăng" in asked(at_chiefs_desk, january)
    assert "ngay khi phát hành" in asked(at_chiefs_desk, january, "giay-moi")
    january.submit(by=clerk)
    january.publish(by=chief, at=timezone.now() + timedelta(days=1))
    day = date_digits(timezone.localtime(january.posted_at).date())
    assert f"{timezone.localtime(january.posted_at):%H:%M}, {day}" in asked(at_chiefs_desk, january)


def test_once_the_page_stands_the_issue_page_says_at_once(published, at_chiefs_desk):
    assert "ngay khi phát hành" in asked(at_chiefs_desk, published)
