"""A table of posts gives one text for each row, whatever its columns and its dates look like."""

import codecs
import csv
import hashlib
import io

import pytest

from meetings.readers import read
from meetings.readers.inputs import Unread, posted_at, sources

from .samples import POST, tcvn3, windows_1258

TITLE, _, BODY = POST.split("\n", 2)
HEADER = ["Tiêu đề", "Ngày đăng", "Lượt xem", "Nội dung", "Địa chỉ", "Tác giả"]
ROW = [TITLE, "31/07/2019 10:03", "88", BODY, "https://quanmau.example/7", "Thu Hà"]


def written(*rows, delimiter=","):
    csv.writer(out := io.StringIO(), delimiter=delimiter).writerows(rows)
    return out.getvalue()


def posts(tmp_path, data, name="posts.csv"):
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(sources([tmp_path / name]))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_post(tmp_path, delimiter):
    [found] = posts(tmp_path, written(HEADER, ROW, delimiter=delimiter))
    assert (found.name, found.form, found.encoding) == ("posts.csv:2", "csv", "utf-8")
    assert (found.text, found.address) == (POST, "https://quanmau.example/7")
    assert found.notes == ("Tác giả theo bảng: Thu Hà.",)


@pytest.mark.parametrize(
    ("encode", "encoding"),
    [
        (lambda text: codecs.BOM_UTF8 + text.encode(), "utf-8"),
        (lambda text: text.encode("utf-16"), "utf-16-le"),
        (windows_1258, "windows-1258"),
        (lambda text: tcvn3(text).encode("cp1252"), "tcvn3"),
    ],
)
def test_the_encoding_of_a_table_is_found(tmp_path, encode, encoding):
    [found] = posts(tmp_path, encode(written(HEADER, ROW)))
    assert (found.text, found.encoding) == (POST, encoding)


@pytest.mark.parametrize(
    "header",
    [
        ["title", "posted", "views", "content", "url", "author"],
        ["TIEU DE", "Ngay dang:", "luot xem", "NOI DUNG", "Duong dan", "tac gia"],
        ["Title", "Date", "Hits", "Body", "Link", "Author"],
    ],
)
def test_columns_are_known_by_their_names_in_both_languages(tmp_path, header):
    assert posts(tmp_path, written(header, ROW))[0].text == POST


def test_a_body_in_html_gives_lines_and_files(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    body = "<p>Một.</p><ul><li>Hai&nbsp;việc</li></ul><img src='a.png' alt='Ảnh'>"
    [found] = posts(tmp_path, written(["title", "content"], ["Phiên họp", body]))
    assert found.text == "Phiên họp\nMột.\n- Hai việc"
    assert [(each.name, each.title) for each in found.files] == [("a.png", "Ảnh")]


def test_unknown_columns_are_named(tmp_path):
    [found] = posts(tmp_path, written(["title", "content", "Chuyên mục"], ["Phiên họp", "Một.", "Tin"]))
    assert found.notes == ("Chưa dùng đến các cột “Chuyên mục” của bảng.",)


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    found = posts(tmp_path, written(["title", "content"], ["A", "Một.\nHai."], ["", ""], ["B", ""], ["C", "Ba."]))
    assert [each.name for each in found] == ["posts.csv:2", "posts.csv:4", "posts.csv:5"]
    assert isinstance(found[1], Unread)
    assert "nội dung để trống" in found[1].reason


def test_the_hash_is_of_the_rows_canonical_json(tmp_path):
    [found] = posts(tmp_path, written(["title", "content"], ["Á", "Một."]))
    assert found.sha256 == hashlib.sha256('{"content":"Một.","title":"Á"}'.encode()).hexdigest()
    [again] = posts(tmp_path, written(["content", "title"], ["Một.", "Á"], delimiter=";"))
    assert again.sha256 == found.sha256


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("a,b\n1,2\n", "cột nội dung"),
        ('title,content\nA,"Một\n' + "x\n" * 1_500_000, "thiếu dấu ngoặc kép"),
        ("title,content\n" + ",".join("x" * 300) + "\n", "200 cột"),
        ("title,content\n" + "x" * 9_000_000, "8 triệu"),
        (b"", "rỗng"),
        (b"title,content\nA," + b"\x00\x01\x02" * 100, "nhị phân"),
    ],
)
def test_a_broken_table_is_refused(tmp_path, data, reason):
    found = posts(tmp_path, data)
    assert isinstance(found[-1], Unread)
    assert reason in found[-1].reason
    assert "hãy" in found[-1].reason


def test_what_stands_before_the_break_is_read(tmp_path):
    found = posts(tmp_path, 'title,content\nA,Một.\nB,"Hai\n' + "x\n" * 1_500_000)
    assert [each.name for each in found] == ["posts.csv:2", "posts.csv:3"]
    assert found[0].text == "A\nMột."


@pytest.mark.parametrize(
    "words",
    [
        "31/07/2019 10:03",
        "31-7-2019 10h03",
        "31.07.2019, 10:03:59",
        "10:03 31/07/2019",
        "2019-07-31T10:03:00",
        "2019-07-31 10:03:00.000",
        "2019-07-31T03:03:00Z",
        "2019-07-31T10:03:00+07:00",
        "31/07/2019 10:03 SA",
        "Thứ tư, ngày 31 tháng 7 năm 2019, 10 giờ 03 phút",
        "Thứ Tư, 31/07/2019 - 10:03 GMT+7",
    ],
)
def test_a_day_in_any_form_becomes_the_line_that_the_reader_knows(words):
    line = posted_at.line(words, 88)
    assert line == "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"
    found = read(f"{TITLE}\n{line}\n{BODY}").record
    assert (found.posted_at.isoformat(), found.imported_views) == ("2019-07-31T10:03:00+07:00", 88)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("31/07/2019", "Ngày đăng 31/07/2019"),
        ("31/07/2019 3:05 CH", "Ngày đăng 31/07/2019 | 15:05"),
        ("31/07/2019 12:05 AM", "Ngày đăng 31/07/2019 | 00:05"),
        ("2019-07-31 | Lượt xem: 1.607", "Ngày đăng 31/07/2019 | Lượt xem: 1607"),
        ("31/02/2019", ""),
        ("7/31/2019", ""),
        ("hôm qua", ""),
        ("31/07/2019 25:61", "Ngày đăng 31/07/2019"),
        ("99999-99-99", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("9999-12-31T23:59:00-23:59", ""),
        ("2019-07-31T10:03:00+99:99", "Ngày đăng 31/07/2019 | 10:03"),
    ],
)
def test_days_without_an_hour_and_days_that_are_none(words, line):
    assert posted_at.line(words) == line


def test_a_day_that_cannot_be_read_is_told(tmp_path):
    [found] = posts(tmp_path, written(HEADER, [TITLE, "7/31/2019", "nhiều", BODY, "trang chủ", ""]))
    assert found.text == f"{TITLE}\n{BODY}"
    assert found.notes == (
        "Không đọc được lượt xem “nhiều”.",
        "Không đọc được ngày đăng “7/31/2019”.",
        "Địa chỉ trong bảng không dùng được: “trang chủ”.",
    )
