"""An Excel workbook gives one text for each row, like a CSV, whatever program wrote it."""

import io
import re
import time
from datetime import date, datetime
from datetime import time as hour

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from meetings.readers.inputs import Source, Unread, sources

from .samples import POST, saved, tcvn3, zipped

TITLE, _, BODY = POST.split("\n", 2)
HEADER = ["Tiêu đề", "Ngày đăng", "Lượt xem", "Nội dung", "Địa chỉ", "Tác giả"]
ROW = [TITLE, datetime(2019, 7, 31, 10, 3), 88, BODY, "https://quanmau.example/7", "Thu Hà"]


def written(*rows, **more_sheets):
    """As openpyxl writes it."""
    book = Workbook()
    sheets = {"Trang 1": rows} | more_sheets
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def written_by_xlsxwriter(*rows, epoch=False):
    book = xlsxwriter.Workbook(out := io.BytesIO(), {"date_1904": epoch})
    look, sheet = book.add_format({"num_format": "dd/mm/yyyy hh:mm"}), book.add_worksheet()
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(place, column, cell, look)
            else:
                sheet.write(place, column, cell)
    book.close()
    return out.getvalue()


def posts(tmp_path, data, name="bang.xlsx"):
    (tmp_path / name).write_bytes(data)
    return list(sources([tmp_path / name]))


@pytest.mark.parametrize(
    "data",
    [
        written(HEADER, ROW),
        written_by_xlsxwriter(HEADER, ROW),
        written_by_xlsxwriter(HEADER, ROW, epoch=True),
        written(["DANH SÁCH BÀI ĐĂNG NĂM 2019"], [], HEADER, ROW),
    ],
)
def test_a_row_is_a_post(tmp_path, data):
    [found] = posts(tmp_path, data)
    assert found.name in ("bang.xlsx:2", "bang.xlsx:4")
    assert (found.form, found.encoding, found.text, found.address) == ("xlsx", "utf-8", POST, ROW[4])
    assert found.notes == ("Tác giả theo bảng: Thu Hà.",)


@pytest.mark.parametrize(
    ("posted", "more", "line"),
    [
        (date(2019, 7, 31), None, "Ngày đăng 31/07/2019 | Lượt xem: 88"),
        ("31/07/2019 10:03", None, "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"),
        ("2019-07-31T03:03:00Z", None, "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"),
        (date(2019, 7, 31), hour(10, 3), "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"),
    ],
)
def test_days_and_hours_are_words_whatever_the_cell_holds(tmp_path, posted, more, line):
    header, row = ["Tiêu đề", "Ngày đăng", "Giờ đăng", "Lượt xem", "Nội dung"], [TITLE, posted, more, 88.0, BODY]
    [found] = posts(tmp_path, written(header, row))
    assert found.text.split("\n")[1] == line


def test_numbers_that_only_look_like_days_stay_numbers(tmp_path):
    book = Workbook()
    book.active.append(["title", "views", "content"])
    book.active.append([TITLE, 43677, BODY])
    book.active["B2"].number_format = '#,##0 "lượt đọc"'
    [found] = posts(tmp_path, saved(book))
    assert found.text == f"{TITLE}\n{BODY}"
    book.active["A1"], book.active["C1"] = "Nội dung", "Trích yếu"
    book.active["C2"], book.active["A2"] = 43677, BODY
    book.active["C2"].number_format = '[$-42A]#,##0 "ngày"'
    [found] = posts(tmp_path, saved(book))
    assert found.text == f"43677\n{BODY}"


def test_every_sheet_with_posts_is_read_and_the_others_are_not(tmp_path):
    rows = {"Năm 2019": [HEADER, ROW], "Ghi chú": [["không"], ["có", "gì"]], "Năm 2020": [HEADER, ROW, ROW]}
    found = posts(tmp_path, written(["Bìa"], **rows))
    assert [each.name for each in found] == [
        "bang.xlsx:Năm 2019:2",
        "bang.xlsx:Năm 2020:2",
        "bang.xlsx:Năm 2020:3",
    ]
    assert all(each.text == POST for each in found)


def test_a_hidden_sheet_is_told_and_not_read(tmp_path):
    book = Workbook()
    book.active.append(["title", "content"])
    book.active.append([TITLE, BODY])
    for line in (["title", "content"], [TITLE, BODY]):
        (book["An"] if "An" in book.sheetnames else book.create_sheet("An")).append(line)
    book["An"].sheet_state = "hidden"
    shown, hidden = posts(tmp_path, saved(book))
    assert (shown.name, hidden.name) == ("bang.xlsx:Sheet:2", "bang.xlsx:An")
    assert isinstance(hidden, Unread) and "đang ẩn" in hidden.reason


def test_rows_keep_the_numbers_that_excel_shows(tmp_path):
    found = posts(
        tmp_path, written(["title", "content"], ["A", "Một.\nHai."], [None, None], ["B", None], ["C", "Ba."])
    )
    assert [each.name for each in found] == ["bang.xlsx:2", "bang.xlsx:4", "bang.xlsx:5"]
    assert "nội dung để trống" in found[1].reason


def test_a_body_in_html_or_in_an_old_font_is_read_as_in_a_csv(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    rows = [["Phiên họp", "<p>Một.</p><img src='a.png' alt='Ảnh'>"], [tcvn3("Phiên họp"), tcvn3(BODY)]]
    first, second = posts(tmp_path, written(["title", "content"], *rows))
    assert (first.text, [each.title for each in first.files]) == ("Phiên họp\nMột.", ["Ảnh"])
    assert (second.encoding, second.text) == ("tcvn3", f"Phiên họp\n{BODY}")


def test_a_cell_as_long_as_excel_allows_may_be_cut(tmp_path):
    body = "\n".join(["việc " * 300] * 30)[:32_767]
    [found] = posts(tmp_path, written(["title", "content"], ["A", body.ljust(32_767, ".")]))
    assert "cắt cụt" in found.notes[-1]


NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
KEYS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def bare(rows, texts="", sheet="xl/worksheets/sheet1.xml"):
    """A package of nothing but the needed parts."""
    book = f'<workbook {NAMES} xmlns:r="{KEYS}"><sheets><sheet name="A" sheetId="1" r:id="k"/></sheets></workbook>'
    link = f'<Relationship Id="k" Type="{KEYS}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {NAMES}>{texts}</sst>",
        sheet: f"<worksheet {NAMES}><sheetData>{rows}</sheetData></worksheet>",
    }
    return zipped({name: xml.encode() for name, xml in parts.items()})


HEAD = "<row><c t='inlineStr'><is><t>title</t></is></c><c t='inlineStr'><is><t>content</t></is></c></row>"


def test_runs_are_joined_and_how_they_are_pronounced_is_left_out(tmp_path):
    texts = "<si><r><t>Phiên </t></r><r><t>họp</t></r><rPh><t>đọc</t></rPh></si><si><t>Một._x000D_\nHai.</t></si>"
    row = "<row r='7'><c r='A7' t='s'><v>0</v></c><c r='B7' t='s'><v>1</v></c><c r='C7' t='e'><v>#N/A</v></c></row>"
    [found] = posts(tmp_path, bare(HEAD + row, texts))
    assert (found.name, found.text) == ("bang.xlsx:7", "Phiên họp\nMột.\nHai.")


ENTITIES = f'<!DOCTYPE x [<!ENTITY a "{"a" * 1_000}">]><x>{"&a;" * 1_000}</x>'
LONG = f"<si><t>{'a ' * 90_000}</t></si>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bare("<row><c><v>1</v></c></row>"), "cột tiêu đề"),
        (bare(HEAD, sheet="xl/x.xml"), "hỏng"),
        (zipped({"xl/workbook.xml": b""}), "hỏng"),
        (bare(HEAD, sheet="xl/styles.xml"), "hỏng"),
        (bare(HEAD + "<row"), "hỏng"),
        (bare(HEAD + "<row><c r='GZ2'><v>1</v></c></row>"), "200 cột"),
        (bare(HEAD + "<row><c><v>1</v></c></row>" * 300_000), "quá lớn"),
        (bare(HEAD + "<x>" * 600_000), "quá lớn"),
        (bare(HEAD + "<c/>" * 600_000), "quá lớn"),
        (bare(HEAD, "<si/>" * 600_000), "quá lớn"),
        (bare(HEAD, "<si><t>" + "a" * 63_000_000), "hỏng|phình"),
        (bare(HEAD + " " * 120_000_000), "phình|quá lớn"),
        (bare(HEAD + f"<row><c t='str'><v>{'a' * 300_000}</v></c></row>"), "200.000 chữ"),
        (bare(HEAD, LONG + "</sst>" + "<"), "hỏng"),
        (bare(HEAD)[:-60], "hỏng"),
        (zipped({"xl/workbook.xml": ENTITIES.encode()}), "hỏng"),
        (zipped({"xl/workbook.xml": b"<x/>", "xl/_rels/workbook.xml.rels": ENTITIES.encode()}), "DOCTYPE"),
    ],
)
def test_a_broken_or_hostile_workbook_is_refused_soon(tmp_path, data, reason):
    began = time.process_time()
    found = posts(tmp_path, data)
    assert time.process_time() - began < 5
    assert isinstance(found[-1], Unread) and sum(isinstance(each, Source) for each in found) <= 1
    assert re.search(reason, found[-1].reason) and "hãy" in found[-1].reason


def test_one_long_text_shown_by_many_cells_comes_to_an_end(tmp_path):
    row = "<row><c t='s'><v>0</v></c>" + "<c t='s'><v>0</v></c>" * 199 + "</row>"
    found = posts(tmp_path, bare(HEAD + row * 2_000, LONG))
    assert "quá lớn" in found[-1].reason and len(found) < 10


def test_a_row_far_down_is_no_million_rows(tmp_path):
    row = "<row r='1048576'><c r='A1048576' t='str'><v>A</v></c><c r='B1048576' t='str'><v>Một.</v></c></row>"
    assert [each.name for each in posts(tmp_path, bare(HEAD + row))] == ["bang.xlsx:1048576"]


def test_content_decides_and_a_zip_holds_it_as_well(tmp_path):
    found = posts(tmp_path, zipped({"2019/bang.csv": written(HEADER, ROW)}), "bai.zip")
    assert [(each.name, each.form) for each in found] == [("bai.zip/2019/bang.csv:2", "xlsx")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.floats(0, 1),
    piece=st.sampled_from(["", "<", "<c>", "</row>", "99999999", "s", "'", "\x00", "é"]),
    cut=st.integers(0, 9),
)
def test_mutated_sheets_never_surprise(tmp_path, caplog, place, piece, cut):
    row = (
        "<row r='2'><c r='A2' t='s' s='1'><v>0</v></c><c r='B2' t='str'><v>Một.</v></c><c s='0'><v>9.5</v></c></row>"
    )
    at = int(place * len(row))
    found = posts(tmp_path, bare(HEAD + row[:at] + piece + row[at + cut :], "<si><t>A</t></si>"))
    assert all(isinstance(each, Source | Unread) for each in found) and not caplog.records
