"""The directives of a table: the task, the units and the deadline have columns of their own."""

from datetime import date

from meetings import prose
from meetings.record import DirectiveRecord

from ..grammar import days, deadline, unit_phrases
from ..grammar.list_marks import pieces
from ..text_span import Clip
from .lines import Line
from .row_split import Row


def of_cells(cells: dict[str, Clip], held_on: date | None) -> Row:
    """The row of a table: the task, the units and the deadline have columns of their own."""
    task, lead, due = cells.get("task"), cells.get("lead"), cells.get("due")
    if not due and (along := cells.get("with")) and (days.find(along.words) or deadline.find(along)):
        cells, due = {kind: cell for kind, cell in cells.items() if kind != "with"}, along  # a blank cell was dropped
    leads = _units(lead)
    coordinators = (*leads[1:], *_units(cells.get("with")))
    days_due = days.find(due.words) if due else ()
    found = deadline.find(due, held_on) if due else []
    due_on = days_due[0].value if days_due else found[0][0] if found else None
    record = DirectiveRecord(
        topic=cells["topic"].words if "topic" in cells else "",
        task=task.words if task else "",
        lead=leads[0].words if leads else "",
        coordinators=tuple(each.words for each in coordinators),
        due_on=due_on,
        due_text=due.words if due else "",
    )
    clips = [("topic", cells.get("topic")), ("task", task), ("lead", leads[0] if leads else None), ("due_text", due)]
    clips += [(f"coordinators[{at}]", each) for at, each in enumerate(coordinators)]
    return Row(record, tuple((field, clip) for field, clip in clips if clip))


def _units(cell: Clip | None) -> list[Clip]:
    if not cell:
        return []
    named = [each for each in pieces(cell, ";") if each.words]
    if len(named) == 1 and (phrase := unit_phrases.find(cell.words)) and phrase.end == len(cell.words):
        return [*unit_phrases.clips(cell, phrase)]
    return named


def table_words(line: Line, held_on: date | None) -> str:
    """What a row of a table says on the page: the same cells in the words of a sentence."""
    return prose.directive_words(of_cells(line.cells, held_on).record) if line.cells else ""
