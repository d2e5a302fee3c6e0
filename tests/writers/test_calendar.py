"""The calendar as calendar programs read it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from meetings.vietnamese import LOCAL_ZONE
from meetings.writers.calendar import calendar
from meetings.writers.session_event import SessionEvent, Status

STAMP = datetime(2021, 1, 28, 9, 0, tzinfo=UTC)


def event(**given):
    usual = {"office": "5f0c", "path": "2021/02", "day": date(2021, 2, 3), "title": "Phiên họp"}
    usual |= {"sequence": 0, "stamp": STAMP}
    return SessionEvent(**(usual | given))


def read(*events, name="Phiên họp"):
    return Calendar.from_ical(calendar(name, events))


def only(**given):
    return read(event(**given)).events[0]


def test_the_hours_are_those_of_ha_noi():
    found = only(starts_at=time(8, 30), ends_at=time(11))
    assert found.decoded("dtstart") == datetime(2021, 2, 3, 1, 30, tzinfo=UTC)
    assert found.decoded("dtend") - found.decoded("dtstart") == timedelta(hours=2.5)
    assert found["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert "TRANSP" not in found


def test_the_file_brings_its_time_zone_with_it():
    zone = read().timezones[0].to_tz()
    moment = datetime(2021, 7, 3, 8, 30)
    assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=LOCAL_ZONE).utcoffset()


def test_without_an_hour_it_takes_the_whole_day_over_the_turn_of_the_year_too():
    found = only(path="2020/12", day=date(2020, 12, 31), ends_at=time(11))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2020, 12, 31), date(2021, 1, 1))
    assert found["transp"] == "TRANSPARENT"


@pytest.mark.parametrize("ends_at", [None, time(8, 30), time(7)])
def test_no_end_is_made_up(ends_at):
    assert "DTEND" not in only(starts_at=time(8, 30), ends_at=ends_at)


def test_the_name_of_an_event_follows_from_its_office_and_session_alone():
    names = {only(sequence=2, status=Status.CANCELLED, address="https://a.vn/")["uid"], only()["uid"]}
    assert names == {"2021/02@5f0c.phien-hop.thuong-truc-hdnd"}
    assert {only(path="2021/02/dot-xuat")["uid"], only(office="77aa")["uid"]}.isdisjoint(names)


def test_words_come_back_as_they_were_whatever_marks_are_in_them():
    words = 'Phiên họp "mở rộng"; phòng 1, tầng 2 \\ \N{BEAMED EIGHTH NOTES} nghị quyết ' + "ễựỵẶ" * 40
    found = only(title=words, venue=words, notes=(words, "Dời từ ngày 03/02/2021."))
    assert (found["summary"], found["location"]) == (words, words)
    assert found["description"] == f"{words}\nDời từ ngày 03/02/2021."


def test_lines_end_as_they_must_and_are_folded_between_letters():
    content = calendar("Thường trực HĐND; quận, Hai Bà Trưng", [event(title="Phiên họp ễựỵẶ " * 30)])
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]
    assert r"X-WR-CALNAME:Thường trực HĐND\; quận\, Hai Bà Trưng" in content.decode()


def test_the_same_events_give_the_same_bytes():
    assert calendar("Lịch", [event()]) == calendar("Lịch", [event()])
    assert only().decoded("dtstamp") == STAMP


def test_nothing_may_break_out_of_its_line():
    found = read(event(title="Phiên họp\r\nATTENDEE:mailto:a@b.vn\nEND:VEVENT", venue="a\nb"))
    assert len(found.events) == 1
    assert "ATTENDEE" not in found.events[0]


def test_an_empty_calendar_is_one_still():
    found = read(name="Chưa có gì")
    assert (found["x-wr-calname"], found.events) == ("Chưa có gì", [])
    assert found.decoded("refresh-interval") == timedelta(hours=6)
