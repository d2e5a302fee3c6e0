"""Clean means right: what cannot be right, or what was left over, is a doubt."""

import pytest

from meetings.readers import read

from .posts import ASSESSMENT, CHAIR, INTRO, OPENING, directing, doubts, post


@pytest.mark.parametrize(
    ("directive", "doubt"),
    [
        ("Giao Ban Pháp chế: sổ theo dõi đơn thư.", "sổ theo dõi đơn thư"),
        ("Hoàn thiện báo cáo, giao Phòng Tư pháp thẩm định hồ sơ.", "Phòng Tư pháp"),
    ],
)
def test_a_directive_with_something_left_over_is_doubted(directive, doubt):
    assert any(doubt in each for each in doubts(directing(directive, "Tiếp tục trực tổng đài.")))


def test_orders_outside_the_directives_are_doubted():
    closing = "Phiên họp kết thúc lúc 11 giờ. Chủ tọa giao Ban Pháp chế lập biên bản."
    assert any("còn chỗ" in each for each in doubts(directing("Tiếp tục trực tổng đài.", closing)))


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("Phiên họp bắt đầu lúc 8 giờ kém. " + OPENING, "giờ"),
        (OPENING.replace("năm 2021.", "năm 2021 tại bờ kè sông."), "nơi họp"),
    ],
)
def test_an_hour_or_a_place_that_was_not_read_is_doubted(words, doubt):
    found = read(post(words, CHAIR, ASSESSMENT, INTRO, "Tiếp tục trực tổng đài."))
    assert any(doubt in each for each in doubts(found)) or found.record.starts_at or found.record.venue


def test_praise_is_never_a_directive():
    praise = "Biểu dương Công an quận lắp camera ở ba chợ."
    found = directing("Giao Ban Pháp chế lập sổ theo dõi.", praise)
    assert all("camera" not in row.task for row in found.record.directives)


def test_an_ordinary_post_is_clean():
    assert (
        doubts(directing("Giao Ban Pháp chế lập sổ theo dõi trước ngày 20/9/2021.", "Tiếp tục trực tổng đài.")) == ()
    )
