"""The grammar that the importer and the paste panel share: units, people, tables, what a task is."""

import re

import pytest

from meetings.readers.grammar import deadline, known_names, tables, tagging, tasks, unit_phrases
from meetings.readers.grammar.people import person, rows
from meetings.readers.grammar.rule import rule
from meetings.readers.text_span import Clip


def units(words, *, ordered=False):
    found = unit_phrases.find(words, ordered=ordered)
    return [words[start:end] for start, end in found.spans] if found else []


def people(words):
    return [
        (row.name.words if row.name else "", row.position.words if row.position else "")
        for row in rows(Clip.of(words))
    ]


@pytest.mark.parametrize(
    ("named", "task"),
    [
        ("Trung tâm Y tế huyện", "phun thuốc muỗi ở ba thôn"),
        ("Văn phòng Đăng ký đất đai", "chỉnh lý bản đồ"),
        ("Ban Quản lý rừng phòng hộ", "rà soát mốc giới"),
        ("Đội Cảnh sát giao thông", "phân luồng trước cổng trường"),
        ("Trạm Chăn nuôi và Thú y", "tiêm phòng cho đàn trâu"),
        ("Công ty Cổ phần cấp nước Bình Khê", "nối mạng cho thôn Đông"),
        ("Các Tổ bầu cử", "chuẩn bị hòm phiếu phụ"),
        ("các cơ quan soạn thảo", "gửi hồ sơ cho Ban Pháp chế"),
        ("UBND các xã: Hoài Sơn, Tân Lập", "họp dân trong tuần này"),
        ("mấy tổ dân phố ven sông", "trực đê ban đêm"),
        ("Các Trạm Y tế sau sắp xếp", "phải công khai số điện thoại trực"),
    ],
)
def test_a_name_goes_up_to_the_verb_of_the_task(named, task):
    assert units(f"{named} {task}", ordered=True) == [named]


def test_several_units_end_before_the_task():
    words = "Ban Pháp chế, Phòng Tài chính - Kế hoạch và Văn phòng HĐND và UBND huyện lập dự toán"
    assert units(words) == ["Ban Pháp chế", "Phòng Tài chính - Kế hoạch", "Văn phòng HĐND và UBND huyện"]


def test_a_person_who_is_given_something_is_named_without_the_task():
    assert units("ông Cao Minh Trí soạn đề cương, lấy ý kiến các Tổ đại biểu") == ["ông Cao Minh Trí"]


def test_a_known_name_is_found_whole_however_it_is_written():
    office = known_names.KnownNames(["Phòng Văn hóa - Khoa học và Thông tin"])
    with known_names.knowing(office):
        words = "phòng văn hoá - khoa học & thông tin mở lớp tập huấn"
        assert units(words, ordered=True) == ["phòng văn hoá - khoa học & thông tin"]


@pytest.mark.parametrize(
    "words", ["rà soát sổ", "khẩn trương lập danh sách", "chỉ đạo các thôn dọn rác", "tái giám sát"]
)
def test_a_task_begins_with_a_verb(words):
    assert tasks.begin_surely(words)


@pytest.mark.parametrize(
    "words", ["biểu dương lực lượng công an", "cảm ơn các cơ quan", "thay mặt Thường trực chúc Tết", "Ban Pháp chế"]
)
def test_praise_thanks_and_names_are_no_tasks(words):
    assert not tasks.begin_surely(words)


def test_without_the_tagger_the_list_of_verbs_decides(monkeypatch):
    monkeypatch.setattr(tagging, "is_installed", lambda: False)
    tagging.tokens.cache_clear()
    unit_phrases._name_end.cache_clear()
    try:
        assert units("Trung tâm Y tế huyện phun thuốc muỗi") == ["Trung tâm Y tế huyện"]
        assert tasks.begin_surely("rà soát sổ") and not tasks.begin_surely("nước thải ở chợ")
    finally:
        tagging.tokens.cache_clear()
        unit_phrases._name_end.cache_clear()


@pytest.mark.parametrize(
    ("words", "name", "position"),
    [
        ("Phó Chủ tịch UBND huyện Phùng Gia Bảo", "Phùng Gia Bảo", "Phó Chủ tịch UBND huyện"),
        ("Lưu Khánh Toàn- Chủ tịch HĐND huyện", "Lưu Khánh Toàn", "Chủ tịch HĐND huyện"),
        ("ông K'Bréo - Trưởng Ban Dân tộc", "K'Bréo", "Trưởng Ban Dân tộc"),
        ("bà H'Liên Êban - Phó Chủ tịch HĐND tỉnh", "H'Liên Êban", "Phó Chủ tịch HĐND tỉnh"),
        ("đồng chí Đoàn Thị Chánh, Trưởng Ban Pháp chế", "Đoàn Thị Chánh", "Trưởng Ban Pháp chế"),
        ("Đại tá Lâm Văn Hậu, Phó Giám đốc Công an tỉnh", "Lâm Văn Hậu", "Phó Giám đốc Công an tỉnh"),
        ("bà Lý Thị Hoa, chuyên viên Văn phòng", "Lý Thị Hoa", "chuyên viên Văn phòng"),
        ("Trưởng Công an xã", "", "Trưởng Công an xã"),
    ],
)
def test_name_and_post_in_either_order(words, name, position):
    found = person(Clip.of(words))
    assert (found.name.words if found.name else "", found.position.words if found.position else "") == (
        name,
        position,
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "các Phó Chủ tịch HĐND huyện: Ninh Thu Trà, Phùng Gia Bảo",
            [("Ninh Thu Trà", "Phó Chủ tịch HĐND huyện"), ("Phùng Gia Bảo", "Phó Chủ tịch HĐND huyện")],
        ),
        (
            "hai Phó Trưởng Ban HĐND xã là Bùi Văn Ín và Phạm Thị Hảo",
            [("Bùi Văn Ín", "Phó Trưởng Ban HĐND xã"), ("Phạm Thị Hảo", "Phó Trưởng Ban HĐND xã")],
        ),
        (
            "ông Trịnh Hoài Nam, bà Phan Thị Loan - Phó Chủ tịch HĐND huyện",
            [("Trịnh Hoài Nam", "Phó Chủ tịch HĐND huyện"), ("Phan Thị Loan", "Phó Chủ tịch HĐND huyện")],
        ),
        ("đại diện Ban Tổ chức, Ban Dân vận Quận ủy", [("", "đại diện Ban Tổ chức"), ("", "Ban Dân vận Quận ủy")]),
        (
            "lãnh đạo Phòng Kinh tế, Hạ tầng và Đô thị, Phòng Văn hóa",
            [("", "lãnh đạo Phòng Kinh tế, Hạ tầng và Đô thị"), ("", "Phòng Văn hóa")],
        ),
        ("lãnh đạo các phòng: Nội vụ, Tư pháp", [("", "lãnh đạo các phòng: Nội vụ"), ("", "Tư pháp")]),
        (
            "ông Hà Văn Lý, Thủ từ đình làng, đại diện UBND xã có bà Vi Thị Xa - Phó Chủ tịch",
            [("Hà Văn Lý", "Thủ từ đình làng"), ("Vi Thị Xa", "Phó Chủ tịch")],
        ),
        (
            "Phó Bí thư Đảng ủy, Chủ tịch HĐND xã Vũ Nhật Lệ và đại biểu HĐND tỉnh Khúc Thị Hiền",
            [("Vũ Nhật Lệ", "Phó Bí thư Đảng ủy, Chủ tịch HĐND xã"), ("Khúc Thị Hiền", "đại biểu HĐND tỉnh")],
        ),
        (
            "ông Hoàng Mạnh Dũng, Chủ tịch UBND xã và các trưởng thôn",
            [("Hoàng Mạnh Dũng", "Chủ tịch UBND xã"), ("", "các trưởng thôn")],
        ),
    ],
)
def test_a_post_is_shared_and_the_next_person_is_apart(words, found):
    assert people(words) == found


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("chốt danh sách ngày 15/01/2026", "ngày 15/01/2026"),
        ("tổ chức kỳ họp vào ngày 31/3/2023", "ngày 31/3/2023"),
        ("báo cáo thứ Ba, thứ Năm hằng tuần", "thứ Ba, thứ Năm hằng tuần"),
        ("báo cáo số lợn ốm hằng ngày trước 16 giờ", "hằng ngày trước 16 giờ"),
        ("báo cáo hai tuần một lần", "hai tuần một lần"),
        ("dọn vệ sinh ngày 25 hàng tháng", "ngày 25 hàng tháng"),
        ("báo cáo tại phiên họp tháng 10", "tại phiên họp tháng 10"),
        ("bố trí chỗ ở cho đến khi người dân được trở về", "cho đến khi người dân được trở về"),
        ("trả lời theo Nghị quyết số 12 ngày 10/12/2022", None),
        ("chuẩn bị phiên họp hằng tháng", None),
    ],
)
def test_the_words_of_a_deadline(words, due):
    found = deadline.find(Clip.of(words))
    assert [clip.words for _, clip in found] == ([due] if due else [])


def test_a_table_is_known_by_its_head_row():
    of_people = tables.columns(Clip.of("STT | Họ và tên | Chức vụ | Ghi chú"))
    of_tasks = tables.columns(Clip.of("TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn"))
    assert of_people and of_people.of_people and not of_people.of_tasks
    assert of_tasks and of_tasks.of_tasks
    row = of_tasks.cells(Clip.of("1 | Lập kế hoạch kiểm tra vỉa hè | Ban Pháp chế | Phòng Tư pháp | 10/4/2023"))
    assert {kind: clip.words for kind, clip in row.items()} == {
        "number": "1",
        "task": "Lập kế hoạch kiểm tra vỉa hè",
        "lead": "Ban Pháp chế",
        "with": "Phòng Tư pháp",
        "due": "10/4/2023",
    }


@pytest.mark.parametrize("words", ["Chủ toạ giao Uỷ ban MTTQ xã hoà giải", "Chủ tọa giao Ủy ban MTTQ xã hòa giải"])
def test_either_way_of_placing_a_tone_is_understood(words):
    assert rule("chủ tọa giao ủy ban mttq xã hòa giải", re.IGNORECASE).fullmatch(words)
    assert tasks.begin_surely(words.partition("xã ")[2])
