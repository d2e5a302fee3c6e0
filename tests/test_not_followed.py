"""What an old post told and nobody since is followed by nobody: it accuses no unit until somebody begins."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from meetings import intake
from meetings.directive_facts import Reported
from meetings.directive_states import DirectiveState
from meetings.models import Directive, DirectiveEntry, Session
from meetings.models.progress_report import FOLLOWED_FROM_NOW
from meetings.public.directive_pages import owed
from meetings.writers.follow_up import standing

from .public.page_text import texts

LIST = reverse("admin:meetings_directive_changelist")
NOT_FOLLOWED = DirectiveState.NOT_FOLLOWED


@pytest.fixture
def old_post(db, january_record, clerk, chief):
    """January as an old post told it, its first directive long past its day."""
    session = intake.store(replace(january_record, from_old_post=True))
    Session.objects.filter(pk=session.pk).update(source_hash="0" * 64)
    session.refresh_from_db()
    session.submit(by=clerk)
    session.publish(by=chief)
    return session


def counted_on_the_desk(desk, state="open"):
    page = desk.get(LIST, {"tinh_trang": state})
    return {each["key"]: each["count"] for each in page.context["states"]}[state]


def follow(desk, directive, what):
    return desk.post(reverse("admin:meetings_directive_change", args=[directive.pk]), {"theo-doi": what})


def test_an_old_post_owes_nothing_to_anybody(old_post, citizen, at_clerks_desk):
    assert owed()["open"] == 0
    assert "chỉ đạo chưa xong" not in citizen.get("/").content.decode()
    unit = citizen.get("/don-vi/uy-ban-mttq-viet-nam-quan/").content.decode()
    assert "Không còn chỉ đạo nào phải làm" in unit
    assert counted_on_the_desk(at_clerks_desk) == counted_on_the_desk(at_clerks_desk, "overdue") == 0
    assert at_clerks_desk.get(reverse("admin:index")).context["due"].open == 0
    assert counted_on_the_desk(at_clerks_desk, "unfollowed") == 3


def test_it_is_said_in_words_of_its_own(old_post, citizen, at_clerks_desk):
    for address in ("/chi-dao/2021-01-1/", "/phien-hop/2021/01/", "/chi-dao/?tinh-trang=khong-theo-doi"):
        page = citizen.get(address)
        assert texts(page, "p", class_="state state--not_followed")[0] == "Không theo dõi", address
        assert texts(page, "p", class_="state state--overdue") == [], address
    told = citizen.get("/api/directives/2021-01-1").json()
    assert (told["state"], told["overdue"]) == (NOT_FOLLOWED, False)
    page = reverse("admin:meetings_directive_change", args=[Directive.objects.get(number="1").pk])
    assert "Không theo dõi" in at_clerks_desk.get(page).content.decode()


def test_a_first_report_begins_to_follow(old_post, clerk):
    Directive.objects.get(number="1").report(by=clerk, state="in_progress", is_public=True)
    assert owed()["open"] == owed()["late"] == 1


def test_a_report_on_a_task_follows_its_directive_too(old_post, clerk):
    Directive.objects.get(number="2.1").report(by=clerk, state="in_progress", is_public=True)
    states = dict(DirectiveEntry.objects.values_list("number", "state"))
    assert states == {
        "1": NOT_FOLLOWED,
        "2": "open",
        "2.1": "in_progress",
        "2.2": NOT_FOLLOWED,
    }
    assert Directive.objects.open().filter(number="2").exists()


def test_an_internal_report_tells_the_public_nothing(old_post, clerk):
    Directive.objects.get(number="1").report(by=clerk, state="in_progress")
    assert Directive.objects.open().count() == 1 and owed()["open"] == 0


def test_a_clerk_begins_to_follow_one_with_its_tasks(old_post, at_clerks_desk, clerk):
    follow(at_clerks_desk, Directive.objects.get(number="2"), "chi-dao")
    follow(at_clerks_desk, Directive.objects.get(number="2"), "chi-dao")
    begun = Directive.objects.open().order_by("number").values_list("number", flat=True)
    assert list(begun) == ["2", "2.1", "2.2"]
    (report,) = Directive.objects.get(number="2").reports.all()
    assert (report.note, report.author, report.is_public) == (FOLLOWED_FROM_NOW, clerk, True)


def test_a_clerk_begins_to_follow_a_whole_session_and_nothing_internal_leaks(old_post, at_clerks_desk):
    follow(at_clerks_desk, Directive.objects.get(number="1"), "phien")
    assert Directive.objects.open().count() == 6
    public = dict(Directive.objects.values_list("number", "reports__is_public"))
    assert public == {"1": True, "2": True, "2.1": True, "2.2": True, "3": False, "3.1": False}


def test_who_may_not_report_may_not_begin(old_post, reader, client):
    client.force_login(reader)
    assert follow(client, Directive.objects.get(number="1"), "chi-dao").status_code == 403
    assert not Directive.objects.open().exists()


def test_a_session_of_our_own_is_followed_from_its_issue(published):
    assert Directive.objects.in_force().open().count() == 6
    assert DirectiveEntry.objects.live().owed().count() == 4


def test_the_plain_rule(january_record):
    record = january_record.public()
    rows = tuple(replace(each, number=f"{place}") for place, each in enumerate(record.directives[:2], start=1))
    old = replace(record, directives=rows, from_old_post=True)
    told = {"2": [Reported(record.held_on, "done")]}
    assert states(standing(old, told)) == {"1": NOT_FOLLOWED, "2": "done"}
    assert states(standing(replace(old, from_old_post=False), {})) == {"1": "open", "2": "open"}
    assert rows[0].due_on < date.today()


def states(statuses):
    return {number: status.state for number, status in statuses.items()}
