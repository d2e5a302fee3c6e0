"""The wards of the demo, as they are told on many a day: near enough to today, different from month to month, and of
nobody who is real."""

import re
from datetime import date, timedelta

import pytest

from meetings import prose
from meetings.management.demo_ward import DEMO, Ward, hai_ba_trung, moc_lan
from meetings.record import Presence, SessionKind
from meetings.working_days import is_working_day

DAYS = (
    date(2026, 7, 31),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 2, 6),  # Tết, in a year that no decision is known of
    date(2027, 5, 30),  # a Sunday
    date(2026, 2, 17),  # Tết, eight months after wards had councils
    date(2028, 2, 29),
)
of_each_day = pytest.mark.parametrize("today", DAYS, ids=str)


def published(today):
    return [each for each in (*hai_ba_trung(today), *moc_lan(today)) if each.is_published]


def followed(planned):
    """Each directive with its reports."""
    return [
        (planned.record.directives[place], row, reports)
        for (place, reports), row in zip(planned.reports(), planned.rows, strict=True)
    ]


def owed(today, sessions):
    rows = [row for each in sessions for row in followed(each)]
    return [
        (directive, row) for directive, row, reports in rows if not reports or reports[-1]["state"] == "in_progress"
    ]


@of_each_day
def test_a_session_a_month_up_to_today_and_the_next_one(today):
    planned = hai_ba_trung(today)
    regular = [each for each in planned if each.record.kind is SessionKind.REGULAR]
    months = {(each.record.year, each.record.month) for each in regular}
    assert len(months) == len(regular) == (8 if today == date(2026, 2, 17) else 13)
    assert [each.age for each in regular] == sorted((each.age for each in regular), reverse=True)
    assert [each.held_on > today for each in planned] == [False] * (len(planned) - 1) + [True]
    assert all(is_working_day(each.held_on) for each in planned)
    kinds = [each.record.kind for each in planned if each.record.kind is not SessionKind.REGULAR]
    assert kinds == [SessionKind.EXTRAORDINARY, SessionKind.THEMATIC]


@of_each_day
def test_a_page_comes_a_few_days_after_its_session(today):
    for each in published(today):
        assert each.held_on < each.posted_at.date() < today
        assert each.posted_at.date() - each.held_on <= timedelta(days=14)
    awaits = [each for each in hai_ba_trung(today) if not each.is_published and not each.is_ahead]
    assert [each.data["kind"] for each in awaits] == ["thematic"]


@of_each_day
def test_two_or_three_are_late_by_days_and_two_due_within_the_week(today):
    sessions = [each for each in hai_ba_trung(today) if each.is_published]
    still = owed(today, sessions)
    late = [
        (today - directive.due_on).days for directive, _ in still if directive.due_on and directive.due_on < today
    ]
    assert len(late) == 3 and min(late) >= 3 and max(late) <= 15
    week = today + timedelta(days=7)
    assert 2 <= len([row for row, _ in still if row.due_on and today <= row.due_on <= week]) <= 5
    assert {row.get("mark") for directive, row in still if directive.due_on and directive.due_on < today} == {"late"}
    of_others = [row.due_on for row, _ in owed(today, [each for each in moc_lan(today) if each.is_published])]
    assert all(due is None or (today - due).days <= 15 for due in of_others)


@of_each_day
def test_what_was_reported_was_reported_between_the_session_and_yesterday(today):
    days, internal, in_time, too_late = [], 0, 0, 0
    for each in published(today):
        for directive, _, reports in followed(each):
            told = [report["reported_on"] for report in reports]
            assert told == sorted(told) and all(each.held_on <= day < today for day in told)
            days += [report["reported_on"] for report in reports if report["is_public"]]
            internal += sum(not report["is_public"] for report in reports)
            if directive.due_on and reports and reports[-1]["state"] == "done":
                in_time += told[-1] <= directive.due_on
                too_late += told[-1] > directive.due_on
    assert max(days) == today - timedelta(days=1) and internal
    assert 0 < too_late < in_time / 4


@of_each_day
def test_every_directive_reads_as_a_sentence_and_is_due_after_it_was_given(today):
    for each in (*hai_ba_trung(today), *moc_lan(today)):
        for task in prose.numbered(each.record.directives):
            words = [task.words, *(below.words for below in task.tasks)]
            assert task.words[0].isupper() and prose.BLANK not in "".join(words)
        assert [row.task for row in each.record.directives if row.due_on and row.due_on <= each.held_on] == []


def test_what_is_announced_says_nothing_of_how_it_went():
    (coming,) = (each.record for each in hai_ba_trung(DAYS[0]) if each.is_ahead)
    assert coming.agenda and not coming.directives and not coming.assessment and coming.ends_at is None
    assert {each.presence for each in coming.attendees} == {Presence.UNKNOWN}
    assert {(item.summary, item.conclusion) for item in coming.agenda} == {("", "")}


def test_no_two_months_are_alike():
    year = [each for each in hai_ba_trung(date(2026, 11, 30)) if each.is_published]
    assert len({len(each.record.directives) for each in year}) >= 4
    assert len({len(each.record.attendees) for each in year}) >= 4
    assert len({each.record.starts_at for each in year}) >= 4
    titles = [item.title for each in year for item in each.record.agenda]
    tasks = [row.task for each in year for row in each.record.directives]
    assert len(set(titles)) == len(titles) and len(set(tasks)) == len(tasks)
    assert {row.lead for each in year for row in each.record.directives} >= {
        "Công an phường",
        "Phòng Văn hóa - Xã hội",
        "Ủy ban MTTQ Việt Nam phường",
        "Ban Chỉ huy Quân sự phường",
    }
    rows = [row for each in year for row in each.record.attendees]
    assert {row.presence for row in rows} == {Presence.PRESENT, Presence.ONLINE, Presence.LATE, Presence.EXCUSED}
    assert any(row.reason for row in rows) and any(row.delegate for row in rows)
    items = [item for each in year for item in each.record.agenda]
    assert any(item.vote for item in items) and any(not item.is_public for item in items)
    assert any(item.opinions_public for item in items)
    assert any("trực tuyến" in each.record.venue for each in year) and any(each.record.expanded for each in year)


def test_the_election_is_told_in_its_year_alone():
    def elections(today):
        return [row for each in hai_ba_trung(today) for row in each.record.directives if "bầu cử" in row.topic]

    assert len(elections(date(2026, 11, 30))) == 3 and elections(date(2028, 2, 29)) == []


def test_the_correction_mends_one_number():
    (urgent,) = (each for each in hai_ba_trung(DAYS[0]) if each.correction)
    before, after = urgent.first_record.to_json(), urgent.record.to_json()
    assert before != after and before.replace("123 quầy hàng", "132 quầy hàng") == after


def test_no_ward_is_named_but_the_first_and_one_that_is_made_up():
    named = set()
    for path in DEMO.rglob("*.json"):
        named |= set(re.findall(r"[Pp]hường ([A-ZĐ]\w+(?: [A-ZĐ]\w+)*)", path.read_text(encoding="utf-8")))
    places = {Ward(folder).told["place"] for folder in ("hai-ba-trung", "moc-lan")}
    assert named <= places and places == {"Hai Bà Trưng", "Mộc Lan"}


def test_the_ward_knows_no_district():
    for folder in ("hai-ba-trung", "moc-lan"):
        for path in (DEMO / folder).glob("*.json"):
            words = path.read_text(encoding="utf-8").lower()
            assert re.findall(r"\b(?:quận|huyện|thị xã|thị trấn)\b", words) == [], path.name
