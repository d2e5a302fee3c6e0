"""A character that the font has no letter for is one finding, with its name and place; no other rule trips on it."""

import pytest

from meetings.form_check import check
from meetings.form_check.strays import is_stray

from .conftest import printed

STRAYS = [
    ("\uf0b7", "U+F0B7 (không có hình chữ)"),
    ("\u2028", "U+2028 (không có hình chữ)"),
    ("\u0007", "U+0007 (không có hình chữ)"),
    ("\ue000", "U+E000 (không có hình chữ)"),
    ("中", "“中” (U+4E2D)"),
    ("😀", "“😀” (U+1F600)"),
    ("क", "“क” (U+0915)"),
    ("☐", "“☐” (U+2610)"),
]


@pytest.mark.parametrize(("character", "name"), STRAYS)
@pytest.mark.parametrize("place", ["(?s)d\\) Trả lời", "Thường trực HĐND quận thông báo"])
def test_it_is_told_once_with_its_name_and_its_place(character, name, place):
    words = place.removeprefix("(?s)").replace("\\", "")
    (broken,) = check(printed("notice", [(place, f"{words[:6]}{character}{words[6:]}")])).broken
    assert (broken.rule, broken.measured) == ("characters", name)
    assert words[:5] in broken.where


def test_several_are_told_together():
    (broken,) = check(printed("notice", [("Trả lời", "Trả 中lời 中文"), ("Tăng cường", "Tăng \uf0b7cường")])).broken
    assert broken.measured == "“中” (U+4E2D), “文” (U+6587), U+F0B7 (không có hình chữ)"


@pytest.mark.parametrize("text", ["ế", "Đ", "Ð", "–", "“", "…", "→", "²", "½", "№", "Ω", "fi", "\u00ad", "a\u0301"])
def test_what_the_font_carries_is_none(text):
    assert not is_stray(text)


@pytest.mark.parametrize("text", ["\u202e", "\u200b", "\ufeff", "\u2066", "(cid:12)", "\ufffd", "한", "ก"])
def test_what_cannot_be_seen_or_read_is_one(text):
    assert is_stray(text)
