"""The papers of a session: the minutes as a PDF, the public record as data."""

import json
from dataclasses import replace
from unittest.mock import Mock

import pytest

from meetings.public import papers
from meetings.record import AttendeeRecord, Presence, Role, SessionRecord

from .conftest import issue, session_of

MINUTES = "/phien-hop/2021/01/bien-ban.pdf"


@pytest.fixture
def press(monkeypatch):
    """Stands where the minutes are made, and counts them."""
    press = Mock(side_effect=lambda record, number: b"%PDF-" + record.venue.encode())
    monkeypatch.setattr(papers.minutes, "write", press)
    return press


def test_the_minutes_open_in_the_browser_under_a_name_that_says_the_month(client, posted):
    paper = client.get(MINUTES)
    assert paper["Content-Type"] == "application/pdf"
    assert paper["Content-Disposition"] == 'inline; filename="bien-ban-2021-01.pdf"'
    assert paper.content.startswith(b"%PDF-")


def test_the_minutes_are_made_once_and_again_after_a_correction(client, news, posted, press):
    client.get(MINUTES)
    client.get(MINUTES)
    assert press.call_count == 1
    issue(replace(news, venue="Phòng 2"), note="Sửa địa điểm.")
    assert client.get(MINUTES).content == "%PDF-Phòng 2".encode()
    assert press.call_count == 2


def test_the_minutes_are_written_from_what_the_public_may_see(client, db, press):
    absent = AttendeeRecord(role=Role.MEMBER, name="Lê An", presence=Presence.EXCUSED, reason="ốm")
    issue(session_of(2021, 1, attendees=(absent,)))
    client.get(MINUTES)
    (record,) = press.call_args.args
    assert record.attendees == (replace(absent, reason=""),)


def test_a_release_that_words_or_sets_a_paper_otherwise_is_another(monkeypatch):
    read = []
    monkeypatch.setattr(papers.Path, "read_bytes", lambda path: read.append(path.name) or b"")
    papers._release.__wrapped__()
    assert {"minutes.html", "minutes.py", "prose.py", "vietnamese.py", "official_form.py", "record.py"} <= set(read)


def test_whoever_has_the_paper_already_is_told_so(client, posted, press):
    first = client.get(MINUTES)
    again = client.get(MINUTES, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_data_is_the_public_record_and_reads_back(client, posted):
    answer = client.get("/phien-hop/2021/01/du-lieu.json")
    assert SessionRecord.from_data(json.loads(answer.content)) == posted.public
    assert answer["Content-Type"] == "application/json; charset=utf-8"
