"""A paragraph of directives: one row, or a row with its tasks under it, which give the same words again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meetings import prose
from meetings.record import DirectiveRecord

from ..clip import Clip, Paragraph
from ..reading import Part
from . import assignment, deadline, topic
from .assignment import Assigned
from .marks import outside, pieces
from .vocabulary import TASK_AT_START, heads_unit

_ACTS = re.compile(r"\b(?:chủ trì|cần|phải|phối hợp|tiếp tục|tập trung|chịu trách nhiệm)\b")
_MARK = re.compile(r"(?:[-+*•–]|[0-9]{1,2}[.)]|[a-zđ]\)) ?")
_KEPT_WHOLE = re.compile(r"(?:[.;:!?…/]|\bv\.v)[.;]$")


_MOST_TASKS = 200
"""More pieces than this under one head are no list of tasks, and no list of letters numbers them."""

_Due = list[tuple[date | None, Clip]]


@dataclass(frozen=True, slots=True)
class Rows:
    directives: tuple[DirectiveRecord, ...]
    parts: tuple[Part, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A directive with the words each field came from."""

    record: DirectiveRecord
    clips: tuple[tuple[str, Clip], ...]
    doubt: str = ""


def directs(words: str) -> bool:
    """Whether a paragraph reads like a directive: about something, given to someone, or begun by a task's verb."""
    words = words[mark.end() :] if (mark := _MARK.match(words)) else words
    by_unit = heads_unit(words) and bool(_ACTS.search(words))
    return topic.opens(words) or assignment.gives(words) or bool(TASK_AT_START.match(words)) or by_unit


def read(paragraph: Paragraph, first: int) -> Rows | None:
    """The rows of a paragraph, numbered from `first`; None where none gives its words back: no full stop."""
    for head, tasks in (*_with_tasks(paragraph.clip), (paragraph.clip, [])):
        stops = [";"] * (len(tasks) - 1) + ["."]
        rows = [row(head, level=0, stop=":" if tasks else ".")]
        rows += [row(task, level=1, stop=stop) for task, stop in zip(tasks, stops, strict=False)]
        found = [each for each in rows if each]
        if len(found) == len(rows):
            return _gathered(found, first)
    return None


def _gathered(rows: list[Row], first: int) -> Rows:
    return Rows(
        tuple(row.record for row in rows),
        tuple(
            clip.part(f"directives[{index}].{field}", sure=not row.doubt)
            for index, row in enumerate(rows, start=first)
            for field, clip in row.clips
        ),
        tuple(row.doubt for row in rows if row.doubt),
    )


def _with_tasks(clip: Clip) -> Iterator[tuple[Clip, list[Clip]]]:
    """The head up to its colon and the tasks between ";", each with its mark; nothing where there is no such list."""
    words = clip.words
    colon = next(iter(outside(words, ": ")), None)
    if colon is None or ";" in words[:colon]:
        return
    listed = clip.cut(colon + 1)
    tasks = pieces(listed, "; ")
    if 1 < len(tasks) <= _MOST_TASKS and all(any(map(str.isalnum, task.words)) for task in tasks):
        marked = [listed.cut(task.start - listed.start, task.end - listed.start + 1) for task in tasks[:-1]]
        yield clip.cut(0, colon + 1), [*marked, tasks[-1]]


def row(clip: Clip, *, level: int, stop: str) -> Row | None:
    """The first way to take the words apart that prose puts together again as they were."""
    for subject, assigned in _ways(clip):
        for task in (_bare(assigned.task), assigned.task):
            due = deadline.find(task)
            record = _record(level, subject, assigned, task, due)
            if (task.words or subject) and prose.directive_words(record, stop) == clip.words:
                return Row(record, tuple(_clips(subject, assigned, task, due)), _doubt(assigned, due))
    return None


def _ways(clip: Clip) -> Iterator[tuple[Clip | None, Assigned]]:
    """The ways to read a row, the best first; the last takes all its words for the task."""
    if parted := topic.split(clip):
        subject, rest = parted
        yield subject, assignment.read(rest)
        yield subject, Assigned(rest)
    elif topic.opens(clip.words):
        yield None, Assigned(clip, doubt=f"Chưa tách được việc phải làm ở {clip.quoted}; đã giữ nguyên cả câu.")
    else:
        yield None, assignment.read(clip)
    yield None, Assigned(clip)


def _bare(task: Clip) -> Clip:
    """The task without the stop that prose will set again."""
    words = task.words
    return task.cut(0, len(words) - 1) if words.endswith((".", ";")) and not _KEPT_WHOLE.search(words) else task


def _record(level: int, subject: Clip | None, assigned: Assigned, task: Clip, due: _Due) -> DirectiveRecord:
    due_on, due_words = due[0] if len(due) == 1 else (None, None)
    return DirectiveRecord(
        level=level,
        topic=subject.words if subject else "",
        assignment=assigned.assignment,
        task=task.words,
        lead=assigned.lead.words if assigned.lead else "",
        coordinators=tuple(each.words for each in assigned.coordinators),
        due_on=due_on,
        due_text=due_words.words if due_words else "",
    )


def _clips(subject: Clip | None, assigned: Assigned, task: Clip, due: _Due) -> Iterator[tuple[str, Clip]]:
    if subject:
        yield "topic", subject
    if assigned.given and assigned.lead:
        yield "assignment", assigned.given
        yield "lead", assigned.lead
    for index, each in enumerate(assigned.coordinators):
        yield f"coordinators[{index}]", each
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
