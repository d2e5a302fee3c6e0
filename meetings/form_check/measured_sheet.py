"""A PDF as plain pages: lines of words with their place, size and style, and the rules drawn on them.

Places are in millimetres from the top left of the sheet, type sizes in points.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .strays import Stray

MM = 72 / 25.4
"""Points in a millimetre."""

ASCENT, DESCENT = 0.891, 0.216
"""The height of Times above and below the baseline, as shares of the type size."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters of one style without a space among them; `glued` if no space is before them either."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: str
    bold: bool
    italic: bool
    black: bool
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline; the size is that of most letters."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    """Every word is bold."""
    italic: bool
    """Every word is italic."""
    upright: bool
    """No word is italic."""

    @classmethod
    def of(cls, page: int, words: Iterable[Word]) -> "Line":
        row = tuple(words)
        size, baseline = _most_common((word.size, word.baseline, len(word.text)) for word in row)
        return cls(
            page=page,
            words=row,
            text="".join(word.text if word.glued or not place else f" {word.text}" for place, word in enumerate(row)),
            x0=row[0].x0,
            x1=max(word.x1 for word in row),
            baseline=baseline,
            size=size,
            bold=all(word.bold for word in row),
            italic=all(word.italic for word in row),
            upright=not any(word.italic for word in row),
        )

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def top(self) -> float:
        return self.baseline - ASCENT * self.size / MM

    @property
    def bottom(self) -> float:
        return self.baseline + DESCENT * self.size / MM

    def pieces(self, gap_em: float) -> list["Line"]:
        """The line cut at every gap wider than `gap_em` of its size."""
        return self._cut(lambda before, word: word.x0 - before.x1 > gap_em * self.size / MM)

    def _cut(self, here: Callable[[Word, Word], bool]) -> list["Line"]:
        parts = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if here(before, word):
                parts.append([])
            parts[-1].append(word)
        return [self] if len(parts) == 1 else [Line.of(self.page, part) for part in parts]

    def cut_before(self, first_words: Sequence[str]) -> list["Line"]:
        """The line cut before each of `first_words`, which open a cell."""
        return self._cut(lambda before, word: word.text in first_words)


def _most_common(measures: Iterable[tuple[float, float, int]]) -> tuple[float, float]:
    """The size and the baseline that most letters have."""
    counted: Counter[tuple[float, float]] = Counter()
    for size, baseline, letters in measures:
        counted[size, baseline] += letters
    return counted.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin horizontal rule."""

    x0: float
    x1: float
    y: float

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def length(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    """From top to bottom."""
    strokes: tuple[Stroke, ...] = ()
    table: tuple[float, float] | None = None
    """The top and the bottom of vertical rules: the lines between are cells of a table."""
    draft_mark: bool = False

    def has_in_table(self, line: Line) -> bool:
        return self.table is not None and self.table[0] <= line.baseline <= self.table[1]


@dataclass(frozen=True, slots=True)
class Sheet:
    pages: tuple[Page, ...]
    loose_fonts: frozenset[str] = frozenset()
    """The used fonts whose outlines are not in the file."""
    strays: tuple[Stray, ...] = ()
    """The characters that the form's font has no letter for."""
