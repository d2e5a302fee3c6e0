"""What the reader takes from the office it reads for, and which pages it refuses as no session of the committee."""

import pytest

from meetings.readers import UnreadablePost, read
from meetings.readers.grammar.known_names import KnownNames
from meetings.readers.grammar.office import Office
from meetings.readers.rules import council_rules

from .posts import doubts

OFFICE = Office(councils=(council_rules.derive("huyện", "Bình Khê"),), units=KnownNames(["Tổ Công tác số 6"]))


def post(title, *paragraphs):
    return "\n\n".join([title, "Ngày đăng 30/03/2023 | 08:00", *paragraphs])


MET = (
    "Ngày 28/3/2023, Thường trực HĐND huyện tổ chức phiên họp tháng 3. "
    "Đồng chí Lê Văn Nam - Chủ tịch HĐND huyện chủ trì phiên họp."
)
ASKED = "Kết luận phiên họp, Chủ tịch HĐND huyện yêu cầu Ban Pháp chế lập sổ theo dõi đơn."


@pytest.mark.parametrize(
    "title",
    ["Thường trực HĐND huyện họp phiên tháng 3 năm 2023", "THƯỜNG TRỰC HĐND HUYỆN HỌP PHIÊN THÁNG 3 NĂM 2023"],
)
def test_a_council_named_by_its_kind_alone_is_the_offices_with_a_doubt(title):
    found = read(post(title, MET, ASKED), OFFICE)
    assert found.record.council.short_name == "HĐND huyện Bình Khê"
    assert any("hội đồng lấy theo cơ quan" in doubt for doubt in doubts(found))


def test_a_council_of_a_kind_that_the_office_has_not_is_refused():
    ward = MET.replace("huyện", "phường")
    with pytest.raises(UnreadablePost, match="không thấy tên cơ quan họp"):
        read(post("Thường trực HĐND phường họp phiên tháng 3 năm 2023", ward), OFFICE)


def test_a_unit_of_the_office_is_found_before_any_rule():
    given = "Kết luận phiên họp, Chủ tịch HĐND huyện giao Tổ Công tác số 6 theo dõi ba hồ chứa."
    row = read(
        post("Thường trực HĐND huyện Bình Khê họp phiên tháng 3 năm 2023", MET, given), OFFICE
    ).record.directives[0]
    assert (row.lead, row.task) == ("Tổ Công tác số 6", "theo dõi ba hồ chứa")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "UBND huyện Bình Khê họp phiên thường kỳ tháng 3 năm 2023",
            "Sáng 28/3, UBND huyện họp phiên thường kỳ. Thường trực HĐND huyện cùng dự.",
        ),
        (
            "Giám sát chợ Gò Mít",
            "Thực hiện phân công tại phiên họp tháng 2 của Thường trực HĐND huyện Bình Khê, Ban Pháp chế đi chợ.",
        ),
        (
            "Lịch họp phiên tháng 4 của Thường trực HĐND huyện Bình Khê",
            "Thường trực HĐND huyện Bình Khê sẽ họp phiên tháng 4 vào ngày 20/4/2023.",
        ),
        (
            "Hội nghị liên tịch chuẩn bị kỳ họp giữa năm 2023",
            "Ngày 28/3/2023, Thường trực HĐND huyện Bình Khê cùng UBND huyện tổ chức hội nghị liên tịch.",
        ),
    ],
)
def test_what_only_mentions_a_session_is_refused(title, said):
    with pytest.raises(UnreadablePost):
        read(post(title, said, ASKED), OFFICE)


def test_a_month_without_a_year_is_taken_from_the_day_held():
    record = read(post("Thường trực HĐND huyện Bình Khê họp phiên tháng 3", MET, ASKED), OFFICE).record
    assert (record.year, record.month) == (2023, 3)


def test_a_month_that_the_text_names_later_is_another_sessions():
    late = "Ban Pháp chế báo cáo kết quả tại phiên họp tháng 10."
    met = "Tối 17/8/2023, Thường trực HĐND huyện Bình Khê họp phiên bất thường. Ông Lê Văn Nam chủ trì."
    record = read(
        post(
            "Thường trực HĐND huyện Bình Khê họp phiên bất thường",
            met,
            "Phiên họp diễn ra nhanh gọn.",
            ASKED,
            ASKED,
            late,
        )
    ).record
    assert (record.year, record.month) == (2023, 8)


def test_a_title_over_two_lines_is_one():
    lines = "THÔNG BÁO\nKẾT LUẬN PHIÊN HỌP THÁNG 3 NĂM 2023\nCỦA THƯỜNG TRỰC HĐND HUYỆN BÌNH KHÊ"
    record = read("\n".join([lines, "Ngày đăng 30/03/2023 | 08:00", MET, ASKED]), OFFICE).record
    assert record.title == "THÔNG BÁO KẾT LUẬN PHIÊN HỌP THÁNG 3 NĂM 2023 CỦA THƯỜNG TRỰC HĐND HUYỆN BÌNH KHÊ"


def test_two_posts_in_one_file_are_refused():
    one = post("Thường trực HĐND huyện Bình Khê họp phiên tháng 3 năm 2023", MET, ASKED)
    with pytest.raises(UnreadablePost, match="tệp có hai bài"):
        read(
            "\n\n".join([one, one.replace("tháng 3", "tháng 4").replace("28/3", "27/4").replace("30/03", "30/04")]),
            OFFICE,
        )


@pytest.mark.parametrize(
    "line",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hội đồng nhân dân huyện Bình Khê",
        "Trang chủ » Tin tức » Hoạt động HĐND",
    ],
)
def test_the_lines_above_the_title_are_no_words_of_the_article(line):
    found = read(
        "\n".join([line, post("Thường trực HĐND huyện Bình Khê họp phiên tháng 3 năm 2023", MET, ASKED)]), OFFICE
    )
    assert line not in found.body and found.record.opening != line
    assert [found.text[part.start : part.end] for part in found.parts if part.field == "outside"] == [line]


def test_the_recipients_below_are_no_words_of_the_article():
    found = read(
        post("Thường trực HĐND huyện Bình Khê họp phiên tháng 3 năm 2023", MET, ASKED)
        + "\n\nNơi nhận:\n- Các Ban HĐND huyện;\n- Lưu: VT.",
        OFFICE,
    )
    assert not any("Lưu: VT" in line or "Nơi nhận" in line for line in found.body)
    assert len(found.record.directives) == 1
