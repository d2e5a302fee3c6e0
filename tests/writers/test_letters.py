"""Letters in print: "V/v" under the number, "Kính gửi" with its list under the colon, and no line with a kind."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx as python_docx
import pytest

from meetings import form_check
from meetings.paper import CorrectionRecord, MendedRecord, PaperKind, PaperRecord
from meetings.writers import docx, pdf
from meetings.writers.words import sheets

from .conftest import MM, Paper
from .papers import OWED, SESSION

TWO = (OWED[0], replace(OWED[1], lead="Công an quận", state="Quá hạn"))
REMINDER = PaperRecord(kind=PaperKind.REMINDER, number=2, dated=date(2021, 2, 8), owed=TWO)
CORRECTION = PaperRecord(
    kind=PaperKind.CORRECTION,
    number=13,
    dated=date(2021, 2, 8),
    mends=(
        MendedRecord(
            edition=1,
            name="Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021",
            sent_to=("Các phường",),
            corrections=(
                CorrectionRecord(place="phần ngày tháng", wrong="ngày 5 tháng 1", right="ngày 05 tháng 01"),
            ),
        ),
    ),
)
REPORT = PaperRecord(kind=PaperKind.REPORT, number=1, dated=date(2021, 2, 8), owed=OWED)


@pytest.fixture(scope="module")
def printed():
    return Paper(pdf.write(sheets(SESSION, REMINDER)))


def test_a_letter_has_no_line_with_a_kind(printed):
    assert "CÔNG VĂN" not in printed.text and "Số: 02/HĐND-VP" in printed.text


def test_its_abstract_stands_under_the_number_in_upright_thirteen(printed):
    first, *_ = subject = printed.find("V/v đôn đốc thực hiện")
    number = printed.find("Số: 02/HĐND-VP")
    assert first["top"] > number[0]["top"] and subject[-1]["x1"] < 105 * MM
    assert {round(each["size"], 1) for each in subject} == {13.0}
    assert not any("Bold" in each["fontname"] or "Italic" in each["fontname"] for each in subject)


def test_a_number_and_its_symbol_stay_on_one_line():
    lines = Paper(pdf.write(sheets(SESSION, CORRECTION))).pages[0].extract_text().splitlines()
    assert not any("05/" in line and "05/BB-HĐND" not in line for line in lines) and any(
        "05/BB-HĐND" in line for line in lines
    )


def test_several_places_stand_in_a_list_under_the_colon(printed):
    colon = printed.find("Kính gửi:")[-1]
    dashes = [printed.find(f"- {name}")[0] for name in ("Phòng Tài chính - Kế hoạch quận;", "Công an quận.")]
    assert all(abs(dash["x0"] - colon["x0"]) < 1 * MM for dash in dashes)
    assert dashes[1]["top"] > dashes[0]["top"] > colon["top"]


@pytest.mark.parametrize(("paper", "leads"), [(REMINDER, 0), (CORRECTION, 0), (REPORT, 1)])
def test_it_leads_to_an_annex_where_it_has_one_and_says_so_once(paper, leads):
    (sheet,) = sheets(SESSION, paper)
    assert bool(sheet.annex) is bool(leads)
    assert sheet.words.count("Phụ lục kèm theo") == leads and "phiên họp trước" not in sheet.words


def test_one_place_stands_on_the_line_of_the_head():
    (sheet,) = sheets(SESSION, replace(REMINDER, owed=TWO[:1]))
    assert sheet.body[0].text == "Kính gửi: Phòng Tài chính - Kế hoạch quận."


@pytest.mark.parametrize("paper", [REMINDER, replace(REMINDER, owed=TWO[:1]), CORRECTION, REPORT])
def test_the_form_check_finds_nothing(paper):
    report = form_check.check(
        pdf.write(sheets(SESSION, paper, verify_at="https://hdnd.example/xac-minh/")), paper.kind
    )
    assert [(found.rule, found.measured) for found in report.broken] == []


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ({"subject": "Về việc đôn đốc"}, "subject-form"),
        ({"subject": ""}, "subject-form"),
        ({"symbol": "TB-HĐND"}, "number-symbol"),
    ],
)
def test_the_form_check_sees_what_is_wrong_with_a_letter(fault, rule):
    (sheet,) = sheets(SESSION, REMINDER)
    report = form_check.check(pdf.write([replace(sheet, **fault)]), PaperKind.REMINDER)
    assert rule in {found.rule for found in report.broken}


def paragraphs(content):
    document = python_docx.Document(BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [each.text for part in (document, *cells) for each in part.paragraphs]


@pytest.mark.parametrize("paper", [REMINDER, CORRECTION])
def test_word_has_the_same_words_in_the_same_places(paper):
    (sheet,) = made = sheets(SESSION, paper)
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in paragraphs(docx.write(made))]
    assert sheet.subject in lines and "" not in (sheet.subject,)
    assert all(block.text in lines for block in sheet.body)


def test_an_offices_own_form_without_a_place_for_it_is_not_used_for_letters():
    document = python_docx.Document(BytesIO(docx.default_template()))
    (place,) = [
        each
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for each in cell.paragraphs
        if "ve_viec" in each.text
    ]
    place._p.getparent().remove(place._p)
    document.add_paragraph("Dòng riêng của cơ quan")
    saved = BytesIO()
    document.save(saved)
    letter = paragraphs(docx.write(sheets(SESSION, REMINDER), template=saved.getvalue()))
    report = paragraphs(docx.write(sheets(SESSION, REPORT), template=saved.getvalue()))
    assert any(line.startswith("V/v") for line in letter) and "Dòng riêng của cơ quan" not in letter
    assert "Dòng riêng của cơ quan" in report


def test_the_report_counts_what_it_lists_and_has_all_in_its_annex():
    (sheet,) = sheets(SESSION, replace(REPORT, owed=(*TWO, replace(TWO[0], state="Xong", is_task=True))))
    words = sheet.words
    assert "1. Có 02 nội dung chỉ đạo được theo dõi" in words and "Quá hạn: 01;\n- Đang làm: 01." in words
    assert sheet.annex and len(sheet.annex.table.rows) == 3
    assert sheet.annex.belongs_to[0].startswith("(Kèm theo Báo cáo số 01/BC-HĐND")
