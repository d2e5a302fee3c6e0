"""Reads the chair's directives: each line of a list or sentence of a paragraph is a row, with tasks under it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from meetings import prose
from meetings.record import DirectiveRecord

from .. import round_trip
from ..grammar import assignment, days, deadline, tables, tasks, topic, unit_phrases
from ..grammar.assignment import Assigned
from ..grammar.list_marks import outside, pieces, sentences
from ..grammar.verbs import LISTED, PRAISES
from ..reading import Part
from ..text_span import Clip

_MARK = re.compile(
    r"(?P<mark>[-+*•–▪]|[0-9]{1,2} ?[-–](?= ?[A-ZĐ])|\(?[0-9]{1,2}(?:\.[0-9]{1,2})?[.)/](?![0-9])"
    r"|\([0-9]{1,2}(?:\.[0-9]{1,2})?\)"
    r"|[0-9]{1,2}\.[0-9]{1,2}(?= [^\W\d])|[IVX]{1,4}[.)]|[a-zđ]\)) ?(?=\S)"
)
_WORD_MARK = re.compile(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)"
    r"|(?:cuối cùng|đồng thời|bên cạnh đó|ngoài ra))(?: là)?[,:]? ",
    re.IGNORECASE,
)
_KEPT_WHOLE = re.compile(r"(?:[.;:!?…/]|\bv\.v)[.;]$")
_ANNOUNCES = re.compile(
    r"(?:tập trung|thực hiện|triển khai|làm tốt|như sau|sau đây|nội dung|nhiệm vụ|việc sau)\b", re.IGNORECASE
)
_OPINES = re.compile(
    r"\b(?:thống nhất|nhất trí|cho rằng|khẳng định|ghi nhận|đánh giá|chia sẻ|cơ bản|đã|đang|còn|chưa|là|đồng ý"
    r"|tán thành)\b",
    re.IGNORECASE,
)
"""After a topic such words say an opinion, a decision or a report."""
_HEADING = re.compile(r"(?:công tác|nhiệm vụ|hoạt động|lĩnh vực|việc|nội dung)\b[^.;:,]{0,80}:?$", re.IGNORECASE)
_LONGEST_HEADING = 120
_MOST_TASKS = 200
"""More pieces than this are no list of tasks: letters cannot number so many."""

_Due = list[tuple[date | None, Clip]]


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


@dataclass(frozen=True, slots=True)
class Row:
    """A directive with the words of each field."""

    record: DirectiveRecord
    clips: tuple[tuple[str, Clip], ...]
    doubt: str = ""
    is_note: bool = False
    """Words among the directives that give no task."""


@dataclass(frozen=True, slots=True)
class Rows:
    directives: tuple[DirectiveRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def directs(words: str) -> bool:
    """Whether a sentence is like a directive: it has a topic, assigns something, or begins with a task's verb."""
    if mark := _WORD_MARK.match(words):
        words = words[mark.end() :]
    if PRAISES.match(words):
        return False
    if topic.opens(words):
        return _topic_directs(words)
    return assignment.gives(words) or bool(LISTED.match(words)) or assignment.names_doer(words)


def _topic_directs(words: str) -> bool:
    parted = topic.split(Clip.of(words))
    if not parted:
        return not _OPINES.search(words)
    rest = parted[1]
    return not rest.words or any(is_task(each.words, marked=True) for each in pieces(rest, ";"))


def is_task(words: str, *, marked: bool) -> bool:
    """Whether a sentence in the chair's words directs; one in a list may begin with any verb."""
    return directs(words) or assignment.names_doer(words, people=True) or (marked and tasks.begin_surely(words))


def heads(line: Line) -> bool:
    """Whether a line only heads those below: a topic without a task, a unit and a colon."""
    return line.clip.words.endswith(":") or _is_heading(line)


def is_given(words: str) -> bool:
    """Whether a unit or a task follows the assigning verb: "yêu cầu Ban Pháp chế", not "yêu cầu nhiệm vụ"."""
    given = words[assignment.verb_end(words) :].lstrip()
    return topic.opens(words) or unit_phrases.begin(given) or bool(LISTED.match(given))


def lines_of(clips: list[Clip]) -> list[Line]:
    """The paragraphs of the directives as lines. A mark inside a paragraph marks no line."""
    found: list[Line] = []
    table: tables.Columns | None = None
    for clip in clips:
        columns = tables.columns(clip)
        if columns and columns.of_tasks:
            table = columns
            found.append(Line(clip, cells={}))
        elif table and (row := table.cells(clip)):
            found.append(Line(clip, cells=row))
        else:
            table = None
            found.append(Line(clip) if clip.start else Line.of(clip))
    return found


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


def read(lines: list[Line], held_on: date | None) -> Rows:
    """The rows of the lines in their order. A line that ends with a colon heads the lines with another mark below."""
    rows: list[Row] = []
    open_marks: list[str] = []
    was_head = False
    for at, line in enumerate(lines):
        if line.cells is not None:
            rows += [of_cells(line.cells, held_on)] if line.cells else []
            continue
        if line.mark in open_marks:
            del open_marks[open_marks.index(line.mark) + 1 :]
        elif was_head and open_marks:
            open_marks.append(line.mark)
        else:
            open_marks = [line.mark]
        below = lines[at + 1].mark if at + 1 < len(lines) else line.mark
        heads_lines = below != line.mark and (line.clip.words.endswith(":") or _is_heading(line))
        level = 0 if heads_lines else min(len(open_marks) - 1, 1)
        rows += _line(line, level, heads_lines, held_on)
        was_head = heads_lines or line.clip.words.endswith(":")
    return _gathered(rows)


def _gathered(rows: list[Row]) -> Rows:
    return Rows(
        tuple(row.record for row in rows),
        tuple(
            clip.part(f"directives[{index}].{field}", sure=not row.doubt)
            for index, row in enumerate(rows)
            for field, clip in row.clips
        ),
        tuple(row.doubt for row in rows if row.doubt),
    )


def _is_heading(line: Line) -> bool:
    """A line above lines with other marks that is no sentence: "3. Thi hành án dân sự"."""
    words = line.clip.words
    short = len(words) <= _LONGEST_HEADING and words[-1] not in ".;:,"
    return _is_topic(line.clip) or (bool(line.mark) and short and not is_task(words, marked=True))


def _is_topic(clip: Clip) -> bool:
    """A heading without a colon: "1. Về công tác giám sát"."""
    after = _past_mark(clip)
    opens = topic.opens(after.words) or bool(_HEADING.match(after.words))
    return opens and not topic.split(after) and not clip.words.endswith((".", ";"))


def _line(line: Line, level: int, heads_lines: bool, held_on: date | None) -> Iterator[Row]:
    """A row for each directing sentence; what does not direct before one is what it is about, behind one a row
    without a task."""
    clip = line.clip
    if heads_lines:
        yield _head(clip, level, held_on)
        return
    rows: list[Row] = []
    for group, context, after in _grouped(clip, marked=bool(line.mark)):
        rows += [_note(context, level)] if context else []
        rows += [*_group(group, level, held_on)] if group else []
        rows += [_note(each, level) for each in after]
    yield from _under_topic(_carried(rows), level)


def _grouped(clip: Clip, *, marked: bool) -> list[tuple[Clip | None, Clip | None, list[Clip]]]:
    """Each directing sentence, the words before it and the sentences behind it that do not direct."""
    groups: list[tuple[Clip | None, Clip | None, list[Clip]]] = []
    context: Clip | None = None
    for sentence in sentences(clip):
        if not sentence.words:
            continue
        if is_task(sentence.words, marked=marked):
            groups.append((sentence, context, []))
            context = None
        elif groups:
            groups[-1][2].append(sentence)
        else:
            context = Clip(clip.paragraph, context.start if context else sentence.start, sentence.end)
    return groups or ([(None, None, [context])] if context else [])


def _note(clip: Clip, level: int) -> Row:
    """Words among directives that give no task."""
    doubt = f"Câu {clip.quoted} đứng giữa các chỉ đạo mà không giao việc; đã giữ ở chỗ ấy, xin xem lại."
    return Row(DirectiveRecord(level=level, topic=clip.words), (("topic", clip),), doubt, is_note=True)


def _carried(rows: list[Row]) -> list[Row]:
    """A task that names nobody is of the unit before it: "Ban Pháp chế lập lịch. Báo cáo kết quả …"."""
    found: list[Row] = []
    lead = ""
    for row in rows:
        record = row.record
        if record.lead or record.topic or record.assignment or not record.task:
            lead = record.lead if record.task else ""
        elif lead and tasks.begin_surely(record.task):
            row = replace(row, record=replace(record, lead=lead, assignment=prose.UNSAID))
        else:
            lead = ""
        found.append(row)
    return found


def _under_topic(rows: list[Row], level: int) -> Iterator[Row]:
    """The rows of one paragraph; a sentence with a topic heads those behind it that have none."""
    if level:
        yield from rows
        return
    headed = False
    for at, row in enumerate(rows):
        record = row.record
        follows = at + 1 < len(rows) and not rows[at + 1].record.topic and not rows[at + 1].record.level
        if record.topic and record.task and follows and not record.level:
            subject = tuple(each for each in row.clips if each[0] == "topic")
            yield Row(DirectiveRecord(topic=record.topic), subject)
            rest = tuple(each for each in row.clips if each[0] != "topic")
            yield Row(replace(record, level=1, topic=""), rest, row.doubt)
            headed = True
        elif headed and (row.is_note or not record.topic):
            yield replace(row, record=replace(record, level=1))
        else:
            headed = bool(record.topic) and not record.task and not row.is_note
            yield row


def _group(clip: Clip, level: int, held_on: date | None) -> Iterator[Row]:
    head, tasks = _with_tasks(clip)
    if not tasks:
        yield _row(clip, level, held_on)
        return
    if head:
        yield _head(head, level, held_on)
        level = 1
    for task in tasks:
        yield _row(task, level, held_on) if is_task(task.words, marked=True) else _note(task, level)


def _with_tasks(clip: Clip) -> tuple[Clip | None, list[Clip]]:
    """The head up to its colon, or the topic, and the tasks between ";"; no tasks where there is no such list."""
    words = clip.words
    after = _past_mark(clip)
    colon = next(iter(outside(words, ": ")), None)
    if colon is not None and ";" not in words[:colon] and (tasks := _listed(clip.cut(colon + 1))):
        return clip.cut(0, colon + 1), tasks
    parted = topic.split(after)
    rest = parted[1] if parted else clip
    tasks = _listed(rest)
    if tasks and sum(is_task(task.words, marked=True) for task in tasks) * 2 > len(tasks):
        return (Clip(clip.paragraph, clip.start, parted[0].end) if parted else None), tasks
    return None, []


def _listed(clip: Clip) -> list[Clip]:
    tasks = [piece for piece in pieces(clip, ";") if piece.words]
    return tasks if 1 < len(tasks) <= _MOST_TASKS and all(any(map(str.isalnum, task.words)) for task in tasks) else []


def _past_mark(clip: Clip) -> Clip:
    match = _WORD_MARK.match(clip.words)
    return clip.cut(match.end()) if match else clip


def _head(clip: Clip, level: int, held_on: date | None) -> Row:
    """A row that only heads others: a unit ("UBND quận:"), a topic, or words that announce tasks."""
    bare = clip.cut(0, len(clip.words.rstrip(":, ")))
    after = _past_mark(bare)
    unit = after
    if verb := assignment.verb_end(after.words):
        unit = after.cut(verb)
    if (named := unit_phrases.find(unit.words, 0, ordered=bool(verb))) and named.end == len(unit.words):
        record = DirectiveRecord(level=level, topic=bare.words, lead=unit.words)
        return Row(record, (("topic", bare), ("lead", unit)))
    parted = topic.split(after)
    if (
        parted
        and (named := unit_phrases.find(parted[1].words))
        and named.end == len(parted[1].words)
        and len(named.spans) == 1
    ):
        record = DirectiveRecord(level=level, topic=parted[0].words, assignment=prose.BLANK, lead=parted[1].words)
        return Row(record, (("topic", parted[0]), ("lead", parted[1])))
    bare_heading = not clip.words.endswith(":") and not is_task(after.words, marked=True)
    heading = topic.opens(after.words) or _HEADING.match(after.words) or bare_heading
    if heading and not topic.split(after):
        return Row(DirectiveRecord(level=level, topic=bare.words), (("topic", bare),))
    return _row(clip, level, held_on)


def _row(clip: Clip, level: int, held_on: date | None) -> Row:
    split_row = _split_row(clip, level, ";" if level else ".", held_on, _same)
    return split_row or Row(DirectiveRecord(level=level, task=clip.words), (("task", clip),))


def row(clip: Clip, *, level: int, stop: str) -> Row | None:
    """A row that prose, with `stop` at its end, gives back letter for letter; None where no split does."""
    return _split_row(clip, level, stop, None, str.__eq__)


def _split_row(
    clip: Clip, level: int, stop: str, held_on: date | None, same: Callable[[str, str], bool]
) -> Row | None:
    """The first split of the words that prose joins to the same words again."""
    for subject, assigned in _ways(clip):
        for task in (_bare(assigned.task), assigned.task):
            due = deadline.find(task, held_on)
            record = _record(level, subject, assigned, task, due)
            if (task.words or subject) and same(prose.directive_words(record, stop), clip.words):
                return Row(record, tuple(_clips(subject, assigned, task, due)), _doubt(assigned, due))
    return None


def _same(one: str, other: str) -> bool:
    return round_trip.said([one]) == round_trip.said([other])


def _ways(clip: Clip) -> Iterator[tuple[Clip | None, Assigned]]:
    """The possible splits of a row, the best first; in the last one all words are the task."""
    after = _past_mark(clip)
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
