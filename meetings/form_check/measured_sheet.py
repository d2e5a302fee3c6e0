"""A PDF as plain pages: lines of words with their place, size and style, and the rules drawn on them.

Places are millimetres from the sheet's top left, sizes of type points.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

ASCENT, DESCENT = 0.891, 0.216
"""Of Times' measure, as shares of the type size: how far a line of type reaches above and below its baseline."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters of one style with no space among them; `glued` where none stands before them either."""

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
    """Words on one baseline; size and style are those of most of its letters."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    """Every word of it."""
    italic: bool
    """Every word of it."""
    upright: bool
    """No word of it is italic."""

    @classmethod
    def of(cls, page: int, words: Iterable[Word]) -> "Line":
        row = tuple(words)
        size, baseline = _usual((each.size, each.baseline, len(each.text)) for each in row)
        return cls(
            page=page,
            words=row,
            text="".join(each.text if each.glued or not place else f" {each.text}" for place, each in enumerate(row)),
            x0=row[0].x0,
            x1=max(each.x1 for each in row),
            baseline=baseline,
            size=size,
            bold=all(each.bold for each in row),
            italic=all(each.italic for each in row),
            upright=not any(each.italic for each in row),
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
        """The line cut wherever more than `gap_em` of its size is empty."""
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


def _usual(measures: Iterable[tuple[float, float, int]]) -> tuple[float, float]:
    """The size and the baseline that most letters have."""
    counted: Counter[tuple[float, float]] = Counter()
    for size, baseline, letters in measures:
        counted[size, baseline] += letters
    return counted.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin horizontal rule, however it was drawn."""

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
    """From where to where vertical rules stand: the lines between them are cells of a table."""
    draft_mark: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    pages: tuple[Page, ...]
    loose_fonts: frozenset[str] = frozenset()
    """The fonts used whose outlines are not inside the file."""
