"""Reads directives from a table, as Excel and Word give it: its head row says what each column holds."""

from ...readers.grammar import tables
from ...readers.text_span import Clip
from ...vietnamese import join_words
from .known_units import KnownUnits
from .named_units import Named, coordinators, unknown
from .pasted_lines import Line, clip
from .pasted_row import HEAD_NOTE, Row, Span, letters

_BETWEEN = " - "
"""Between the cells, in the words of a row as they are shown."""
_KINDS = {"lead": "lead", "with": "coordinator", "due": "due", "topic": "topic"}
_ANY_UNIT = {"unit": "lead"}
"""A column that says no more than "Đơn vị" names the lead."""


def columns(line: Line) -> dict[int, str]:
    """What each column holds, from the table's head row; {} where the line is no head of a table of tasks."""
    cells = dict(zip(line.columns, line.cells, strict=True))
    row = "|".join(cells.get(column, "") for column in range(max(cells, default=0) + 1))
    found = tables.columns(clip(row))
    if found is None:
        return {}
    kinds = [_ANY_UNIT.get(kind, kind) for kind in found.kinds]
    return dict(enumerate(kinds)) if {"task", "lead"} <= set(kinds) else {}


def head_row(line: Line) -> Row:
    words = _BETWEEN.join(line.cells)
    return Row(words=words, values={"level": "0", "task": words}, notes=(HEAD_NOTE,), take=False, says=words)


def of_cells(line: Line, kinds: dict[int, str], known: KnownUnits) -> Row:
    """The directive of a row. What a cell says besides the names of units, and a column that nothing is known of,
    goes into no field and is said."""
    values, named, spans, aside, at = {"level": "0", "topic": "", "task": "", "due": ""}, [], [], [], 0
    for column, cell in zip(line.columns, line.cells, strict=True):
        kind = kinds.get(column, "")
        if kind in ("lead", "with"):
            units, left = _units(cell, kind == "lead" and not named, known)
            named += units
            aside += left
            shown = [(each.at, "lead" if each.is_lead else "coordinator") for each in units if each.usable]
            spans += [Span(at + place.start, at + place.end, as_what) for place, as_what in shown]
        elif kind in values and not values[kind]:
            values[kind] = cell
            spans += [Span(at, at + len(cell), _KINDS[kind])] if kind in _KINDS else []
        elif kind != "number":
            aside.append(cell)
        at += len(cell) + len(_BETWEEN)
    if not values["task"]:
        values["task"], values["topic"] = values["topic"], ""
    lead = next((each.unit for each in named if each.is_lead and each.usable), None)
    return Row(
        words=_BETWEEN.join(line.cells),
        values=values,
        spans=tuple(spans),
        notes=tuple(_notes(values, named, aside)),
        unknown=tuple(unknown(named, known)),
        lead=lead,
        coordinators=tuple(coordinators(named)),
        take=bool(values["task"]),
        says=" ".join([*values.values(), *(each.words for each in named)]),
        aside=tuple(aside),
    )


def _units(cell: str, has_lead: bool, known: KnownUnits) -> tuple[list[Named], list[str]]:
    """The units that a cell names, the first of them the lead where one is wanted, and the words that are left. A
    cell without any known name is one unknown unit."""
    whole = clip(cell)
    if known.is_left(cell):
        return [], [cell]
    if unit := known.called(cell):
        return [Named(cell, whole, unit, has_lead)], []
    places = [(whole.cut(found.start, found.end), found.unit) for found in known.mentions(cell)]
    if not places:
        return [Named(cell, whole, None, has_lead)], []
    named = [Named(place.words, place, unit, has_lead and not count) for count, (place, unit) in enumerate(places)]
    return named, [
        words for words in _besides(whole, [place for place, _ in places]) if letters(words) not in ("", "và")
    ]


def _besides(whole: Clip, places: list[Clip]) -> list[str]:
    starts, ends = [0, *(each.end for each in places)], [*(each.start for each in places), len(whole.words)]
    return [whole.words[start:end].strip(" ,;-–") for start, end in zip(starts, ends, strict=True)]


def _notes(values, named, aside):
    if not any(each.is_lead for each in named):
        yield "Không thấy đơn vị chủ trì."
    if not values["due"]:
        yield "Không thấy thời hạn."
    if aside:
        yield f"Không vào ô nào: {join_words([f'“{words}”' for words in aside])}."
