"""Correcting what was published: what the public followed stays, and nobody's later words are undone."""

import pytest
from django.urls import reverse

from meetings.desk.session_admin import SessionAdmin
from meetings.models import Directive, Unit

from .filling import filled


@pytest.fixture
def screen(reopened):
    return reverse("admin:meetings_session_change", args=[reopened.pk])


def test_a_unit_dissolved_meanwhile_does_not_stop_a_correction(at_chiefs_desk, screen, reopened):
    Unit.objects.update(active=False)
    assert at_chiefs_desk.post(screen, filled(at_chiefs_desk.get(screen), venue="Phòng 2")).status_code == 302
    assert reopened.directives.first().coordinations.count() == 2


@pytest.mark.parametrize("field", ["lead_unit", "coordinating_units"])
def test_a_dissolved_unit_is_not_offered_any_more(at_chiefs_desk, january, field):
    Unit.objects.called("Ủy ban MTTQ Việt Nam quận").names.create(name="Mặt trận")
    asked = {"app_label": "meetings", "model_name": "directive", "field_name": field, "term": "mat tran"}
    address = reverse("admin:autocomplete")
    assert len(at_chiefs_desk.get(address, asked).json()["results"]) == 1
    Unit.objects.update(active=False)
    assert at_chiefs_desk.get(address, asked).json()["results"] == []


def test_an_issued_directive_is_not_removed(at_chiefs_desk, screen, reopened):
    answer = at_chiefs_desk.post(screen, filled(at_chiefs_desk.get(screen), **{"directives-0-DELETE": "on"}))
    assert answer.status_code == 200 and "Chỉ đạo 1 đã được phát hành nên không xóa được." in answer.content.decode()
    assert reopened.directives.filter(number="1").exists()


def test_a_directive_never_issued_is_removed(at_clerks_desk, january):
    screen = reverse("admin:meetings_session_change", args=[january.pk])
    at_clerks_desk.post(screen, filled(at_clerks_desk.get(screen), **{"directives-0-DELETE": "on"}))
    assert january.directives.count() == 5


def test_progress_recorded_in_the_moment_of_a_save_stays(at_clerks_desk, clerk, screen, reopened, monkeypatch):
    directive = reopened.directives.get(number="1")
    save = SessionAdmin.save_model

    def meanwhile(*args, **kwargs):
        Directive.objects.get(pk=directive.pk).report(by=clerk, state="done", note="xong rồi")
        return save(*args, **kwargs)

    typed = filled(at_clerks_desk.get(screen), **{"directives-0-task": "xây dựng kế hoạch chi tiết"})
    monkeypatch.setattr(SessionAdmin, "save_model", meanwhile)
    assert at_clerks_desk.post(screen, typed).status_code == 302
    directive.refresh_from_db()
    assert (directive.state, directive.task) == ("done", "xây dựng kế hoạch chi tiết")
    assert directive.closed_on and directive.history.first().state == "done"
