"""The register of a year: as a page, as a book to print, as CSV and XLSX; closed, it is final."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.db import transaction
from django.urls import reverse
from openpyxl import load_workbook

from meetings import issuing, printing
from meetings.models import Council, Edition, PrintedFile, RegisterClosing, RegisterEntry
from meetings.models.record_room_check import faults
from meetings.paper import PaperKind, PaperRecord, SignatureRecord
from meetings.paper_prose import completed
from meetings.register_book import COLUMNS, RegisterBook

from ..conftest import logged_in
from .filling import filled


@pytest.fixture
def issue(january, january_record, chief):
    def issue(kind, number, dated, note="", order_note=""):
        paper = PaperRecord(kind=PaperKind(kind), number=number, dated=dated, order_note=order_note)
        with transaction.atomic():
            return Edition.objects.issue(
                january.pk,
                kind,
                january_record,
                by=chief,
                paper=completed(paper, january_record),
                note=note,
                at=datetime(dated.year, dated.month, dated.day, 3, tzinfo=UTC),
            )

    return issue


@pytest.fixture
def register(issue):
    """Minutes 1 and 4 of 2021, a notice of 2020 whose reason begins like a formula."""
    return [
        issue("minutes", 1, date(2021, 1, 5)),
        issue("minutes", 4, date(2021, 1, 9), note="=1+1"),
        issue("notice", 7, date(2020, 12, 31)),
    ]


def at(name, query="?nam=2021"):
    return reverse(f"admin:meetings_edition_register{name}") + query


def line_of(edition):
    return reverse("admin:meetings_edition_enter", args=[edition.pk])


def text(answer):
    return " ".join(answer.content.decode().split())


def book(year=2021):
    return issuing.book_of(Council.objects.get(), year)


def test_each_series_stands_in_its_order_with_its_gaps(at_clerks_desk, register):
    page = text(at_clerks_desk.get(at("")))
    assert page.index("01/BB-HĐND") < page.index("02 đến 03/BB-HĐND") < page.rindex("04/BB-HĐND")
    assert "07/TB-HĐND" not in page and page.count("Năm 2021 chưa cấp số nào.") == 2
    assert "Thay 01/BB-HĐND" in page and "Được thay bằng 04/BB-HĐND" in page
    assert "01 đến 06/TB-HĐND" in at_clerks_desk.get(at("", "?nam=2020")).content.decode()


def test_the_book_has_the_ten_columns_of_the_decree_in_its_order(at_clerks_desk, register):
    page = text(at_clerks_desk.get(at("")))
    assert len(COLUMNS) == 10
    assert page.count('<th scope="col">Số, ký hiệu văn bản</th><th scope="col">Ngày tháng văn bản</th>') == 1
    first = book().lines[0]
    assert first.cells == (
        "01/BB-HĐND",
        "05/01/2021",
        "Biên bản phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng",
        "Trần Quyết Thắng",
        "Thường trực HĐND quận",
        "VT, Hồ sơ phiên họp",
        *("", "", ""),
        "Được thay bằng 04/BB-HĐND",
    )
    assert book(2020).lines[1].subject.startswith("Thông báo kết luận phiên họp tháng 01")


def test_the_csv_opens_in_excel_and_holds_no_formula(at_clerks_desk, register):
    RegisterEntry(edition=register[0], note="＝1+1", typed_by=register[0].issued_by).save()
    answer = at_clerks_desk.get(at("_csv"))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="so-van-ban-2021.csv"'
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["Số, ký hiệu văn bản", "01/BB-HĐND", "02 đến 03/BB-HĐND", "04/BB-HĐND"]
    assert {len(row) for row in rows} == {11}
    assert not any(cell.startswith(("=", "＝")) for row in rows for cell in row)


def sheets(client, query="?nam=2021"):
    return load_workbook(BytesIO(client.get(at("_xlsx", query)).content))


def test_the_workbook_has_a_sheet_a_series_and_holds_words_only(at_clerks_desk, register):
    book = sheets(at_clerks_desk)
    assert book.sheetnames == ["Biên bản", "Thông báo kết luận", "Giấy mời"]
    cells = [cell for row in book["Biên bản"].iter_rows() for cell in row if cell.value]
    assert "04/BB-HĐND" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_workbook_prints_on_lying_a4_as_wide_as_the_sheet_with_its_head_on_each(at_clerks_desk, register):
    for sheet in sheets(at_clerks_desk):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1" and sheet.freeze_panes == "A2"
        assert "Sổ đăng ký văn bản đi năm 2021" in sheet.oddHeader.center.text
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


def test_a_row_is_as_tall_as_its_longest_cell_needs(at_clerks_desk, register, clerk):
    RegisterEntry(edition=register[0], note="Một ghi chú dài. " * 12, typed_by=clerk).save()
    sheet = sheets(at_clerks_desk)["Biên bản"]
    tall, skipped = sheet.row_dimensions[2].height, sheet.row_dimensions[3].height
    assert tall > 8 * 15 and 15 < skipped < 60


def test_a_number_of_copies_can_be_added_up(at_clerks_desk, register, clerk):
    RegisterEntry(edition=register[0], copies=12, typed_by=clerk).save()
    assert sheets(at_clerks_desk)["Biên bản"]["G2"].value == 12


def test_the_signers_and_recipients_stand_beside_the_number(at_clerks_desk, register):
    page = at_clerks_desk.get(at("")).content.decode()
    assert "Trần Quyết Thắng" in page and "Thường trực HĐND quận" in page and "VT, Hồ sơ phiên họp" in page
    assert SignatureRecord(authority=("CHỦ TỌA",), name="Trần Quyết Thắng") in register[0].paper_record.signatures


@pytest.mark.parametrize("query", ["?nam=abc", "?nam=99999", "?nam=-1", "?nam=²"])
def test_a_year_that_is_none_is_not_found(at_clerks_desk, db, query):
    assert at_clerks_desk.get(at("", query)).status_code == 404


def test_an_office_that_issued_nothing_has_an_empty_register(at_clerks_desk, db, council):
    for name in ("", "_csv", "_xlsx", "_pdf"):
        assert at_clerks_desk.get(at(name)).status_code == 200


def test_an_office_without_a_council_has_none(at_clerks_desk, db):
    for name, status in (("", 200), ("_csv", 200), ("_xlsx", 200), ("_pdf", 404)):
        assert at_clerks_desk.get(at(name)).status_code == status


def test_forty_numbers_cost_as_many_queries_as_two(at_clerks_desk, register, issue, clerk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        at_clerks_desk.get(at(""))
    few = len(few)
    for number in range(5, 45):
        edition = issue("minutes", number, date(2021, 1, 9), note="Thay.")
        RegisterEntry(edition=edition, copies=1, typed_by=clerk).save()
    with CaptureQueriesContext(connection) as many:
        at_clerks_desk.get(at(""))
    assert len(many) == few


def enter(client, edition, **words):
    where = line_of(edition)
    return client.post(where, entry(client.get(where), **words))


def entry(page, **words):
    """The form as the page shows it, with the mark of the row that it begins with."""
    last = page.context["last"]
    return {**filled(page), "after": last.pk if last else "", **words}


def test_the_clerk_adds_what_only_the_office_knows_and_the_edition_stays_as_it_was(at_clerks_desk, register, clerk):
    before = Edition.objects.values().get(pk=register[0].pk)
    answer = enter(
        at_clerks_desk, register[0], kept_by="Văn thư", copies="12", sent_on="6-1-2021", receipt="Đã nhận qua trục"
    )
    assert answer.status_code == 302
    assert book().lines[0].cells[5:9] == ("Văn thư", "12", "06/01/2021", "Đã nhận qua trục")
    assert Edition.objects.values().get(pk=register[0].pk) == before
    row = RegisterEntry.objects.get()
    assert (row.typed_by, bool(row.typed_at)) == (clerk, True)
    page = text(at_clerks_desk.get(reverse("admin:meetings_edition_change", args=[register[0].pk])))
    assert "Phạm Thu Hà ghi" in page and "06/01/2021" in page


def test_who_changes_a_line_leaves_what_stood_there_readable(at_clerks_desk, at_chiefs_desk, register):
    enter(at_clerks_desk, register[0], copies="12")
    enter(at_chiefs_desk, register[0], copies="15")
    assert book().lines[0].copies == 15
    page = text(at_clerks_desk.get(line_of(register[0])))
    assert "12 bản" in page and "15 bản" in page and "Đỗ Văn Khải" in page and "Phạm Thu Hà" in page


def test_two_who_fill_one_line_are_told_and_nothing_is_lost(at_clerks_desk, at_chiefs_desk, register):
    where = line_of(register[0])
    stale = entry(at_clerks_desk.get(where), note="Chữ của tôi")
    enter(at_chiefs_desk, register[0], note="Chữ của bạn")
    answer = at_clerks_desk.post(where, stale)
    assert answer.status_code == 409 and "Đỗ Văn Khải vừa ghi dòng này" in text(answer)
    assert "Chữ của tôi" in text(answer) and "Chữ của bạn" in text(answer)
    assert book().lines[0].note.endswith("Chữ của bạn")
    at_clerks_desk.post(where, entry(answer, note="Chữ của bạn, chữ của tôi"))
    assert book().lines[0].note.endswith("Chữ của bạn, chữ của tôi")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"sent_on": "04/01/2021"}, "không thể là ngày trước đó"),
        ({"sent_on": "01/01/2090"}, "chưa tới"),
        ({"copies": "0"}, "ít nhất là 1"),
        ({"copies": "1000"}, "nhiều nhất là 999"),
        ({"copies": "mười"}, "bằng chữ số"),
        ({"sent_on": "31/02/2021"}, "chỉ có 28 ngày"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_stays_typed(at_clerks_desk, register, words, said):
    answer = enter(at_clerks_desk, register[0], note="Giữ lại", **words)
    assert answer.status_code == 409 and said in text(answer) and "Giữ lại" in text(answer)
    assert not RegisterEntry.objects.exists()


def test_a_form_saved_unchanged_adds_no_row(at_clerks_desk, register):
    enter(at_clerks_desk, register[0], copies="12")
    enter(at_clerks_desk, register[0])
    assert RegisterEntry.objects.count() == 1


@pytest.mark.parametrize("role", ["reader", "administrator"])
def test_who_only_reads_may_look_at_a_line_and_write_nothing(request, register, role):
    client = logged_in(request.getfixturevalue(role))
    page = client.get(line_of(register[0]))
    assert page.status_code == 200 and "Lưu vào sổ" not in text(page)
    assert client.post(line_of(register[0]), {"copies": "3"}).status_code == 403
    assert not RegisterEntry.objects.exists()


def test_a_paper_sent_late_says_so_in_the_book_and_on_the_page_that_asks(at_clerks_desk, register):
    enter(at_clerks_desk, register[0], sent_on="06/01/2021")
    assert "chậm" not in book().lines[0].note
    enter(at_clerks_desk, register[0], sent_on="08/01/2021")
    assert "Chuyển chậm, chậm nhất phải chuyển ngày 06/01/2021" in book().lines[0].note
    assert "Chuyển chậm" in text(at_clerks_desk.get(line_of(register[0])))


def test_a_paper_of_a_friday_is_in_time_on_monday(at_clerks_desk, issue):
    friday = issue("notice", 1, date(2021, 1, 8))
    enter(at_clerks_desk, friday, sent_on="11/01/2021")
    assert "chậm" not in book().lines[0].note


def test_a_reason_for_the_order_of_days_stands_in_the_notes(issue):
    issue("notice", 1, date(2021, 1, 8), order_note="Ký trước, cấp số sau.")
    assert book().lines[0].note == "Số sau ghi ngày trước: Ký trước, cấp số sau"


def test_replaced_and_withdrawn_papers_stay_with_a_note(register, chief):
    issuing.withdraw(register[1], by=chief, note="Ghi nhầm phiên.")
    first, skipped, last = book().lines
    assert "Được thay bằng 04/BB-HĐND" in first.note and "Thu hồi ngày" in last.note and "Ghi nhầm phiên" in last.note
    assert (skipped.edition, skipped.subject) == (0, "Cấp trên sổ giấy, không có ở đây")
    assert book().count == 2


@pytest.fixture
def closed(at_chiefs_desk, register):
    at_chiefs_desk.post(at("_close"), {"nam": "2021"})
    return RegisterClosing.objects.get()


def test_closing_a_year_freezes_its_book_and_pdf_with_hash_name_and_hour(at_chiefs_desk, closed, chief):
    assert (closed.year, closed.closed_by) == (2021, chief)
    page = text(at_chiefs_desk.get(at("")))
    assert "Sổ văn bản năm 2021 đã khóa lúc" in page and "Đỗ Văn Khải" in page and closed.sha256 in page
    assert "Khóa sổ năm 2021" not in page and "Ghi…" not in page
    answer = at_chiefs_desk.get(at("_pdf"))
    assert PrintedFile("", "", b"".join(answer.streaming_content)).sha256 == closed.sha256
    assert closed.frozen_book == RegisterBook.from_data(closed.book)
    assert closed.frozen_book.closed_by == "Đỗ Văn Khải" and list(faults()) == []


def test_a_closed_book_takes_no_entry_and_says_why(at_clerks_desk, closed, register):
    page = text(at_clerks_desk.get(line_of(register[0])))
    assert "đã khóa" in page and "Lưu vào sổ" not in page
    answer = at_clerks_desk.post(line_of(register[0]), {"copies": "3"})
    assert answer.status_code == 409
    assert "Sổ văn bản năm 2021 đã khóa" in text(answer) and "không ghi thêm, không sửa được nữa" in text(answer)
    assert not RegisterEntry.objects.exists()


def test_a_closed_book_takes_no_number_by_any_door(closed, issue, chief, january):
    from meetings.models import BookClosed, Refused

    with pytest.raises(BookClosed, match="đã khóa"):
        issue("notice", 1, date(2021, 2, 1))
    with pytest.raises(Refused, match="không cấp thêm số của năm ấy"):
        issuing.issue(january, "notice", issuing.Order(dated=date(2021, 2, 1)), by=chief)
    assert issue("notice", 8, date(2022, 1, 4), note="Thay.").reference == "08/TB-HĐND"


def test_what_happens_after_the_closing_stands_beside_the_book_not_in_it(at_chiefs_desk, closed, register, chief):
    before = at_chiefs_desk.get(at("_csv")).content
    assert "Sau khi khóa sổ" not in text(at_chiefs_desk.get(at("")))
    issuing.withdraw(register[1], by=chief, note="Ghi nhầm phiên.")
    page = text(at_chiefs_desk.get(at("")))
    assert "Sau khi khóa sổ" in page and page.count("Ghi nhầm phiên.") == 1
    assert at_chiefs_desk.get(at("_csv")).content == before


def test_a_book_is_closed_once(at_chiefs_desk, closed):
    answer = at_chiefs_desk.post(at("_close"), {"nam": "2021"})
    assert answer.status_code == 409 and "đã khóa lúc" in text(answer)
    assert RegisterClosing.objects.count() == 1


def test_the_page_that_asks_says_what_the_lines_lack(at_chiefs_desk, register):
    page = text(at_chiefs_desk.get(at("_close")))
    assert "2 văn bản chưa ghi ngày chuyển" in page and "2 văn bản chưa ghi số lượng bản" in page
    assert "Cấp trên sổ giấy, không có ở đây: 02 đến 03/BB-HĐND" in page


def test_a_year_that_goes_on_is_closed_only_by_who_says_so(at_chiefs_desk, issue):
    this = date.today().year
    issue("minutes", 1, date(this, 1, 5))
    asked = at_chiefs_desk.post(at("_close"), {"nam": f"{this}"})
    assert asked.status_code == 409 and f"Năm {this} chưa hết" in text(asked)
    at_chiefs_desk.post(at("_close"), {"nam": f"{this}", "sure": "1"})
    assert RegisterClosing.objects.get().year == this


@pytest.mark.parametrize(("year", "said"), [("2019", "chưa có số nào"), ("2099", "chưa tới")])
def test_there_is_nothing_to_close_in_an_empty_year(at_chiefs_desk, register, year, said):
    answer = at_chiefs_desk.post(at("_close"), {"nam": year, "sure": "1"})
    assert answer.status_code == 409 and said in text(answer)


def test_a_book_that_grew_while_it_was_printed_is_not_closed(at_chiefs_desk, register, clerk, monkeypatch):
    def slow(book):
        RegisterEntry(edition=register[0], copies=3, typed_by=clerk).save()
        return b"%PDF-1.7"

    monkeypatch.setattr(printing, "register", slow)
    answer = at_chiefs_desk.post(at("_close"), {"nam": "2021"})
    assert answer.status_code == 409 and "trong lúc in" in text(answer)
    assert not RegisterClosing.objects.exists()


def test_a_clerk_does_not_close_the_book(at_clerks_desk, register):
    assert at_clerks_desk.get(at("_close")).status_code == 403
    assert at_clerks_desk.post(at("_close"), {"nam": "2021"}).status_code == 403
    assert "Khóa sổ" not in text(at_clerks_desk.get(at("")))


def test_a_lost_or_changed_book_is_found_by_the_check_of_the_record_room(closed):
    from django.core.files.storage import default_storage

    default_storage.delete(closed.stored.path)
    assert [fault for fault in faults() if "so-dang-ky-van-ban-di-2021.pdf" in fault]


@pytest.mark.parametrize("kind", ["entry", "closing"])
def test_the_database_itself_keeps_what_was_entered_and_closed(closed, register, clerk, kind):
    from django.db import DatabaseError

    if kind == "entry":
        RegisterEntry.objects.bulk_create([RegisterEntry(edition=register[0], copies=3, typed_by=clerk)])
    rows = RegisterEntry.objects.all() if kind == "entry" else RegisterClosing.objects.all()
    change = {"note": "x"} if kind == "entry" else {"sha256": "x"}
    for door in (lambda: rows.update(**change), lambda: rows._raw_delete("default")):
        with pytest.raises(DatabaseError, match="không sửa, không xóa"), transaction.atomic():
            door()
    for door in (rows.get().save, rows.get().delete):
        with pytest.raises(TypeError):
            door()
