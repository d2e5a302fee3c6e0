"""Puts the letters of a page into lines, and the lines of a table with rules into cells."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .pdf_letters import Letter, PageLetters

_SAME_LINE = 0.45
"""Of the size: letters whose feet are nearer stand on one line, raised ones too."""
_SPACE, _GAP = 0.22, 3.0
"""Of the size: a wider gap between letters is a space, a far wider one parts two columns."""
_TWICE = 0.12
"""Of the size: a letter drawn again so near makes it bold."""
_LONGEST_MARK = 5
_SLACK = 1.5


@dataclass(slots=True)
class Cell:
    x0: float
    x1: float
    runs: list[tuple[str, str]] = field(default_factory=list)
    """Words and their font."""

    @property
    def words(self) -> str:
        return "".join(words for words, _ in self.runs)


@dataclass(slots=True)
class TextLine:
    y: float
    size: float
    cells: list[Cell]
    row: int = -1
    """Lines of one row of a table have one number; -1 outside tables."""


def lines(page: PageLetters) -> list[TextLine]:
    """From the top of the page to its foot."""
    upright = sorted(page.upright)
    level = sorted(page.level)
    heights = [rule[0] for rule in level]
    found = []
    for letters in _by_height(page.letters):
        y, size = letters[0].y, max(letter.size for letter in letters)
        letters.sort(key=lambda letter: letter.x0)
        edges = _merged(x for x, low, high in upright if low - _SLACK <= y + size / 3 <= high + _SLACK)
        cells = list(_cells(letters, edges))
        if cells:
            inside = len(edges) > 2 and edges[0] <= cells[0].x0 + size and cells[-1].x1 <= edges[-1] + size
            row = len(level) - bisect_left(heights, y + size / 3) if inside else -1
            found.append(TextLine(y, size, cells, row))
    return found


def _by_height(letters: list[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: -letter.y):
        if line and line[0].y - letter.y > _SAME_LINE * max(line[0].size, letter.size):
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def _merged(places: Iterable[float]) -> list[float]:
    """The places of rules; one rule may be drawn in several pieces or twice."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > 2 * _SLACK:
            merged.append(place)
    return merged


def _cells(letters: list[Letter], edges: list[float]) -> Iterator[Cell]:
    """The words between rules; without rules, those with a wide gap between them."""
    cell: Cell | None = None
    before: Letter | None = None
    spaced = False
    for letter in letters:
        if not letter.text.strip():
            spaced = True
            continue
        if before and before.text == letter.text and letter.x0 - before.x0 < _TWICE * letter.size:
            continue
        if cell is None or before is None or _is_parted(cell, before, letter, edges):
            if cell is not None:
                yield cell
            cell = Cell(letter.x0, letter.x1)
        elif spaced or letter.x0 - before.x1 > _SPACE * letter.size:
            _say(cell, " ", cell.runs[-1][1])
        _say(cell, letter.text, letter.font)
        cell.x1 = max(cell.x1, letter.x1)
        before, spaced = letter, False
    if cell is not None:
        yield cell


def _is_parted(cell: Cell, before: Letter, letter: Letter, edges: list[float]) -> bool:
    if len(edges) > 2:
        return bisect_left(edges, before.x0 + 1) != bisect_left(edges, letter.x0 + 1)
    wide = letter.x0 - before.x1 > _GAP * letter.size
    return wide and len(cell.words) > _LONGEST_MARK  # a list's mark may stand far from its words


def _say(cell: Cell, words: str, font: str) -> None:
    if cell.runs and cell.runs[-1][1] == font:
        cell.runs[-1] = (cell.runs[-1][0] + words, font)
    else:
        cell.runs.append((words, font))
