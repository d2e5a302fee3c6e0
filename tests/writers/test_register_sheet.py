"""The register as a book: cover and first page of ND30, Phụ lục IV.I, lying sheets, numbered, the head on each."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from meetings.register_book import COLUMNS, SHARES, RegisterBook
from meetings.writers import pdf

from .registers import BOOK, MINUTES


def pages_of(content):
    with pdfplumber.open(BytesIO(content)) as document:
        return [(page.width, page.height, " ".join((page.extract_text() or "").split())) for page in document.pages]


@pytest.fixture(scope="module")
def pages():
    return pages_of(pdf.write_register(BOOK))


def test_every_sheet_is_a4_lying(pages):
    assert {(round(width), round(height)) for width, height, _ in pages} == {(842, 595)}


def test_cover_and_first_page_say_what_the_decree_asks_for(pages):
    for _, _, words in pages[:2]:
        assert words == (
            "HỘI ĐỒNG NHÂN DÂN QUẬN HAI BÀ TRƯNG SỔ ĐĂNG KÝ VĂN BẢN ĐI Năm: 2021 "
            "Từ ngày 09/01/2021 đến ngày 09/01/2021 Từ số 01 đến số 30/BB-HĐND Từ số 01 đến số 03/TB-HĐND "
            "Quyển số: 01"
        )


def test_the_pages_of_lines_are_numbered_from_one_and_repeat_the_head(pages):
    for number, (_, _, words) in enumerate(pages[2:], start=1):
        assert words.startswith(f"{number} ")
        assert "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)" in words
    assert len(pages) > 6


def test_no_day_and_no_number_is_broken_over_two_lines(pages):
    words = " ".join(words for _, _, words in pages)
    assert words.count("09/01/2021") >= 30 and words.count("12/01/2021") >= 30
    assert all(f"{line.reference} " in words for line in MINUTES.lines if line.edition)


def test_an_open_book_says_so_and_a_closed_one_who_closed_it(pages):
    assert "sổ chưa khóa" in pages[-1][2]
    closed = replace(BOOK, closed_at="16:30, 31/12/2021", closed_by="Đỗ Văn Khải")
    last = pages_of(pdf.write_register(closed))[-1][2]
    assert "Sổ này đăng ký 31 văn bản. Khóa sổ lúc 16:30, 31/12/2021; người khóa sổ: Đỗ Văn Khải." in last
    assert "VĂN THƯ" in last


def test_an_empty_book_leaves_dots_to_fill_in():
    pages = pages_of(pdf.write_register(replace(BOOK, parts=())))
    assert "Từ số …" in pages[0][2] and "Chưa đăng ký văn bản nào." in pages[2][2]


def test_the_same_book_gives_the_same_bytes_and_comes_back_from_its_data():
    assert pdf.write_register(BOOK) == pdf.write_register(RegisterBook.from_data(BOOK.to_data()))


def test_the_shares_fill_the_width():
    assert len(SHARES) == len(COLUMNS) == len(BOOK.lines[0].cells) and sum(SHARES) == pytest.approx(1)
