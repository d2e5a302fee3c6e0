"""What a save of the session screen leaves in the tables."""

import pytest
from django.db import connection
from django.urls import reverse

from meetings.models import Attachment

from .filling import added, filled


@pytest.fixture
def screen(january):
    return reverse("admin:meetings_session_change", args=[january.pk])


def test_a_save_that_changes_nothing_is_no_new_version(at_clerks_desk, screen, january):
    january.assessment = "Dòng một\nDòng hai"
    january.save()
    kept = january.history.count()
    as_a_browser = {"assessment": "Dòng một\r\nDòng hai"}
    assert at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **as_a_browser)).status_code == 302
    version = january.version
    january.refresh_from_db()
    assert (january.version, january.history.count()) == (version, kept)


@pytest.mark.parametrize("typed", [{"venue": "Phòng 2"}, {"attendees-0-name": "Vũ Thị Lan"}], ids=["field", "row"])
def test_a_change_anywhere_is_a_new_version(at_clerks_desk, screen, january, typed):
    at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **typed))
    version = january.version
    january.refresh_from_db()
    assert january.version == version + 1


def test_a_document_of_an_item_removed_in_the_same_save_stays_with_the_session(at_clerks_desk, screen, january):
    item = january.agenda.first()
    file = {"file": "attachments/x/y.pdf", "sha256": "a" * 64}
    Attachment.objects.create(session=january, agenda_item=item, title="Tờ trình", order=1, **file)
    typed = {"agenda-0-DELETE": "on", "attachments-0-title": "Tờ trình số 5"}
    assert at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **typed)).status_code == 302
    connection.check_constraints()
    row = january.attachments.get()
    assert (row.title, row.agenda_item) == ("Tờ trình số 5", None)


def test_a_row_added_after_the_last_possible_place_stands_at_the_end(at_clerks_desk, screen, january):
    page = at_clerks_desk.get(screen)
    second = added(page, "attendees", position="khách thứ hai", role="invitee", presence="unknown")
    rows = {"attendees-4-position": "khách thứ nhất", **second}
    answer = at_clerks_desk.post(screen, filled(page, **{"attendees-3-order": "32767"}, **rows))
    assert answer.status_code == 302
    assert [each.position for each in january.attendees.all()][-2:] == ["khách thứ nhất", "khách thứ hai"]
