"""Going through what is owed during a session: each directive is stored as a report at that session."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Directive, Session

from ..conftest import logged_in


def walk(session):
    return reverse("admin:meetings_session_walkthrough", args=[session.pk])


@pytest.fixture
def february(published):
    return Session.objects.create(
        council=published.council, year=2021, month=2, held_on=date(2021, 2, 2), kind="regular"
    )


def test_each_item_is_stored_as_a_report_at_the_session_and_leads_to_the_next(published, february, at_clerks_desk):
    first = at_clerks_desk.get(walk(february))
    assert (first.context["total"], first.context["balance"].opening) == (3, 3)
    one = first.context["item"].directive
    answer = at_clerks_desk.post(f"{walk(february)}?viec={one.pk}", {"what": "done", "evidence": "12/KH-MTTQ"})
    report = one.reports.get()
    assert (report.session, report.reported_on, report.state) == (february, date(2021, 2, 2), "done")
    after = at_clerks_desk.get(answer.url)
    assert after.context["item"].directive != one and after.context["reviewed"] == 1
    assert (after.context["total"], after.context["balance"].closed, after.context["balance"].closing) == (3, 1, 2)
    second = after.context["item"].directive
    at_clerks_desk.post(answer.url, {"what": "extend", "note": "Chờ số liệu.", "extended_to": "30/04/2999"})
    second.refresh_from_db()
    assert second.next_due_on == date(2999, 4, 30)
    still = at_clerks_desk.get(walk(february)).context["item"].directive
    at_clerks_desk.post(f"{walk(february)}?viec={still.pk}", {"what": "open", "note": ""})
    assert at_clerks_desk.get(walk(february)).context["reviewed"] == 3


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        ({"what": "extend", "note": "Chờ số liệu."}, "extended_to"),
        ({"what": "dropped", "note": ""}, "note"),
        ({"note": "Chưa chọn."}, "what"),
    ],
)
def test_what_is_lacking_is_asked_for_and_nothing_typed_is_lost(published, february, at_clerks_desk, typed, box):
    answer = at_clerks_desk.post(walk(february), typed)
    assert answer.status_code == 422 and answer.context["form"].first_fault == box
    assert f'data-first="{box}"' in answer.content.decode() and typed["note"] in answer.content.decode()
    assert not Directive.objects.filter(reports__isnull=False).exists()


def test_a_reader_sees_the_list_and_cannot_store(published, february, reader):
    desk = logged_in(reader)
    assert desk.get(walk(february)).context["form"] is None
    assert desk.post(walk(february), {"what": "done", "note": "x"}).status_code == 403
