"""Paragraphs no rule understands stay where they stood, and the clerk is told."""

from meetings import prose
from meetings.readers import read

from .posts import ASSESSMENT, CHAIR, INTRO, OPENING, came_from, directing, doubts, post, reading


def test_strange_paragraphs_join_the_prose_around_them():
    record = reading("doan-la-2021-06").record
    assert record.assessment.split("\n") == [
        "Ảnh: Quang cảnh hội trường tầng hai",
        "Đồng chí Chủ tịch HĐND quận biểu dương các tổ bầu cử.",
        "Trời mưa to suốt buổi sáng.",
    ]
    assert [row.task for row in record.directives] == [
        *("cần gửi kế hoạch giám sát quý III", "", "khẩn trương khơi thông cống rãnh"),
        "Tiếp tục trực đường dây nóng",
    ]
    assert record.directives[1].topic == "Mọi người đều vui."
    assert record.closing.split("\n") == ["Thu Hà"]


def test_a_strange_paragraph_among_the_directives_is_a_doubt_and_what_frames_the_article_an_aside():
    found = reading("doan-la-2021-06")
    assert [each for each in doubts(found) if "Mọi người đều vui" in each]
    assert came_from(found, "outside") == ["Trang chủ » Tin hoạt động"]
    assert came_from(found, "aside") == [
        "Ảnh: Quang cảnh hội trường tầng hai",
        "Thu Hà",
    ]


def test_an_ordinary_post_leaves_no_doubt():
    for name in ("thuong-ky-2021-02", "dot-xuat-2020-12", "chuyen-de-2021-03", "neu-ten-2021-07"):
        assert doubts(reading(name)) == ()


def test_the_opening_is_composed_when_prose_words_it_so():
    assert reading("thuong-ky-2021-02").record.opening == ""
    assert reading("thoi-han-2021-05").record.opening.startswith("Chiều ngày 11/05/2021, ")


def test_without_an_opening_none_is_made_up():
    record = read(post(CHAIR, ASSESSMENT, INTRO, "Tiếp tục trực tổng đài.")).record
    assert (record.opening, record.attendance, record.assessment) == (CHAIR, "", ASSESSMENT)
    assert prose.attendance(record) == ""
    assert record.attendees[0].name == "Trần Quyết Thắng"
    assert len(record.directives) == 1


def test_opening_and_attendance_in_one_paragraph_still_give_rows():
    found = reading("mot-doan-2021-08")
    assert [each.name for each in found.record.attendees] == ["Ngô Văn Bình", "Phạm Thu Trang", "", ""]
    assert found.record.opening == found.body[0]


def test_rows_compose_no_sentence_of_their_own_where_the_opening_says_it():
    record = read(post(f"{OPENING} {CHAIR}", INTRO, "Tiếp tục trực tổng đài.")).record
    assert [each.name for each in record.attendees] == ["Trần Quyết Thắng"]
    assert (record.opening, prose.attendance(record)) == (f"{OPENING} {CHAIR}", "")


def test_without_words_that_lead_them_in_directives_stay_prose():
    record = read(post(OPENING, CHAIR, "Đề nghị Ban Pháp chế báo cáo.")).record
    assert (record.directives, record.assessment) == ((), "Đề nghị Ban Pháp chế báo cáo.")


def test_a_second_list_of_people_after_the_directives_is_no_directive():
    found = directing("Tiếp tục trực tổng đài.", CHAIR)
    assert found.record.closing == CHAIR
    assert len(found.record.attendees) == 1
