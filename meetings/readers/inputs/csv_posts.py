"""Reads a file that is a table of posts row by row, and tells it from a plain text."""

import codecs
from collections.abc import Iterator

from ..post_text import UnreadablePost
from . import csv_table, encodings, files_beside
from .file_tree import CHUNK, Entry, FileTree
from .source import Source, Unread

_MOST_TABLE = 4_000_000_000
_MOST_LINE = 8_000_000
_FEWEST_COLUMNS = 3
"""A file without a table's extension is a table if it has so many known columns."""


def sign_of(entry: Entry) -> str:
    """The delimiter; "" for a text that is no table. Raises UnreadablePost for a table without posts."""
    first = next(_lines(entry), "")
    if not first.strip():
        return ""
    named = entry.inner.lower().endswith((".csv", ".tsv"))
    sign = first.strip()[4:5] if first.lower().startswith("sep=") else csv_table.delimiter(first[:20_000])
    if first.lower().startswith("sep="):
        return sign or ","
    header = csv_table.Table(next(csv_table.rows([first[:20_000]], sign), []))
    if named and not header.is_of_posts:
        raise UnreadablePost("bảng không có cột tiêu đề và cột nội dung: hãy đặt tên các cột ở dòng đầu của bảng")
    return sign if header.is_of_posts and (named or len(header.fields) >= _FEWEST_COLUMNS) else ""


def rows(entry: Entry, tree: FileTree, sign: str) -> Iterator[Source | Unread]:
    lines = _lines(entry)
    encoding = _encoding(entry)
    number = 0
    header: csv_table.Table | None = None
    try:
        for number, row in enumerate(csv_table.rows(lines, sign), start=1):
            if header is None:
                header = None if row and row[0].lower().startswith("sep=") else csv_table.Table(row)
                if header and not header.is_of_posts:
                    raise UnreadablePost("bảng không có cột tiêu đề và cột nội dung: hãy đặt tên các cột ở dòng đầu")
            elif any(cell.strip() for cell in row):
                yield _row(f"{entry.name}:{number}", entry.inner, header, row, encoding, tree)
    except UnreadablePost as refused:
        yield files_beside.unread(f"{entry.name}:{number + 1}", refused)


def _row(
    name: str, inner: str, header: csv_table.Table, row: list[str], encoding: str, tree: FileTree
) -> Source | Unread:
    try:
        return files_beside.source(name, inner, header.draft(row, encoding), "csv", header.sha256(row), tree)[0]
    except UnreadablePost as refused:
        return files_beside.unread(name, refused)


def _encoding(entry: Entry) -> str:
    """The encoding of a table, from its first lines."""
    sample = b"".join(entry.pieces(CHUNK))
    if len(sample) == CHUNK:
        sample = sample[: sample.rfind(b"\n") + 1 or CHUNK]
        sample = sample[: len(sample) - len(sample) % 2] if b"\x00" in sample else sample
    return encodings.characters(sample).encoding


def _lines(entry: Entry) -> Iterator[str]:
    """The lines of a table, decoded piece by piece. Raises UnreadablePost."""
    encoding = _encoding(entry)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    left, first = "", True
    for piece in _pieces(entry):
        left += decoder.decode(piece)
        if first:
            left, first = left.removeprefix("\ufeff"), False
        *lines, left = left.split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(left) > _MOST_LINE:
            raise UnreadablePost("bảng có dòng dài quá 8 triệu chữ cái: hãy lưu lại bảng bằng CSV UTF-8")
    if left := left + decoder.decode(b"", final=True):
        yield left


def _pieces(entry: Entry) -> Iterator[bytes]:
    if entry.size > _MOST_TABLE:
        raise UnreadablePost("bảng lớn quá 4 GB: hãy chia thành nhiều bảng")
    return entry.pieces(_MOST_TABLE)
