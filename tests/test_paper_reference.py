"""The number and day of a paper, read as people write them."""

from datetime import date

import pytest

from meetings.paper_reference import Reference, address, read

MINUTES = Reference(5, "bb-hdnd", date(2021, 1, 5))


@pytest.mark.parametrize(
    "text",
    [
        "05/BB-HĐND, 05/01/2021",
        "5/BB-HĐND ngày 5-1-2021",
        "Số: 05/BB-HĐND 5.1.2021",
        "số 05 / bb – hđnd ngày 05 tháng 01 năm 2021",
        "Biên bản số 05/BB-HĐND ngày 5 tháng 1 năm 2021",
        "05/BB-HDND 2021-01-05",
        "05/BB-HĐND - 05/01/2021",
        "ngày 05/01/2021, số 05/BB-HĐND",
    ],
)
def test_a_number_is_read_as_it_is_written(text):
    assert read(text) == MINUTES


def test_without_a_day_and_with_an_impossible_one_there_is_none():
    assert read("05/BB-HĐND") == Reference(5, "bb-hdnd", None) == read("05/BB-HĐND 31/02/2021")


@pytest.mark.parametrize("text", ["", "05", "BB-HĐND", "05/01/2021", "/", "0" * 120])
def test_what_is_no_number_is_none(text):
    assert read(text) is None


def test_the_address_leads_back_to_the_same_paper():
    made = address("https://hdnd.example.vn/xac-minh/", 5, "BB-HĐND", date(2021, 1, 5))
    assert made == "https://hdnd.example.vn/xac-minh/?so=05/BB-HDND&ngay=2021-01-05"
    assert read("05/BB-HDND 2021-01-05") == MINUTES
