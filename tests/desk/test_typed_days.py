"""Days and hours as people type them, on every form of the desk."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from meetings.desk import office_time, typed_days
from meetings.desk.typed_days import DayField, NoSuchDay, read_day, read_moment
from meetings.vietnamese import LOCAL_ZONE

from .filling import filled


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    """Friday 13/11/2026, 09:20."""
    moment = datetime(2026, 11, 13, 9, 20, tzinfo=LOCAL_ZONE)
    for module in (office_time, typed_days):
        monkeypatch.setattr(module, "now", lambda: moment)
        monkeypatch.setattr(module, "today", moment.date)


@pytest.mark.parametrize(
    "typed",
    [
        "07/06/2026",
        "7/6/2026",
        "07062026",
        "070626",
        "7-6-2026",
        "7.6.26",
        "7 6 2026",
        "7-6",
        "2026-06-07",
        "ngày 7/6",
    ],
)
def test_one_day_in_many_spellings(typed):
    assert read_day(typed) == date(2026, 6, 7)


def test_without_a_year_it_is_the_nearest_or_for_what_is_to_come_the_next():
    assert read_day("5-1") == date(2027, 1, 5)
    assert read_day("7-6", ahead=True) == date(2027, 6, 7)
    assert read_day("13/11", ahead=True) == date(2026, 11, 13)
    assert read_day("7/4", ahead=True, since=date(2021, 3, 2)) == date(2021, 4, 7)
    assert read_day("7/1", ahead=True, since=date(2021, 3, 2)) == date(2022, 1, 7)
    assert read_day("7/4", ahead=True, since=date(2026, 12, 3)) == date(2027, 4, 7)


@pytest.mark.parametrize(("typed", "day"), [("hôm nay", 13), ("ngày mai", 14), ("Mai", 14), ("hôm qua", 12)])
def test_days_by_name(typed, day):
    assert read_day(typed) == date(2026, 11, day)


@pytest.mark.parametrize("typed", ["", "kỳ họp tới", "7", "15 ngày", "123", "12345678901"])
def test_other_words_are_no_day(typed):
    assert read_day(typed) is None


@pytest.mark.parametrize("typed", ["31022026", "31-2", "31/02/2026"])
def test_a_day_no_calendar_has_is_named(typed):
    with pytest.raises(NoSuchDay, match="Tháng 02/2026 chỉ có 28 ngày."):
        read_day(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("8h 01/12/2026", "8:00 1/12", "08:00 01/12/2026", "8h00, 1-12-2026", "01/12/2026 8h", "8 giờ ngày 1/12"),
        *("8g 01122026", "2026-12-01T08:00", "lúc 8h ngày 1/12/2026", "8 giờ 00 phút 1/12", "8h sáng 1/12"),
    ],
)
def test_one_moment_in_many_spellings(typed):
    assert read_moment(typed.replace("T", " ")) == datetime(2026, 12, 1, 8, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("ngày mai 8h", (14, 8, 0)),
        ("8h30 ngày mai", (14, 8, 30)),
        ("2 giờ chiều", (13, 14, 0)),
        ("8h", (14, 8, 0)),
        ("10:15", (13, 10, 15)),
    ],
)
def test_an_hour_alone_is_its_next_one(typed, moment):
    day, hour, minute = moment
    assert read_moment(typed) == datetime(2026, 11, day, hour, minute, tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize("typed", ["", "mai", "25h 1/12", "8h75 1/12", "8h 31/2", "khi nào xong", "8h kỳ họp tới"])
def test_what_is_no_moment_is_none(typed):
    assert read_moment(typed) is None


def test_a_field_says_how_to_write_what_it_could_not_read():
    with pytest.raises(ValidationError, match="07062026, 7-6 hoặc ngày mai"):
        DayField().clean("đầu tháng")


def test_the_day_held_is_typed_without_marks(at_clerks_desk, january):
    address = reverse("admin:meetings_session_change", args=[january.pk])
    answer = at_clerks_desk.post(address, filled(at_clerks_desk.get(address), held_on="06012021"))
    january.refresh_from_db()
    assert (answer.status_code, january.held_on) == (302, date(2021, 1, 6))
    assert "06/01/2021" in at_clerks_desk.get(address).content.decode()


def test_a_deadline_without_a_year_follows_the_session(at_clerks_desk, january):
    address = reverse("admin:meetings_session_change", args=[january.pk])
    data = filled(at_clerks_desk.get(address), **{"directives-0-due": "7-4"})
    assert at_clerks_desk.post(address, data).status_code == 302
    assert january.directives.first().due_on == date(2021, 4, 7)


def test_no_box_for_a_day_hides_the_stroke_from_a_phone(at_chiefs_desk, published):
    """A numeric keyboard has no "/"."""
    pages = [
        reverse("admin:meetings_session_paper_issue", args=[published.pk, "bien-ban"]),
        reverse("admin:meetings_directive_change", args=[published.directives.first().pk]),
        reverse("admin:meetings_session_change", args=[published.pk]),
    ]
    for page in pages:
        assert "inputmode" not in at_chiefs_desk.get(page).content.decode(), page
