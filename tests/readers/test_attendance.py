"""Who presided, who attended, who was absent: rows that compose the same sentence, or the sentence as typed."""

import pytest

from meetings.record import AttendeeRecord, Presence, Role

from .posts import CHAIR, attending, came_from, reading


def present(position="", name="", role=Role.INVITEE):
    return AttendeeRecord(role=role, name=name, position=position, presence=Presence.PRESENT)


def positions(found):
    return [each.position for each in found.record.attendees if each.role is not Role.CHAIR]


def test_the_chair_and_the_groups_become_rows_and_the_sentence_is_composed():
    record = reading("thuong-ky-2021-02").record
    assert record.attendees == (
        present("Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận", "Trần Quyết Thắng", Role.CHAIR),
        present("các đồng chí trong Thường trực HĐND quận", role=Role.MEMBER),
        present("Trưởng các đoàn thể chính trị, nghề nghiệp quận"),
        present("đại diện Phòng Tài chính - Kế hoạch quận"),
        present("lãnh đạo Văn phòng HĐND&UBND quận"),
    )
    assert record.attendance == ""


@pytest.mark.parametrize(
    ("listed", "groups"),
    [
        (
            "Trưởng các hội chính trị, xã hội quận, Phó Ban Pháp chế",
            ["Trưởng các hội chính trị, xã hội quận", "Phó Ban Pháp chế"],
        ),
        ("Trưởng, Phó các Ban HĐND quận", ["Trưởng, Phó các Ban HĐND quận"]),
        ("Chủ tịch, các Phó Chủ tịch UBND quận", ["Chủ tịch, các Phó Chủ tịch UBND quận"]),
        ("đại diện các phòng, ban chuyên môn quận", ["đại diện các phòng, ban chuyên môn quận"]),
        ("Công an quận, Phòng Nội vụ, Tòa án quận", ["Công an quận", "Phòng Nội vụ", "Tòa án quận"]),
        (
            "Chánh Văn phòng HĐND và UBND quận và các đồng chí chuyên viên",
            ["Chánh Văn phòng HĐND và UBND quận", "các đồng chí chuyên viên"],
        ),
        (
            "đại diện Ủy ban MTTQ quận, huyện đoàn; lãnh đạo Công an quận",
            ["đại diện Ủy ban MTTQ quận, huyện đoàn", "lãnh đạo Công an quận"],
        ),
    ],
)
def test_a_comma_inside_a_group_does_not_split_it(listed, groups):
    assert positions(attending(f"{CHAIR} Cùng dự có {listed}.")) == groups


def test_people_with_names_keep_name_and_post_apart():
    record = reading("neu-ten-2021-07").record
    assert record.attendees == (
        present("Chủ tịch HĐND quận", "Trần Quyết Thắng", Role.CHAIR),
        present("Phó Chủ tịch HĐND quận", "Hoàng Minh Đức", Role.MEMBER),
        present("Chánh Văn phòng HĐND và UBND quận", "Đỗ Văn Khải"),
        present("đại diện Công an, Quân sự quận"),
        AttendeeRecord(
            role=Role.INVITEE,
            name="Vũ Thị Lan",
            position="Trưởng Ban Pháp chế HĐND quận",
            presence=Presence.ABSENT,
        ),
    )
    assert record.attendance == ""


def test_people_named_between_commas_keep_their_posts():
    listed = "đồng chí Phạm Thu Trang, Phó Chủ tịch HĐND quận, đồng chí Lê An - Chánh Văn phòng"
    found = attending(f"{CHAIR} Tham dự phiên họp có {listed}.")
    assert found.record.attendees[1:] == (
        present("Phó Chủ tịch HĐND quận", "Phạm Thu Trang", Role.MEMBER),
        present("Chánh Văn phòng", "Lê An"),
    )
    assert found.record.attendance.endswith("đồng chí Lê An - Chánh Văn phòng.")


THANG, POST = "Trần Quyết Thắng", "Chủ tịch HĐND quận"


@pytest.mark.parametrize(
    ("sentence", "name", "position"),
    [
        (f"Đồng chí {THANG} chủ trì phiên họp.", THANG, ""),
        (f"Đồng chí {POST} chủ trì phiên họp.", "", POST),
        (f"Đồng chí {THANG}, {POST}, chủ trì phiên họp.", THANG, POST),
        (f"Đồng chí {THANG} {POST} chủ trì phiên họp.", THANG, POST),
        (f"Đồng chí {THANG} - {POST} chủ trì và phát biểu khai mạc phiên họp.", THANG, POST),
        (f"Chủ trì phiên họp: đồng chí {THANG} - {POST}.", THANG, POST),
    ],
)
def test_the_chair_is_found_however_introduced(sentence, name, position):
    found = attending(sentence)
    assert found.record.attendees == (present(position, name, Role.CHAIR),)


def test_a_sentence_prose_would_word_otherwise_is_kept_as_typed():
    typed = "Đồng chí Trần Quyết Thắng, Chủ tịch HĐND quận, chủ trì phiên họp."
    assert attending(typed).record.attendance == typed


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("các đồng chí Thường trực HĐND quận", Role.MEMBER),
        ("các đồng chí thành viên Thường trực HĐND quận Hai Bà Trưng", Role.MEMBER),
        ("Phó Chủ tịch HĐND quận", Role.MEMBER),
        ("Thường trực HĐND các phường", Role.INVITEE),
        ("đại diện Thường trực HĐND quận Đống Đa", Role.INVITEE),
        ("Thường trực Quận ủy", Role.INVITEE),
        ("Phó Chủ tịch UBND quận", Role.INVITEE),
    ],
)
def test_only_this_committees_own_people_are_members(position, role):
    assert [each.role for each in attending(f"{CHAIR} Cùng dự có {position}.").record.attendees[1:]] == [role]


def test_who_was_excused_is_told_from_who_was_absent():
    found = attending(f"{CHAIR} Vắng mặt có lý do: đồng chí Lê An - Trưởng Ban Pháp chế. Vắng mặt: Công an quận.")
    assert [each.presence for each in found.record.attendees[1:]] == [Presence.EXCUSED, Presence.ABSENT]


def test_nobody_absent_is_no_row():
    assert len(attending(f"{CHAIR} Vắng mặt: không.").record.attendees) == 1


def test_a_sentence_about_something_else_is_kept():
    found = attending(f"{CHAIR} Trời hửng nắng.")
    assert found.record.attendance == f"{CHAIR} Trời hửng nắng."


def test_a_row_far_too_long_to_be_a_post_is_left_in_the_sentence():
    found = attending(f"{CHAIR} Cùng dự có đại diện {'rất ' * 80}đông.")
    assert len(found.record.attendees) == 1
    assert found.record.attendance


def test_each_row_says_where_it_came_from():
    found = reading("neu-ten-2021-07")
    assert came_from(found, "attendees[2].name") == ["Đỗ Văn Khải"]
    assert came_from(found, "attendees[2].position") == ["Chánh Văn phòng HĐND và UBND quận"]
    assert came_from(found, "attendees[3].name") == []


@pytest.mark.parametrize(
    ("told", "presence", "reason"),
    [
        ("(vắng, đi công tác)", Presence.EXCUSED, "đi công tác"),
        ("vắng mặt, lý do: ốm", Presence.EXCUSED, "ốm"),
        ("(vắng)", Presence.ABSENT, ""),
        ("(nghỉ phép)", Presence.EXCUSED, "phép"),
        ("(dự trực tuyến)", Presence.ONLINE, ""),
        ("(chưa khỏe)", Presence.PRESENT, "chưa khỏe"),
    ],
)
def test_what_is_said_beside_a_person_is_never_part_of_the_post(told, presence, reason):
    record = attending(
        f"{CHAIR} Cùng dự có đồng chí Lê Văn Bình - Phó Trưởng phòng {told}, đồng chí Lê Văn Ba - Trưởng phòng Y tế."
    ).record
    who = record.attendees[1]
    assert (who.name, who.position) == ("Lê Văn Bình", "Phó Trưởng phòng")
    assert (who.presence, who.reason) == (presence, reason)
    assert record.public().attendees[1].reason == ""


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "Cùng dự có bà Lê Thị Hoa - Phó Chủ tịch UBND quận. Ông Trần Văn Bình, Trưởng Công an quận, xin vắng.",
            [("Lê Thị Hoa", Presence.PRESENT), ("Trần Văn Bình", Presence.EXCUSED)],
        ),
        (
            "Cùng dự có bà Lê Thị Hoa - Phó Chủ tịch UBND quận (Chủ tịch UBND quận đi công tác).",
            [("Lê Thị Hoa", Presence.PRESENT), ("", Presence.EXCUSED)],
        ),
        (
            "Cùng dự có ông Lê Văn Bảy - Trưởng Ban Pháp chế (đi học, cử bà Đỗ Thị Lai - Phó Trưởng Ban dự thay).",
            [("Lê Văn Bảy", Presence.EXCUSED), ("Đỗ Thị Lai", Presence.PRESENT)],
        ),
        (
            "Tham gia qua Zalo có ông Lê Văn Bảy - Trưởng Ban Pháp chế.",
            [("Lê Văn Bảy", Presence.ONLINE)],
        ),
        (
            "UBND quận có đồng chí Phùng Gia Bảo, Phó Chủ tịch tham dự.",
            [("Phùng Gia Bảo", Presence.PRESENT)],
        ),
    ],
)
def test_who_is_away_who_came_instead_and_who_joined_online(words, people):
    rows = attending(f"Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp. {words}").record.attendees
    assert [(row.name, row.presence) for row in rows if row.role is not Role.CHAIR] == people


def test_a_table_of_people_is_read_by_its_head_row():
    rows = attending(
        "Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp.\n\n"
        "STT | Họ và tên | Chức vụ | Ghi chú\n"
        "1 | Lê Thị Hoa | Phó Chủ tịch UBND quận | Vắng, có lý do\n"
        "2 | Trần Văn Bình | Trưởng Công an quận | "
    ).record.attendees
    assert [(row.name, row.position, row.presence) for row in rows if row.role is not Role.CHAIR] == [
        ("Lê Thị Hoa", "Phó Chủ tịch UBND quận", Presence.EXCUSED),
        ("Trần Văn Bình", "Trưởng Công an quận", Presence.PRESENT),
    ]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (
            "Cùng dự tại phòng họp tầng 3 trụ sở UBND quận có đồng chí Bùi Thúy Nga - Phó Chủ tịch UBND quận.",
            [("Bùi Thúy Nga", "Phó Chủ tịch UBND quận", None, "present")],
        ),
        ("Dự trực tuyến: 42 Tổ trưởng tổ dân phố.", [("", "Tổ trưởng tổ dân phố", 42, "online")]),
        (
            "Dự họp có lãnh đạo UBND quận (đồng chí Chủ tịch Ủy ban MTTQ quận đi công tác).",
            [("", "lãnh đạo UBND quận", None, "present"), ("", "Chủ tịch Ủy ban MTTQ quận", None, "excused")],
        ),
        (
            "Dự họp có lãnh đạo UBND quận. Trưởng ban Pháp chế, bà Trà Thị Linh, cho biết còn 3 vụ.",
            [("", "lãnh đạo UBND quận", None, "present"), ("Trà Thị Linh", "Trưởng ban Pháp chế", None, "present")],
        ),
        (
            "Thành phần:\n1 | Ông Đào Thanh Liêm | Phó Chủ tịch UBND quận\n2 | Chánh Văn phòng quận |",
            [
                ("Đào Thanh Liêm", "Phó Chủ tịch UBND quận", None, "present"),
                ("", "Chánh Văn phòng quận", None, "present"),
            ],
        ),
    ],
)
def test_who_attended_is_found_by_what_the_words_say(told, rows):
    listed = attending(f"{CHAIR} {told}" if "\n" not in told else f"{CHAIR}\n{told}").record.attendees[1:]
    assert [(each.name, each.position, each.headcount, each.presence.value) for each in listed] == rows
