"""Every field of a session shows where people look for it, or is named here among those that do not show there."""

from dataclasses import replace
from datetime import date, time
from types import SimpleNamespace

import pytest

from meetings.comparison import compare
from meetings.desk.screen.row_forms import SessionForm
from meetings.desk.session_admin import SessionAdmin
from meetings.models.search_entries import of_page
from meetings.public.api.meeting_objects import MEETING, Meeting
from meetings.record import PLAIN_FIELDS, PROSE_FIELDS
from meetings.writers.article import article

NOT_ON_THE_PAGE = {"ordinal"}
NOT_IN_THE_API = {"ordinal", *PROSE_FIELDS}
"""The API gives the address of the whole record."""
OTHER = {bool: True, int: 7, str: "bằng chữ khác hẳn", date: date(2021, 1, 29), time: time(10, 59)}


@pytest.fixture
def record(january_record):
    return replace(january_record, starts_at=time(8), ends_at=time(9), ordinal=1)


def other(record, name):
    return replace(record, **{name: OTHER[type(getattr(record, name))]})


@pytest.mark.parametrize("name", PLAIN_FIELDS)
def test_a_comparison_shows_it(record, name):
    assert compare(record, other(record, name))


@pytest.mark.parametrize("name", PLAIN_FIELDS)
def test_the_page_says_it(record, name):
    before, after = (replace(article(each), record=record) for each in (record, other(record, name)))
    assert (before != after) is (name not in NOT_ON_THE_PAGE)


@pytest.mark.parametrize("name", [name for name in PLAIN_FIELDS if name not in PROSE_FIELDS])
def test_search_finds_its_words(record, name):
    changed = other(record, name)
    if isinstance(getattr(changed, name), str):
        assert getattr(changed, name) in of_page(article(changed))


@pytest.mark.parametrize("name", PLAIN_FIELDS)
def test_the_api_tells_it(record, name):
    def told(each):
        meeting = Meeting(SimpleNamespace(title=each.title, modified=None), each)
        return MEETING.write(meeting, lambda *place: place)

    assert (told(record) != told(other(record, name))) is (name not in NOT_IN_THE_API)


def test_it_has_its_place_on_the_screen():
    placed = str(SessionAdmin.fieldsets)
    assert [name for name in SessionForm.Meta.fields if f"'{name}'" not in placed] == []
