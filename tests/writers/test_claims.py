"""A file says of itself only what is true: a sign that the font lacks is no part of an archival file."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from meetings.form_check import check
from meetings.writers import fonts, pdf
from meetings.writers.words import sheets

from .papers import PAPERS, SESSION


def printed(assessment):
    return pdf.write(sheets(replace(SESSION, assessment=assessment), PAPERS["minutes"]))


def claims(content):
    with pikepdf.open(BytesIO(content)) as document:
        metadata = bytes(document.Root.Metadata.read_bytes()) if "/Metadata" in document.Root else b""
        return {name for name in (b"pdfaid", b"pdfuaid") if name in metadata}, "/StructTreeRoot" in document.Root


def test_a_paper_in_its_font_alone_says_that_it_is_archival():
    assert claims(printed("Đã đọc, đã sửa: ≥ 95%.")) == ({b"pdfaid", b"pdfuaid"}, True)


@pytest.mark.parametrize("sign", ["会", "\U0001f600", "\u2713"])
def test_a_paper_with_a_sign_that_the_font_lacks_does_not_say_so_and_names_the_sign_once(sign):
    content = printed(f"Ký hiệu {sign} dán từ nơi khác.")
    assert fonts.lacks(f"Đ {sign}") == {sign} and claims(content) == (set(), True)
    found = [each for each in check(content).broken if f"U+{ord(sign):04X}" in each.measured + each.where]
    assert len(found) == 1
