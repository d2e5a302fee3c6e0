"""Each figure of the form, moved beyond its range, is found by the rule meant and by no other."""

from dataclasses import replace

import pytest

from meetings import official_form as form
from meetings import paper_kinds
from meetings.paper import PaperKind

from .conftest import faults, printed, sound

PRINTED = [
    ("PAGE_SIZE_MM", (216.0, 279.0), {"page-size"}),
    ("PAGE_SIZE_MM", (210.0, 290.0), {"page-size"}),
    ("MARGIN_TOP_MM", 18.0, {"margin-top"}),
    ("MARGIN_TOP_MM", 27.0, {"margin-top"}),
    ("MARGIN_BOTTOM_MM", 18.0, {"margin-bottom"}),
    ("MARGIN_BOTTOM_MM", 27.0, {"margin-bottom"}),
    ("MARGIN_LEFT_MM", 28.0, {"margin-left"}),
    ("MARGIN_LEFT_MM", 37.0, {"margin-left"}),
    ("MARGIN_RIGHT_MM", 13.0, {"margin-right"}),
    ("MARGIN_RIGHT_MM", 22.0, {"margin-right"}),
    ("PAGE_NUMBER_PT", 12.0, {"page-number-size"}),
    ("NATION", form.NATION.title(), {"nation-text"}),
    ("NATION", form.NATION.replace("HÒA", "HÓA"), {"nation-text"}),
    ("NATION_PT", 11.0, {"nation-size"}),
    ("NATION_PT", 12.0, {"size-pair"}),
    ("MOTTO", "Độc lập, Tự do, Hạnh phúc", {"motto-text"}),
    ("MOTTO_PT", 12.0, {"motto-size"}),
    ("MOTTO_PT", 13.0, {"size-pair"}),
    ("HEADER_LEFT_SHARE", 0.25, {"header-split"}),
    ("HEADER_LEFT_SHARE", 0.5, {"header-split", "margin-right", "motto-centred"}),  # half a page is too narrow
    ("ISSUER_PT", 14.0, {"issuer-size"}),
    ("NUMBER_PT", 12.0, {"number-size"}),
    ("KIND_PT", 16.0, {"kind-size"}),
    ("ABSTRACT_PT", 12.0, {"abstract-size"}),
    ("RULE_SHARE", 0.2, {"issuer-rule", "abstract-rule"}),
    ("RULE_SHARE", 0.7, {"issuer-rule", "abstract-rule"}),
    ("RULE_PT", 5.0, {"issuer-rule", "motto-rule", "abstract-rule"}),  # a bar is no rule
    ("BODY_PT", 12.0, {"body-size"}),
    ("BODY_PT", 14.5, {"body-size"}),
    ("BODY_LINE_PT", 15.0, {"line-pitch"}),
    ("BODY_LINE_PT", 26.0, {"line-pitch"}),
    ("FIRST_LINE_INDENT_MM", 0.0, {"first-line-indent"}),
    ("FIRST_LINE_INDENT_MM", 8.0, {"first-line-indent"}),
    ("FIRST_LINE_INDENT_MM", 15.0, {"first-line-indent"}),
    ("PARAGRAPH_GAP_PT", 0.0, {"paragraph-gap"}),
    ("PARAGRAPH_GAP_PT", 4.0, {"paragraph-gap"}),
    ("AUTHORITY_PT", 16.0, {"authority-size"}),
    ("SIGNER_PT", 12.0, {"signer-size"}),
    ("SIGNATURE_ROOM_MM", 12.0, {"signature-room"}),
    ("RECIPIENTS_HEAD_PT", 13.0, {"recipients-head-size"}),
    ("RECIPIENTS_PT", 10.0, {"recipients-size"}),
    ("DOCUMENT_END", ".", {"document-end"}),
]
"""What the minutes are printed from: the figure, the fault, the rules that find it."""

SMALL_HEADER = {"NATION_PT": 12.0, "MOTTO_PT": 13.0}
"""The other pair of sizes, which finds room between wider margins too."""

PRINTED_ELSEWHERE = [
    ("PLACE_DATE_PT", "notice", 12.0, {"place-date-size"}),
    ("PLACE_DATE_PT", "invitation", 15.0, {"place-date-size"}),
    ("PLACE_DATE_PT", "notice", 13.0, {"size-pair"}),
    ("RECIPIENTS_HEAD", "notice", "Nơi nhận", {"recipients-head-text"}),
]

LIMITS = [
    ("MARGIN_TOP_RANGE_MM", (22.0, 25.0), {"margin-top"}),
    ("MARGIN_BOTTOM_RANGE_MM", (22.0, 25.0), {"margin-bottom"}),
    ("MARGIN_LEFT_RANGE_MM", (31.0, 35.0), {"margin-left"}),
    ("MARGIN_RIGHT_RANGE_MM", (17.0, 20.0), {"margin-right"}),
    ("FONT_FAMILIES", ("Arial",), {"font-family"}),
    ("PAGE_NUMBER_RANGE_PT", (14.0, 14.0), {"page-number-size"}),
    ("NATION_RANGE_PT", (12.0, 12.5), {"nation-size"}),
    ("MOTTO_RANGE_PT", (13.0, 13.5), {"motto-size"}),
    ("ISSUER_RANGE_PT", (12.0, 12.5), {"issuer-size"}),
    ("NUMBER_RANGE_PT", (14.0, 14.0), {"number-size"}),
    ("KIND_RANGE_PT", (13.0, 13.5), {"kind-size"}),
    ("ABSTRACT_RANGE_PT", (13.0, 13.5), {"abstract-size"}),
    ("RULE_SHARE_RANGE", (0.5, 0.6), {"issuer-rule", "abstract-rule"}),
    ("BODY_RANGE_PT", (13.0, 13.5), {"body-size"}),
    ("BODY_LINE_RANGE", (1.3, 1.725), {"line-pitch"}),
    ("FIRST_LINE_INDENT_CHOICES_MM", (10.0, 11.0), {"first-line-indent"}),
    ("PARAGRAPH_GAP_LEAST_PT", 7.0, {"paragraph-gap"}),
    ("AUTHORITY_RANGE_PT", (13.0, 13.5), {"authority-size"}),
    ("SIGNER_RANGE_PT", (13.0, 13.5), {"signer-size"}),
]
"""What is allowed, moved away from papers that were printed in the form: the rule follows the figure."""

OF_A_KIND = {"symbol": {"number-symbol"}, "name": {"kind-name"}}
"""Words that each kind of paper has of its own."""

NOT_FIGURES_OF_THE_FORM = {
    "HEADER_LEFT_LEAST": "only a long place needs it: tests/writers/test_header_fit.py",
    "SMALLER_HEADER_PT": "only a long place needs it: tests/writers/test_header_fit.py",
    "HEADER_LINE_PT": "the header has its own spacing and the form gives no figure for it",
    "NUMBER_BLANK_MM": "room for the hand on a paper without a number",
    "TABLE_PT": "the decree leaves tables to the office",
    "TABLE_LINE_PT": "the decree leaves tables to the office",
    "HOUR_BLANK_MM": "room for the hand",
    "SIGNER_BLANK_MM": "room for the hand",
    "VERIFICATION_ROOM_PT": "room below the last words",
    "SIGNATURE_WIDTH_MM": "the room of a digital signature; tests/writers/test_signature_fields.py measures it",
    "SEAL_MM": "the room of a digital signature; tests/writers/test_signature_fields.py measures it",
    "SEAL_OVER_SIGNATURE": "the room of a digital signature; tests/writers/test_signature_fields.py measures it",
    "QR_MM": "the code beside the line that says where to check the paper is not a part of the form",
    "VERIFICATION_PT": "the line that says where to check the paper is not a part of the form",
}


def test_every_constant_of_the_form_has_a_seeded_fault():
    constants = {name for name in vars(form) if name.isupper()}
    seeded = {each[0] for each in (*PRINTED, *PRINTED_ELSEWHERE, *LIMITS)}
    unprinted = {"PLACE_DATE_RANGE_PT"}  # below, with a notice
    unprinted |= {name for name in constants if name.startswith("ANNEX")}  # test_annexes.py
    unprinted |= {
        name for name in constants if name.startswith(("SUBJECT", "ADDRESS"))
    }  # test_letters.py, test_address.py
    assert constants == seeded | unprinted | NOT_FIGURES_OF_THE_FORM.keys()
    assert not seeded & NOT_FIGURES_OF_THE_FORM.keys()


@pytest.mark.parametrize(("name", "fault", "rules"), PRINTED)
def test_a_figure_beyond_its_range_is_found_by_its_rule(name, fault, rules, monkeypatch):
    with monkeypatch.context() as patch:
        for other, value in SMALL_HEADER.items() if name.startswith("MARGIN") else ():
            patch.setattr(form, other, value)
        patch.setattr(form, name, fault)
        pdf = printed("two pages" if name.startswith(("PAGE", "MARGIN")) else "minutes")
    assert faults(pdf) == rules


@pytest.mark.parametrize(("name", "paper", "fault", "rules"), PRINTED_ELSEWHERE)
def test_so_are_those_that_only_a_notice_or_an_invitation_has(name, paper, fault, rules, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(form, name, fault)
        pdf = printed(paper)
    assert faults(pdf) == rules


@pytest.mark.parametrize(("name", "limit", "rules"), LIMITS)
def test_a_rule_follows_the_limit_that_the_form_sets(name, limit, rules, monkeypatch):
    pdf = sound("two pages")
    monkeypatch.setattr(form, name, limit)
    assert faults(pdf) == rules


def test_so_does_that_of_place_and_date(monkeypatch):
    pdf = sound("notice")
    monkeypatch.setattr(form, "PLACE_DATE_RANGE_PT", (13.0, 13.5))
    assert faults(pdf) == {"place-date-size"}


def described_otherwise(patch, kind, **words):
    """The kind's own file says something else."""
    module = getattr(paper_kinds, f"{kind}_kind")
    patch.setattr(module, kind.upper(), replace(getattr(module, kind.upper()), **words))


@pytest.mark.parametrize("kind", ["minutes", "notice", "invitation"])
def test_another_symbol_or_name_of_the_kind_is_found(kind, monkeypatch):
    pdf = sound(kind)
    for words, rules in OF_A_KIND.items():
        with monkeypatch.context() as patch:
            described_otherwise(patch, kind, **{words: "XX"})
            assert faults(pdf, kind) == rules


def test_a_wrong_symbol_is_found_where_it_is_printed(monkeypatch):
    with monkeypatch.context() as patch:
        described_otherwise(patch, "minutes", symbol="TB")
        pdf = printed()
    assert paper_kinds.description(PaperKind.MINUTES).symbol == "BB"
    assert faults(pdf) == {"number-symbol"}
