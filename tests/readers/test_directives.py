"""The chair's directives become rows that say who does what, in the post's own words."""

import pytest

from meetings import prose
from meetings.record import DirectiveRecord

from .posts import came_from, directing, doubts, reading


def rows(*directives):
    return directing(*directives).record.directives


def test_a_directive_with_its_topic_lead_and_coordinators():
    assert reading("thuong-ky-2021-02").record.directives[0] == DirectiveRecord(
        topic="Đối với việc giám sát, khảo sát tại các phường, chợ và khu tập thể cũ trong năm nay",
        assignment="đề nghị … chủ trì phối hợp với …",
        lead="Ủy ban MTTQ Việt Nam quận",
        coordinators=("Ban Pháp chế HĐND quận", "các tổ chức chính trị - xã hội quận"),
        task="lập danh sách điểm đến, thống nhất lịch đi từng tháng",
    )


def test_tasks_between_semicolons_stand_under_their_head():
    head, *tasks = reading("thuong-ky-2021-02").record.directives[1:]
    assert head == DirectiveRecord(
        topic="Đối với nhiệm vụ tháng 3 năm 2021", task="cần tập trung làm xong các phần việc:"
    )
    assert tasks == [
        DirectiveRecord(level=1, task="Gửi tài liệu họp sớm hơn, qua mạng nội bộ"),
        DirectiveRecord(level=1, task="phối hợp dọn dẹp, trang trí hội trường"),
        DirectiveRecord(level=1, task="trả lời đủ đơn thư còn tồn"),
        DirectiveRecord(level=1, task="rà soát danh sách đại biểu, tổ đại biểu"),
    ]


def test_tasks_may_be_given_to_different_units():
    record = reading("giao-viec-2021-04").record
    assert record.directives[2:6] == (
        DirectiveRecord(topic="Đối với công tác tiếp công dân", task="phân công như sau:"),
        DirectiveRecord(level=1, assignment="giao … chủ trì", lead="Ban Pháp chế", task="lập sổ theo dõi"),
        DirectiveRecord(level=1, assignment="giao …", lead="Văn phòng HĐND và UBND quận", task="bố trí phòng tiếp"),
        DirectiveRecord(level=1, assignment="…", lead="các tổ đại biểu", task="cử người trực"),
    )


OFFICE = "Văn phòng HĐND và UBND quận"


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            f"Giao {OFFICE} chủ trì, phối hợp với Ban Pháp chế, Ban Kinh tế - Xã hội và Phòng Tư pháp lập hồ sơ.",
            DirectiveRecord(
                assignment="Giao … chủ trì, phối hợp với …",
                lead=OFFICE,
                coordinators=("Ban Pháp chế", "Ban Kinh tế - Xã hội", "Phòng Tư pháp"),
                task="lập hồ sơ",
            ),
        ),
        (
            f"Giao {OFFICE} chủ trì, phối hợp với Ban Pháp chế, Ban Đô thị, chuẩn bị hồ sơ.",
            DirectiveRecord(
                assignment="Giao … chủ trì, phối hợp với Ban Pháp chế, Ban Đô thị,",
                lead=OFFICE,
                coordinators=("Ban Pháp chế", "Ban Đô thị"),
                task="chuẩn bị hồ sơ",
            ),
        ),
        (
            "Ban Pháp chế chủ trì, phối hợp cùng Công an quận rà soát kiến nghị.",
            DirectiveRecord(
                assignment="… chủ trì, phối hợp cùng …",
                lead="Ban Pháp chế",
                coordinators=("Công an quận",),
                task="rà soát kiến nghị",
            ),
        ),
        (
            "Đề nghị Phòng Nội vụ phối hợp với Ban Pháp chế cập nhật danh sách.",
            DirectiveRecord(
                assignment="Đề nghị … phối hợp với …",
                lead="Phòng Nội vụ",
                coordinators=("Ban Pháp chế",),
                task="cập nhật danh sách",
            ),
        ),
        (
            "Ban Tổ chức Quận ủy tiếp tục theo dõi.",
            DirectiveRecord(assignment="…", lead="Ban Tổ chức Quận ủy", task="tiếp tục theo dõi"),
        ),
        (
            "Giao Ban Pháp chế chủ trì, phối hợp chuẩn bị kỳ họp.",
            DirectiveRecord(assignment="Giao … chủ trì,", lead="Ban Pháp chế", task="phối hợp chuẩn bị kỳ họp"),
        ),
        (
            "Về việc lắp đèn: giao Ban Đô thị chuẩn bị phương án.",
            DirectiveRecord(
                topic="Về việc lắp đèn:", assignment="giao …", lead="Ban Đô thị", task="chuẩn bị phương án"
            ),
        ),
        (
            "Đối với kỳ họp, các tổ chức đoàn thể, Ban Pháp chế chủ trì rà soát.",
            DirectiveRecord(
                topic="Đối với kỳ họp",
                assignment="…, … chủ trì",
                lead="các tổ chức đoàn thể",
                coordinators=("Ban Pháp chế",),
                task="rà soát",
            ),
        ),
    ],
)
def test_the_words_that_give_the_task_tell_who(words, row):
    assert rows(words) == (row,)


@pytest.mark.parametrize(
    "words",
    [
        "Tổ chức tốt kỳ họp, chuẩn bị đủ tài liệu",
        "phối hợp chuẩn bị hội trường",
        "Giao ban hằng tuần được duy trì, chuẩn bị kỹ",
        "Tiếp tục thực hiện quy chế (lưu ý: điểm a; điểm b)",
    ],
)
def test_where_no_unit_is_named_the_words_are_the_task(words):
    assert rows(f"{words}.", "Tiếp tục trực.")[0] == DirectiveRecord(task=words)


def test_what_stands_between_semicolons_is_a_task_each():
    assert [row.task for row in rows("Báo cáo kết quả; hoàn thành hồ sơ.")] == ["Báo cáo kết quả", "hoàn thành hồ sơ"]


def test_the_words_that_ask_stand_before_the_task():
    (row,) = rows("Yêu cầu hoàn thiện hai dự thảo; bản sạch gửi sau.")
    assert (row.assignment, row.task) == ("Yêu cầu", "hoàn thiện hai dự thảo; bản sạch gửi sau")


def test_units_that_lead_together_stay_several():
    found = directing("Giao Ban Pháp chế, Ban Đô thị và Phòng Nội vụ chuẩn bị báo cáo thẩm tra.")
    row = found.record.directives[0]
    assert (row.lead, row.coordinators) == ("Ban Pháp chế", ("Ban Đô thị", "Phòng Nội vụ"))
    assert row.assignment == "Giao …, …"


@pytest.mark.parametrize(
    "words",
    ["Đối với việc ấy thì thôi.", "Rà soát xong, ông Lê An nêu rõ, tổ công tác phải cùng đi kiểm tra từng nhà."],
)
def test_what_cannot_be_told_is_kept_without_a_task_and_is_a_doubt(words):
    found = directing(words)
    assert found.record.directives == (DirectiveRecord(topic=words),)
    assert [each for each in doubts(found) if "Chưa tách được" in each]


@pytest.mark.parametrize("ending", ["./.", "...", " v.v.", "!", "…"])
def test_an_unusual_ending_stays_with_the_task(ending):
    assert rows(f"Tiếp tục rà soát{ending}") == (DirectiveRecord(task=f"Tiếp tục rà soát{ending}"),)


def test_the_first_letter_keeps_its_case():
    assert [row.task for row in rows("khẩn trương rà soát.", "Khẩn trương rà soát.")] == [
        "khẩn trương rà soát",
        "Khẩn trương rà soát",
    ]


def test_each_part_says_where_it_came_from():
    found = reading("giao-viec-2021-04")
    assert came_from(found, "directives[0].lead") == [OFFICE]
    assert came_from(found, "directives[0].coordinators[2]") == ["Phòng Tư pháp"]
    assert came_from(found, "directives[3].assignment") == ["giao Ban Pháp chế chủ trì"]
    assert came_from(found, "directives[3].task") == ["lập sổ theo dõi"]


def test_more_pieces_than_letters_can_number_are_one_task():
    words = "Tiếp tục các việc: " + "; ".join(["rà soát"] * 600)
    assert rows(f"{words}.") == (DirectiveRecord(task=words),)


def facts(*directives):
    return [(row.level, row.topic, row.lead, row.coordinators, row.task) for row in rows(*directives)]


def test_a_task_that_names_nobody_is_of_the_unit_before_it():
    given = "Giao Ban Pháp chế chủ trì, phối hợp với Phòng Tư pháp lập sổ theo dõi. Báo cáo kết quả hằng tháng."
    first, second = rows(given)
    assert (
        (second.lead, second.coordinators) == (first.lead, first.coordinators) == ("Ban Pháp chế", ("Phòng Tư pháp",))
    )
    assert second.assignment == prose.UNSAID and second.task == "Báo cáo kết quả hằng tháng"


def test_the_unit_behind_with_regard_to_leads_what_follows():
    head, task = facts("1. Đối với UBND quận:\n- Trả lời 3 kiến nghị của cử tri.")
    assert (head[1], head[2]) == ("Đối với UBND quận", "UBND quận") and task[0] == 1
    assert facts("Đối với UBND quận: trả lời 3 kiến nghị của cử tri.")[0][2] == "UBND quận"


def test_what_a_heading_tells_before_its_tasks_is_no_task():
    told = "Kỳ họp thứ 14 đã thành công. Để các nghị quyết sớm đi vào cuộc sống:"
    head, note, task = facts(f"1. Về kết quả kỳ họp\n{told}\na) UBND quận ban hành kế hoạch.")
    assert (head[1], note[1], note[4], task[2]) == ("Về kết quả kỳ họp", told, "", "UBND quận")


def test_a_topic_said_with_an_opinion_heads_the_tasks_behind_it():
    head, note, task = facts("Về nhà văn hóa: Thường trực ghi nhận báo cáo. UBND quận chấm dứt 2 hợp đồng.")
    assert (head[1], note[4], task[0], task[2]) == ("Về nhà văn hóa:", "", 1, "UBND quận")


def test_a_table_of_tasks_is_read_by_its_head_row():
    (row,) = rows(
        "TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\n"
        "1 | Lập kế hoạch kiểm tra vỉa hè | Ban Pháp chế | Phòng Tư pháp; Công an quận | 10/10/2021"
    )
    assert (row.task, row.lead, row.coordinators) == (
        "Lập kế hoạch kiểm tra vỉa hè",
        "Ban Pháp chế",
        ("Phòng Tư pháp", "Công an quận"),
    )
    assert str(row.due_on) == "2021-10-10"


def test_a_number_in_words_keeps_the_chair_speaking():
    leads = [row.lead for row in rows("Một là, Ban Pháp chế lập sổ.", "Hai là, Phòng Tư pháp rà soát văn bản.")]
    assert leads == ["Ban Pháp chế", "Phòng Tư pháp"]


def test_a_person_may_lead():
    (row,) = rows("Giao đồng chí Cao Minh Trí soạn đề cương.")
    assert (row.assignment, row.lead, row.task) == ("Giao đồng chí …", "Cao Minh Trí", "soạn đề cương")


def test_what_is_given_behind_an_opinion_is_a_task_of_its_own():
    note, task = facts("Hộ bà Sua mất nhà, giao Hội Liên hiệp Phụ nữ quận nhận đỡ đầu.")
    assert note[4] == "" and (task[2], task[4]) == ("Hội Liên hiệp Phụ nữ quận", "nhận đỡ đầu")


HEAD = "Nội dung | Đơn vị thực hiện | Thời hạn"


def test_tabs_typed_twice_leave_the_columns_where_they_are():
    head, first, second = "Nội dung |  | Đơn vị thực hiện |  | Thời hạn", "Giảm phí chợ", "Rà soát các khoản chi"
    found = rows(f"{head}\n{first} | Phòng Kinh tế |  | 20/10/2021\n{second} |  | Phòng Nội vụ |  | trước 15/10/2021")
    assert [(row.task, row.lead, str(row.due_on)) for row in found] == [
        (first, "Phòng Kinh tế", "2021-10-20"),
        (second, "Phòng Nội vụ", "2021-10-15"),
    ]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (f"{HEAD} | Kinh phí dự kiến", "Giảm phí chợ | Phòng Kinh tế | 20/10/2021 | 3 triệu đồng"),
        (f"{HEAD} | Ghi chú", "Giảm phí chợ | Phòng Kinh tế | 20/10/2021 | làm ngay"),
        (f"{HEAD} | Đơn vị thực hiện", "Giảm phí chợ | Phòng Kinh tế | 20/10/2021 | Phòng Nội vụ"),
    ],
)
def test_a_row_with_more_than_a_directive_can_hold_stays_as_typed_with_a_doubt(head, row):
    found = directing(f"{head}\n{row}")
    words = " ".join(f"{each.topic} {each.task}" for each in found.record.directives) + found.record.closing
    assert all(cell.strip() in words for cell in row.split("|"))
    assert any("bảng" in doubt or "đứng giữa" in doubt for doubt in doubts(found))
