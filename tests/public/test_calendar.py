"""The calendars: held, announced, moved and called off, always the same event."""

from datetime import date, datetime, time
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from meetings.models import Edition
from meetings.public.cached_page import LIFE
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, issue_paper, session_of
from .page_text import elements, texts

ONE = "/phien-hop/2021/02/lich.ics"
ISSUED = datetime(2021, 1, 28, 16, 0, tzinfo=LOCAL_ZONE)
LATER = datetime(2021, 1, 30, 9, 0, tzinfo=LOCAL_ZONE)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Monday, 25 January 2021."""
    monkeypatch.setattr("meetings.public.upcoming.today", lambda: date(2021, 1, 25))


def february(**given):
    usual = {"held_on": date(2021, 2, 3), "starts_at": time(8, 30), "venue": "Phòng họp số 1"}
    return session_of(2021, 2, **(usual | given))


def invite(number=1, *, at=ISSUED, is_public=True, **given):
    return issue_paper(february(**given), "invitation", number, dated=at.date(), at=at, is_public=is_public)


def withdraw(edition, reason="Chưa chuẩn bị xong."):
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, reason)


def events(client, address=ONE):
    answer = client.get(address)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).events


def event(client):
    """The session's event, which both calendars tell alike."""
    (one,) = events(client)
    assert one.to_ical() in {each.to_ical() for each in events(client, "/lich.ics")}
    return one


def test_a_session_that_was_held_stands_with_its_hours_and_its_page(client, db):
    issue(february(ends_at=time(11)))
    found = event(client)
    assert found["summary"] == "Phiên họp tháng 02 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert found.decoded("dtstart") == datetime(2021, 2, 3, 8, 30, tzinfo=LOCAL_ZONE)
    assert found.decoded("dtend") == datetime(2021, 2, 3, 11, tzinfo=LOCAL_ZONE)
    assert found["location"] == "Phòng họp số 1"
    assert found["url"] == "http://testserver/phien-hop/2021/02/"
    assert (found["status"], found["sequence"]) == ("CONFIRMED", 0)
    assert found.decoded("dtstamp") == datetime(2021, 2, 11, 8, 52, tzinfo=LOCAL_ZONE)


def test_without_an_hour_it_takes_the_day_and_without_a_day_it_is_in_no_calendar(client, posted):
    issue(february(starts_at=None))
    issue(session_of(2020, 12, held_on=None))
    assert event(client).decoded("dtstart") == date(2021, 2, 3)
    assert len(events(client, "/lich.ics")) == 2
    assert client.get("/phien-hop/2020/12/lich.ics").status_code == 404
    assert client.get("/phien-hop/2020/11/lich.ics").status_code == 404


def test_what_is_announced_names_its_invitation(client, db):
    invite(3)
    found = event(client)
    assert found.decoded("dtstart") == datetime(2021, 2, 3, 8, 30, tzinfo=LOCAL_ZONE)
    words, _, address = found["description"].partition(": ")
    assert words == "Giấy mời số\N{NO-BREAK SPACE}03/GM-HĐND"
    assert address == "http://testserver/phien-hop/2021/02/giay-moi.pdf"
    assert client.get(urlsplit(address).path).getvalue().startswith(b"%PDF")


def test_a_moved_session_keeps_its_event_and_says_from_when(client, db):
    invite(1)
    before = event(client)
    invite(2, at=LATER, held_on=date(2021, 2, 5), starts_at=time(14), venue="Phòng họp số 2")
    after = event(client)
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"] + 1)
    assert after.decoded("dtstart") == datetime(2021, 2, 5, 14, tzinfo=LOCAL_ZONE)
    assert after["description"].splitlines()[:3] == [
        "Dời từ ngày 03/02/2021.",
        "Đổi giờ họp, trước là 08 giờ 30 phút.",
        "Đổi địa điểm, trước là Phòng họp số 1.",
    ]
    assert after.decoded("dtstamp") == LATER


def test_a_new_invitation_for_the_same_hour_says_no_move(client, db):
    invite(1)
    invite(2, at=LATER)
    assert "Dời" not in event(client)["description"]


def test_a_session_may_be_moved_over_the_turn_of_the_year(client, db):
    for number, held_on in ((1, date(2020, 12, 31)), (2, date(2021, 1, 4))):
        issue_paper(session_of(2020, 12, held_on=held_on), "invitation", number)
    (found,) = events(client, "/phien-hop/2020/12/lich.ics")
    assert found["uid"].startswith("2020/12@")
    assert found.decoded("dtstart") == date(2021, 1, 4)
    assert "Dời từ ngày 31/12/2020." in found["description"]


def test_a_session_that_is_called_off_stays_as_cancelled_without_a_word_that_was_typed(client, db):
    announced = invite(title="Phiên họp về việc riêng")
    before = event(client)
    withdraw(announced)
    after = event(client)
    assert (after["status"], after["uid"]) == ("CANCELLED", before["uid"])
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"] == before["dtstart"]
    assert after["summary"] == "Đã hủy: Phiên họp tháng 02 năm 2021"
    assert "Lý do: Chưa chuẩn bị xong." in after["description"] and "LOCATION" not in after


def test_one_event_from_the_invitation_to_the_page_and_its_withdrawal(client, db):
    steps = [lambda: invite(1), lambda: invite(2, at=LATER), lambda: issue(february(ends_at=time(11)))]
    steps += [lambda: issue(february(ends_at=time(12)), note="Sửa giờ.")]
    told = []
    for step in steps:
        issued = step()
        told.append(event(client))
    withdraw(issued, "Đăng nhầm.")
    told.append(event(client))
    assert len({each["uid"] for each in told}) == 1
    assert [each["sequence"] for each in told] == sorted({each["sequence"] for each in told})
    assert [each["status"] for each in told] == ["CONFIRMED"] * 5
    stamps = [each.decoded("dtstamp") for each in told]
    assert stamps[-1] > stamps[-2]


def test_withdrawing_the_post_of_a_session_that_was_held_does_not_cancel_it(client, db):
    withdraw(issue(february(title="Phiên họp về việc riêng")), "Đăng nhầm tệp.")
    found = event(client)
    assert (found["status"], found["summary"]) == ("CONFIRMED", "Phiên họp tháng 02 năm 2021")
    assert "Lý do: Đăng nhầm tệp." in found["description"] and "LOCATION" not in found
    assert found.decoded("dtstart") == datetime(2021, 2, 3, 8, 30, tzinfo=LOCAL_ZONE)


def test_a_page_withdrawn_with_its_papers_is_a_session_called_off(client, db):
    issue(february())
    for each in [invite(), Edition.objects.live().get()]:
        withdraw(each, "Đăng nhầm.")
    found = event(client)
    assert (found["status"], found["summary"]) == ("CANCELLED", "Đã hủy: Phiên họp tháng 02 năm 2021")
    assert found["description"].startswith("Bài đăng đã được thu hồi ngày")


def test_an_invitation_that_is_not_public_is_in_no_calendar(client, db):
    invite(is_public=False)
    assert client.get(ONE).status_code == 404
    assert events(client, "/lich.ics") == []
    assert client.get("/phien-hop/2021/02/").status_code == 404


def test_what_the_office_replaced_for_itself_alone_is_announced_no_longer(client, db):
    invite(1)
    invite(2, at=LATER, is_public=False, held_on=date(2021, 2, 17))
    assert client.get(ONE).status_code == 404
    assert b"17" not in client.get("/lich.ics").content.split(b"END:VTIMEZONE")[1]


def test_a_page_explains_how_to_follow_it(client, db, settings):
    settings.SITE_URL = "https://hdnd.example.vn"
    invite()
    page = client.get("/lich/")
    links = {each["href"] for each in elements(page, "a")}
    assert "webcal://hdnd.example.vn/lich.ics" in links
    assert any(each.startswith("https://calendar.google.com/") and "webcal%3A%2F%2Fhdnd" in each for each in links)
    assert any(each.startswith("https://outlook.live.com/") and "lich.ics" in each for each in links)
    assert elements(page, "input", id="dia-chi-lich")[0]["value"] == "https://hdnd.example.vn/lich.ics"
    assert texts(page, "a", class_="entry entry--held") == ["03/02/2021 Phiên họp tháng 02 năm 2021 dự kiến"]
    assert "/lich/" in {each["href"] for each in elements(client.get("/"), "a")}


def test_the_calendar_of_all_reaches_two_years_back(client, db):
    for year, month in ((2018, 12), (2019, 1), (2020, 6), (2021, 1)):
        issue(session_of(year, month))
    assert [each["uid"].split("@")[0] for each in events(client, "/lich.ics")] == ["2019/01", "2020/06", "2021/01"]
    assert len(events(client, "/phien-hop/2018/12/lich.ics")) == 1


def test_the_same_state_gives_the_same_bytes_and_is_not_sent_twice(client, db):
    invite()
    first = client.get("/lich.ics")
    assert client.get("/lich.ics").content == first.content
    for asked in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get("/lich.ics", headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"


def test_any_program_may_fetch_it_and_gets_no_cookie(client, db):
    invite()
    for address in ("/lich.ics", ONE):
        answer = client.get(address)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer["Cache-Control"] == LIFE
        assert answer.cookies == {} and "Vary" not in answer


def test_addresses_are_those_of_the_official_site_and_names_of_none(client, db, settings):
    invite()
    here = event(client)
    settings.SITE_URL = "https://hdnd.example.vn"
    there = event(client)
    assert there["url"] == "https://hdnd.example.vn/phien-hop/2021/02/"
    assert there["uid"] == here["uid"]


@pytest.mark.parametrize("months", [1, 12])
def test_it_costs_the_same_for_one_session_as_for_twelve(client, db, months, django_assert_num_queries):
    for month in range(1, months + 1):
        record = session_of(2020, month)
        issue_paper(record, "invitation", month)
        if month % 2:
            issue(record)
        else:
            withdraw(Edition.objects.live("invitation").get(path=record.path))
    with django_assert_num_queries(2):
        client.get("/lich.ics")
    with django_assert_num_queries(1):
        client.get("/phien-hop/2020/01/lich.ics")
