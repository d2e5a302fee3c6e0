"""The title says which session it was, of which month and of whose council."""

from datetime import date

import pytest

from meetings.readers import UnreadablePost, read
from meetings.record import CouncilRecord, SessionKind

from .posts import CHAIR, OPENING, came_from, doubts, post, reading


def test_the_council_follows_from_its_committee():
    assert reading("thuong-ky-2021-02").record.council == CouncilRecord(
        name="Hội đồng nhân dân quận Hai Bà Trưng",
        short_name="HĐND quận Hai Bà Trưng",
        committee_name="Thường trực HĐND quận Hai Bà Trưng",
        committee_full_name="Thường trực Hội đồng nhân dân quận Hai Bà Trưng",
        locality="quận Hai Bà Trưng",
        place_name="Hai Bà Trưng",
        letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
    )


@pytest.mark.parametrize(
    ("named", "locality", "place_name"),
    [
        ("Thường trực Hội đồng nhân dân quận Đống Đa", "quận Đống Đa", "Đống Đa"),
        ("Thường trực HĐND phường Bạch Đằng (mở rộng)", "phường Bạch Đằng", "Bạch Đằng"),
        ("Thường trực HĐND Quận 1", "quận 1", "Quận 1"),
        ("Thường trực HĐND TP. Hồ Chí Minh", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thường trực HĐND tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("THƯỜNG TRỰC HĐND HUYỆN THANH TRÌ", "huyện Thanh Trì", "Thanh Trì"),
    ],
)
def test_the_place_is_what_follows_the_committee(named, locality, place_name):
    council = read(post("Ngày 07/09/2021, đại biểu dự.", title=f"Phiên họp tháng 9/2021 của {named}")).record.council
    assert (council.locality, council.place_name) == (locality, place_name)


@pytest.mark.parametrize(
    ("title", "kind", "expanded"),
    [
        ("Phiên họp thường kỳ tháng 9 năm 2021 của {}", SessionKind.REGULAR, False),
        ("Phiên họp đột xuất tháng 9 năm 2021 của {}", SessionKind.EXTRAORDINARY, False),
        ("Phiên họp tháng 9 năm 2021 (bất thường) của {}", SessionKind.EXTRAORDINARY, False),
        ("Phiên họp chuyên đề tháng 9 năm 2021 của {}", SessionKind.THEMATIC, False),
        ("Phiên họp mở rộng tháng 9 năm 2021 của {}", SessionKind.REGULAR, True),
        ("Phiên họp đột xuất tháng 9 năm 2021 của {} (mở rộng)", SessionKind.EXTRAORDINARY, True),
        ("Phiên họp tháng 9 năm 2021 của {} về giám sát chuyên đề mở rộng đường", SessionKind.REGULAR, False),
    ],
)
def test_the_kind_stands_beside_the_session_not_anywhere(title, kind, expanded):
    record = read(post(OPENING, title=title.format("Thường trực HĐND quận Hai Bà Trưng"))).record
    assert (record.kind, record.expanded) == (kind, expanded)


@pytest.mark.parametrize("month", ["tháng 9 năm 2021", "tháng 09/2021", "tháng 9-2021", "Tháng 09 năm 2021"])
def test_the_month_is_read_in_each_way_it_is_written(month):
    record = read(post(CHAIR, title=f"Phiên họp {month} của Thường trực HĐND quận Hai Bà Trưng")).record
    assert (record.year, record.month) == (2021, 9)


def test_a_session_may_be_held_in_the_month_after_its_own():
    record = reading("dot-xuat-2020-12").record
    assert (record.year, record.month, record.held_on) == (2020, 12, date(2021, 1, 4))


def test_a_numbered_session_keeps_its_number():
    found = reading("thoi-han-2021-05")
    assert found.record.ordinal == 60
    assert came_from(found, "ordinal") == ["60"]


NO_MONTH = "Phiên họp của Thường trực HĐND quận Hai Bà Trưng"


def test_a_title_without_month_takes_the_one_the_article_names():
    found = read(
        post(
            "Ngày 01/10/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 9 năm 2021.", title=NO_MONTH
        )
    )
    assert (found.record.month, came_from(found, "month")) == (9, ["tháng 9 năm 2021"])


def test_the_month_of_the_day_is_a_guess_and_said_to_be_one():
    found = read(post("Ngày 07/09/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp.", title=NO_MONTH))
    assert (found.record.year, found.record.month) == (2021, 9)
    assert "Không thấy tháng của phiên họp; tạm lấy tháng của ngày họp." in doubts(found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bài viết về hoa sữa.\nHoa thơm.", "không thấy tên phiên họp"),
        (post(CHAIR, title=NO_MONTH), "không thấy tháng của phiên họp"),
        (post(CHAIR, title="Phiên họp tháng 13 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"), "không thấy tháng"),
        (post(CHAIR, title="Phiên họp tháng 9 năm 2021"), "không thấy tên cơ quan họp"),
        (post(), "không thấy nội dung phiên họp"),
        (" \n ", "tệp rỗng"),
    ],
)
def test_a_page_that_is_no_session_is_refused_with_the_reason(text, reason):
    with pytest.raises(UnreadablePost, match=reason) as refused:
        read(text)
    assert "hãy" in str(refused.value)


def test_two_different_months_are_a_doubt():
    found = read(post(OPENING, title="Phiên họp tháng 8 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"))
    assert found.record.month == 8
    assert "Tháng trong tiêu đề và tháng trong bài khác nhau; đã theo tiêu đề." in doubts(found)
