"""Two people, one session: each is told that the other has it open, on the form and in the list."""

import pytest
from django.urls import reverse

from meetings.desk import open_forms

ASK = reverse("admin:meetings_session_open")


def said(client, **data):
    return client.post(ASK, data).json()["open"]


@pytest.fixture
def clock(monkeypatch):
    at = [1000.0]
    monkeypatch.setattr(open_forms, "time", lambda: at[0])
    return at


def test_a_colleague_is_named_and_never_oneself(at_clerks_desk, at_chiefs_desk, january):
    assert said(at_clerks_desk, mo=january.pk) == {}
    assert said(at_chiefs_desk, mo=january.pk) == {str(january.pk): "Phạm Thu Hà đang mở phiên này"}
    assert said(at_clerks_desk, mo=january.pk) == {str(january.pk): "Đỗ Văn Khải đang mở phiên này"}


def test_who_left_is_not_named_any_more(at_clerks_desk, at_chiefs_desk, january):
    said(at_clerks_desk, mo=january.pk)
    said(at_clerks_desk, thoi=january.pk)
    assert said(at_chiefs_desk, phien=january.pk) == {}


def test_a_browser_that_fell_silent_is_forgotten(at_clerks_desk, at_chiefs_desk, january, clock):
    said(at_clerks_desk, mo=january.pk)
    clock[0] += open_forms.KEPT - 1
    assert said(at_chiefs_desk, phien=january.pk)
    clock[0] += 1
    assert said(at_chiefs_desk, phien=january.pk) == {}


def test_looking_at_the_list_opens_nothing(at_clerks_desk, at_chiefs_desk, january):
    said(at_clerks_desk, phien=january.pk)
    assert said(at_chiefs_desk, phien=january.pk) == {}


def test_the_list_names_who_has_which_session_open(at_clerks_desk, at_chiefs_desk, january):
    said(at_clerks_desk, mo=january.pk)
    page = at_chiefs_desk.get(reverse("admin:meetings_session_changelist")).content.decode()
    assert f'data-open-of="{january.pk}">Phạm Thu Hà đang mở phiên này</span>' in page


@pytest.mark.parametrize("typed", [{"mo": "x"}, {"mo": "99999999999999999999"}, {"phien": ["0", "-1", "", "7a"]}, {}])
def test_odd_questions_are_answered_with_nothing(at_clerks_desk, january, typed):
    assert said(at_clerks_desk, **typed) == {}


def test_who_may_not_see_sessions_is_told_nothing(citizen, at_clerks_desk, january):
    assert citizen.post(ASK, {"phien": january.pk}).status_code == 302
