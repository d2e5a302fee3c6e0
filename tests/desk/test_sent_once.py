"""A second click is the same click: the work is done once, and the second answer is the first one again."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from meetings.desk import sent_once
from meetings.models import Edition, SentForm, Session, StateChange, Unit
from meetings.models.sent_form import ABANDONED, KEPT

from ..apart import database_url, run_apart
from ..conftest import logged_in
from .filling import added, filled
from .test_roles import ADDRESSES, ROLES, address, status_of

__all__ = ["database_url"]
FORM = re.compile(r"<form\b[^>]*\bmethod=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
WITHOUT_FORMS = {
    *(
        "autocomplete",
        "form_token",
        "jsi18n",
        "meetings_council_our_template",
        "meetings_council_template",
        "meetings_edition_file",
    ),
    *("meetings_edition_register_csv", "meetings_edition_register_xlsx", "meetings_edition_register_pdf"),
    *("meetings_directive_xlsx", "meetings_directive_docx", "meetings_directive_period_xlsx"),
    *("meetings_session_dossier_zip", "meetings_proposal_file", "meetings_report_file"),
    *("meetings_session_preview", "meetings_session_preview_minutes", "meetings_session_attendance_sheet"),
    *("meetings_session_paper_pdf", "meetings_session_paper_word"),
    *("meetings_session_roster", "meetings_session_roster_before", "meetings_session_suggest"),
    "meetings_session_deadline",
}
"""What is no page of the desk: files, looks at the public's page, answers to scripts."""
TOKEN = re.compile(r'name="_once" value="([\w-]{16,})"')


def token_of(page, which=-1):
    """The token of a page's form; the first form of every page is the log-out."""
    return TOKEN.findall(page.content.decode())[which]


def sent(page, **typed):
    return filled(page, **typed) | {"_once": token_of(page)}


def said(answer):
    return [str(each) for each in get_messages(answer.wsgi_request)]


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_form_that_changes_something_carries_a_token_of_its_own(request, published, name):
    where, tokens = address(name, published), []
    for role in ROLES[1:]:
        page = logged_in(request.getfixturevalue(role)).get(where)
        if status_of(page) == 200 and "html" in page["Content-Type"]:
            for form in FORM.findall(page.content.decode()):
                assert len(found := TOKEN.findall(form)) == 1, (where, role, form[:200])
                tokens += found
    assert len(set(tokens)) == len(tokens)
    assert tokens or ADDRESSES[name][1:].count("2") == 0 or name in WITHOUT_FORMS


@pytest.mark.parametrize("stage", ["january", "submitted", "published", "reopened"])
def test_the_forms_of_a_session_in_each_state_carry_a_token(request, at_chiefs_desk, stage):
    session = request.getfixturevalue(stage)
    pages = [reverse("admin:meetings_session_change", args=[session.pk])]
    pages += [reverse("admin:meetings_session_verb", args=[session.pk, name]) for name in ("publish", "withdraw")]
    for page in pages:
        forms = FORM.findall(at_chiefs_desk.get(page).content.decode())
        assert len(forms) > 1 and all(TOKEN.search(form) for form in forms), page


def test_a_session_saved_by_two_quick_clicks_gains_one_row(at_clerks_desk, january):
    screen = reverse("admin:meetings_session_change", args=[january.pk])
    page = at_clerks_desk.get(screen)
    form = sent(page, **added(page, "directives", task="chuẩn bị kỳ họp", level=0, state="open"))
    first, second = (at_clerks_desk.post(screen, form | {"_continue": "1", "_draft": "abcdefgh1"}) for _ in "12")
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"]) == (302, screen)
    assert january.directives.filter(task="chuẩn bị kỳ họp").count() == 1
    assert said(first) == said(second) and len(said(first)) == 1
    assert "da-luu-abcdefgh1" in second.cookies  # and the browser forgets its draft


def test_the_second_click_may_fall_on_another_button(at_clerks_desk, january):
    screen = reverse("admin:meetings_session_change", args=[january.pk])
    form = sent(at_clerks_desk.get(screen), venue="Phòng 2")
    first = at_clerks_desk.post(screen, form | {"_continue": "1"})
    second = at_clerks_desk.post(screen, form | {"_verb": "submit"})
    assert (second.status_code, second["Location"]) == (302, first["Location"])


def test_two_clicks_on_a_new_session_make_one(at_clerks_desk, january):
    where = reverse("admin:meetings_session_extraordinary")
    page = at_clerks_desk.get(where)
    form = {"kind": "extraordinary", "belongs_to": "03/2021", "_once": token_of(page)}
    first, second = (at_clerks_desk.post(where, form) for _ in "12")
    assert second["Location"] == first["Location"]
    assert Session.objects.filter(kind="extraordinary").count() == 1


@pytest.mark.parametrize("name, stage", [("submit", "january"), ("publish", "submitted")])
def test_two_clicks_on_a_verb_are_one_step_and_no_refusal(request, at_chiefs_desk, name, stage):
    session = request.getfixturevalue(stage)
    steps = StateChange.objects.count()
    where = reverse("admin:meetings_session_verb", args=[session.pk, name])
    form = {"version": session.version, "_once": token_of(at_chiefs_desk.get(where))}
    first, second = (at_chiefs_desk.post(where, form) for _ in "12")
    assert [first.status_code, second.status_code] == [302, 302]
    assert said(first) == said(second) != []
    assert StateChange.objects.count() == steps + 1


def test_two_clicks_on_issue_take_one_number(at_chiefs_desk, published):
    published.attendees.create(role="secretary", name="Phạm Thu Hà", order=9, presence="present")
    where = reverse("admin:meetings_session_paper_issue", args=[published.pk, "bien-ban"])
    page = at_chiefs_desk.get(where)
    form = {"dated": "05/01/2021", "token": page.context["token"], "is_public": "on", "_once": token_of(page)}
    first, second = (at_chiefs_desk.post(where, form) for _ in "12")
    assert (first.status_code, first["Location"]) == (
        second.status_code,
        second["Location"],
    ) and first.status_code == 302
    assert Edition.objects.filter(kind="minutes").count() == 1


def test_a_refused_form_is_corrected_and_sent_again(at_clerks_desk, db):
    where = reverse("admin:meetings_unit_add")
    form = sent(at_clerks_desk.get(where), name="", kind="state")
    assert at_clerks_desk.post(where, form).status_code == 200
    assert at_clerks_desk.post(where, form | {"name": "Phòng Y tế"}).status_code == 302
    assert Unit.objects.get().name == "Phòng Y tế"
    assert not SentForm.objects.filter(answer__isnull=True).exists()


def test_a_verb_refused_once_is_done_when_what_stood_in_its_way_is_gone(at_clerks_desk, january):
    where = reverse("admin:meetings_session_verb", args=[january.pk, "submit"])
    form = {"version": january.version, "_once": token_of(at_clerks_desk.get(where))}
    Session.objects.filter(pk=january.pk).update(held_on=None, source_hash="")
    assert at_clerks_desk.post(where, form).status_code == 409
    Session.objects.filter(pk=january.pk).update(held_on=january.held_on)
    assert at_clerks_desk.post(where, form).status_code == 302


def test_words_corrected_after_the_first_sending_are_saved_too(administrator):
    """Whoever goes back and corrects a word is never told "saved" of what was not."""
    desk = logged_in(administrator)
    unit = Unit.objects.create(name="Phòng Y tê", kind="state")
    where = reverse("admin:meetings_unit_change", args=[unit.pk])
    form = sent(desk.get(where))
    desk.post(where, form | {"name": "Phòng Y tế quân"})
    page = desk.get(where)
    desk.post(where, sent(page) | {"name": "Phòng Y tế quận", "_once": form["_once"]})
    assert Unit.objects.get().name == "Phòng Y tế quận"


def test_the_form_of_one_is_not_answered_for_another(at_clerks_desk, at_chiefs_desk, db):
    where = reverse("admin:meetings_unit_add")
    form = sent(at_clerks_desk.get(where), name="Phòng Y tế", kind="state")
    at_clerks_desk.post(where, form)
    assert at_chiefs_desk.post(where, form).status_code == 200  # refused: the unit is there


def test_while_the_first_is_at_work_the_second_is_told_to_look_again(at_clerks_desk, db, monkeypatch):
    monkeypatch.setattr(sent_once, "WAIT", 0)
    where = reverse("admin:meetings_unit_add")
    form = sent(at_clerks_desk.get(where), name="Phòng Y tế", kind="state")
    monkeypatch.setattr(sent_once, "_key", lambda request: "the-same")
    SentForm.objects.begin("the-same")
    answer = at_clerks_desk.post(where, form)
    assert (answer.status_code, Unit.objects.count()) == (409, 0)
    assert "đang được thực hiện" in answer.content.decode()
    SentForm.objects.update(begun_at=timezone.now() - 2 * ABANDONED)  # its process ended
    assert at_clerks_desk.post(where, form).status_code == 302


def test_answers_are_kept_for_a_month(db):
    SentForm.objects.begin("old")
    SentForm.objects.update(begun_at=timezone.now() - 2 * KEPT)
    SentForm.objects.begin("new")
    assert [each.key for each in SentForm.objects.all()] == ["new"]


def test_eight_at_the_same_moment_do_the_work_once(database_url, tmp_path):
    done = run_apart("clicks_at_once", database_url, tmp_path, room="desk")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["unit 1 made, 8 led to the list", "session 1 made, 8 led to it"]
