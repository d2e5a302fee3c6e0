"""Pasted lists of people as offices write them: "03 đ/c", "vắng: …", "các đồng chí A, B, C", "cử … dự thay"."""

import pytest


@pytest.fixture
def paste(at_clerks_desk, january):
    def post(text):
        where = "/quan-tri/meetings/session/tach-van-ban/"
        found = at_clerks_desk.post(where, {"kind": "attendees", "text": text}).json()
        assert "không bỏ sót chữ nào" in found["summary"]
        return [row["values"] for row in found["rows"]]

    return post


def some(rows, *names):
    return [tuple(row.get(name, "") for name in names) for row in rows]


@pytest.mark.parametrize(
    ("words", "post", "number"),
    [
        ("03 đ/c Phó Trưởng ban HĐND quận", "Phó Trưởng ban HĐND quận", "3"),
        ("Phó Trưởng ban HĐND quận: 03 đ/c", "Phó Trưởng ban HĐND quận", "3"),
        ("Phó Trưởng ban HĐND quận (03 đ/c)", "Phó Trưởng ban HĐND quận", "3"),
        ("12 đồng chí Trưởng phòng, ban", "Trưởng phòng, ban", "12"),
        ("Trưởng các phòng: 05 đồng chí", "Trưởng các phòng", "5"),
    ],
)
@pytest.mark.parametrize("line", ["{}", "1. {}", "Khách mời: {}", "- Văn phòng\n- {}"])
def test_a_number_of_comrades_is_a_headcount_and_no_part_of_the_post(paste, line, words, post, number):
    assert some(paste(line.format(words)), "position", "headcount")[-1] == (post, number)


def test_a_number_in_a_sentence_is_a_headcount_too(paste):
    rows = paste("Cùng dự có Chủ tịch Ủy ban MTTQ quận, 03 đ/c Phó Chánh Văn phòng.")
    assert some(rows, "position", "headcount", "presence") == [
        ("Chủ tịch Ủy ban MTTQ quận", "", "present"),
        ("Phó Chánh Văn phòng", "3", "present"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "các đồng chí trong Thường trực HĐND quận",
        "Trưởng, Phó hai Ban HĐND quận",
        "lãnh đạo các phòng, ban",
        "hai Phó Chủ tịch UBND quận",
    ],
)
def test_a_group_has_no_number_unless_the_words_give_one(paste, words):
    for line in ("{}", "1. {}", "Cùng dự có {}."):
        assert some(paste(line.format(words)), "position", "headcount", "name") == [(words, "", "")]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "Vắng: đồng chí Lê Văn Bảy - Trưởng phòng Y tế (lý do: đi công tác)",
            [("Lê Văn Bảy", "excused", "đi công tác")],
        ),
        ("vắng: Lê Văn Bảy (lý do ốm)", [("Lê Văn Bảy", "excused", "ốm")]),
        (
            "Vắng: Lê Văn Bảy (lý do ốm), Trần Thị Tám (đi họp tại thành phố)",
            [("Lê Văn Bảy", "excused", "ốm"), ("Trần Thị Tám", "excused", "đi họp tại thành phố")],
        ),
        (
            "Vắng mặt: đ/c Lê Văn Bảy, Trưởng phòng Y tế, lý do: ốm; đ/c Trần Tám",
            [("Lê Văn Bảy", "excused", "ốm"), ("Trần Tám", "absent", "")],
        ),
        ("Vắng mặt đồng chí Lê Văn Bảy (lý do: ốm).", [("Lê Văn Bảy", "excused", "ốm")]),
        (
            "Vắng 02 đồng chí: Lê Văn Bảy (ốm), Trần Tám (đi học)",
            [("Lê Văn Bảy", "excused", "ốm"), ("Trần Tám", "excused", "đi học")],
        ),
        (
            "Vắng mặt có lý do: 02 đ/c (đ/c Lê Văn Bảy đi công tác, đ/c Trần Tám ốm)",
            [("Lê Văn Bảy", "excused", "đi công tác"), ("Trần Tám", "excused", "ốm")],
        ),
        ("Vắng: 01 đ/c Lê Văn Bảy (lý do đi học)", [("Lê Văn Bảy", "excused", "đi học")]),
        ("Vắng không phép: 02 đồng chí Lê Bảy, Trần Tám", [("Lê Bảy", "absent", ""), ("Trần Tám", "absent", "")]),
    ],
)
def test_who_was_absent_and_why(paste, words, rows):
    assert some(paste(words), "name", "presence", "reason") == rows


@pytest.mark.parametrize(
    "line",
    [
        "các đồng chí Lê Văn An, Trần Thị Bình, Ngô Cường",
        "Các đ/c: Lê Văn An, Trần Thị Bình và Ngô Cường.",
        "các ông, bà Lê Văn An, Trần Thị Bình, Ngô Cường",
        "1. Các đồng chí Lê Văn An, Trần Thị Bình, Ngô Cường",
        "03 đồng chí Lê Văn An, Trần Thị Bình, Ngô Cường",
        "Tham dự có các đồng chí Lê Văn An, Trần Thị Bình và Ngô Cường",
        "Thành viên: các đồng chí Lê Văn An, Trần Thị Bình, Ngô Cường",
    ],
)
def test_comrades_named_together_are_a_row_each(paste, line):
    rows = paste(line)
    assert some(rows, "name", "position", "headcount") == [
        ("Lê Văn An", "", "1"),
        ("Trần Thị Bình", "", "1"),
        ("Ngô Cường", "", "1"),
    ]
    assert {row["presence"] for row in rows} == {"present" if line.startswith("Tham dự") else "unknown"}


def test_a_post_behind_several_names_is_the_post_of_each(paste):
    rows = paste("Các đồng chí Trần Bình, Lê Chi - Phó Chủ tịch HĐND quận")
    post = "Phó Chủ tịch HĐND quận"
    assert some(rows, "name", "position", "role") == [("Trần Bình", post, "member"), ("Lê Chi", post, "member")]


def test_a_name_in_capitals_is_a_name(paste):
    rows = paste("TRẦN QUYẾT THẮNG - Chủ tịch HĐND quận\nLÊ THỊ BA (ốm)\nUBND QUẬN")
    assert some(rows, "name", "position", "reason") == [
        ("TRẦN QUYẾT THẮNG", "Chủ tịch HĐND quận", ""),
        ("LÊ THỊ BA", "", "ốm"),
        ("", "UBND QUẬN", ""),
    ]


def test_a_person_keeps_the_posts_behind_commas(paste):
    rows = paste("Lê Văn An, Phó Bí thư Quận ủy, Chủ tịch HĐND quận")
    assert some(rows, "name", "position") == [("Lê Văn An", "Phó Bí thư Quận ủy, Chủ tịch HĐND quận")]


@pytest.mark.parametrize(
    ("words", "presence", "reason"),
    [
        ("Lê Văn Bảy - Trưởng phòng Y tế (vắng, cử đồng chí Phạm Văn Dũng dự thay)", "absent", ""),
        ("Lê Văn Bảy - Trưởng phòng Y tế, cử đồng chí Phạm Văn Dũng dự thay", "absent", ""),
        ("Lê Văn Bảy - Trưởng phòng Y tế (ốm, cử đ/c Phạm Văn Dũng đi họp thay)", "excused", "ốm"),
        (
            "Vắng: Lê Văn Bảy - Trưởng phòng Y tế (lý do: đi học, ủy quyền cho Phạm Văn Dũng dự thay)",
            "excused",
            "đi học",
        ),
        ("Đ/c Lê Văn Bảy - Trưởng phòng Y tế (ốm, đồng chí Phạm Văn Dũng dự thay)", "excused", "ốm"),
        ("Lê Văn Bảy\tTrưởng phòng Y tế\tvắng có lý do, cử đồng chí Phạm Văn Dũng dự thay", "excused", ""),
    ],
)
def test_who_is_sent_instead_is_present_and_the_other_is_not(paste, words, presence, reason):
    sender, delegate = paste(words)
    assert some([sender], "name", "position", "presence", "reason", "delegate") == [
        ("Lê Văn Bảy", "Trưởng phòng Y tế", presence, reason, "Phạm Văn Dũng")
    ]
    assert some([delegate], "name", "presence", "headcount", "reason") == [("Phạm Văn Dũng", "present", "1", "")]


def test_the_post_of_who_is_sent_is_kept(paste):
    _, delegate = paste("Trưởng phòng Y tế vắng (cử đồng chí Phạm Văn Dũng - Phó Trưởng phòng dự thay)")
    assert some([delegate], "name", "position", "presence") == [("Phạm Văn Dũng", "Phó Trưởng phòng", "present")]


def test_to_appoint_somebody_for_a_task_is_no_sending_instead(paste):
    rows = paste("Lê Văn Bảy - Trưởng phòng Y tế, cử đồng chí Phạm Văn Dũng ghi biên bản")
    assert some(rows, "name", "delegate") == [("Lê Văn Bảy", "")]
