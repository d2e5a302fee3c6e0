"""Capitals: a word is pointed at only where it is surely wrong, and never counted as a fault."""

import pytest

from meetings.form_check import check
from meetings.form_check.capitals import PATTERNS, advice_on
from meetings.form_check.capitals.own_place import own_place
from meetings.law_places import LAW

from .capital_samples import LATER_SEEDED, LATER_SOUND, SEEDED, SOUND
from .conftest import printed


def hints_on(words):
    report = check(printed("notice", [("Chuẩn bị tổng kết nhiệm kỳ 2016-2021", words)]))
    assert report.broken == ()
    return [(each.law, each.words, each.advice) for each in report.hints]


@pytest.mark.parametrize(("law", "words"), SEEDED)
def test_a_small_letter_where_a_capital_belongs_is_pointed_at_by_its_rule(law, words):
    assert law in {each.law for each in advice_on(words)}


@pytest.mark.parametrize("words", LATER_SEEDED)
def test_so_are_faults_that_the_patterns_were_not_made_for(words):
    assert list(advice_on(words))


@pytest.mark.parametrize("words", SOUND + LATER_SOUND)
def test_what_is_right_or_may_be_is_left_alone(words):
    assert [(each.law, each.words) for each in advice_on(words)] == []


def test_words_in_capitals_throughout_are_left_alone():
    assert list(advice_on("ỦY BAN NHÂN DÂN QUẬN HAI BÀ TRƯNG")) == []


def test_every_pattern_names_its_place_in_the_law():
    assert {each.law for each in PATTERNS} <= LAW.keys()
    assert all(each.law.startswith("ND30-II.") for each in PATTERNS)


def test_one_place_is_told_once():
    (told,) = advice_on("Giao Ủy Ban nhân dân quận.")
    assert told.words == "Ủy Ban"


def test_a_printed_paper_is_told_where():
    found = hints_on("Chủ trương của Đảng và nhà nước; đón Tết nguyên đán")
    assert found == [
        ("ND30-II.V.1", "nhà nước", "Viết hoa: Nhà nước."),
        ("ND30-II.V.8b", "Tết nguyên đán", "Viết: tết Nguyên đán, tết Trung thu, tết Đoan ngọ."),
    ]


def test_a_point_of_a_list_begins_with_a_capital():
    assert [law for law, *_ in hints_on("trả lời kiến nghị của cử tri")] == ["ND30-II.I"]


def test_an_abstract_is_read_too():
    report = check(
        printed("notice", [("Kết luận của Thường trực Hội đồng nhân dân quận", "Kết luận của thường trực HĐND")])
    )
    assert [each.words for each in report.hints] == ["thường trực"]


def test_hints_are_few():
    report = check(printed("notice", [("Chuẩn bị tổng kết", "Phục vụ nhân dân, " * 60)]))
    assert len(report.hints) == 20


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("quận Hai Bà trưng", ["Hai Bà trưng"]),
        ("Hội đồng nhân dân quận hai bà trưng", ["hai bà trưng"]),
        ("quận Hai Bà Trưng", []),
        ("QUẬN HAI BÀ TRƯNG", []),
        ("hai bà, trưng bày", []),
    ],
)
def test_the_name_of_the_papers_own_place_is_spelled_as_its_head_has_it(written, found):
    assert [words for law, words, _ in hints_on(f"Đón khách tại {written}") if law == "ND30-II.III.1a"] == found


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("Bình An", "Xây dựng phường bình an, văn minh.", []),
        ("Phường Bình An", "Ủy ban nhân dân phường Bình an báo cáo.", ["Bình an"]),
        ("Quận Bình Tân", "Cử tri quận bình Tân kiến nghị.", ["bình Tân"]),
        ("Huế", "Đề nghị thành phố huế quan tâm.", []),
        ("Quận 1", "Đề nghị quận 1 quan tâm.", []),
        ("", "Đề nghị phường Bình an quan tâm.", []),
    ],
)
def test_a_place_in_small_letters_may_be_ordinary_words(place, text, found):
    assert [each.words for each in advice_on(text, own_place(place)) if each.law == "ND30-II.III.1a"] == found


def test_minutes_name_their_place_in_the_head_alone():
    report = check(printed("minutes", [("HĐND QUẬN", "QUẬN LONG BIÊN"), ("II\\. ", "II. Đi quận Long biên. ")]))
    assert [each.words for each in report.hints] == ["Long biên"]
