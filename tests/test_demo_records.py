"""The archive of the demonstration: its sessions are whole, coherent with each other, and safe to show."""

import json
import re
import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest

from meetings import management, prose
from meetings.record import Presence, Role, SessionKind, SessionRecord

DEMO = Path(management.__file__).parent / "demo"
SESSIONS = sorted(path.stem for path in DEMO.glob("20*.json"))
UNITS = {
    "Ban Kinh tế - Xã hội HĐND quận",
    "Ban Pháp chế HĐND quận",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Y tế",
    "Thường trực HĐND quận",
    "UBND các phường",
    "Văn phòng HĐND&UBND quận",
    "các tổ chức chính trị - xã hội quận",
    "Ủy ban MTTQ Việt Nam quận",
    "Ủy ban nhân dân quận",
}


def read(name):
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


def record(name):
    return SessionRecord.from_data(read(name))


@pytest.fixture(scope="module")
def records():
    return {name: record(name) for name in SESSIONS}


def test_the_months_are_there_with_a_thematic_and_an_extraordinary_session(records):
    assert SESSIONS == [
        "2020-09",
        "2020-10",
        "2020-10-chuyen-de",
        "2020-11",
        "2020-12",
        "2020-12-dot-xuat",
        "2021-01",
        "2021-02",
        "2021-03",
    ]
    kinds = {name: each.kind for name, each in records.items() if each.kind is not SessionKind.REGULAR}
    assert kinds == {
        "2020-10-chuyen-de": SessionKind.THEMATIC,
        "2020-12-dot-xuat": SessionKind.EXTRAORDINARY,
    }


@pytest.mark.parametrize("name", SESSIONS)
def test_a_file_is_named_after_its_session_and_dumps_as_it_was_read(name):
    text = (DEMO / f"{name}.json").read_text(encoding="utf-8")
    session = SessionRecord.from_data(json.loads(text))
    assert session.path.replace("/", "-") == name
    assert json.dumps(session.to_data(), indent=1, ensure_ascii=False) + "\n" == text


@pytest.mark.parametrize("path", sorted(DEMO.rglob("*.json")), ids=lambda path: f"{path.relative_to(DEMO)}")
def test_the_text_is_nfc_with_one_way_of_placing_tones(path):
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert re.findall(r"\w*(?:uỷ|hoà|hoá|toạ|thoả|khoẻ|thuý|thuỷ|luỹ)\b", text.casefold()) == []


@pytest.mark.parametrize("name", SESSIONS)
def test_every_unit_is_called_by_its_one_name(name):
    named = {unit for row in record(name).directives for unit in (row.lead, *row.coordinators) if unit}
    named |= {each.unit for each in record(name).attendees if each.unit}
    assert named - UNITS == set()


@pytest.mark.parametrize("name", SESSIONS)
def test_every_directive_reads_as_a_sentence_before_and_after_issue(name):
    session = record(name)
    before, after = prose.numbered(session.directives), prose.numbered(prose.completed(session).directives)
    for task in before:
        assert task.words[0].isupper()
        assert task.words.endswith(":" if task.tasks else ".")
        assert prose.BLANK not in "".join([task.words, *(each.words for each in task.tasks)])
    assert [task.words for task in before] == [task.words for task in after]


@pytest.mark.parametrize("name", SESSIONS)
def test_nothing_is_due_before_it_was_asked(name):
    session = record(name)
    assert [row.task for row in session.directives if row.due_on and row.due_on < session.held_on] == []


def test_every_session_was_posted_after_it_was_held(records):
    assert all(each.posted_at.date() >= each.held_on for each in records.values())


def test_january_keeps_what_the_old_post_says_and_no_more(records):
    january = records["2021-01"]
    assert january.from_old_post
    assert (january.held_on, january.imported_views) == (date(2021, 1, 5), 88)
    assert january.posted_at == datetime.fromisoformat("2021-01-11T08:52:00+07:00")
    assert (january.opening, january.attendance, january.venue) == ("", "", "")
    assert (january.starts_at, january.ends_at, january.agenda) == (None, None, ())
    (chair,) = january.attending(Role.CHAIR)
    assert (chair.name, chair.position) == ("Trần Quyết Thắng", "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận")
    assert len(january.attendees) == 1 + 5
    assert [row.level for row in january.directives] == [0, 0, 1, 1, 1, 1, 1]
    assert [name for name, each in records.items() if each.from_old_post] == ["2021-01"]


def test_every_presence_and_every_role_occurs(records):
    rows = [each for session in records.values() for each in session.attendees]
    assert {each.presence for each in rows} == set(Presence)
    assert {each.role for each in rows} == set(Role)


def test_the_internal_parts_that_the_public_must_not_see_occur(records):
    published = [each for each in records.values() if each.posted_at]
    assert any(row.reason for each in published for row in each.attendees)
    assert any(not item.is_public for each in published for item in each.agenda)
    assert any(not row.is_public for each in published for row in each.directives)
    released = [item for each in published for item in each.public().agenda if item.opinions]
    assert released
    names = {row.name for each in published for row in each.attendees if row.name}
    assert [item.title for item in released if any(name in item.opinions for name in names)] == []


def test_progress_speaks_of_every_directive_once(records):
    told = [(each["session"], each["directive"]) for each in read("progress")]
    given = [(name, place) for name in SESSIONS for place in range(1, len(records[name].directives) + 1)]
    assert told == given


def test_a_state_is_that_of_the_last_report_and_only_the_closed_have_a_closing_day(records):
    for each in read("progress"):
        closed = each["state"] in ("done", "dropped")
        days = [report["reported_on"] for report in each["reports"]]
        assert days == sorted(days)
        assert ([report["state"] for report in each["reports"]] or ["open"])[-1] == each["state"]
        assert each["closed_on"] == (days[-1] if closed else None)
        assert all(date.fromisoformat(day) >= records[each["session"]].held_on for day in days)


def test_an_internal_directive_has_only_internal_reports(records):
    for each in read("progress"):
        if not records[each["session"]].directives[each["directive"] - 1].is_public:
            assert [report["is_public"] for report in each["reports"]] == [False] * len(each["reports"])


def test_exactly_one_directive_is_overdue_on_the_day_of_the_march_session(records):
    overdue = [
        (each["session"], each["directive"])
        for each in read("progress")
        if (each["closed_on"] or "9") > "2021-03-02"
        and (due := records[each["session"]].directives[each["directive"] - 1].due_on)
        and due < date(2021, 3, 2)
    ]
    assert overdue == [("2020-12", 4)]


def test_nothing_is_owed_when_the_council_ends():
    owed = {
        (each["session"], each["directive"]) for each in read("progress") if each["state"] not in ("done", "dropped")
    }
    assert owed == {("2021-01", 7)}, "a task of the old post, which nobody followed"
    days = [report["reported_on"] for each in read("progress") for report in each["reports"]]
    assert max(days) < "2025-06-30"


def test_the_correction_mends_one_date_and_touches_nothing_else(records):
    correction = read("correction")
    first, mended = records[correction["session"]], SessionRecord.from_data(correction["record"])
    assert datetime.fromisoformat(correction["issued_at"]) > first.posted_at
    assert correction["note"].endswith(".") and "đính chính" not in correction["note"].lower()
    assert mended.to_json() == first.to_json().replace("23/10/2020", "23/11/2020").replace("27/10/2020", "27/11/2020")
    assert mended != first
