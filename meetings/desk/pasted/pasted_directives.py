"""Reads pasted directives with the rules of the reader: each task is a row with its units and its deadline."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ... import prose
from ...readers.grammar import deadline
from ...readers.grammar.known_names import knowing
from ...readers.rules import row_split
from ...readers.text_span import Clip
from ...record import DirectiveRecord
from . import directive_lines, directive_notes, directive_table
from .known_units import KnownUnits
from .list_levels import Levels
from .named_units import Named, coordinators, named_units, unknown
from .pasted_lines import Line, clip
from .pasted_row import Row, Span

_DUE = re.compile(
    r"\b(?:thời hạn|hạn)(?: hoàn thành| thực hiện| xong)?: ?"
    r"(?P<due>[^.;:()]*?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)[ .)]*$",
    re.IGNORECASE,
)
_CLOSED = (".", ":", "!", "?", "…")


def rows(lines: list[Line], known: KnownUnits) -> list[Row]:
    levels = Levels()
    found, in_table = [], {}
    for line in lines:
        if heads := directive_table.columns(line):
            in_table = heads
            found.append(directive_table.head_row(line))
            continue
        in_table = in_table if len(line.cells) > 1 else {}
        if in_table:
            found.append(directive_table.of_cells(line, in_table, known))
            continue
        level = 0 if directive_lines.leads_in(line.words) else levels.level_of(line)
        for words, own in directive_lines.pieces(line):
            if directive_lines.leads_in(words):
                found.append(_leading_in(words))
            else:
                found.append(_row(words, max(level, own), known))
    return found


def _leading_in(words: str) -> Row:
    return replace(_unread(words, 0), notes=(directive_notes.LEADS_IN,), take=False, leads_in=True)


def _unread(words: str, level: int) -> Row:
    return Row(words=words, values={"level": str(level), "task": words}, notes=(directive_notes.UNREAD,), says=words)


def _row(words: str, level: int, known: KnownUnits) -> Row:
    words = words.rstrip(" ;,")
    closed = words if words.endswith(_CLOSED) else f"{words}."
    with knowing(known.names):
        found = row_split.row_exactly(clip(closed), level=level, stop=closed[-1])
    if not found:
        return _unread(words, level)
    clips = dict(found.clips)
    named = named_units(clips, closed, known)
    record = _record(found, clips, closed, named)
    lead = next((name.unit for name in named if name.is_lead and name.usable), None)
    due = deadline.find(clip(closed))
    labelled = None if due else _DUE.search(words)
    if labelled:
        due = [(None, clip(words).cut(*labelled.span("due")))]
        record = replace(record, due_text=labelled["due"])
    return Row(
        words=words,
        values=_values(record),
        spans=(*_spans(clips, named), *([Span(*labelled.span("due"), "due")] if labelled else [])),
        notes=tuple(directive_notes.notes(words, named, due, unclear=bool(found.doubt), known=known)),
        unknown=tuple(unknown(named, known)),
        lead=lead,
        coordinators=tuple(coordinators(named)),
        says=prose.directive_words(record),
    )


def _record(found: row_split.Row, clips: dict[str, Clip], words: str, named: list[Named]) -> DirectiveRecord:
    """The first way to fill the fields that gives the pasted words back letter for letter."""
    texts = {field: words[at.start : at.end] for field, at in clips.items()}
    record = replace(
        found.record,
        topic=texts.get("topic", ""),
        task=texts.get("task", ""),
        assignment=texts.get("assignment", ""),
        lead="".join(name.unit.name for name in named if name.is_lead and name.usable),
        coordinators=tuple(unit.name for unit in coordinators(named)),
        due_text=texts.get("due_text", ""),
    )
    for way in _ways(record, found, clips, named):
        if prose.directive_words(way, words[-1]) == words:
            return way
    return record


def _ways(record: DirectiveRecord, found: row_split.Row, clips: dict[str, Clip], named: list[Named]):
    """The names as blanks; where some are unknown, all words in the task; else the assignment as typed."""
    if not named:
        return
    if all(name.usable for name in named):
        yield replace(record, assignment=_blanked(record.assignment, found, clips["assignment"].start, named))
    else:
        yield replace(record, assignment="", task=f"{record.assignment} {record.task}")
    yield record


def _blanked(given: str, found: row_split.Row, base: int, named: list[Named]) -> str:
    """The assignment with "…" for the names."""
    lead, *others = (name.at for name in named)
    if found.record.assignment.count(prose.BLANK) > 1:
        given = given[: others[0].start - base] + prose.BLANK + given[others[-1].end - base :]
    return given[: lead.start - base] + prose.BLANK + given[lead.end - base :]


def _values(record: DirectiveRecord) -> dict[str, str]:
    return {
        "level": str(record.level),
        "topic": record.topic,
        "assignment": record.assignment,
        "task": record.task,
        "due": record.due_text,
    }


def _spans(clips: dict[str, Clip], named: list[Named]) -> Iterator[Span]:
    for field, kind in (("topic", "topic"), ("due_text", "due")):
        if field in clips:
            yield Span(clips[field].start, clips[field].end, kind)
    for name in named:
        if name.usable:
            yield Span(name.at.start, name.at.end, "lead" if name.is_lead else "coordinator")
        elif not name.unit and not name.left:
            yield Span(name.at.start, name.at.end, "unit-unknown")
