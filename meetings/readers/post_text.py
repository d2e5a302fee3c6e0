"""From the bytes of an uploaded file to the text of the post, refusing whatever is not plain text."""

import codecs
import re

from meetings import vietnamese

MAX_BYTES = 2_000_000
MAX_PARAGRAPHS = 2_000
MAX_PARAGRAPH_CHARACTERS = 20_000

_SIGNATURES = (
    (b"%PDF", "tệp PDF"),
    (b"PK\x03\x04", "tệp Word (DOCX) hoặc tệp nén ZIP"),
    (b"\xd0\xcf\x11\xe0", "tệp Word đời cũ (DOC)"),
    (b"{\\rtf", "tệp RTF"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
    (b"GIF8", "tệp ảnh"),
)
_BINARY = "không phải văn bản (có vẻ là tệp nhị phân): hãy chọn tệp văn bản (.txt) chứa bài đăng"
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r")


class UnreadablePost(ValueError):
    """The post cannot be read; the message is one Vietnamese sentence: what is wrong, and what to do."""


def decode(data: bytes) -> str:
    """The tidied text of a file in UTF-8 (with or without a byte order mark), or UTF-16 with one."""
    if len(data) > MAX_BYTES:
        raise UnreadablePost("tệp lớn quá 2 MB: hãy chỉ giữ lại phần chữ của bài đăng")
    _refuse_other_formats(data)
    text = _characters(data)
    if "\x00" in text or sum(each in _CONTROLS for each in text) * 20 > len(text):
        raise UnreadablePost(_BINARY)
    return bounded(text)


def bounded(text: str) -> str:
    """The tidied text; UnreadablePost where it is blank or far larger than any post."""
    if len(text) > MAX_BYTES:
        raise UnreadablePost("bài đăng dài quá 2 triệu chữ cái: hãy chỉ giữ lại phần chữ của bài đăng")
    if _SURROGATE.search(text):
        raise UnreadablePost("không đọc được bảng mã: hãy lưu lại tệp bằng UTF-8")
    text = vietnamese.tidy(text)
    if not text:
        raise UnreadablePost("tệp rỗng hoặc chỉ có khoảng trắng: hãy chọn tệp có nội dung bài đăng")
    lines = text.split("\n")
    if max(map(len, lines)) > MAX_PARAGRAPH_CHARACTERS:
        raise UnreadablePost("có đoạn dài quá 20.000 chữ cái: hãy xuống dòng giữa các đoạn của bài đăng")
    if sum(map(bool, lines)) > MAX_PARAGRAPHS:
        raise UnreadablePost("có quá 2.000 đoạn: hãy chỉ giữ lại một bài đăng trong tệp")
    return text


def _refuse_other_formats(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadablePost(f"không phải văn bản (đây là {name}): hãy chép phần chữ sang tệp .txt rồi chọn lại")
    if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise UnreadablePost("đây là trang HTML, không phải văn bản: hãy chép phần chữ sang tệp .txt rồi chọn lại")


def _characters(data: bytes) -> str:
    marked_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data and not marked_utf16:
            raise UnreadablePost(_BINARY) from error
        raise UnreadablePost("không đọc được bảng mã: hãy lưu lại tệp bằng UTF-8") from error
