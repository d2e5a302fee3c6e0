"""Bytes become text, or a sentence that says what to do."""

import codecs
import unicodedata

import pytest

from meetings.readers import UnreadablePost, read

from .posts import decode

WORDS = "Phiên họp tháng 01"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        b"\r\n " + WORDS.encode() + b"\t\r\n",
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big end first", "blank ends"],
)
def test_the_same_words_come_out_of_each_encoding(data):
    assert decode(data) == WORDS


def test_decomposed_letters_are_composed():
    decomposed = unicodedata.normalize("NFD", WORDS)
    assert decomposed != WORDS
    assert decode(decomposed.encode()) == WORDS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp rỗng"),
        (b" \r\n\t\n", "chỉ có khoảng trắng"),
        ("\ufeff\u200b".encode(), "chỉ có khoảng trắng"),
        (b"%PDF-1.7 ...", "tệp PDF"),
        (b"PK\x03\x04....", "tệp nhị phân"),
        (b"\xd0\xcf\x11\xe0....", "tệp Word đời cũ"),
        (b"\x89PNG\r\n", "tệp ảnh"),
        (b"\xff\xd8\xff\xe0", "tệp ảnh"),
        (b"<!DOCTYPE html><p>", "trang HTML"),
        (b"Phi\x00n h\x00p", "tệp nhị phân"),
        (bytes(range(1, 32)) * 3, "tệp nhị phân"),
        (b"\x00\xfe\x80\x81", "tệp nhị phân"),
        ("Пленарное заседание комитета".encode("koi8-r"), "bảng mã"),
        (codecs.BOM_UTF16_LE + b"\x00", "bảng mã"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\x00", "tệp nhị phân"),
        (b"a" * 2_000_001, "2 triệu chữ cái"),
        (b"a" * 20_001, "20.000"),
        (b"a\n" * 2_001, "2.000 đoạn"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, reason):
    with pytest.raises(UnreadablePost, match=reason) as refused:
        decode(data)
    assert "hãy" in str(refused.value)


def test_text_that_no_encoding_gives_is_refused_by_the_reader_itself():
    with pytest.raises(UnreadablePost, match="bảng mã"):
        read("Phiên họp \ud800")
