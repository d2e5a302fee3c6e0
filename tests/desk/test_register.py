"""The register of a year: as a page, as CSV that Excel opens, as XLSX; nothing in it runs as a formula."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import transaction
from django.urls import reverse
from openpyxl import load_workbook

from meetings.models import Edition
from meetings.paper import PaperKind, PaperRecord, SignatureRecord
from meetings.paper_prose import completed


@pytest.fixture
def register(january, january_record, chief):
    """Minutes 1 and 4 of 2021, a notice of 2020 whose reason begins like a formula."""

    def issue(kind, number, dated, note=""):
        paper = completed(PaperRecord(kind=PaperKind(kind), number=number, dated=dated), january_record)
        with transaction.atomic():
            return Edition.objects.issue(january.pk, kind, january_record, by=chief, paper=paper, note=note)

    return [
        issue("minutes", 1, date(2021, 1, 5)),
        issue("minutes", 4, date(2021, 1, 9), note="=1+1"),
        issue("notice", 7, date(2020, 12, 31)),
    ]


def at(name, query="?nam=2021"):
    return reverse(f"admin:meetings_edition_register{name}") + query


def test_each_series_stands_in_its_order_with_its_gaps(at_clerks_desk, register):
    page = " ".join(at_clerks_desk.get(at("")).content.decode().split())
    assert page.index("01/BB-HĐND") < page.index("02 đến 03/BB-HĐND") < page.rindex("04/BB-HĐND")
    assert "07/TB-HĐND" not in page and page.count("Năm 2021 chưa cấp số nào.") == 2
    assert "Thay 01/BB-HĐND" in page and "Được thay bằng 04/BB-HĐND" in page
    assert "01 đến 06/TB-HĐND" in at_clerks_desk.get(at("", "?nam=2020")).content.decode()


def test_the_csv_opens_in_excel_and_holds_no_formula(at_clerks_desk, register):
    answer = at_clerks_desk.get(at("_csv"))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="so-van-ban-2021.csv"'
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["Số, ký hiệu", "01/BB-HĐND", "02 đến 03/BB-HĐND", "04/BB-HĐND"]
    assert rows[1][2:4] == ["05/01/2021", "Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"]
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_the_workbook_has_a_sheet_a_series_and_holds_words_only(at_clerks_desk, register):
    book = load_workbook(BytesIO(at_clerks_desk.get(at("_xlsx")).content))
    assert book.sheetnames == ["Biên bản", "Thông báo kết luận", "Giấy mời"]
    cells = [cell for row in book["Biên bản"].iter_rows() for cell in row if cell.value]
    assert "04/BB-HĐND" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_signers_and_recipients_stand_beside_the_number(at_clerks_desk, register):
    page = at_clerks_desk.get(at("")).content.decode()
    assert "Trần Quyết Thắng" in page and "Thường trực HĐND quận; Lưu: VT, Hồ sơ phiên họp" in page
    assert SignatureRecord(authority=("CHỦ TỌA",), name="Trần Quyết Thắng") in register[0].paper_record.signatures


@pytest.mark.parametrize("query", ["?nam=abc", "?nam=99999", "?nam=-1", "?nam=²"])
def test_a_year_that_is_none_is_not_found(at_clerks_desk, db, query):
    assert at_clerks_desk.get(at("", query)).status_code == 404


def test_an_office_that_issued_nothing_has_an_empty_register(at_clerks_desk, db):
    for name in ("", "_csv", "_xlsx"):
        assert at_clerks_desk.get(at(name)).status_code == 200


def test_forty_numbers_cost_as_many_queries_as_two(at_clerks_desk, register, january, january_record, chief):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(at(""))
    few = len(few)
    for number in range(5, 45):
        paper = completed(PaperRecord(kind=PaperKind.MINUTES, number=number, dated=date(2021, 1, 9)), january_record)
        with transaction.atomic():
            Edition.objects.issue(january.pk, "minutes", january_record, by=chief, paper=paper, note="Thay.")
    with CaptureQueriesContext(connection) as many:
        at_clerks_desk.get(at(""))
    assert len(many) == few
