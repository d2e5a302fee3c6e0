"""The next working day after a paper's date, with weekends and the holidays that are known; the others are named."""

from datetime import date

import pytest

from meetings.working_days import YEARS, days_off, first_in_time, is_working_day, late_words, next_working_day


@pytest.mark.parametrize(
    ("dated", "deadline"),
    [
        (date(2021, 1, 5), date(2021, 1, 6)),  # Tuesday
        (date(2021, 1, 8), date(2021, 1, 11)),  # Friday: Monday
        (date(2021, 1, 9), date(2021, 1, 11)),  # Saturday
        (date(2020, 12, 31), date(2021, 1, 4)),  # over New Year and a weekend
        (date(2021, 2, 9), date(2021, 2, 17)),  # Tết Tân Sửu
        (date(2021, 4, 20), date(2021, 4, 22)),  # Giỗ Tổ
        (date(2021, 4, 29), date(2021, 5, 4)),  # 1/5 is a Saturday: Monday is given for it
        (date(2022, 4, 8), date(2022, 4, 12)),  # Giỗ Tổ on a Sunday
        (date(2022, 4, 29), date(2022, 5, 4)),  # both holidays on a weekend: two days are given
        (date(2023, 8, 31), date(2023, 9, 5)),  # 1/9 beside, 2/9 a Saturday
        (date(2021, 9, 1), date(2021, 9, 6)),  # 2/9 and the day beside it
        (date(2024, 5, 3), date(2024, 5, 4)),  # a Saturday worked for 29/4
        (date(2024, 4, 26), date(2024, 5, 2)),  # which was off
        (date(2026, 8, 28), date(2026, 9, 3)),
        (date(2026, 11, 23), date(2026, 11, 25)),  # 24/11, Ngày Văn hóa Việt Nam
        (date(2026, 11, 30), date(2026, 12, 1)),
    ],
)
def test_the_next_working_day_steps_over_what_is_off(dated, deadline):
    found = next_working_day(dated)
    assert (found.day, found.unknown) == (deadline, ())


def test_of_a_year_without_its_decisions_fixed_days_are_known_and_the_others_named():
    found = next_working_day(date(2042, 4, 29))  # a Tuesday
    assert found.day == date(2042, 5, 2)
    assert found.doubt == (
        "chưa tính nghỉ Tết Nguyên đán, Giỗ Tổ Hùng Vương, ngày liền kề 02/9 và ngày hoán đổi của năm 2042"
    )


def test_a_year_to_come_goes_by_the_lunar_calendar_and_says_what_nobody_decided():
    found = next_working_day(date(2027, 2, 3))  # the 27th of the last lunar month
    assert found.day == date(2027, 2, 11)
    assert found.doubt == "chưa tính ngày hoán đổi của năm 2027, chưa có quyết định"


def test_a_year_that_begins_on_the_way_names_its_own_doubt():
    last = max(YEARS)
    assert f"năm {last + 1}" in next_working_day(date(last, 12, 31)).doubt


def test_24_november_is_off_since_2026():
    assert [is_working_day(date(year, 11, 24)) for year in (2025, 2026)] == [True, False]


def test_a_paper_in_time_says_nothing_and_a_late_one_until_when():
    assert late_words(date(2021, 1, 8), date(2021, 1, 11)) == ""
    assert late_words(date(2021, 1, 8), date(2021, 1, 12)) == "chậm nhất phải chuyển ngày 11/01/2021"
    assert "chưa tính" in late_words(date(2042, 1, 8), date(2042, 2, 12))


@pytest.mark.parametrize(
    ("sent", "first"),
    [
        (date(2021, 1, 6), date(2021, 1, 5)),
        (date(2021, 1, 11), date(2021, 1, 8)),  # a Monday: Friday's papers are in time
        (date(2021, 1, 12), date(2021, 1, 11)),
        (date(2021, 2, 17), date(2021, 2, 9)),  # after Tết
    ],
)
def test_the_earliest_day_that_is_still_in_time(sent, first):
    assert first_in_time(sent) == first and late_words(first, sent) == ""


def test_the_table_is_sound():
    """What was exchanged was a working day, what was worked for it a Saturday."""
    for number, year in YEARS.items():
        assert {day.year for day in (*year.new_year, year.kings, *year.off, *year.worked)} == {number}
        assert 3 < (year.new_year[1] - year.new_year[0]).days < 10
        assert (1, 20) <= (year.new_year[0].month, year.new_year[0].day) <= (2, 20)
        assert year.kings.month in (3, 4)
        assert all(day.weekday() < 5 for day in year.off) and all(day.weekday() == 5 for day in year.worked)
        assert len(year.off) == len(year.worked) and all(map(is_working_day, year.worked))
        assert year.beside is None or abs((year.beside - date(number, 9, 2)).days) == 1
        assert {date(number, 9, 2), *year.off} <= days_off(number)
