"""Splits the words of one directive into the fields of a row, so that prose says the same words again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from meetings import prose
from meetings.record import DirectiveRecord

from .. import round_trip
from ..grammar import assignment, deadline, topic
from ..grammar.assignment import Assigned
from ..grammar.rule import rule
from ..text_span import Clip
from .task_tests import past_mark

_KEPT_WHOLE = rule(r"(?:[.;:!?…/]|\bv\.v)[.;]$")
_Due = list[tuple[date | None, Clip]]


@dataclass(frozen=True, slots=True)
class Row:
    """A directive with the words of each field."""

    record: DirectiveRecord
    clips: tuple[tuple[str, Clip], ...]
    doubt: str = ""
    unsplit: bool = False
    """Whether unit and task could not be told apart."""
    of_cells: bool = False
    """Whether it is the row of a table, whose columns say what is what."""
    is_note: bool = False
    """Words among the directives that give no task."""


def row_of(clip: Clip, level: int, held_on: date | None) -> Row:
    split_row = _split_row(clip, level, ";" if level else ".", held_on, _same)
    return split_row or Row(DirectiveRecord(level=level, task=clip.words), (("task", clip),))


def row_exactly(clip: Clip, *, level: int, stop: str) -> Row | None:
    """A row that prose, with `stop` at its end, gives back letter for letter; None where no split does."""
    return _split_row(clip, level, stop, None, str.__eq__)


def _split_row(
    clip: Clip, level: int, stop: str, held_on: date | None, same: Callable[[str, str], bool]
) -> Row | None:
    """The first split of the words that prose joins to the same words again."""
    for subject, assigned in _ways(clip):
        if assigned.lead and not assigned.coordinators:
            assigned = replace(assigned, coordinators=assignment.works_with(assigned.task))
        for task in (_bare(assigned.task), assigned.task):
            due = deadline.find(task, held_on) or _leading_due(assigned, held_on)
            record = _record(level, subject, assigned, task, due)
            if (task.words or subject) and same(prose.directive_words(record, stop), clip.words):
                return Row(
                    record, tuple(_clips(subject, assigned, task, due)), _doubt(assigned, due), bool(assigned.doubt)
                )
    return None


def _leading_due(assigned: Assigned, held_on: date | None) -> _Due:
    """A deadline or a rhythm before the unit: "Hằng tháng, các tổ đại biểu tổng hợp …"."""
    return deadline.find(assigned.given, held_on) if assigned.given and assigned.lead else []


def _same(one: str, other: str) -> bool:
    return round_trip.said([one]) == round_trip.said([other])


def _ways(clip: Clip) -> Iterator[tuple[Clip | None, Assigned]]:
    """The possible splits of a row, the best first; in the last one all words are the task."""
    after = past_mark(clip)
    mark = clip.cut(0, after.start - clip.start)
    if parted := topic.split(after):
        subject, rest = parted
        whole = Clip(clip.paragraph, clip.start, subject.end)
        assigned = assignment.read(rest)
        if not assigned.lead and (unit := topic.unit(subject)):
            given = assigned.assignment or prose.UNSAID
            assigned = replace(assigned, assignment=given, lead=unit, doubt="")
        subject = whole
        yield subject, assigned
        yield subject, Assigned(rest)
    elif topic.opens(after.words):
        yield None, Assigned(clip, doubt=f"Chưa tách được việc phải làm ở {clip.quoted}; đã giữ nguyên cả câu.")
    elif mark.words:
        yield None, _marked(mark, assignment.read(after))
        yield None, Assigned(after, mark.words, mark)
    else:
        yield None, assignment.read(clip)
    yield None, Assigned(clip)


def _marked(mark: Clip, assigned: Assigned) -> Assigned:
    """ "Một là, giao …": the mark is before the assigning words."""
    given = Clip(mark.paragraph, mark.start, assigned.given.end) if assigned.given else mark
    words = f"{mark.words} {assigned.assignment}".strip()
    return Assigned(assigned.task, words, given, assigned.lead, assigned.coordinators, assigned.doubt)


def _bare(task: Clip) -> Clip:
    """The task without the stop, which prose adds again."""
    words = task.words
    if words.endswith("./."):
        return task.cut(0, len(words) - 3)
    return task.cut(0, len(words) - 1) if words.endswith((".", ";", ",")) and not _KEPT_WHOLE.search(words) else task


def _record(level: int, subject: Clip | None, assigned: Assigned, task: Clip, due: _Due) -> DirectiveRecord:
    due_on, due_words = due[0] if len(due) == 1 else (None, None)
    return DirectiveRecord(
        level=level,
        topic=subject.words if subject else "",
        assignment=assigned.assignment,
        task=task.words,
        lead=assigned.lead.words if assigned.lead else "",
        coordinators=tuple(coordinator.words for coordinator in assigned.coordinators),
        due_on=due_on,
        due_text=due_words.words if due_words else "",
    )


def _clips(subject: Clip | None, assigned: Assigned, task: Clip, due: _Due) -> Iterator[tuple[str, Clip]]:
    if subject:
        yield "topic", subject
    if assigned.given and assigned.given.words:
        yield "assignment", assigned.given
    if assigned.lead:
        yield "lead", assigned.lead
    for index, coordinator in enumerate(assigned.coordinators):
        yield f"coordinators[{index}]", coordinator
    if task.words:
        yield "task", task
    if len(due) == 1:
        yield "due_text", due[0][1]
    if len(due) == 1 and due[0][0]:
        yield "due_on", due[0][1]


def _doubt(assigned: Assigned, due: _Due) -> str:
    if len(due) < 2:
        return assigned.doubt
    several = ", ".join(f"“{words.words}”" for _, words in due)
    return f"Một việc có nhiều thời hạn ({several}); ô thời hạn để trống."
