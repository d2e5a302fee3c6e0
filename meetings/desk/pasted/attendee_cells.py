"""Reads a person from the cells of a table row."""

import re
from dataclasses import replace

from ...readers.grammar import people, remarks
from ...readers.grammar.vocabulary import heads_group
from ...vietnamese import fold
from .attendee_sentences import person_spans
from .attendee_words import cell_kind, meant, presence_value, remark_spans, trimmed_post
from .pasted_lines import Line, clip
from .pasted_row import HEAD_NOTE, Row, Span, filled

_HEADS = {
    "number": re.compile(r"stt|tt|so tt"),
    "name": re.compile(r"ho va ten|ho ten|ho, ten"),
    "position": re.compile(r"chuc vu|chuc danh|don vi|co quan|chuc vu, don vi|don vi cong tac"),
    "person": re.compile(
        r"(?:ho va ten|ho ten)[ ,/-]+(?:chuc vu|chuc danh|don vi)(?:[ ,/-]+don vi)?|thanh phan|dai bieu"
    ),
    "role": re.compile(r"vai tro"),
    "headcount": re.compile(r"so nguoi"),
    "note": re.compile(
        r"ghi chu|co mat|vang|vang mat|co mat/vang|diem danh|ly do|ly do vang|tinh trang|ky ten|chu ky"
    ),
}
_NOBODY = "Không thấy họ tên hay chức vụ; chỉ thêm nếu bạn chọn."


def columns(line: Line) -> dict[int, str]:
    """The kinds of a table's columns, from its first row; {} where the line is no such row. An unknown heading is a
    note, whose words stay unclear."""
    kinds = {
        column: next((kind for kind, head in _HEADS.items() if head.fullmatch(fold(cell).strip(" .:()"))), "")
        for column, cell in zip(line.columns, line.cells, strict=True)
    }
    known = sum(bool(kind) for kind in kinds.values())
    return {column: kind or "note" for column, kind in kinds.items()} if known > 1 else {}


def head_row(cells: tuple[str, ...]) -> Row:
    words = " - ".join(cells)
    return filled(words, (Span(0, len(words), "position"),), notes=(HEAD_NOTE,), take=False)


def of_cells(line: Line, heads: dict[int, str]) -> Row:
    """`heads` are the kinds of the columns, where the table has a heading row."""
    spans, values, at = [], {}, 0
    for column, cell in zip(line.columns, line.cells, strict=True):
        known = {span.kind for span in spans}
        own = _of_cell(cell, heads.get(column, ""), known, values)
        spans += [replace(span, start=at + span.start, end=at + span.end) for span in own]
        at += len(cell) + 3
    words = " - ".join(line.cells)
    if any(span.kind in ("name", "position") for span in spans):
        return filled(words, _joined(spans), values)
    return filled(words, (Span(0, len(words), "position"),), notes=(_NOBODY,), take=False)


def _of_cell(cell: str, head: str, known: set[str], values: dict[str, str]) -> list[Span]:
    if kind := cell_kind(cell):
        values.setdefault(kind, meant(kind, cell))
        return [Span(0, len(cell), "" if kind in known else kind)]
    if remark := remarks.read(cell) or remarks.find(cell):
        values |= presence_value(remark)
        remarked = remark_spans(remark)
    else:
        remarked = []
    words = cell[: remark.start] if remark else cell
    return [*_person(words, head, known), *remarked] if words else remarked


def _person(words: str, head: str, known: set[str]) -> list[Span]:
    """By the table's heading; else a name if the cell is one and no name is known yet, a post if it begins like one,
    and otherwise unclear words."""
    who = people.person(clip(words), addressed=True)
    if "name" not in known and head in ("", "name", "person") and who.name:
        return trimmed_post(words, person_spans(who))
    if "name" not in known and head == "name":
        return [Span(0, len(words), "name")]
    if head == "position":
        return [Span(0, len(words), "position")]
    if head in ("", "person") and heads_group(words):
        return trimmed_post(words, [Span(0, len(words), "position")])
    return [Span(0, len(words), "unclear")]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Posts in neighbouring cells are one post: "Trưởng phòng - Phòng Tư pháp"."""
    found: list[Span] = []
    for span in spans:
        if span.kind == "position" and any(one.kind == "position" for one in found):
            if found[-1].kind == "position":
                found[-1] = Span(found[-1].start, span.end, "position")
                continue
            span = Span(span.start, span.end, "unclear")
        found.append(span)
    return tuple(found)
