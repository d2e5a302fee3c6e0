"""The limits of a post's text, and the error for a post that cannot be read."""

import re

from meetings import vietnamese

from . import spacing

MAX_BYTES = 2_000_000
MAX_PARAGRAPHS = 2_000
MAX_PARAGRAPH_CHARACTERS = 20_000

_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadablePost(ValueError):
    """The post cannot be read; the message is one Vietnamese sentence: what is wrong, and what to do."""


def _with_cells(line: str) -> str:
    """A row copied from a table, with " | " between its cells, blank ones too."""
    if "\t" not in line.strip():
        return line
    row = [cell.strip() for cell in line.split("\t")]
    if any(cell.endswith(":") for cell in row):
        return " ".join(filter(None, row))  # tabs that only set words apart: "Chủ trì:	Đ/c Phan Lạc Hòa"
    return " | ".join(row)


def bounded(text: str) -> str:
    """The tidied text; UnreadablePost where it is blank or far larger than any post."""
    if len(text) > MAX_BYTES:
        raise UnreadablePost("bài đăng dài quá 2 triệu chữ cái: hãy chỉ giữ lại phần chữ của bài đăng")
    if _SURROGATE.search(text):
        raise UnreadablePost("không đọc được bảng mã: hãy lưu lại tệp bằng UTF-8")
    text = vietnamese.tidy("\n".join(map(_with_cells, text.split("\n"))))
    text = "\n".join(map(spacing.as_meant, text.split("\n")))
    if not text:
        raise UnreadablePost("tệp rỗng hoặc chỉ có khoảng trắng: hãy chọn tệp có nội dung bài đăng")
    lines = text.split("\n")
    if max(map(len, lines)) > MAX_PARAGRAPH_CHARACTERS:
        raise UnreadablePost("có đoạn dài quá 20.000 chữ cái: hãy xuống dòng giữa các đoạn của bài đăng")
    if sum(map(bool, lines)) > MAX_PARAGRAPHS:
        raise UnreadablePost("có quá 2.000 đoạn: hãy chỉ giữ lại một bài đăng trong tệp")
    return text
