"""A look at what is typed but not saved: the words of the form on the page and on paper, and nothing of it kept."""

import io

import pdfplumber
import pytest
from django.urls import reverse

from meetings.models import Attendee, Council, Session

from ..conftest import logged_in
from .filling import added, filled


def at(name, *args):
    return reverse(f"admin:meetings_session_{name}", args=args)


@pytest.fixture
def typing(at_clerks_desk, january):
    """The clerk's form with a word changed, a row added and a row ticked for removal; not saved."""
    form = at_clerks_desk.get(at("change", january.pk))
    newcomer = {"name": "Đặng Thu Thảo", "position": "Chánh Thanh tra quận", "role": "invitee"}
    return filled(
        form,
        venue="Phòng họp số 9",
        **added(form, "attendees", presence="present", **newcomer),
        **{"attendees-2-DELETE": "on"},
    )


def test_the_page_shows_what_stands_in_the_form(at_clerks_desk, january, typing):
    page = at_clerks_desk.post(at("preview", january.pk), typing)
    html = page.content.decode()
    assert page.status_code == 200
    assert "Phòng họp số 9" in html and "DỰ THẢO" in html


def test_nothing_of_it_is_kept(at_clerks_desk, january, typing):
    before = (january.version, Attendee.history.count(), Session.history.count(), january.modified_at)
    at_clerks_desk.post(at("preview", january.pk), typing)
    january.refresh_from_db()
    assert january.venue == "" and Attendee.objects.count() == 4
    assert (january.version, Attendee.history.count(), Session.history.count(), january.modified_at) == before


def test_no_cache_keeps_it_and_no_search_engine_lists_it(at_clerks_desk, january, typing):
    for name in ("preview", "preview_minutes"):
        answer = at_clerks_desk.post(at(name, january.pk), typing)
        assert answer["X-Robots-Tag"] == "noindex" and "no-store" in answer["Cache-Control"]


@pytest.mark.usefixtures("press_at_hand")
def test_the_minutes_show_it_too_with_rows_added_and_removed(at_clerks_desk, january, typing):
    paper = at_clerks_desk.post(at("preview_minutes", january.pk), typing)
    with pdfplumber.open(io.BytesIO(paper.content)) as pdf:
        words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Đặng Thu Thảo" in words and "tổ chức chính trị, xã hội" not in words


def test_a_look_does_not_mind_that_somebody_else_saved(at_clerks_desk, january, typing):
    Session.objects.filter(pk=january.pk).update(version=january.version + 1)
    assert "Phòng họp số 9" in at_clerks_desk.post(at("preview", january.pk), typing).content.decode()


def test_what_cannot_be_read_is_named(at_clerks_desk, january, typing):
    typing |= {"held_on": "31/02/2021", "attendees-1-position": ""}
    answer = at_clerks_desk.post(at("preview", january.pk), typing)
    html = answer.content.decode()
    assert answer.status_code == 422 and "Còn 2 chỗ phải sửa" in html
    assert "Hãy ghi họ tên hoặc chức vụ." in html
    assert answer["X-Robots-Tag"] == "noindex" and "no-store" in answer["Cache-Control"]


def test_a_session_never_saved_can_be_looked_at(at_clerks_desk, january):
    form = at_clerks_desk.get(at("add"))
    typing = filled(form, belongs_to="02/2021", council=Council.objects.get().pk, assessment="Lời chưa lưu.")
    assert "Lời chưa lưu." in at_clerks_desk.post(at("preview_new"), typing).content.decode()
    assert Session.objects.count() == 1


def test_who_may_only_read_sees_what_is_saved_and_types_nothing(reader, january, typing):
    at_readers_desk = logged_in(reader)
    assert at_readers_desk.get(at("preview", january.pk)).status_code == 200
    assert at_readers_desk.post(at("preview", january.pk), typing).status_code == 403
    assert at_readers_desk.post(at("preview_new"), typing).status_code == 403


def test_what_may_not_be_edited_is_looked_at_as_it_is_stored(at_clerks_desk, submitted, clerk):
    assert at_clerks_desk.get(at("preview", submitted.pk)).status_code == 200
    assert at_clerks_desk.post(at("preview", submitted.pk), {}).status_code == 403


def test_a_citizen_is_shown_the_log_in(citizen, january, typing):
    assert citizen.post(at("preview", january.pk), typing).status_code == 302
    assert citizen.get(at("preview_new")).status_code == 302
