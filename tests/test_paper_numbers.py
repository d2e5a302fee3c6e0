"""A later number never bears an earlier day unseen, and a number set between two others neither."""

from datetime import date

import pytest

from meetings.paper_numbers import out_of_order

SERIES = [
    (1, "01/BB-HĐND", date(2021, 1, 5)),
    (4, "04/BB-HĐND", date(2021, 1, 9)),
    (6, "06/BB-HĐND", date(2021, 2, 9)),
]


@pytest.mark.parametrize(
    ("number", "dated", "found"),
    [
        (7, date(2021, 2, 9), ""),
        (7, date(2021, 3, 1), ""),
        (7, date(2021, 2, 8), "số 06/BB-HĐND ghi ngày 09/02/2021"),
        (7, date(2021, 1, 1), "số 06/BB-HĐND ghi ngày 09/02/2021"),
        (5, date(2021, 1, 20), ""),
        (5, date(2021, 1, 8), "số 04/BB-HĐND ghi ngày 09/01/2021"),
        (5, date(2021, 2, 10), "số 06/BB-HĐND ghi ngày 09/02/2021"),
        (2, date(2021, 1, 10), "số 04/BB-HĐND ghi ngày 09/01/2021"),
        (2, date(2021, 1, 4), "số 01/BB-HĐND ghi ngày 05/01/2021"),
    ],
)
def test_what_stands_against_a_number_and_its_day(number, dated, found):
    assert out_of_order(number, dated, SERIES) == found


def test_a_series_already_out_of_order_names_both_sides():
    series = [(1, "01/BB", date(2021, 3, 1)), (3, "03/BB", date(2021, 1, 1))]
    words = "số 01/BB ghi ngày 01/03/2021 và số 03/BB ghi ngày 01/01/2021"
    assert out_of_order(2, date(2021, 2, 1), series) == words
