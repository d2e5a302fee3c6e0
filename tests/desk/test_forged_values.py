"""Numbers no browser would send: refused in words or not found, never a fault of the server."""

import pytest
from django.urls import reverse

from meetings.models import Session

from .filling import filled

ODD = {"word": "abc", "NUL": "\0", "below": "-1", "huge": "9" * 30, "endless": "9" * 5000, "unknown": "9" * 18}
odd = pytest.mark.parametrize("value", ODD.values(), ids=ODD)
UNITS = ("directives-0-lead_unit", "directives-0-coordinators")


@pytest.fixture
def screen(january):
    return reverse("admin:meetings_session_change", args=[january.pk])


@odd
@pytest.mark.parametrize("field", [*UNITS, "council", "attendees-0-id", "attachments-0-agenda_item"])
def test_a_choice_that_is_none_comes_back_with_the_form(at_clerks_desk, screen, field, value):
    answer = at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **{field: value}))
    assert answer.status_code == 200


@odd
@pytest.mark.parametrize("field", [*UNITS, "council", "attendees-TOTAL_FORMS"])
def test_so_it_is_where_two_have_to_be_merged(at_clerks_desk, screen, field, value):
    page = at_clerks_desk.get(screen)
    Session.objects.update(version=9, venue="Phòng họp số 1")
    typed = filled(page, _base=page.context["kept"]["base"], **{field: value})
    assert at_clerks_desk.post(screen, typed).status_code == 409


def test_a_unit_written_with_zeros_before_it_is_that_unit(at_clerks_desk, screen, january):
    units = [each.unit_id for each in january.directives.first().coordinations.all()]
    typed = {"directives-0-coordinators": [f"00{pk}" for pk in units]}
    assert at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **typed)).status_code == 302
    assert [each.unit_id for each in january.directives.first().coordinations.all()] == units


@odd
def test_a_last_seen_session_that_is_none_makes_a_draft_all_the_same(at_clerks_desk, january, value):
    words = {"kind": "extraordinary", "belongs_to": "03/2021", "seen": value}
    assert at_clerks_desk.post(reverse("admin:meetings_session_extraordinary"), words).status_code == 302


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "abc"])
@pytest.mark.parametrize(("page", "status"), [("change", 302), ("history", 404)])
def test_there_is_no_page_of_a_session_that_cannot_be(at_clerks_desk, number, page, status):
    assert at_clerks_desk.get(f"/quan-tri/meetings/session/{number}/{page}/").status_code == status
