"""Vietnamese text: folding, slugs, one normal form, dates in words."""

import unicodedata
from datetime import date, time

import pytest

from meetings import vietnamese


@pytest.mark.parametrize("typed", ["hop", "họp", "HỌP", unicodedata.normalize("NFD", "họp")])
def test_every_way_of_typing_a_word_folds_alike(typed):
    assert vietnamese.fold(typed) == "hop"


def test_d_with_stroke_folds_too():
    assert vietnamese.fold("Đống Đa, đường Đội Cấn") == "dong da, duong doi can"
    assert vietnamese.slugify("Đống Đa") == "dong-da"


def test_old_and_new_tone_marks_fold_alike():
    assert vietnamese.fold("hoà thuỷ") == vietnamese.fold("hòa thủy")


def test_tidy_text_is_nfc_with_plain_spaces_and_nothing_invisible():
    typed = unicodedata.normalize("NFD", "Trần") + "\u00a0Quyết\u200b Thắng\x00 \r\n  dòng hai\ufeff "
    assert vietnamese.tidy(typed) == "Trần Quyết Thắng\ndòng hai"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2021, 1, 5), "ngày 05 tháng 01 năm 2021"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2020, 10, 15), "ngày 15 tháng 10 năm 2020"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day, words):
    assert vietnamese.date_words(day) == words


def test_hours_are_in_two_digits():
    assert vietnamese.hour_words(time(8, 5)) == "08 giờ 05 phút"


def test_points_go_a_b_c_d_d_with_stroke_e():
    assert [vietnamese.list_letter(place) for place in range(6)] == ["a", "b", "c", "d", "đ", "e"]
    assert vietnamese.list_letter(len(vietnamese.LIST_LETTERS)) == "aa"
    assert len({vietnamese.list_letter(place) for place in range(1000)}) == 1000


def test_a_line_never_ends_inside_a_date_or_a_name():
    held = vietnamese.hold_together("họp ngày 05 tháng 01 năm 2021 tại Hai Bà Trưng", "Hai Bà Trưng")
    assert held == "họp ngày\u00a005 tháng\u00a001 năm\u00a02021 tại Hai\u00a0Bà\u00a0Trưng"


def test_the_alphabet_has_all_its_letters():
    assert len(set(vietnamese.LETTERS)) == 89
    assert unicodedata.is_normalized("NFC", vietnamese.LETTERS)
