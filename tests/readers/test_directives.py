"""The chair's directives become rows that say who does what, in the post's own words."""

import pytest

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


@pytest.mark.parametrize("words", ["Đối với việc ấy thì thôi"])
def test_what_cannot_be_told_stays_in_the_task_and_is_a_doubt(words):
    found = directing(f"{words}.")
    assert found.record.directives == (DirectiveRecord(task=words),)
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
