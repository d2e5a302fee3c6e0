"""The numbers of directives come from one place: what a look shows is what publishing gives."""

from dataclasses import replace
from random import Random

import pytest

from meetings import prose
from meetings.directive_numbering import numbered_record, numbers_of
from meetings.models.directive import number_directives
from meetings.record import DirectiveRecord

from .public.conftest import session_of


def rows(*given):
    """(level, number) each."""
    return tuple(DirectiveRecord(level=level, number=number, task="việc") for level, number in given)


@pytest.mark.parametrize(
    ("given", "retired", "numbers"),
    [
        ([(0, ""), (1, ""), (1, ""), (0, "")], (), ["1", "1.1", "1.2", "2"]),
        ([(0, "2"), (0, ""), (1, "")], (), ["2", "3", "3.1"]),
        ([(0, ""), (0, "1")], (), ["2", "1"]),
        ([(0, "1"), (1, "1.3"), (1, "")], (), ["1", "1.3", "1.4"]),
        ([(0, "")], ("4", "4.2"), ["5"]),
        ([(0, "1"), (1, "")], ("1.6",), ["1", "1.7"]),
        ([(0, "1"), (0, "2"), (1, "1.1")], (), ["1", "2", "2.1"]),  # moved under another directive
        ([(0, "1"), (0, "1.1")], (), ["1", "2"]),  # moved out
        ([(1, ""), (1, "")], (), ["1", "1.1"]),  # a task without a directive stands for one
        ([], ("3",), []),
    ],
)
def test_a_number_given_is_kept_and_a_retired_one_never_given_again(given, retired, numbers):
    assert numbers_of(rows(*given), retired) == numbers


def test_numbers_are_each_given_once_and_numbering_again_changes_nothing():
    for seed in range(200):
        chance = Random(seed)
        given = rows(*((chance.choice((0, 0, 1)), "") for _ in range(chance.randint(0, 9))))
        retired = {f"{chance.randint(1, 4)}" for _ in range(2)}
        numbers = numbers_of(given, retired)
        assert len(set(numbers)) == len(numbers) and not retired & set(numbers)
        again = [replace(row, number=number) for row, number in zip(given, numbers, strict=True)]
        assert numbers_of(again, retired) == numbers


def test_the_page_marks_its_directives_by_the_numbers_they_would_be_given():
    record = session_of(2021, 1, directives=rows((0, "3"), (0, ""), (1, ""), (1, "")))
    looked_at, given = (prose.numbered(each.directives) for each in (record, numbered_record(record)))
    marks = [(head.mark, [task.mark for task in head.tasks]) for head in looked_at]
    assert marks == [("3", []), ("4", ["a", "b"])]
    assert marks == [(head.mark, [task.mark for task in head.tasks]) for head in given]


def test_what_would_be_issued_stores_nothing_and_is_what_is_issued(january):
    would_be = [row.number for row in january.as_issued().directives]
    assert set(january.directives.values_list("number", flat=True)) == {""}
    number_directives(january)
    assert list(january.directives.values_list("number", flat=True)) == would_be
    assert all(would_be)


def test_a_number_that_left_the_office_stays_retired(reopened):
    last = reopened.directives.filter(parent=None).last()
    retired = last.number
    last.delete()
    reopened.directives.create(order=99, task="việc khác")
    numbers = [row.number for row in reopened.as_issued().directives if row.level == 0]
    assert retired not in numbers and numbers[-1] == f"{int(retired) + 1}"
