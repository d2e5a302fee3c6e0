"""Papers at the other end of what the form allows, long ones and odd ones are not complained of."""

from dataclasses import replace

import pytest

from meetings import official_form as form
from meetings.form_check import check
from meetings.record import AgendaItemRecord
from meetings.writers.pdf import pdf_sheet

from ..writers.conftest import JANUARY, OLD_POST, minutes_page, write_minutes
from .conftest import VERIFY_AT, faults, printed

OTHER_END = {
    "margins": {"MARGIN_TOP_MM": 25.0, "MARGIN_BOTTOM_MM": 25.0, "MARGIN_RIGHT_MM": 20.0},
    "left margin": {"MARGIN_LEFT_MM": 34.9, "NATION_PT": 12.0, "MOTTO_PT": 13.0, "PLACE_DATE_PT": 13.0},
    "small pair": {"NATION_PT": 12.0, "MOTTO_PT": 13.0, "PLACE_DATE_PT": 13.0, "ISSUER_PT": 12.0},
    "smaller body": {"BODY_PT": 13.0, "KIND_PT": 13.0, "ABSTRACT_PT": 13.0, "AUTHORITY_PT": 13.0, "SIGNER_PT": 13.0},
    "larger number": {"PAGE_NUMBER_PT": 14.0},
    "single lines": {"BODY_LINE_PT": 16.1},
    "wide lines": {"BODY_LINE_PT": 24.0},
    "wide gaps": {"PARAGRAPH_GAP_PT": 12.0},
    "small indent": {"FIRST_LINE_INDENT_MM": 10.0},
    "short rules": {"RULE_SHARE": 0.34},
    "long rules": {"RULE_SHARE": 0.5, "RULE_PT": 1.5},
    "little room": {"SIGNATURE_ROOM_MM": 22.0},
}


@pytest.mark.parametrize("choice", OTHER_END)
def test_what_the_form_allows_is_kept(choice, monkeypatch):
    paper = "notice" if "PLACE_DATE_PT" in OTHER_END[choice] else "two pages"
    with monkeypatch.context() as patch:
        for name, value in OTHER_END[choice].items():
            patch.setattr(form, name, value)
        pdf = printed(paper)
    assert faults(pdf) == set()


@pytest.mark.parametrize(("length", "verify_at"), [(10, ""), (11, VERIFY_AT), (25, ""), (26, VERIFY_AT), (28, "")])
def test_wherever_the_last_page_ends_nothing_is_made_of_it(length, verify_at):
    opinions = "\n".join(f"Tổ {each} nhất trí." for each in range(length))
    record = replace(OLD_POST, agenda=(AgendaItemRecord(title="Góp ý", opinions=opinions),))
    assert faults(write_minutes(record, verify_at=verify_at)) == set()


@pytest.mark.parametrize("length", [form.SIGNER_BLANK_MM, 2 * form.SIGNER_BLANK_MM])
def test_a_blank_for_the_hand_at_a_pages_foot_is_not_a_lead(length):
    blank = rf'\1 <span class="blank" style="width: {length}mm"></span></p><p class="cut">'
    lead = [("(Thư ký \\(người ghi biên bản\\):</b>).*", blank)]
    style = [("</style>", ".cut { break-before: page; } </style>")]
    assert faults(printed("two pages", lead + style)) == set()


def test_three_lines_of_letterhead_and_a_long_place_find_room():
    council = replace(JANUARY.council, letterhead=("THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"))
    assert faults(write_minutes(replace(JANUARY, council=council), number=112)) == set()
    place = [("Hai Bà Trưng, ngày 08", "Thành phố Hồ Chí Minh,<br>ngày 08")]
    level = [("</style>", ".place-date { padding-top: 0; } .number { padding-top: 16.5pt; }</style>")]
    assert faults(printed("notice", place + level)) == set()


def test_an_annex_with_tables_is_not_the_body():
    rows = "".join(f"<tr><td>{n}</td><td>Việc thứ {n}</td><td>Đang làm</td></tr>" for n in range(1, 60))
    annex = (
        "<style>td { border: 0.5pt solid black; font-size: 11pt; text-align: left; }</style>"
        '<h2 style="break-before: page; text-align: center; text-indent: 0">PHỤ LỤC</h2>'
        '<p style="text-align: center; text-indent: 0">(Kèm theo Biên bản số 05/BB-HĐND)</p>'
        f"<table>{rows}</table></body>"
    )
    report = check(printed("minutes", [("</body>", annex)]))
    assert report.broken == () and report.pages == 4


def test_a_table_in_the_body_is_not_held_against_the_rules_of_paragraphs():
    table = (
        '<table style="width: 100%; border-collapse: collapse; margin-top: 6pt; font-size: 12pt">'
        + '<tr><td style="border: 0.5pt solid black; height: 12mm">Việc</td>'
        '<td style="border: 0.5pt solid black">Hạn</td></tr>' * 3 + "</table><h2>II."
    )
    assert faults(printed("minutes", [("<h2>II\\.", table)])) == set()


def test_the_page_of_the_papers_own_words_may_hold_everything_at_once():
    record = replace(JANUARY, assessment=JANUARY.assessment * 40, agenda=JANUARY.agenda * 6)
    assert faults(pdf_sheet.pdf(minutes_page(record, number=7, verify_at=VERIFY_AT))) == set()
