"""Rules that rest on what words do, not on which they are: units, topics, tasks and sections that no list has."""

import pytest

from meetings.readers import UnreadablePost, read

from .posts import ASSESSMENT, CHAIR, INTRO, OPENING, directing, doubts, post


def given(found):
    """Each task with its lead, and with the topic of its own row or of the one above."""
    head, told = None, []
    for row in found.record.directives:
        head = row if row.level == 0 else head
        if row.task and not row.task.endswith(":"):
            above = head.topic if row.level and head else ""
            told.append((row.topic or above, row.lead, row.task))
    return told


@pytest.mark.parametrize(
    ("words", "lead", "coordinators", "task"),
    [
        (
            "Giao ủy nhiệm thu chủ trì, phối hợp với các xóm thu dứt điểm quỹ.",
            "ủy nhiệm thu",
            ("các xóm",),
            "thu dứt điểm quỹ",
        ),
        ("Xã đội bố trí lực lượng trực.", "Xã đội", (), "bố trí lực lượng trực"),
        ("Đài truyền thanh thị trấn phát tin bài.", "Đài truyền thanh thị trấn", (), "phát tin bài"),
        ("Công an xã được lưu ý siết chặt các chốt.", "Công an xã", (), "siết chặt các chốt"),
        ("UBND xã, phường phối hợp phát quang cây.", "UBND xã, phường", (), "phát quang cây"),
        ("Hằng tháng, các tổ đại biểu tổng hợp ý kiến.", "các tổ đại biểu", (), "tổng hợp ý kiến"),
        ("Giao Ban Pháp chế giám sát, phối hợp với Công an quận.", "Ban Pháp chế", ("Công an quận",), None),
    ],
)
def test_where_only_a_unit_can_stand_any_words_are_one(words, lead, coordinators, task):
    row = directing(words, "Tiếp tục trực tổng đài.").record.directives[0]
    assert (row.lead, row.coordinators) == (lead, coordinators)
    assert task is None or row.task == task


def test_a_deadline_before_the_unit_is_read():
    assert directing("Hằng tháng, các tổ đại biểu tổng hợp ý kiến.").record.directives[0].due_text == "Hằng tháng"


def test_words_before_a_colon_name_the_matter_whatever_they_are():
    found = directing(
        "a) Lịch giám sát: Ban Pháp chế chuẩn bị đề cương.", "b) Trong ngắn hạn: giao UBND quận cấp nước."
    )
    assert [row.topic for row in found.record.directives] == ["Lịch giám sát:", "Trong ngắn hạn:"]


def test_a_unit_inside_a_section_gives_its_tasks_both_heads():
    found = directing(
        "I. VỀ TRẬT TỰ XÂY DỰNG", "1. Đề nghị UBND quận:", "a) Lập kế hoạch;", "b) Kiểm điểm trách nhiệm."
    )
    topic = "VỀ TRẬT TỰ XÂY DỰNG"
    assert given(found) == [(topic, "UBND quận", "Lập kế hoạch"), (topic, "UBND quận", "Kiểm điểm trách nhiệm")]


def test_each_unit_of_a_sentence_has_its_own_task():
    found = directing("UBND quận phải mua thuốc trước ngày 30/9/2021 và Trung tâm Y tế có trách nhiệm công khai giá.")
    assert [(row.lead, row.assignment) for row in found.record.directives] == [
        ("UBND quận", "…"),
        ("Trung tâm Y tế", "và …"),
    ]


@pytest.mark.parametrize("words", ["Họp 2 ngày 16 và 17/12/2021.", "Ban hành chủ trương mới."])
def test_what_is_given_to_nobody_among_tasks_given_to_units_is_no_task(words):
    found = directing("1. Về kỳ họp thứ 15:", f"- {words}", "- UBND quận chuẩn bị 9 báo cáo.")
    assert [row.lead for row in found.record.directives if row.task] == ["UBND quận"]
    assert any("không giao việc" in doubt for doubt in doubts(found))


def test_a_sentence_that_surely_only_tells_is_no_doubt():
    found = directing("Về nông thôn mới: hiện quận đạt 13/19 tiêu chí. Giao Ban Pháp chế giám sát.", "Tiếp tục trực.")
    assert not any("không giao việc" in doubt for doubt in doubts(found))


def test_the_directives_end_where_another_takes_the_floor():
    found = directing("Giao Ban Pháp chế giám sát.", "C. Ý KIẾN CỦA PHÓ CHỦ TỊCH UBND QUẬN", "UBND quận tiếp thu.")
    assert [row.lead for row in found.record.directives] == ["Ban Pháp chế"]


@pytest.mark.parametrize(
    ("paragraphs", "doubt"),
    [
        ((f"{CHAIR} Ông Lê Văn An, Trưởng Ban Đô thị được phân công theo dõi.",), "chưa có trong thành phần"),
        ((f"{CHAIR} Mọi người đến từ trụ sở UBND quận.",), "chưa chắc là địa điểm"),
        ((CHAIR, INTRO, "Thường trực HĐND quận tổ chức tiếp dân."), "tự nhận việc ấy"),
        ((CHAIR, INTRO, "Với trạm y tế xã, đồng chí thấy chậm và giao Sở Y tế làm xong."), "chủ đề của việc"),
    ],
)
def test_what_was_told_and_not_read_is_doubted(paragraphs, doubt):
    told = paragraphs if INTRO in paragraphs else (*paragraphs, ASSESSMENT, INTRO, "Giao Ban Pháp chế lập sổ.")
    assert any(doubt in each for each in doubts(read(post(OPENING, *told))))


def test_an_invitation_is_refused():
    with pytest.raises(UnreadablePost, match="giấy mời"):
        read("GIẤY MỜI\n" + post(OPENING, CHAIR, INTRO, "Giao Ban Pháp chế lập sổ."))
