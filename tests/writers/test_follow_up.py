"""The deadline of a directive as pages and papers say it: the words, and the day by which it is owed now."""

from dataclasses import replace
from datetime import date

import pytest

from meetings.directive_facts import Reported
from meetings.record import DirectiveRecord
from meetings.writers.follow_up import followed, standing

from .conftest import JANUARY

PUT_OFF = Reported(date(2026, 2, 1), "open", extended_to=date(2027, 1, 15))


@pytest.mark.parametrize(
    ("named", "reports", "words"),
    [
        ({"due_text": "trong quý IV"}, (), "trong quý IV, 31/12/2026"),
        ({"due_text": "trong quý IV"}, (PUT_OFF,), "trong quý IV, gia hạn đến 15/01/2027"),
        ({"due_on": date(2026, 3, 31)}, (), "31/03/2026"),
        ({"due_on": date(2026, 3, 31)}, (PUT_OFF,), "31/03/2026, gia hạn đến 15/01/2027"),
        ({"recurrence": "hàng tháng"}, (), "hàng tháng, kỳ 31/01/2026"),
        ({"due_text": "khi có điều kiện"}, (), "khi có điều kiện"),
    ],
)
def test_a_day_is_called_put_off_only_where_it_was(named, reports, words):
    given = DirectiveRecord(number="1", task="rà soát", **named)
    record = replace(JANUARY, year=2026, held_on=date(2026, 1, 12), directives=(given,))
    (row,) = followed(record, standing(record, {"1": reports}), None)
    assert row.deadline == words
