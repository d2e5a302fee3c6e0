"""One function says where a directive stands on a day: by its term, by the reports up to then, by its extensions."""

from datetime import date

import pytest

from meetings.directive_facts import (
    Deadline,
    Facts,
    Reported,
    deadlines,
    owed_occurrences,
    status_on,
    term_of,
    which_extensions,
)

GIVEN = date(2026, 1, 12)


def facts(words="", *reports, due_on=None, **more):
    return Facts(GIVEN, due_on, term_of(words, "", GIVEN), reports, **more)


def test_a_status_is_that_of_the_day_it_is_asked_for():
    given = facts("", Reported(date(2026, 2, 1), "in_progress"), Reported(date(2026, 3, 1), "done"))
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1), None]
    assert [status_on(given, day).state for day in days] == ["open", "in_progress", "in_progress", "done", "done"]
    assert [status_on(given, day).closed_on for day in days[2:4]] == [None, date(2026, 3, 1)]


def test_a_term_in_words_alone_ends_on_a_day_too():
    given = facts("trong quý IV", Reported(date(2026, 2, 1), "in_progress"))
    assert status_on(given).next_due_on == date(2026, 12, 31) and status_on(given).is_late(None, date(2027, 1, 1))
    put_off = facts("trong quý IV", Reported(date(2026, 12, 1), "open", extended_to=date(2027, 1, 15)))
    assert (status_on(put_off).next_due_on, status_on(put_off).extensions) == (date(2027, 1, 15), 1)
    assert status_on(facts("khi có điều kiện")).next_due_on is None
    assert status_on(facts("trong quý IV", due_on=date(2026, 11, 30))).next_due_on is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("hàng tháng", [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]),
        ("hàng quý", [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]),
        ("định kỳ 6 tháng", [date(2026, 6, 30), date(2026, 12, 31), date(2027, 6, 30)]),
    ],
)
def test_what_comes_again_is_owed_at_the_end_of_each_period(words, days):
    assert owed_occurrences(facts(words), days[1].replace(day=2)) == days[:2]
    assert status_on(facts(words)).next_due_on == days[0]
    told = facts(words, Reported(GIVEN, "done", occurrence=days[0]))
    assert (status_on(told).state, status_on(told).next_due_on) == ("in_progress", days[1])


def test_a_day_beside_the_words_is_the_first_occurrence():
    given = facts("hàng tháng", due_on=date(2026, 1, 31))
    assert owed_occurrences(given, date(2026, 3, 1)) == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]


def test_a_late_occurrence_makes_the_directive_late_until_that_one_is_reported():
    january, february = date(2026, 1, 31), date(2026, 2, 28)
    told = [Reported(date(2026, 3, 1), "done", occurrence=february)]
    assert status_on(facts("hàng tháng", *told)).is_late(None, date(2026, 3, 2))
    told.append(Reported(date(2026, 3, 2), "done", occurrence=january))
    assert not status_on(facts("hàng tháng", *told)).is_late(None, date(2026, 3, 2))


def test_only_a_report_on_the_whole_ends_what_comes_again():
    ended = facts("hàng tháng", Reported(date(2026, 5, 4), "done"))
    assert status_on(ended).state == "done" and owed_occurrences(ended, date(2026, 6, 1)) == []
    general = facts("hàng tháng", Reported(date(2026, 5, 4), "in_progress"))
    assert status_on(general).next_due_on == date(2026, 5, 31)


def test_an_old_post_owes_no_occurrence_from_before_its_first_report():
    silent = facts("hàng tháng", from_old_post=True)
    assert status_on(silent).state == "not_followed"
    assert owed_occurrences(silent, date(2026, 6, 2)) == [date(2026, 6, 30)]
    told = facts("hàng tháng", Reported(date(2026, 6, 2), "done", date(2026, 6, 30)), from_old_post=True)
    assert status_on(told).next_due_on == date(2026, 7, 31)


def test_what_stands_is_looked_at_by_the_end_of_each_quarter_and_never_late():
    assert status_on(facts("thường xuyên")).review_on == date(2026, 3, 31)
    looked_at = facts("thường xuyên", Reported(date(2026, 3, 2), "in_progress"))
    assert status_on(looked_at).review_on == date(2026, 6, 30)
    assert not status_on(looked_at).is_late(None, date(2027, 1, 1))
    assert status_on(facts("thường xuyên, xong trong quý", due_on=date(2026, 3, 1))).review_on is None


def test_each_extension_is_counted_and_the_last_one_holds():
    due, first, second = date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)
    told = [
        Reported(date(2026, 2, 20), "open", extended_to=first),
        Reported(date(2026, 3, 1), "in_progress"),
        Reported(date(2026, 3, 30), "in_progress", extended_to=second),
    ]
    status = status_on(facts("", *told, due_on=due))
    assert (status.due(due), status.extensions) == (second, 2)
    assert which_extensions(told) == [1, 0, 2]
    before = status_on(facts("", *told, due_on=due), date(2026, 3, 29))
    assert (before.due(due), before.extensions) == (first, 1)


def test_an_extension_of_one_occurrence_leaves_the_next_as_it_is():
    january, later, february = date(2026, 1, 31), date(2026, 2, 10), date(2026, 2, 28)
    told = [Reported(date(2026, 1, 30), "open", january, extended_to=later)]
    assert status_on(facts("hàng tháng", *told)).next_due_on == later
    told.append(Reported(date(2026, 2, 9), "done", january))
    assert (status_on(facts("hàng tháng", *told)).next_due_on, status_on(facts("hàng tháng", *told)).extensions) == (
        february,
        0,
    )


def test_each_deadline_tells_whether_it_was_met_and_an_extension_moves_it():
    due, later = date(2026, 2, 1), date(2026, 3, 1)
    done = Reported(date(2026, 2, 20), "done")
    put_off = Reported(date(2026, 1, 20), "open", extended_to=later)
    told = [deadlines(facts("", *reports, due_on=due), later) for reports in ((), (done,), (put_off, done))]
    assert told == [[Deadline(due)], [Deadline(due, done.day)], [Deadline(later, done.day)]]
    assert [each.is_in_time for (each,) in told] == [False, False, True]
    assert deadlines(facts("", put_off, due_on=due), later) == []
    dropped = Reported(date(2026, 2, 20), "dropped")
    assert deadlines(facts("", dropped, due_on=due), later) == deadlines(facts("", done), later) == []


def test_each_occurrence_has_a_deadline_of_its_own():
    january, february, march = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
    told = facts("hàng tháng", Reported(date(2026, 3, 2), "done", occurrence=february))
    assert deadlines(told, date(2026, 4, 1)) == [
        Deadline(january),
        Deadline(february, date(2026, 3, 2)),
        Deadline(march),
    ]
