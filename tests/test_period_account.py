"""The account of a period: the same numbers as a count that is written simply, and as the balance of its sessions."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from meetings.directive_facts import Reported
from meetings.period_account import Outcome, Period, share
from meetings.record import DirectiveRecord
from meetings.writers.period_counting import SessionFacts, account

from .public.conftest import session_of


def test_a_share_is_told_with_what_it_is_of_and_not_of_few():
    assert [share(0, 0), share(1, 4), share(24, 31)] == [
        "chưa có việc đến hạn",
        "1 trong 4 (ít việc, chưa tính)",
        "24 trong 31 (77%)",
    ]


def test_a_period_begins_and_ends_on_days_of_the_calendar():
    periods = [Period(2026, 1), Period(2026, 3), Period(2026, 4), Period(2024)]
    assert [(each.first, each.last) for each in periods] == [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ]
    assert [each.name for each in periods[1:]] == ["quý III năm 2026", "quý IV năm 2026", "năm 2024"]


UNITS = ("Công an phường", "Phòng Tư pháp", "Trạm Y tế")
QUARTER = Period(2026, 2)
FIRST, LAST = QUARTER.first, QUARTER.last


def stories(chance):
    """[(given on, unit, due, [(day, state, extended to)])], of six months with the quarter in the midst."""
    for month in range(2, 8):
        for _ in range(chance.randint(1, 6)):
            given = date(2026, month, 5)
            due = given + timedelta(days=chance.randint(5, 90)) if chance.random() < 0.8 else None
            days = sorted(given + timedelta(days=chance.randint(0, 120)) for _ in range(chance.randint(0, 3)))
            states = [chance.choice(("open", "in_progress", "done", "dropped")) for _ in days]
            moved = [
                day + timedelta(days=20) if state == "open" else None for day, state in zip(days, states, strict=True)
            ]
            yield given, chance.choice(UNITS), due, list(zip(days, states, moved, strict=True))


def plainly(stories):
    """The count once more, by nothing but the reports up to a day."""
    sums = {}
    for given, unit, due, reports in stories:
        until_eve = [state for day, state, _ in reports if day < FIRST]
        told = [each for each in reports if each[0] <= LAST]
        state = told[-1][1] if told else "open"
        if given > LAST:
            continue
        if given >= FIRST:
            came = "given"
        elif not until_eve or until_eve[-1] in ("open", "in_progress"):
            came = "carried"
        elif state in ("open", "in_progress"):
            came = "again"
        else:
            continue
        due = next((moved for _, _, moved in reversed(told) if moved), due)
        if state == "dropped":
            outcome = "dropped"
        elif state == "done":
            outcome = "untimed" if due is None else "in_time" if told[-1][0] <= due else "late"
        else:
            outcome = "undated" if due is None else "within" if due >= LAST else "overdue"
        extended = any(moved and FIRST <= day <= LAST for day, _, moved in reports)
        sums.setdefault(unit, Counter()).update([came, outcome, *["extended"] * extended])
    return sums


def facts_of(stories):
    for month in range(2, 8):
        rows = [each for each in stories if each[0].month == month]
        directives = tuple(
            DirectiveRecord(number=f"{at}", task="việc", lead=unit, due_on=due)
            for at, (_, unit, due, _) in enumerate(rows, 1)
        )
        reports = {
            f"{at}": [Reported(day, state, extended_to=moved) for day, state, moved in told]
            for at, (*_, told) in enumerate(rows, 1)
        }
        yield SessionFacts(session_of(2026, month, directives=directives), reports)


@pytest.mark.parametrize("seed", range(12))
def test_it_equals_a_count_that_is_written_simply(seed):
    told = list(stories(Random(seed)))
    counted = account(QUARTER, facts_of(told), date(2027, 1, 1))
    columns = ("carried", "again", "given", *(each.value for each in Outcome), "extended")
    found = {row.name: {name: getattr(row, name) for name in columns if getattr(row, name)} for row in counted.units}
    assert found == plainly(told)
    for _, _, rows in counted.tables:
        assert sum(row.all for row in rows) == counted.total.all
        assert all(row.all == row.done + row.dropped + row.owed for row in rows)
    assert len(counted.late) == counted.total.overdue


def test_a_task_is_part_of_its_directive_and_an_old_post_is_counted_once_it_is_followed():
    head = DirectiveRecord(number="1", task="việc", lead="Trạm Y tế")
    part = DirectiveRecord(number="1.1", task="phần", level=1, due_on=date(2026, 5, 1))
    (late,) = account(QUARTER, [SessionFacts(session_of(2026, 4, directives=(head, part)))], LAST).units
    assert (late.given, late.overdue) == (1, 1)
    old = session_of(2026, 4, directives=(head,), from_old_post=True)
    assert account(QUARTER, [SessionFacts(old)], LAST).units == ()
    followed = SessionFacts(old, {"1": [Reported(date(2026, 6, 1), "open")]})
    assert account(QUARTER, [followed], LAST).total.again == 1


def test_before_its_end_it_is_counted_up_to_today_and_names_who_took_over():
    row = DirectiveRecord(number="1", task="việc", lead="Phòng Tư pháp", topic="Hộ tịch", due_on=date(2026, 5, 1))
    facts = SessionFacts(session_of(2026, 4, directives=(row,)), leads={"1": "Trạm Y tế"})
    early, later = (account(QUARTER, [facts], day) for day in (date(2026, 5, 1), date(2026, 5, 4)))
    assert [(each.until.day, each.total.within, each.total.overdue) for each in (early, later)] == [
        (1, 1, 0),
        (4, 0, 1),
    ]
    assert (later.units[0].name, later.late[0].days, later.topics) == ("Trạm Y tế", 3, ())


def test_a_unit_that_was_renamed_is_one_row_under_its_newest_name():
    def of(month, lead):
        row = DirectiveRecord(number="1", task="rà soát", lead=lead)
        return SessionFacts(session_of(2026, month, directives=(row,)))

    sessions = [of(4, "Phòng Kinh tế"), of(5, "Phòng Kinh tế và Hạ tầng"), of(6, "Công an phường")]
    units = {"phong kinh te": "kinh-te", "phong kinh te va ha tang": "kinh-te"}
    rows = account(QUARTER, sessions, LAST, units).units
    assert [(row.name, row.given) for row in rows] == [("Phòng Kinh tế và Hạ tầng", 2), ("Công an phường", 1)]
    assert len(account(QUARTER, sessions, LAST).units) == 3
