"""Joins the lines of a PDF to paragraphs, without page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from meetings.vietnamese import fold

from . import office_lines, posted_at
from .office_lines import Line, Run
from .pdf_lines import Cell, TextLine

_EDGE_LINES, _EDGE_SHARE = 2, 0.13
"""Running heads are at most so many lines at either end of a page, in so much of its height."""
_PAGE_NUMBER = re.compile(r"\W*(?:(?:trang|page)\s*)?(\d{1,4})(?:\s*(?:/|of|trên|-)\s*\d{1,4})?\W*", re.IGNORECASE)
_PRINTED_FROM = re.compile(r"(https?://\S{1,500}|file:\S{1,500})\s+\d{1,4}/\d{1,4}")
_PRINTED_AT = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}\b|\d{1,2}:\d{2}\b.{0,4}\s\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
)
"""The foot and the head of a page that a browser printed."""
_MARKED = re.compile(r"(?:[-–+•*·○▪▫◦\uf0b7\uf02d]|\(?(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)])(?:\s|$)")
_BULLETS = re.compile("^[•*·○▪▫◦\uf0b7\uf02d](?=\\s)")
_SAME = 3.0
"""Points within which two edges are one."""
_LOOSE = 0.25
"""Of the size: a gap so much wider than between lines is one between paragraphs."""
_WIDE = 1.15
"""Words of digits and capitals are wider than a line's average."""
_ENDS = (".", ":", ";", "!", "?")


@dataclass(slots=True)
class Page:
    width: float
    height: float
    lines: list[TextLine]
    scanned: bool = False


@dataclass(slots=True)
class Frame:
    """Where the text stands on the pages."""

    left: float
    right: float
    leading: float


@dataclass(slots=True)
class Paragraph:
    lines: list[TextLine] = field(default_factory=list)

    @property
    def last(self) -> TextLine:
        return self.lines[-1]


def read(pages: list[Page]) -> tuple[list[Line], str]:
    """The paragraphs, and the address that the pages were printed from; "" where they name none."""
    address = _without_edges(pages)
    frame = _frame(pages)
    made: list[Line] = []
    for in_table, block in groupby(_flow(pages), key=lambda line: line.row >= 0):
        lines = list(block)
        made += _rows(lines) if in_table else _prose(lines, frame)
    return made, address


def words_of(line: TextLine) -> str:
    return " ".join(cell.words for cell in line.cells)


def _without_edges(pages: list[Page]) -> str:
    """Takes page numbers and running heads away."""
    leading = _leading(pages)
    seen = Counter(key for page in pages for key in {_key(line) for line in _outer(page)})
    often = max(2, (len(pages) + 1) // 2)
    address = ""
    for page in pages:
        apart = [line for lines in (page.lines, page.lines[::-1]) for line in _apart(lines, leading)]
        outer = list(_outer(page))
        feet = [printed for line in outer if (printed := _PRINTED_FROM.fullmatch(words_of(line)))]
        address = address or next((foot[1] for foot in feet if foot[1].startswith("http")), "")
        for line in outer:
            words, repeated = words_of(line), seen[_key(line)] >= often
            stands_apart = any(line is other for other in apart)
            by_browser = bool(feet) and (_PRINTED_FROM.fullmatch(words) or _PRINTED_AT.match(words))
            is_number = (stands_apart or repeated) and _PAGE_NUMBER.fullmatch(words)
            if by_browser or is_number or (stands_apart and repeated):
                page.lines.remove(line)
    return address


def _outer(page: Page) -> Iterator[TextLine]:
    """The lines in the margins."""
    top, foot = page.height * (1 - _EDGE_SHARE), page.height * _EDGE_SHARE
    head = [line for line in page.lines[:_EDGE_LINES] if line.y >= top]
    yield from head
    yield from [line for line in page.lines[len(head) :][-_EDGE_LINES:] if line.y <= foot]


def _apart(lines: list[TextLine], leading: float) -> list[TextLine]:
    """The first lines, if a gap parts them from the others."""
    for place, (line, inner) in enumerate(pairwise(lines[: _EDGE_LINES + 1]), start=1):
        if abs(line.y - inner.y) > (leading + _LOOSE) * inner.size:
            return lines[:place]
    return lines[:1] if len(lines) == 1 else []


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", fold(words_of(line)))


def _frame(pages: list[Page]) -> Frame:
    lines = [line for page in pages for line in page.lines if line.row < 0]
    long = [line for line in lines if _width(line) > 0.5 * max(map(_width, lines))]
    left = min((line.cells[0].x0 for line in long), default=0)
    return Frame(left, max((line.cells[-1].x1 for line in long), default=0), _leading(pages))


def _leading(pages: list[Page]) -> float:
    """From foot to foot of two lines of a paragraph, in their size."""
    pairs = ((above.y - line.y, line.size) for page in pages for above, line in pairwise(page.lines))
    gaps = sorted(gap / size for gap, size in pairs if 0 < gap < 3 * size)
    return gaps[len(gaps) // 5] if gaps else 1.2


def _width(line: TextLine) -> float:
    return line.cells[-1].x1 - line.cells[0].x0


def _flow(pages: list[Page]) -> Iterator[TextLine]:
    """All lines; the first of a page stands where it would stand if the page went on."""
    shift = 0.0
    before: TextLine | None = None
    for page in pages:
        for place, line in enumerate(page.lines):
            if not place and before is not None:
                shift = before.y - line.y - 1.2 * line.size
            yield (moved := TextLine(line.y + shift, line.size, line.cells, line.row))
            before = moved


def _prose(lines: list[TextLine], frame: Frame) -> Iterator[Line]:
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, frame):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line]))
    for paragraph in paragraphs:
        yield _joined([cell for line in paragraph.lines for cell in line.cells], paragraph.lines[0])


def _goes_on(paragraph: Paragraph, line: TextLine, frame: Frame) -> bool:
    """Whether the line belongs to the paragraph above it."""
    above, words = paragraph.last, words_of(line)
    if len(line.cells) > 1 or len(above.cells) > 1 or abs(line.size - above.size) > 1.5:
        return False
    if _MARKED.match(words) or _is_dateline(line, above) or _is_dateline(above, line):
        return False
    if above.y - line.y > (frame.leading + _LOOSE) * line.size:
        return False
    if _is_centered(line, frame) and _is_even(above, frame):
        return _font(above) == _font(line) and not words_of(above).endswith(_ENDS)
    if line.cells[0].x0 > above.cells[0].x0 + _SAME and len(paragraph.lines) > 1:
        return False  # an indented first line
    if line.cells[0].x0 > frame.left + _SAME and line.cells[0].x0 > above.cells[0].x0 + _SAME and not _hangs(above):
        return False
    return above.cells[-1].x1 + _first_word(line.cells[0]) > frame.right - line.size / 2


def _is_dateline(line: TextLine, beside: TextLine) -> bool:
    """A sentence may end in a line that holds hardly more than a day."""
    words = words_of(line)
    return posted_at.is_line(words) and (words[:1].isupper() or _font(line) != _font(beside))


def _is_centered(line: TextLine, frame: Frame) -> bool:
    return line.cells[0].x0 - frame.left > _SAME and _is_even(line, frame)


def _is_even(line: TextLine, frame: Frame) -> bool:
    """Whether it is as far from the left as from the right."""
    left, right = line.cells[0].x0 - frame.left, frame.right - line.cells[-1].x1
    return abs(left - right) < line.size / 2


def _hangs(line: TextLine) -> bool:
    """Whether the lines under this one are indented because it begins with a list's mark."""
    return bool(_MARKED.match(words_of(line)))


def _first_word(cell: Cell) -> float:
    """How wide the first word is, with the space before it."""
    words = cell.words
    first = words.split(" ", 1)[0]
    return _WIDE * (cell.x1 - cell.x0) * (len(first) + 1) / max(len(words), 1)


def _font(line: TextLine) -> str:
    return line.cells[0].runs[0][1]


def _joined(cells: list[Cell], first: TextLine) -> Line:
    between = " | " if len(first.cells) > 1 else " "
    runs: Line = []
    for cell in cells:
        runs += [Run(between, "")] * bool(runs) + [Run(words, font) for words, font in cell.runs]
    runs[0].words = _BULLETS.sub("-", runs[0].words)
    return runs


def _rows(lines: list[TextLine]) -> Iterator[Line]:
    """The rows of a table; a cell of several lines is one cell."""
    for _, row in groupby(lines, key=lambda line: line.row):
        columns: list[Cell] = []
        for line in row:
            for cell in line.cells:
                if same := next((column for column in columns if _overlap(column, cell)), None):
                    same.x0, same.x1 = min(same.x0, cell.x0), max(same.x1, cell.x1)
                    same.runs += [(" ", cell.runs[0][1]), *cell.runs]
                else:
                    columns.append(cell)
        columns.sort(key=lambda column: column.x0)
        yield from office_lines.row([[[Run(words, font) for words, font in column.runs]] for column in columns])


def _overlap(one: Cell, other: Cell) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1
