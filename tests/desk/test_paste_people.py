"""Pasted attendees and agenda items: lists, tables and the sentences of a post become rows to look at."""

import pytest


@pytest.fixture
def paste(at_clerks_desk):
    def post(kind, text):
        return at_clerks_desk.post("/quan-tri/meetings/session/tach-van-ban/", {"kind": kind, "text": text}).json()

    return post


def test_a_list_of_people_under_headings_becomes_attendees(paste, january):
    found = paste(
        "attendees",
        "Chủ trì: Đ/c Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận\n"
        "Thư ký: Phạm Thu Hà, Phó Chánh Văn phòng\n"
        "Khách mời:\n"
        "1. Trưởng các đoàn thể (5 người)\n"
        "2. Vũ Thị Lan - Trưởng phòng Y tế (vắng có lý do: đi công tác)",
    )
    assert found["summary"] == "Đã tách thành 4 dòng; không bỏ sót chữ nào."
    assert [row["values"] for row in found["rows"]] == [
        {
            "role": "chair",
            "presence": "unknown",
            "headcount": "1",
            "name": "Trần Quyết Thắng",
            "position": "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận",
        },
        {
            "role": "secretary",
            "presence": "unknown",
            "headcount": "1",
            "name": "Phạm Thu Hà",
            "position": "Phó Chánh Văn phòng",
        },
        {"role": "invitee", "presence": "unknown", "headcount": "5", "position": "Trưởng các đoàn thể"},
        {
            "role": "invitee",
            "presence": "excused",
            "headcount": "1",
            "name": "Vũ Thị Lan",
            "position": "Trưởng phòng Y tế",
            "reason": "đi công tác",
        },
    ]


def test_a_small_raised_figure_in_a_table_is_a_figure(paste, january):
    [row] = paste("attendees", "Trưởng các đoàn thể\t²")["rows"]
    assert row["values"]["headcount"] == "2"


def test_the_sentence_of_a_post_becomes_attendees_who_were_present(paste, january):
    found = paste(
        "attendees",
        "Đồng chí Nguyễn Thị Bình - Phó Chủ tịch HĐND quận chủ trì phiên họp. Cùng dự có Thường trực HĐND quận, "
        "Trưởng các đoàn thể, hội quần chúng.",
    )
    assert [
        (row["values"]["role"], row["values"]["presence"], row["values"]["position"]) for row in found["rows"]
    ] == [
        ("chair", "present", "Phó Chủ tịch HĐND quận"),
        ("member", "present", "Thường trực HĐND quận"),
        ("invitee", "present", "Trưởng các đoàn thể, hội quần chúng"),
    ]


def test_a_table_copied_from_word_becomes_attendees(paste, january):
    found = paste(
        "attendees", "STT\tHọ và tên\tChức vụ\n1\tÔng Nguyễn Văn An\tTrưởng phòng Y tế\tVắng\n2\tLê Thị Ba\t\tThư ký"
    )
    assert [row["take"] for row in found["rows"]] == [False, True, True]
    assert found["rows"][1]["values"] | {"headcount": ""} == {
        "name": "Nguyễn Văn An",
        "position": "Trưởng phòng Y tế",
        "presence": "absent",
        "role": "invitee",
        "headcount": "",
    }
    assert found["rows"][2]["values"]["role"] == "secretary"


def test_names_parted_by_commas_are_as_many_people(paste):
    rows = paste("attendees", "Trần Quyết Thắng, Nguyễn Thị Bình, Hoàng Minh Đức")["rows"]
    assert [row["values"]["name"] for row in rows] == ["Trần Quyết Thắng", "Nguyễn Thị Bình", "Hoàng Minh Đức"]


def test_heads_of_this_councils_committees_are_members_by_law_and_others_are_not(paste, january):
    rows = paste(
        "attendees",
        "Hoàng Minh Đức - Trưởng Ban Pháp chế HĐND quận\nLê Văn Tư - Phó Trưởng Ban Pháp chế HĐND quận\n"
        "Lê Văn Năm - Trưởng Ban Pháp chế HĐND thành phố",
    )["rows"]
    assert [row["values"]["role"] for row in rows] == ["member", "invitee", "invitee"]


def test_agenda_items_with_who_presents_them(paste):
    found = paste(
        "agenda",
        "Báo cáo công tác tháng (Văn phòng trình bày); chương trình tháng sau do Ban Pháp chế trình bày; việc khác",
    )
    assert [row["values"] for row in found["rows"]] == [
        {"title": "Báo cáo công tác tháng", "presenter": "Văn phòng"},
        {"title": "chương trình tháng sau", "presenter": "Ban Pháp chế"},
        {"title": "việc khác"},
    ]
    assert found["summary"] == "Đã tách thành 3 nội dung; không bỏ sót chữ nào. Không vào ô nào: “trình bày”, “do”."


TABLE = "Lê Văn B\tPhó Trưởng phòng\t"
LINE = "Lê Văn B - Phó Trưởng phòng"
REMARKS = [
    ("vắng mặt, lý do: ốm", "excused", "ốm"),
    ("vắng, đi công tác", "excused", "đi công tác"),
    ("vắng không lý do", "absent", None),
    ("vắng", "absent", None),
    ("xin vắng", "excused", None),
    ("không dự được vì bận việc nhà", "excused", "bận việc nhà"),
    ("nghỉ thai sản", "excused", "thai sản"),
    ("đi viện", "excused", "đi viện"),
    ("lý do: mổ ruột thừa", "excused", "mổ ruột thừa"),
    ("họp trực tuyến", "online", None),
    ("đến muộn 15 phút", "late", "15 phút"),
    ("viêm phổi", "unknown", "viêm phổi"),
    ("Viêm phổi", "unknown", "Viêm phổi"),
    ("chưa khỏe hẳn", "unknown", "chưa khỏe hẳn"),
]


@pytest.mark.parametrize(("remark", "presence", "reason"), REMARKS)
@pytest.mark.parametrize(
    "row",
    [
        "1\t" + TABLE + "{}",
        TABLE + "{}",
        "STT\tHọ tên\tChức vụ\tGhi chú\n1\t" + TABLE + "{}",
        "Lê Văn B\tPhó Trưởng phòng ({})",
        LINE + " ({})",
        LINE + ", {}",
        LINE + " - {}",
        "Khách mời:\n- " + LINE + " ({})",
    ],
)
def test_why_somebody_did_not_come_stays_internal_however_it_is_written(paste, row, remark, presence, reason):
    values = paste("attendees", row.format(remark))["rows"][-1]["values"]
    assert (values["name"], values["position"]) == ("Lê Văn B", "Phó Trưởng phòng")
    assert (values["presence"], values.get("reason")) == (presence, reason)


def test_a_sentence_that_says_why_somebody_is_absent_keeps_it_internal(paste, january):
    first, second = paste(
        "attendees",
        "Cùng dự có đồng chí Lê Văn B - Phó Trưởng phòng (vắng, đi công tác), đồng chí Lê Văn C - Trưởng phòng Y tế.",
    )["rows"]
    assert first["values"]["position"] == "Phó Trưởng phòng"
    assert (first["values"]["presence"], first["values"]["reason"]) == ("excused", "đi công tác")
    assert (second["values"]["position"], second["values"]["presence"]) == ("Trưởng phòng Y tế", "present")


def test_what_is_not_understood_is_shown_as_such(paste):
    [row] = paste("attendees", "Lê Văn B\tPhó Trưởng phòng\tviêm phổi")["rows"]
    assert row["unclear"] == ["viêm phổi"]
    assert [each["text"] for each in row["words"] if each["label"] == "chưa hiểu"] == ["viêm phổi"]


@pytest.mark.parametrize(
    "post",
    [
        "Trưởng phòng Tài chính - Kế hoạch",
        "Phó Trưởng phòng, Phòng Lao động, Thương binh và Xã hội quận",
        "Bí thư Đảng ủy, Chủ tịch HĐND phường",
        "Trưởng Ban Văn hóa - Xã hội HĐND quận",
        "Phó Trưởng phòng phụ trách Phòng Y tế",
    ],
)
@pytest.mark.parametrize("row", ["Lê Văn B\t{}", "Lê Văn B - {}", "STT\tHọ tên\tChức vụ\n1\tLê Văn B\t{}"])
def test_a_post_of_several_parts_is_a_post(paste, row, post):
    found = paste("attendees", row.format(post))["rows"][-1]
    assert (found["values"]["position"], found["unclear"]) == (post, [])


def test_a_tables_own_headings_say_what_its_columns_hold(paste):
    rows = paste(
        "attendees",
        "TT\tHọ và tên\tChức vụ\tSố ghế\tĐiểm danh\n1\tLÊ VĂN B\tCông chức\tA12\tvắng\n2\tTrần C\t\t\tđến muộn",
    )["rows"]
    assert [(each["values"].get("position"), each["values"]["presence"]) for each in rows[1:]] == [
        ("Công chức", "absent"),
        (None, "late"),
    ]
    assert (rows[1]["values"]["name"], rows[1]["unclear"]) == ("LÊ VĂN B", ["A12"])
