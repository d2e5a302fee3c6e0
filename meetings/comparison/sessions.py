"""The places in which two records of one session differ, section by section, as the desk's form has them."""

from dataclasses import dataclass
from functools import cached_property

from ..record import SessionRecord
from . import facts
from .rows import NUMBER, Facts, Pair, paired
from .words import Piece, sides

Mark = tuple[str, int | str, str]
"""Section, line and label of a place: the same in two comparisons with the same new record."""


@dataclass(frozen=True)
class Cell:
    """One value before and after; either side may be empty."""

    label: str
    before: str
    after: str

    @cached_property
    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        return sides(self.before, self.after)

    @property
    def old(self) -> tuple[Piece, ...]:
        return self.sides[0]

    @property
    def new(self) -> tuple[Piece, ...]:
        return self.sides[1]

    @property
    def is_cut(self) -> bool:
        """The pieces leave out words that both versions share."""
        return sum(len(piece.text) for piece in self.new) < len(self.after)


@dataclass(frozen=True, slots=True)
class Row:
    """A row, or a field of the session itself, that differs."""

    step: str
    """ "changed", "added", "removed" or "moved" (its words are as they were)."""
    place: str
    """ "Dòng 3", "Nội dung 2", "Chỉ đạo 2.1"; blank for a field of the session."""
    cells: tuple[Cell, ...]
    marks: frozenset[Mark]
    number: str = ""
    """Of a directive."""
    moved: tuple[int, int] | None = None
    """From which line to which, counted from 1."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    """As the section of the form: "when", "attendees", "agenda", "assessment", "directives", "attachments"."""
    rows: tuple[Row, ...]
    kept: int = 0
    """How many lines of the new list are as they were."""

    def _count(self, *steps: str) -> int:
        return sum(row.step in steps for row in self.rows if row.place)

    @property
    def added(self) -> int:
        return self._count("added")

    @property
    def removed(self) -> int:
        return self._count("removed")

    @property
    def changed(self) -> int:
        return self._count("changed", "moved")


def compare(old: SessionRecord, new: SessionRecord) -> tuple[Section, ...]:
    """The sections that differ, in the order of the form. Sentences that follow from the rows are left out."""
    before, after = facts.typed(old), facts.typed(new)
    sections = (_section(section, before, after) for section in facts.SECTIONS)
    return tuple(section for section in sections if section.rows)


def _section(part: facts.SectionFacts, before: SessionRecord, after: SessionRecord) -> Section:
    own = _fields(part.key, part.fields(before), part.fields(after))
    old, new = part.rows(before), part.rows(after)
    pairs = paired(old, new, part.name)
    rows = [_row(part, pair, old, new) for pair in pairs]
    changed = [row for row in rows if row]
    return Section(part.key, (*own, *changed), sum(pair.new is not None for pair in pairs) - _in_new(changed))


def _in_new(rows: list[Row]) -> int:
    return sum(row.step != "removed" for row in rows)


def _fields(key: str, old: Facts, new: Facts) -> list[Row]:
    return [Row("changed", "", (cell,), frozenset([(key, "", cell.label)])) for cell in _cells(old, new)]


def _row(part: facts.SectionFacts, pair: Pair, old: list[Facts], new: list[Facts]) -> Row | None:
    """None where the row is as it was."""
    before = old[pair.old] if pair.old is not None else {}
    after = new[pair.new] if pair.new is not None else {}
    cells = _cells(_shown(before), _shown(after))
    number = after.get(NUMBER) or before.get(NUMBER, "")
    line = pair.new if pair.new is not None else pair.old
    assert line is not None
    step = "added" if pair.old is None else "removed" if pair.new is None else "changed" if cells else "moved"
    if step == "moved" and not pair.moved:
        return None
    at = pair.new if pair.new is not None else " ".join(before.values())
    marks = frozenset((part.key, at, cell.label) for cell in cells) or frozenset([(part.key, at, "")])
    moved = (pair.old + 1, pair.new + 1) if pair.moved and pair.old is not None and pair.new is not None else None
    return Row(step, f"{part.place} {number or line + 1}", cells, marks, number, moved)


def _shown(row: Facts) -> Facts:
    return {label: words for label, words in row.items() if label != NUMBER}


def _cells(old: Facts, new: Facts) -> tuple[Cell, ...]:
    labels = [*new, *(label for label in old if label not in new)]
    return tuple(
        Cell(label, old.get(label, ""), new.get(label, "")) for label in labels if old.get(label) != new.get(label)
    )
