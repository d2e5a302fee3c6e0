"""Paragraphs no rule understands stay where they stood, and the clerk is told."""

from meetings.readers import read

from .posts import ASSESSMENT, CHAIR, INTRO, OPENING, directing, doubts, post, reading


def test_strange_paragraphs_join_the_prose_around_them():
    record = reading("doan-la-2021-06").record
    assert record.opening.split("\n")[0] == "Trang chủ » Tin hoạt động"
    assert record.assessment.split("\n") == [
        "Ảnh: Quang cảnh hội trường tầng hai",
        "Đồng chí Chủ tịch HĐND quận biểu dương các tổ bầu cử.",
        "Trời mưa to suốt buổi sáng.",
    ]
    assert [row.task for row in record.directives] == ["cần gửi kế hoạch giám sát quý III", "Mọi người đều vui"]
    assert record.closing.split("\n") == [
        "Đề nghị các phường khẩn trương khơi thông cống rãnh",
        "Tiếp tục trực đường dây nóng.",
        "Thu Hà",
    ]


def test_each_strange_paragraph_is_a_doubt():
    assert doubts(reading("doan-la-2021-06")) == (
        "Chưa dùng đến các chữ “Tác giả Thu Hà” ở dòng “Ngày đăng 11/06/2021 | 08:00 | Lượt xem: 9 | …”.",
        "Chưa rõ đoạn “Trang chủ » Tin hoạt động” là gì; đã giữ nguyên trong phần mở đầu.",
        "Chưa rõ đoạn “Ảnh: Quang cảnh hội trường tầng hai” là gì; đã giữ nguyên trong phần đánh giá.",
        "Chưa rõ đoạn “Trời mưa to suốt buổi sáng.” là gì; đã giữ nguyên trong phần đánh giá.",
        "Chưa rõ đoạn “Mọi người đều vui.” là gì; đã giữ nguyên trong các nội dung chỉ đạo.",
        "Chưa rõ đoạn “Thu Hà” là gì; đã giữ nguyên trong phần kết.",
        "Từ đoạn “Đề nghị các phường khẩn trương khơi thông cống …” chưa tách thành chỉ đạo"
        " (đoạn này không kết thúc bằng dấu chấm câu); đã giữ nguyên trong phần kết.",
    )


def test_an_ordinary_post_leaves_no_doubt():
    for name in ("thuong-ky-2021-02", "dot-xuat-2020-12", "chuyen-de-2021-03", "neu-ten-2021-07"):
        assert doubts(reading(name)) == ()


def test_the_opening_is_composed_when_prose_words_it_so():
    assert reading("thuong-ky-2021-02").record.opening == ""
    assert reading("thoi-han-2021-05").record.opening.startswith("Chiều ngày 11/05/2021, ")


def test_without_an_opening_none_is_made_up():
    record = read(post(CHAIR, ASSESSMENT, INTRO, "Tiếp tục trực tổng đài.")).record
    assert (record.opening, record.attendance) == (CHAIR, ASSESSMENT)
    assert record.attendees[0].name == "Trần Quyết Thắng"
    assert len(record.directives) == 1


def test_opening_and_attendance_in_one_paragraph_still_give_rows():
    found = reading("mot-doan-2021-08")
    assert [each.name for each in found.record.attendees] == ["Ngô Văn Bình", "Phạm Thu Trang", "", ""]
    assert found.record.opening == found.body[0]


def test_rows_that_would_compose_a_sentence_of_their_own_are_given_up():
    found = read(post(f"{OPENING} {CHAIR}", INTRO, "Tiếp tục trực tổng đài."))
    assert found.record.attendees == ()
    assert len(found.record.directives) == 1
    assert [each for each in doubts(found) if "chưa tách từng dòng" in each]


def test_without_words_that_lead_them_in_directives_stay_prose():
    record = read(post(OPENING, CHAIR, "Đề nghị Ban Pháp chế báo cáo.")).record
    assert (record.directives, record.assessment) == ((), "Đề nghị Ban Pháp chế báo cáo.")


def test_a_second_list_of_people_after_the_directives_is_no_directive():
    found = directing("Tiếp tục trực tổng đài.", CHAIR)
    assert found.record.closing == CHAIR
    assert len(found.record.attendees) == 1
