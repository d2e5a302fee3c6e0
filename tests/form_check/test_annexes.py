"""Annexes (ND30-I.III.1): found on their own pages, and each of their rules finds the fault it is for."""

import pytest

from meetings.form_check import check

from .annexes import OF, POINTS, annex, with_annexes
from .conftest import faults

BOTH = (annex("Phụ lục I"), annex("Phụ lục II", which="later"))


def pointing(words):
    return (POINTS[0], f"b) {words}; phục vụ Nhân dân")


def test_an_annex_in_the_form_breaks_no_rule_and_is_not_the_body():
    report = check(with_annexes())
    assert report.broken == () and report.pages == 3
    assert "trang 2" not in {each.where for each in report.findings if each.rule.startswith("body")}
    assert sum(each.rule.startswith("annex") for each in report.kept) == 15


@pytest.mark.parametrize(
    "words",
    [
        "Xem Phụ lục I và Phụ lục II",
        "Theo các Phụ lục kèm theo",
        "Nêu tại Phụ lục I, II kèm theo",
        "(Phụ lục I), (Phụ lục số II)",
    ],
)
def test_two_annexes_are_counted_apart(words):
    assert faults(with_annexes(*BOTH, points=pointing(words))) == set()


def test_an_annex_may_have_no_name_and_only_one_page():
    assert faults(with_annexes(annex(name="", rows=3))) == set()


def test_a_paper_without_an_annex_is_asked_nothing_about_one():
    assert not [each for each in check(with_annexes()).broken]
    without = check(with_annexes(annex(heading="Danh sách"), points=None))
    assert not [each.rule for each in without.findings if each.rule.startswith("annex")]


WORDS = [
    ("annex-heading", {"heading": "PHỤ LỤC"}),
    ("annex-heading", {"heading": "phụ lục"}),
    ("annex-heading", {"heading": "Phụ lục: DANH SÁCH"}),
    ("annex-heading", {"heading": "Phụ lục."}),
    ("annex-numbered", {"heading": "Phụ lục 1"}),
    ("annex-numbered", {"heading": "Phụ lục II"}),
    ("annex-name-capitals", {"name": "Danh sách các việc còn phải thực hiện"}),
    ("annex-attached", {"of": ""}),
    ("annex-attached", {"of": "Kèm theo Thông báo số 06/TB-HĐND"}),
    ("annex-attached", {"of": OF.replace(")", "")}),
]

STYLES = [
    ("annex-heading-size", ".heading", "font-size: 13pt"),
    ("annex-heading-size", ".heading", "font-size: 13.5pt"),
    ("annex-heading-style", ".heading", "font-weight: normal"),
    ("annex-heading-style", ".heading", "font-style: italic"),
    ("annex-heading-centred", ".heading", "text-align: left"),
    ("annex-name-size", ".name", "font-size: 15pt"),
    ("annex-name-style", ".name", "font-weight: normal"),
    ("annex-name-style", ".name", "font-style: italic"),
    ("annex-name-centred", ".name", "text-align: left"),
    ("annex-attached-size", ".of", "font-size: 12pt"),
    ("annex-attached-style", ".of", "font-style: normal"),
    ("annex-attached-style", ".of", "font-weight: bold"),
    ("annex-attached-centred", ".of", "text-align: right"),
]

SEVERAL = [
    ("annex-numbered", (annex(), annex(which="later")), POINTS),
    ("annex-numbered", (annex("Phụ lục 1"), annex("Phụ lục 2", which="later")), POINTS),
    ("annex-numbered", (annex("Phụ lục I"), annex("Phụ lục III", which="later")), POINTS),
    ("annex-pointed", BOTH, pointing("Xem Phụ lục I")),
    ("annex-pointed", (annex(),), None),
]

PAGES = [
    "@page first-annex:nth(1 of first-annex) { counter-reset: none; counter-increment: page; }",
    '@page first-annex:nth(1 of first-annex) { @top-center { content: "1"; } }',
    "@page first-annex { @top-center { content: none; } } @page sheet { @top-center { content: none; } }",
]


@pytest.mark.parametrize(("rule", "words"), WORDS)
def test_a_fault_in_its_words_is_found_by_its_rule(rule, words):
    assert faults(with_annexes(annex(**words))) == {rule}


@pytest.mark.parametrize(("rule", "part", "style"), STYLES)
def test_a_fault_of_its_letters_is_found_by_its_rule(rule, part, style):
    assert faults(with_annexes(style=f".attached-sheet {part} {{ {style}; }}")) == {rule}


@pytest.mark.parametrize(("rule", "annexes", "points"), SEVERAL)
def test_what_leads_to_annexes_and_counts_them(rule, annexes, points):
    assert faults(with_annexes(*annexes, points=points)) == {rule}


@pytest.mark.parametrize("style", PAGES)
def test_its_pages_are_counted_from_one_and_the_first_shows_none(style):
    assert "annex-page-number" in faults(with_annexes(style=style))


def test_a_note_of_a_signature_above_the_heading_hides_no_annex():
    note = (
        '<p style="text-align: right; font-size: 10pt">06/TB-HĐND 08/01/2021 10:00:00 +07:00</p><p class="heading">'
    )
    report = check(with_annexes(annex().replace('<p class="heading">', note, 1)))
    assert report.broken == () and [each for each in report.kept if each.rule == "annex-heading"]
