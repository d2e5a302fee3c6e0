"""The picture a page is shared with: its size, every letter of it, and that nothing of it runs over the edge."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from meetings.vietnamese import LETTERS
from meetings.writers import fonts, share_picture
from tests.public.conftest import COUNCIL, session_of

LONG = "Phiên họp chuyên đề về giám sát công tác phòng, chống dịch Covid-19 trên địa bàn quận " * 4


def drawn(record):
    return Image.open(BytesIO(share_picture.share_picture(record))).convert("RGB")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"held_on": None},
        {"title": LONG},
        {"title": "Ặ" * 200},
        {"council": replace(COUNCIL, locality="")},
        {"council": replace(COUNCIL, committee_full_name=LONG.strip(), locality="")},
    ],
)
def test_whatever_the_record_says_the_edges_stay_free(given):
    picture = drawn(session_of(2021, 1, **given))
    assert picture.size == (1200, 630)
    edges = ((0, 0, 70, 630), (1130, 0, 1200, 630), (0, 0, 1200, 50), (0, 600, 1200, 630))
    for edge in edges:
        assert picture.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), (0xFB, 0xF7, 0xF0))]


@pytest.mark.parametrize("given", [{}, {"locality": ""}, {"committee_full_name": LONG.strip(), "locality": ""}])
def test_the_picture_of_the_council_keeps_its_edges_free_too(given):
    picture = Image.open(BytesIO(share_picture.council_picture(replace(COUNCIL, **given)))).convert("RGB")
    assert picture.size == (1200, 630)
    for edge in ((0, 0, 70, 630), (1130, 0, 1200, 630), (0, 0, 1200, 50), (0, 600, 1200, 630)):
        assert len(picture.crop(edge).getcolors()) == 1


def test_the_same_record_gives_the_same_bytes():
    assert share_picture.share_picture(session_of(2021, 1)) == share_picture.share_picture(session_of(2021, 1))


def test_every_letter_of_vietnamese_is_drawn_as_itself():
    name = fonts.family()
    for style in ("", ":bold"):
        font = share_picture.ImageFont.truetype(fonts.file_of(name, style), 40)
        shapes = {bytes(font.getmask(each)) for each in LETTERS + LETTERS.upper()}
        assert len(shapes) == len(LETTERS) * 2 and bytes(font.getmask("\uffff")) not in shapes


def test_the_lines_of_a_title_are_as_even_as_they_can_be():
    font = share_picture.ImageFont.truetype(fonts.file_of(fonts.family(), ":bold"), 54)
    lines = share_picture._lines("Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng", font)
    assert lines == ["Phiên họp tháng 01 năm 2021 của", "Thường trực HĐND quận Hai Bà Trưng"]
    assert share_picture._lines(LONG, font)[-1].endswith("…")


def test_without_a_font_nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(fonts, "FONT_FAMILIES", ("Không Có",))
    assert not fonts.is_installed()
    with pytest.raises(share_picture.NoUsableFont):
        share_picture.share_picture(session_of(2021, 1))
