"""The line under the title says when the post went out and how often it was read."""

from datetime import date, datetime

import pytest

from meetings.readers import read
from meetings.vietnamese import LOCAL_ZONE

from .posts import CHAIR, INTRO, OPENING, came_from, doubts, post, reading

TITLE = "Phiên họp tháng 9 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"


def under(line):
    return read(f"{TITLE}\n{line}\n{OPENING}\n{CHAIR}")


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("Ngày đăng 10/09/2021 | 08:52  | Lượt xem: 88", 88),
        ("Ngày đăng: 10/9/2021 08:52 - Lượt xem: 1.607", 1607),
        ("Đăng ngày 10-09-2021 lúc 8h52, số lượt xem: 1,234,567", 1234567),
        ("08:52 | 10/09/2021", 0),
        ("Cập nhật lúc 08:52 ngày 10 tháng 9 năm 2021", 0),
    ],
)
def test_the_hour_is_hanoi_time_and_the_views_a_number(line, views):
    found = under(line)
    assert found.record.posted_at == datetime(2021, 9, 10, 8, 52, tzinfo=LOCAL_ZONE)
    assert found.record.imported_views == views
    assert line not in found.body
    assert doubts(found) == ("Không thấy nội dung chỉ đạo nào; các đoạn được giữ nguyên câu chữ.",)


def test_the_views_may_stand_on_their_own_line():
    found = under("Ngày đăng 10/09/2021 | 08:52\nLượt xem: 45")
    assert (found.record.imported_views, came_from(found, "imported_views")) == (45, ["45"])
    assert found.body == (OPENING, CHAIR)


def test_a_post_without_views_has_none():
    record = reading("chuyen-de-2021-03").record
    assert (record.imported_views, record.posted_at) == (0, datetime(2021, 3, 20, 9, 15, tzinfo=LOCAL_ZONE))


def test_the_day_of_posting_is_not_the_day_of_the_session():
    record = reading("thuong-ky-2021-02").record
    assert (record.held_on, record.posted_at.date()) == (date(2021, 2, 2), date(2021, 2, 8))


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Ngày đăng 10/09/2021 | 28:52", "Không đọc được giờ đăng"),
        ("Ngày đăng 31/09/2021 | 08:52", "Không đọc được ngày đăng"),
        ("Ngày đăng 10/09/2021 08:52 Tin mới nhận", "Chưa dùng đến các chữ “Tin mới nhận”"),
        ("Ngày đăng 10/09/2021 | 08:52 | Lượt xem: 99999999999", "lớn quá mức"),
        ("Ngày đăng 06/09/2021 | 08:52", "Ngày đăng đứng trước ngày họp"),
        ("", "Không thấy dòng ngày đăng"),
    ],
)
def test_what_the_line_does_not_say_is_a_doubt(line, doubt):
    assert [each for each in doubts(under(line)) if doubt in each]


def test_a_day_the_calendar_does_not_have_leaves_the_day_blank():
    found = read(f"{TITLE}\nNgày 31/09/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 9 năm 2021.")
    assert found.record.held_on is None
    assert [each for each in doubts(found) if "ngày họp để trống" in each]


def test_an_author_told_in_the_line_alone_ends_the_article():
    found = under("Ngày đăng bài: 10/09/2021 | Tác giả: Hải Yến")
    assert (found.record.closing, found.body[-1]) == ("Tác giả: Hải Yến", "Tác giả: Hải Yến")
    assert came_from(found, "aside") == ["Tác giả: Hải Yến"]


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("22/03/2026 01:18:37 PM", (13, 18)),
        ("Thứ Tư, 31/07/2019, 10:03 (GMT+7)", (10, 3)),
        ("Ngày đăng bài: 13/11/2017 | Tác giả: Hải Yến", (0, 0)),
        ("29/9/2023 10:50 SA | Đã xem 812 lần", (10, 50)),
    ],
)
def test_portals_write_the_line_in_their_own_ways(line, hour):
    found = read(f"{TITLE}\n{line}\nSáng nay, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 9 năm 2021.")
    assert (found.record.posted_at.hour, found.record.posted_at.minute) == hour
    assert line not in found.body


def test_a_paper_copied_whole_has_no_day_of_posting_to_miss():
    paper = post(OPENING, CHAIR, INTRO, "Giao Ban Pháp chế lập sổ.").replace("Ngày đăng 10/09/2021 | 09:00\n\n", "")
    head = "HỘI ĐỒNG NHÂN DÂN QUẬN HAI BÀ TRƯNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    unposted = "Không thấy dòng ngày đăng"
    assert any(unposted in doubt for doubt in doubts(read(paper)))
    assert not any(unposted in doubt for doubt in doubts(read(head + paper)))
