"""A file that cannot be measured is refused in words that say what to do, and nothing else is raised."""

import random
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from meetings.form_check import Unreadable, check

from .conftest import sound


def refusal(pdf):
    with pytest.raises(Unreadable) as refused:
        check(pdf)
    return str(refused.value)


def scan(width=620, height=877):
    out = BytesIO()
    Image.new("L", (width, height), 250).save(out, "PDF", resolution=75)
    return out.getvalue()


def locked(password):
    out = BytesIO()
    with pikepdf.open(BytesIO(sound("minutes"))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="chu", user=password))
    return out.getvalue()


def saved(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_scan_has_no_text_layer():
    assert refusal(scan()).startswith("không có lớp chữ: tệp là ảnh quét")


def test_a_scan_with_guessed_letters_over_it_is_still_a_scan():
    with pikepdf.open(BytesIO(scan(1240, 1754))) as document:
        page = document.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources.Font = pikepdf.Dictionary(F0=document.make_indirect(font))
        page.contents_add(b"BT 3 Tr /F0 12 Tf 100 700 Td (BIEN BAN) Tj ET")
        assert "ảnh quét" in refusal(saved(document))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_sideways_is_no_scan(turn):
    with pikepdf.open(BytesIO(sound("minutes"))) as document:
        document.pages[0].Rotate = turn
        told = refusal(saved(document))
    assert told.startswith("trang 1 bị xoay") and "quét" not in told


def test_a_locked_file_asks_for_its_password_to_be_taken_off():
    assert refusal(locked("bi-mat")) == "tệp PDF đặt mật khẩu. Hãy bỏ mật khẩu rồi kiểm lại."


def test_a_file_that_anybody_may_open_is_read_though_it_is_encrypted():
    assert check(locked("")).broken == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tệp rỗng"),
        ("BIÊN BẢN phiên họp".encode(), "không phải tệp PDF"),
        (b"PK\x03\x04" + bytes(500), "không phải tệp PDF"),
        (b"%PDF-1.7\n%%EOF", "cắt cụt hoặc hỏng"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "hỏng"),
    ],
)
def test_what_is_no_pdf_is_told(data, words):
    assert words in refusal(data)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused_and_not_half_checked(part):
    pdf = sound("minutes")
    assert "cắt cụt" in refusal(pdf[: int(len(pdf) * part)])


def test_pages_without_letters_are_refused():
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        assert "không có lớp chữ" in refusal(saved(document))


def test_letters_that_cannot_be_read_back_are_told():
    with pikepdf.open(BytesIO(sound("notice"))) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                del font["/ToUnicode"]
        assert "bảng mã Unicode" in refusal(saved(document))


def test_a_page_tree_that_bites_its_tail_does_not_hang():
    with pikepdf.open(BytesIO(sound("notice"))) as document:
        document.Root.Pages.Kids.append(document.Root.Pages)
        assert check(saved(document)).pages == 1


def test_whatever_bytes_are_hurt_nothing_but_a_refusal_is_raised():
    chance = random.Random(30)
    pdf = sound("notice")
    for _ in range(25):
        hurt = bytearray(pdf)
        for _ in range(chance.choice((1, 20, 400))):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        try:
            check(bytes(hurt))
        except Unreadable as refused:
            assert "Hãy" in str(refused)
