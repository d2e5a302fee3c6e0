"""A person out of the cells of a table's row."""

import re

from ...readers.rules import people
from ...readers.rules.vocabulary import PERSON
from ...vietnamese import fold
from .attendee_words import cell_kind, meant
from .lines import clip
from .row import Row, Span, filled

_HEAD = re.compile(
    r"(?:stt|tt|so tt|ho va ten|ho ten|ho, ten|chuc vu|chuc danh|don vi|vai tro|ghi chu|co mat|so nguoi)$"
)
_HEAD_NOTE = "Dòng tiêu đề của bảng; chỉ thêm nếu bạn đánh dấu."


def of_cells(cells: tuple[str, ...]) -> Row:
    words = " - ".join(cells)
    if sum(bool(_HEAD.match(fold(each))) for each in cells) > 1:
        return filled(words, (Span(0, len(words), "position"),), notes=(_HEAD_NOTE,), take=False)
    spans, values, at = [], {}, 0
    for cell in cells:
        kind = cell_kind(cell) or _words_kind(cell, spans)
        if kind in ("role", "presence", "headcount"):
            values.setdefault(kind, meant(kind, cell))
        start = PERSON.match(cell).end() if kind == "name" and PERSON.match(cell) else 0
        _add(spans, kind, at + start, at + len(cell))
        at += len(cell) + 3
    return filled(words, tuple(spans), values)


def _words_kind(cell: str, spans: list[Span]) -> str:
    """A name where the cell is one and nobody is named yet; else words of the post."""
    who = people.person(clip(cell), addressed=True)
    unnamed = all(each.kind != "name" for each in spans)
    return "name" if unnamed and who.name and not who.position else "position"


def _add(spans: list[Span], kind: str, start: int, end: int):
    """Cells that follow each other in one field are one: "Trưởng phòng - Phòng Tư pháp"."""
    if spans and kind == spans[-1].kind == "position":
        spans[-1] = Span(spans[-1].start, end, kind)
    elif kind in (each.kind for each in spans):
        spans.append(Span(start, start, kind))
    else:
        spans.append(Span(start, end, kind))
