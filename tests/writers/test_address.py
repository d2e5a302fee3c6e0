"""The office's address (cell 13) stands at the foot of the first page where the office chose it, and nowhere else."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx as python_docx
import pytest

from meetings import form_check, official_form
from meetings.paper import PaperKind, PaperRecord
from meetings.writers import docx, pdf
from meetings.writers.words import sheets

from .conftest import LONG, MM, Paper
from .papers import OWED, PAPERS, SESSION, VERIFY_AT

COUNCIL = {
    "address": "Số 30 phố Lê Đại Hành",
    "email": "hdnd@example.vn",
    "telephone": "024 3974 0000",
    "website": "hdnd.example.vn",
    "address_on_papers": True,
}
WORDS = (
    "Địa chỉ: Số 30 phố Lê Đại Hành; thư điện tử: hdnd@example.vn; trang thông tin điện tử: hdnd.example.vn; "
    "điện thoại: 024 3974 0000"
)
LETTER = PaperRecord(kind=PaperKind.REMINDER, number=2, dated=date(2021, 2, 8), owed=OWED[:1])


def with_address(record):
    return replace(record, council=replace(record.council, **COUNCIL))


def printed(paper, record=SESSION):
    return Paper(pdf.write(sheets(with_address(record), paper, verify_at=VERIFY_AT)))


def test_it_stands_at_the_foot_of_the_first_page_alone():
    paper = printed(replace(PAPERS["minutes"], owed=()), LONG)
    pages = [" ".join(page.extract_text().split()) for page in paper.pages]
    assert [WORDS.split("; ")[0] in page for page in pages] == [True, *[False] * (len(pages) - 1)]
    letters = paper.find("Địa chỉ: Số 30")
    assert {round(each["size"], 1) for each in letters} == {11.0}
    assert letters[0]["bottom"] > paper.pages[0].height - 35 * MM
    assert letters[0]["bottom"] < paper.pages[0].height - official_form.MARGIN_BOTTOM_MM * MM


def test_on_a_paper_of_one_page_it_stands_below_the_line_of_verification():
    paper = printed(LETTER)
    assert len(paper.pages) == 1
    assert paper.find("Kiểm tra văn bản tại:")[0]["bottom"] < paper.find("Địa chỉ: Số 30")[0]["top"]


@pytest.mark.parametrize("paper", [LETTER, PAPERS["minutes"]])
def test_the_form_is_kept_with_it(paper):
    report = form_check.check(printed(paper).pdf, paper.kind)
    assert [(found.rule, found.measured) for found in report.broken] == []


def footer(content):
    return [each.text for each in python_docx.Document(BytesIO(content)).sections[0].first_page_footer.paragraphs]


def test_word_has_it_in_the_footer_of_the_first_page():
    made = docx.write(sheets(with_address(SESSION), LETTER, verify_at=VERIFY_AT))
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in footer(made)] == [WORDS]


def test_an_office_that_did_not_choose_it_prints_none():
    chosen = with_address(SESSION)
    silent = replace(chosen, council=replace(chosen.council, address_on_papers=False))
    (sheet,) = made = sheets(silent, LETTER)
    assert sheet.address == "" and footer(docx.write(made)) == [""]  # Word calls a footer without a paragraph damaged
