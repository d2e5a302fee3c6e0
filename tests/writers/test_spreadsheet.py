"""A workbook that opens well and prints well; CSV that Excel opens; nothing in them is computed."""

import csv
import subprocess
from io import BytesIO, StringIO

import pdfplumber
import pytest
from openpyxl import load_workbook

from meetings.desk.register import register_files
from meetings.writers.spreadsheet import COMPUTED, Sheet, csv_text, workbook

from .registers import BOOK, LONG_NOTE


def register(monkeypatch):
    """The workbook of BOOK as the desk makes it."""
    made = {}
    monkeypatch.setattr(register_files, "council_and_year", lambda request: (None, 2021))
    monkeypatch.setattr(register_files, "book_and_closing", lambda council, year: (BOOK, None))
    monkeypatch.setattr(register_files, "download", lambda content, *rest: made.setdefault("content", content))
    register_files.as_xlsx.__wrapped__(None)
    return made["content"]


def test_no_cell_is_a_formula_and_a_number_stays_one():
    rows = [[f"{sign}1+1", 12] for sign in COMPUTED]
    sheet = load_workbook(BytesIO(workbook("Sổ", [Sheet("A & B", ("Chữ", "Số"), (10, 5), rows)])))["A & B"]
    assert {row[0].data_type for row in sheet.iter_rows()} == {"s"}
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [12] * len(rows)
    assert sheet.oddHeader.center.text.endswith("A & B") or "&&" in sheet.oddHeader.center.text


def test_a_cell_of_many_lines_makes_its_row_as_tall_and_none_taller_than_a_spreadsheet_allows():
    rows = [["một"], ["một hai ba bốn năm sáu bảy tám"], ["dòng\ndòng\ndòng"], ["chữ " * 2000]]
    sheet = load_workbook(BytesIO(workbook("Sổ", [Sheet("A", ("Chữ",), (10,), rows)])))["A"]
    heights = [sheet.row_dimensions[place].height for place in range(2, 6)]
    assert heights == [18, 4 * 15 + 3, 3 * 15 + 3, 405]


def test_csv_is_read_as_utf_8_and_computes_nothing():
    text = csv_text([("Số", "Ghi chú"), *((f"{sign}1", 'có "ngoặc", phẩy') for sign in COMPUTED)])
    assert text.encode().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(text[1:], newline="")))
    assert all(row[0].startswith("'") for row in rows[1:]) and rows[1][1] == 'có "ngoặc", phẩy'


@pytest.mark.office
def test_libreoffice_prints_the_register_lying_with_every_line_of_every_cell(tmp_path, monkeypatch):
    (tmp_path / "so.xlsx").write_bytes(register(monkeypatch))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "so.xlsx")], check=True, capture_output=True, timeout=300)
    with pdfplumber.open(tmp_path / "so.pdf") as document:
        sizes = {(round(page.width), round(page.height)) for page in document.pages}
        pages = [" ".join((page.extract_text() or "").split()) for page in document.pages]
        cells = [cell for page in document.pages for table in page.extract_tables() for row in table for cell in row]
    assert sizes == {(842, 595)} or sizes == {(842, 596)}
    assert len(pages) <= 8
    assert all("Ký nhận" in page and "Ghi chú" in page for page in pages), "the head stands on each page"
    notes = [" ".join(cell.split()) for cell in cells if cell and "Thay 01" in cell]
    assert len(notes) == 27 and set(notes) == {LONG_NOTE}, "no line of a cell is cut off"
    assert f"Trang 1/{len(pages)}" in pages[0]
