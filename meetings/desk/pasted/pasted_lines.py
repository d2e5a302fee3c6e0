"""Splits the pasted text into lines, without list marks, with the cells of a table row."""

import re
from dataclasses import dataclass

from ...readers.grammar.list_marks import pieces
from ...readers.text_span import Clip, Paragraph
from ...vietnamese import squeeze, tidy
from .unsplittable import Unsplittable

MAX_CHARACTERS = 60_000
MAX_LINES = 300
MAX_LINE_CHARACTERS = 10_000

_BREAKS = re.compile("\r\n|[\r\n\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_END = re.compile(r"\s*\.?\s*/\s*\.\s*$|\./$")
"""The mark at the end of a paper: "./."."""
_BULLETS = "-–—+*•●○▪■□◦‣⁃·→➢✓\uf000-\uf0ff"  # Word's own bullets are letters of the private use area
_MARKS = (
    ("bullet", re.compile(rf"[{_BULLETS}]+ *(?![\d ])|[{_BULLETS}]+ +|o +(?=[^\W\d_])")),
    ("part", re.compile(r"(?:\d{1,2}\.){1,3}\d{1,2}[.)]? +(?=\D)")),
    ("number", re.compile(r"\(?\d{1,3}[.)] *(?=[^\W\d_]|[“\"(])|\(?\d{1,3}[.)/] +|[IVX]{1,5}[.)] +")),
    ("letter", re.compile(r"[a-zđ][.)] *(?=[^\W\d_])")),
)


@dataclass(frozen=True, slots=True)
class Line:
    mark: str
    """The kind of the line's mark, or ""."""
    words: str
    """The line without its mark, single-spaced."""
    cells: tuple[str, ...]
    """The filled cells of a row copied from a table; one cell where it is no such row."""
    columns: tuple[int, ...] = (0,)
    """The column of each cell."""


def clip(words: str) -> Clip:
    return Paragraph(words, 0, words).clip


def lines(text: str) -> list[Line]:
    """The lines with a letter or a digit. Raises Unsplittable for none and for too many."""
    if len(text) > MAX_CHARACTERS:
        raise Unsplittable("Đoạn dán dài quá 60.000 chữ cái. Hãy dán từng phần, mỗi lần một phần.")
    found = [line for raw in _BREAKS.split(text) if (line := _line(raw))]
    if not found:
        raise Unsplittable("Chưa có chữ nào để tách. Hãy dán một danh sách, hoặc một đoạn có dấu chấm phẩy.")
    if len(found) > MAX_LINES:
        many = f"{len(found):,}".replace(",", ".")
        raise Unsplittable(f"Đoạn dán có {many} dòng; mỗi lần tách được nhiều nhất {MAX_LINES}. Hãy dán từng phần.")
    if max(len(line.words) for line in found) > MAX_LINE_CHARACTERS:
        raise Unsplittable("Có dòng dài quá 10.000 chữ cái. Hãy xuống dòng giữa các việc rồi dán lại.")
    return found


def _line(raw: str) -> Line | None:
    cells = {column: cell for column, text in enumerate(raw.split("\t")) if (cell := squeeze(tidy(text)))}
    if not cells:
        return None
    first = min(cells)
    kind, start = _mark(cells[first], alone=len(cells) > 1)
    cells[first] = cells[first][start:]
    held = {column: cell for column, cell in cells.items() if cell}
    last = max(held, default=first)
    held |= {last: _END.sub(".", held[last])} if held else {}
    words = " ".join(held.values())
    return Line(kind, words, tuple(held.values()), tuple(held)) if any(map(str.isalnum, words)) else None


def _mark(words: str, *, alone: bool) -> tuple[str, int]:
    """The kind and the length of the mark at the start; `alone`, in a table's first cell, it may be all the words."""
    if alone and re.fullmatch(r"\d{1,3}", words):
        return "number", len(words)
    follow = f"{words} A" if alone else words
    for kind, mark in _MARKS:
        if match := mark.match(follow):
            return kind, min(match.end(), len(words))
    return "", 0


def parted(words: str) -> list[Clip]:
    """The words split at ";" outside brackets and quotation marks."""
    return [piece for piece in pieces(clip(words), ";") if any(map(str.isalnum, piece.words))]
