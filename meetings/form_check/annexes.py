"""The annexes of a paper, found on its pages: each begins on a page of its own with the word "Phụ lục"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..vietnamese import fold
from .head import CELL_GAP_EM
from .measured_sheet import Line, Page

HEADING = re.compile(r"^phu luc(?: (?P<number>[ivxlc]+|\d+))?[.:]?(?: |$)")
"""Of the folded words of a line: "Phụ lục", "PHỤ LỤC II", "Phụ lục 2: DANH SÁCH"."""

ATTACHED = "kem theo"

HEAD_LINES = 12
"""The head of an annex ends within so many lines."""

OFF_CENTRE_MM = 12.0
"""A line whose middle is so near that of its page is centred; one of a running text begins at the edge."""


@dataclass(frozen=True)
class Annex:
    pages: tuple[Page, ...]
    heading: Line
    """The line of the word "Phụ lục"."""
    name: tuple[Line, ...]
    attached: tuple[Line, ...]
    """ "(Kèm theo Thông báo số … ngày … của …)"."""

    @property
    def centre(self) -> float:
        """The middle of the text for margins of any allowed width."""
        return (30.0 + self.pages[0].width - 15.0) / 2

    @property
    def number(self) -> str:
        """ "II"; "" where it bears none."""
        match = HEADING.match(fold(self.heading.text))
        return (match["number"] or "").upper() if match else ""


def first_page(pages: Sequence[Page]) -> int:
    """The index of the first page of an annex; the number of pages where there is none."""
    return next((place for place, page in enumerate(pages) if place and _heading(page)), len(pages))


def find(pages: Sequence[Page]) -> tuple[Annex, ...]:
    """The annexes on `pages`, the first of which begins one."""
    starts = [place for place, page in enumerate(pages) if _heading(page)]
    ends = [*starts[1:], len(pages)] if starts else []
    return tuple(_annex(pages[start:end]) for start, end in zip(starts, ends, strict=True))


def _heading(page: Page) -> Line | None:
    """The first line of the page that is not the small note of a digital signature, if it opens an annex."""
    for line in page.lines[:2]:
        if HEADING.match(fold(line.text)):
            return line if _stands_out(line, page) else None
        if line.size > 10.5:
            return None
    return None


def _stands_out(line: Line, page: Page) -> bool:
    """Whether the line is a heading and not one of a text that speaks of an annex."""
    alone = HEADING.fullmatch(fold(line.text).strip(" .:"))
    return bool(alone) or line.text.isupper() or (line.bold and _is_centred(line, page))


def _is_centred(line: Line, page: Page) -> bool:
    return abs(line.centre - page.width / 2 - 7.5) < OFF_CENTRE_MM


def _annex(pages: Sequence[Page]) -> Annex:
    heading = _heading(pages[0])
    assert heading
    lines = pages[0].lines
    rest = lines[lines.index(heading) + 1 :][:HEAD_LINES]
    start = next((place for place, line in enumerate(rest) if _says_to_what(line.text)), None)
    if start is None:
        name = tuple(takewhile(lambda line: _is_of_name(line, pages[0]), rest))
        return Annex(tuple(pages), heading, name, ())
    return Annex(tuple(pages), heading, tuple(rest[:start]), tuple(_to_the_bracket(rest[start:])))


def _is_of_name(line: Line, page: Page) -> bool:
    """Whether the line is bold and centred, and no row of a table."""
    in_table = page.has_in_table(line) or len(line.pieces(CELL_GAP_EM)) > 1
    return line.bold and _is_centred(line, page) and not in_table


def _says_to_what(text: str) -> bool:
    return fold(text).lstrip("( ").startswith(ATTACHED)


def _to_the_bracket(lines: Sequence[Line]) -> Iterator[Line]:
    """The line and those after it up to the one that closes the bracket; the first alone where none does."""
    end = next((place for place, line in enumerate(lines[:4]) if line.text.rstrip().endswith(")")), 0)
    yield from lines[: end + 1]
