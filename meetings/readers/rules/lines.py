"""The paragraphs of a post as lines, without their list marks; a row of a table with its cells."""

import re
from dataclasses import dataclass

from ..grammar import tables
from ..grammar.rule import rule
from ..grammar.vocabulary import CAPITALS
from ..text_span import Clip

_MARK = rule(
    r"(?P<mark>[-+*•–▪]|(?:[0-9]{1,2}|[IVX]{1,4}) ?[-–](?= ?[A-ZĐ])"
    rf"|[A-H][.)](?= ?[{CAPITALS}] ?[{CAPITALS}])"
    r"|\(?[0-9]{1,2}(?:\.[0-9]{1,2})?[.)/](?![0-9])"
    r"|\([0-9]{1,2}(?:\.[0-9]{1,2})?\)|[0-9]{1,2}\.[0-9]{1,2}(?= [^\W\d])|[IVX]{1,4}[.)]|[a-zđ]\)) ?(?=\S)"
)


_HOURS = rule(r"[0-9]{1,2} ?(?:h|giờ|:)[0-9 ]*(?:phút)? ?[-–]", re.IGNORECASE)
_SAYS = frozenset({"number", "topic", "task", "lead", "with", "due"})
"""The columns that a directive has places for; a row with a filled cell beside them stays as it is typed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the directives, or the rest of one, without its list mark."""

    clip: Clip
    mark: str = ""
    """"-", "+", "1", "a", "I"; blank where the line has none."""
    cells: dict[str, Clip] | None = None
    """The cells of a table's row by the kinds of their columns; {} for its head row, None for any other line."""

    @classmethod
    def of(cls, clip: Clip) -> "Line":
        match = _MARK.match(clip.words)
        if not match:
            return cls(clip)
        mark = match["mark"].strip("()./-– ") or match["mark"]
        kind = (
            "1.1"
            if "." in mark
            else "1"
            if mark.isdecimal()
            else "a"
            if mark.islower()
            else mark
            if len(mark) == 1 and not mark.isalpha()
            else "I"
        )
        return cls(clip.cut(match.end()), kind)


def _is_programme(row: dict[str, Clip]) -> bool:
    """Whether a row tells what happens from one hour to another: that of a programme, no task."""
    due = row.get("due")
    return due is not None and bool(_HOURS.match(due.words))


def lines_of(clips: list[Clip]) -> list[Line]:
    """The paragraphs of the directives as lines. A mark inside a paragraph marks no line."""
    found: list[Line] = []
    table: tables.Columns | None = None
    for clip in clips:
        columns = tables.columns(clip)
        if columns and columns.of_tasks:
            table = columns
            found.append(Line(clip, cells={}))
        elif table and (row := table.cells(clip)) and not _is_programme(row):
            found.append(
                Line(clip, cells=row)
                if _SAYS.issuperset(row) and len(row) == len(tables.filled(clip))
                else Line(clip)
            )
        else:
            table = None
            found.append(Line(clip) if clip.start else Line.of(clip))
    return found
