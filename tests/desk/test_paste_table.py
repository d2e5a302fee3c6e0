"""A table of directives, copied from Excel or taken from its file: its head row says what each column holds."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from meetings.models import Unit

SPLIT = "/quan-tri/meetings/session/tach-van-ban/"
HEAD = ("STT", "Nội dung chỉ đạo", "Đơn vị chủ trì", "Phối hợp", "Thời hạn", "Ghi chú")
ROWS = (
    (
        1,
        "rà soát các điểm ngập",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Công an phường; Phòng Y tế",
        "31/12/2026",
        None,
    ),
    (2, "báo cáo kết quả trực Tết", "công an phường", None, "trước Tết", "làm gấp"),
    (3, "sơn lại vạch kẻ đường", "Đội trật tự cơ động", None, None, None),
)


@pytest.fixture
def units(council):
    names = ("Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "Phòng Y tế")
    return [Unit.objects.create(name=name) for name in names]


@pytest.fixture
def paste(at_clerks_desk, units):
    def post(text):
        return at_clerks_desk.post(SPLIT, {"kind": "directives", "text": text}).json()

    return post


def copied(*rows):
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)


def test_each_row_is_a_directive_with_its_units_and_its_term(paste):
    found = paste(copied(HEAD, *ROWS))
    head, flood, watch, paint = found["rows"]
    assert head["take"] is False and "Dòng tiêu đề" in head["notes"][0]
    said = [(row["values"]["task"], row["values"]["due"]) for row in (flood, watch, paint)]
    assert said == [
        ("rà soát các điểm ngập", "31/12/2026"),
        ("báo cáo kết quả trực Tết", "trước Tết"),
        ("sơn lại vạch kẻ đường", ""),
    ]
    assert flood["lead_unit"]["text"] == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert [each["text"] for each in flood["coordinators"]] == ["Công an phường", "Phòng Y tế"]
    assert watch["lead_unit"]["text"] == "Công an phường" and "Không vào ô nào: “làm gấp”." in watch["notes"]
    assert paint["lead_unit"] is None and [each["name"] for each in paint["unknown"]] == ["Đội trật tự cơ động"]
    assert "không bỏ sót chữ nào" in found["summary"] and "“làm gấp”" in found["summary"]


def test_a_table_of_other_things_and_the_lines_after_one_are_read_as_before(paste):
    assert len(paste("Họ tên\tChức vụ\nLê Văn B\tTrưởng phòng")["rows"]) == 2
    *_, last = paste(copied(HEAD, ROWS[0]) + "\nGiao Phòng Y tế phun thuốc.")["rows"]
    assert last["lead_unit"]["text"] == "Phòng Y tế"


def test_a_workbook_gives_what_its_copied_cells_would(at_clerks_desk, paste):
    book, content = Workbook(), BytesIO()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    book.save(content)
    file = SimpleUploadedFile("viec.xlsx", content.getvalue())
    text = at_clerks_desk.post(f"{SPLIT}bang-tinh/", {"tep": file}).json()["text"]
    assert paste(text)["rows"] == paste(copied(HEAD, *ROWS))["rows"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04" + b"0" * 100, b"x" * 5_000_001])
def test_what_is_no_workbook_is_refused_with_the_way_out(at_clerks_desk, council, content):
    answer = at_clerks_desk.post(f"{SPLIT}bang-tinh/", {"tep": SimpleUploadedFile("viec.xlsx", content)})
    assert answer.status_code == 400 and "chép các ô trong Excel rồi dán vào đây" in answer.json()["error"]
