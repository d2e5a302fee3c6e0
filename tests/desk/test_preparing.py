"""The next session's draft, from what the last ones had: by one action, once."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from meetings import prose
from meetings.desk.preparing import new_sessions
from meetings.models import AgendaItem, Council, Session
from meetings.record import SessionKind
from tests.conftest import make_staff

from .earlier import PREPARE, RESULTS, february, held, november_to_january, post

EXTRAORDINARY = "/quan-tri/meetings/session/dot-xuat/"


def copy_of(session):
    return reverse("admin:meetings_session_copy", args=[session.pk])


def roster_for(session):
    return reverse("admin:meetings_session_roster_before", args=[session.pk])


@pytest.fixture
def winter(db, january_record):
    return november_to_january(january_record)


def told(answer):
    """What is said once the draft is made."""
    [message] = get_messages(answer.wsgi_request)
    return str(message)


def test_one_action_makes_the_next_months_draft(at_clerks_desk, january):
    answer = post(at_clerks_desk, PREPARE)
    new = february()
    assert answer.url == reverse("admin:meetings_session_change", args=[new.pk])
    assert (new.kind, new.state, new.title, new.held_on) == ("regular", "draft", "", None)
    assert "phiên họp tháng 02 năm 2021" in prose.title(new.to_record()).lower()


def test_the_page_is_seen_before_anything_is_made(at_clerks_desk, january):
    html = at_clerks_desk.get(PREPARE).content.decode()
    assert "4 dòng thành phần" in html and 'value="02/2021"' in html
    assert Session.objects.count() == 1


def test_the_roster_is_invited_again_and_nothing_is_said_of_who_came(at_clerks_desk, january):
    january.attendees.update(delegate="người khác", headcount=2)
    post(at_clerks_desk, PREPARE)
    cells = ("order", "role", "name", "position", "unit", "headcount")
    new = february().attendees
    assert list(new.values_list(*cells)) == list(january.attendees.values_list(*cells))
    assert set(new.values_list("presence", "reason", "delegate")) == {("unknown", "", "")}


def test_the_draft_says_who_made_each_row(at_clerks_desk, clerk, january):
    post(at_clerks_desk, PREPARE)
    assert february().history.get().history_user == clerk
    assert {row.history.get().history_user for row in february().attendees.all()} == {clerk}


def test_what_is_missing_is_named(at_clerks_desk, january):
    words = told(post(at_clerks_desk, PREPARE))
    assert words.startswith("Đã lập bản nháp Phiên tháng 02/2021: 4 dòng thành phần")
    assert words.endswith("Còn thiếu: ngày họp, giờ họp, địa điểm.")


def test_nobody_in_the_chair_is_named_too(at_clerks_desk, january):
    january.attendees.filter(role="chair").delete()
    assert "người chủ trì" in told(post(at_clerks_desk, PREPARE))


def test_december_is_followed_by_january(db, january_record):
    held(january_record, 2020, 12)
    assert new_sessions.month_to_prepare() == (2021, 1)


def test_an_extraordinary_session_does_not_move_the_month(db, january_record):
    held(january_record, 2020, 12)
    held(january_record, 2021, 3, kind=SessionKind.EXTRAORDINARY)
    assert new_sessions.month_to_prepare() == (2021, 1)


def test_a_second_click_meets_the_first_ones_session(at_clerks_desk, january):
    page = at_clerks_desk.get(PREPARE)
    click = {"kind": "regular", "belongs_to": "02/2021", "seen": page.context["seen"]}
    assert at_clerks_desk.post(PREPARE, click).status_code == 302
    second = at_clerks_desk.post(PREPARE, click)
    assert second.status_code == 409
    assert reverse("admin:meetings_session_change", args=[february().pk]) in second.content.decode()
    assert february().attendees.count() == 4


def test_a_month_taken_long_ago_is_refused_with_a_link(at_clerks_desk, january):
    answer = post(at_clerks_desk, PREPARE, belongs_to="01/2021")
    assert answer.status_code == 409 and "mỗi tháng chỉ có một phiên thường kỳ" in answer.content.decode()
    assert Session.objects.count() == 1


@pytest.mark.parametrize(("typed", "said"), [("13/2021", "01/2021"), ("", "ví dụ 01/2021"), ("01/1800", "1946")])
def test_an_odd_month_is_refused_in_words(at_clerks_desk, january, typed, said):
    answer = post(at_clerks_desk, PREPARE, belongs_to=typed)
    assert answer.status_code == 200 and said in answer.content.decode()
    assert Session.objects.count() == 1


def test_another_month_may_be_looked_at_first(at_clerks_desk, winter):
    answer = post(at_clerks_desk, PREPARE, belongs_to="03/2021", look="1")
    assert RESULTS.format("02", 3, 2021) in answer.content.decode()
    assert Session.objects.count() == 3


def test_two_clicks_make_one_extraordinary_session(at_clerks_desk, january):
    page = at_clerks_desk.get(EXTRAORDINARY)
    click = {"kind": "extraordinary", "belongs_to": "01/2021", "seen": page.context["seen"]}
    assert at_clerks_desk.post(EXTRAORDINARY, click).status_code == 302
    again = at_clerks_desk.post(EXTRAORDINARY, click)
    assert again.status_code == 409 and Session.objects.filter(kind="extraordinary").count() == 1
    knowing = {**click, "seen": again.context["seen"]}
    assert at_clerks_desk.post(EXTRAORDINARY, knowing).status_code == 302
    slugs = Session.objects.filter(kind="extraordinary").values_list("slug", flat=True)
    assert set(slugs) == {"dot-xuat", "dot-xuat-2"}


def test_two_clicks_at_one_moment_meet_in_the_database(db, chief, january, monkeypatch):
    """Both found the address free; the second to write is told of the first."""
    first = new_sessions.extraordinary("extraordinary", 2021, 1).store(by=chief, seen=january.pk)
    monkeypatch.setattr(Session, "_free_slug", lambda session: "dot-xuat")
    with pytest.raises(new_sessions.AlreadyThere) as refusal:
        new_sessions.extraordinary("extraordinary", 2021, 1).store(by=chief, seen=january.pk)
    assert refusal.value.session == first and Session.objects.count() == 2


def test_an_extraordinary_session_takes_the_roster_and_an_agenda_of_its_own(at_clerks_desk, winter):
    post(at_clerks_desk, EXTRAORDINARY, belongs_to="02/2021")
    new = february()
    assert (new.kind, new.slug, new.attendees.count(), new.agenda.count()) == ("extraordinary", "dot-xuat", 4, 0)


def test_a_copy_has_the_people_and_the_agenda_but_not_the_words(at_clerks_desk, winter):
    january = winter[2]
    january.venue, january.assessment, january.expanded = "Phòng họp số 1", "Tốt.", True
    january.save()
    post(at_clerks_desk, copy_of(january), kind="thematic", belongs_to="02/2021", parts=["thanh-phan", "noi-dung"])
    new = february()
    assert (new.kind, new.venue, new.expanded, new.assessment) == ("thematic", "Phòng họp số 1", True, "")
    assert [item.title for item in new.agenda.all()] == [RESULTS.format("01", "02", 2021), "công tác tiếp công dân"]
    assert not new.directives.exists() and new.attendees.count() == 4
    assert set(new.agenda.values_list("conclusion", flat=True)) == {""}


def test_a_dissolved_councils_work_goes_to_its_successor(db, january):
    ward = Council.objects.create(
        name="HĐND phường", short_name="HĐND phường", committee_name="TT phường", committee_full_name="TT phường"
    )
    Council.objects.filter(pk=january.council_id).update(valid_to=date(2021, 1, 31), successor=ward)
    assert new_sessions.monthly("regular", 2021, 2).session.council == ward
    assert new_sessions.monthly("regular", 2021, 1).session.council == january.council


def test_councils_entered_as_each_others_successors_lead_somewhere(db, january):
    Council.objects.update(valid_to=date(2020, 1, 1), successor=january.council)
    assert new_sessions.monthly("regular", 2021, 2).session.council == january.council


def test_without_a_council_the_page_says_whom_to_ask(at_clerks_desk):
    answer = at_clerks_desk.get(PREPARE)
    assert answer.status_code == 200 and "hội đồng nhân dân" in answer.content.decode()
    assert at_clerks_desk.post(PREPARE, {"kind": "regular", "belongs_to": "01/2021"}).status_code == 200


def test_only_who_may_add_a_session_prepares_one(client, citizen, january):
    for address in (PREPARE, EXTRAORDINARY, copy_of(january)):
        assert citizen.get(address).status_code == 302
    client.force_login(make_staff("nguoixem"))
    assert client.get(roster_for(january)).status_code == 403
    for address in (PREPARE, EXTRAORDINARY, copy_of(january)):
        assert client.get(address).status_code == client.post(address).status_code == 403
    assert Session.objects.count() == 1


def test_the_last_sessions_people_come_as_rows_for_the_form(at_clerks_desk, winter):
    before = at_clerks_desk.get(roster_for(winter[1])).json()
    assert before["from"] == "Phiên tháng 11/2020"
    assert before["rows"][2] == {
        "name": "",
        "position": "Trưởng các tổ chức chính trị, xã hội quận",
        "role": "invitee",
        "headcount": 5,
    }
    new = at_clerks_desk.get(reverse("admin:meetings_session_roster")).json()
    assert new["from"] == "Phiên tháng 01/2021" and len(new["rows"]) == 4


def test_the_first_session_has_no_roster_to_take_over(at_clerks_desk, january):
    assert at_clerks_desk.get(roster_for(january)).json() == {"rows": [], "from": ""}


def test_the_page_costs_the_same_queries_for_many_rows(at_clerks_desk, published, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as few:
        at_clerks_desk.get(PREPARE)
    lead = published.directives.first().lead_unit
    for order in range(20, 40):
        published.directives.create(order=order, number=str(order), task=f"việc {order}", lead_unit=lead)
        AgendaItem.objects.create(session=published, order=order, title=f"nội dung {order}")
    with django_assert_max_num_queries(len(few)):
        at_clerks_desk.get(PREPARE)


@pytest.fixture
def withdrawn_january(winter, clerk, chief):
    """January was published by mistake and taken back; nothing in it may be learnt from."""
    january = winter[-1]
    january.attendees.update(name="Tên Sai", position="Chức Vụ Sai")
    january.agenda.update(title="Nội dung sai")
    january.venue = "Nơi sai"
    january.save()
    january.submit(by=clerk)
    january.publish(by=chief)
    january.withdraw(by=chief, note="Đăng nhầm.")
    return january


def test_the_month_of_a_withdrawn_session_is_prepared_again_from_those_that_stand(
    at_clerks_desk, withdrawn_january, winter
):
    assert new_sessions.month_to_prepare() == (2021, 1)
    post(at_clerks_desk, PREPARE)
    new = Session.objects.exclude(pk=withdrawn_january.pk).get(year=2021, month=1)
    december = winter[1]
    assert list(new.attendees.values_list("name", "position")) == list(
        december.attendees.values_list("name", "position")
    )
    assert not new.agenda.filter(title="Nội dung sai") and new.venue != "Nơi sai"


@pytest.mark.parametrize("month", ["2/2021", "3/2021"])
def test_no_roster_is_taken_from_a_withdrawn_session(at_clerks_desk, withdrawn_january, winter, month):
    post(at_clerks_desk, PREPARE, belongs_to=month)
    post(at_clerks_desk, EXTRAORDINARY, belongs_to=month)
    for new in Session.objects.filter(pk__gt=withdrawn_january.pk):
        assert new.attendees.count() and not new.attendees.filter(name="Tên Sai")
        assert "Tên Sai" not in at_clerks_desk.get(roster_for(new)).content.decode()


def test_a_withdrawn_session_is_not_copied(at_clerks_desk, withdrawn_january):
    count = Session.objects.count()
    for answer in (
        at_clerks_desk.get(copy_of(withdrawn_january)),
        at_clerks_desk.post(copy_of(withdrawn_january), {"kind": "regular", "belongs_to": "2/2021", "seen": "0"}),
    ):
        assert answer.url == reverse("admin:meetings_session_change", args=[withdrawn_january.pk])
    assert Session.objects.count() == count
    page = at_clerks_desk.get(answer.url).content.decode()
    assert "đã thu hồi nên không sao chép được" in page and copy_of(withdrawn_january) not in page


def test_names_of_a_withdrawn_session_are_not_suggested(at_clerks_desk, withdrawn_january):
    ask = {"truong": "name", "q": "ten sai"}
    assert at_clerks_desk.get("/quan-tri/meetings/session/goi-y/", ask).json()["results"] == []
