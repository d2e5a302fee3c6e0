"""Reads the chair's directives: each line of a list or sentence of a paragraph is a row, with tasks under it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from meetings import prose
from meetings.record import DirectiveRecord

from ..grammar import assignment, tasks, topic, unit_phrases
from ..grammar.list_marks import outside, pieces, sentences
from ..grammar.verbs import LEADS_TO_TASK
from ..reading import Part
from ..text_span import Clip
from .lines import Line
from .row_split import Row, row_of
from .table_rows import of_cells
from .task_tests import (
    HEADING,
    SPOKEN,
    UNIT_LABEL,
    each_given,
    gives_inside,
    is_heading,
    is_task,
    past_mark,
    tells_surely,
)

_MOST_TASKS = 200
"""More pieces than this are no list of tasks: letters cannot number so many."""


@dataclass(frozen=True, slots=True)
class Rows:
    directives: tuple[DirectiveRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def read(lines: list[Line], held_on: date | None) -> Rows:
    """The rows of the lines in their order. A line that ends with a colon heads the lines with another mark below."""
    rows: list[Row] = []
    open_marks: list[str] = []
    was_head = in_section = False
    over: tuple[int, str] | None = None  # how deep a unit stands that heads lines inside a section, and its name
    lines = _heads_apart(lines)
    for at, line in enumerate(lines):
        if line.cells is not None:
            rows += [replace(of_cells(line.cells, held_on), of_cells=True)] if line.cells else []
            continue
        if not line.mark and line.clip.words.isupper() and at + 1 < len(lines):
            bare = line.clip.cut(0, len(line.clip.words.rstrip(":, ")))
            rows.append(Row(DirectiveRecord(topic=bare.words), (("topic", bare),)))
            in_section, open_marks, was_head = True, [], False
            continue
        if line.mark in open_marks:
            del open_marks[open_marks.index(line.mark) + 1 :]
        elif was_head and open_marks:
            open_marks.append(line.mark)
        else:
            open_marks = [line.mark]
        below = lines[at + 1].mark if at + 1 < len(lines) else line.mark
        heads_lines = below != line.mark and (line.clip.words.endswith(":") or is_heading(line, alone=not below))
        heads_lines = heads_lines or (line.mark == "I" and is_heading(line))
        if was_head and not line.mark and lines[at - 1].mark and below and _tells(line):
            open_marks.pop()
            rows.append(_note(line.clip, 1))
            continue
        depth = len(open_marks) - 1 + in_section
        over = over if over and depth > over[0] else None
        made = [*_line(line, 0 if heads_lines else min(depth, 1), heads_lines, held_on)]
        if heads_lines and depth and made[0].record.lead and not made[0].record.task:
            over = depth, made[0].record.lead
            made = [_deeper(made[0])]
        elif heads_lines and depth and made[0].record.task.endswith(":"):
            made = [_deeper(made[0])]  # "2. Kết luận:" in a section names no matter of its own
        rows += [_of_unit(row, over[1]) for row in made] if over and depth > over[0] else made
        was_head = heads_lines or line.clip.words.endswith(":")
    return _gathered(_alone_among_given(rows))


def _alone_among_given(rows: list[Row]) -> list[Row]:
    """The rows, where one that is given to nobody among rows given to units keeps its words without a task: it is
    what the session decided or heard, as a rule."""
    found: list[Row] = []
    for group in _groups(rows):
        head, deep = group[0].record, group[-1].record.level > 0
        given = sum(bool(row.record.lead and row.record.task) for row in group)
        headed = bool(head.lead) and len(group) > 1 and not head.task
        found += [
            _untold(row) if deep and given and not headed and _is_given_to_nobody(row) else row for row in group
        ]
    return found


def _groups(rows: list[Row]) -> list[list[Row]]:
    """Rows under one head with it, and rows that follow each other without a head."""
    groups: list[list[Row]] = []
    for at, row in enumerate(rows):
        heads = row.record.level == 0 and at + 1 < len(rows) and rows[at + 1].record.level > 0
        follows = bool(groups) and (row.record.level > 0 or (groups[-1][-1].record.level == 0 and not heads))
        if follows:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_given_to_nobody(row: Row) -> bool:
    record = row.record
    told = record.lead or record.coordinators or record.assignment or not record.task or record.task.endswith(":")
    return not told and not row.of_cells and not LEADS_TO_TASK.match(record.task)


def _untold(row: Row) -> Row:
    clip = next(clip for field, clip in row.clips if field == "task")
    topic_clip = next((clip for field, clip in row.clips if field == "topic"), None)
    whole = Clip(clip.paragraph, topic_clip.start, clip.end) if topic_clip else clip
    return replace(_note(whole, row.record.level), doubt=_gives_nothing(whole))


def _deeper(row: Row) -> Row:
    return replace(row, record=replace(row.record, level=1))


def _of_unit(row: Row, unit: str) -> Row:
    """A row below a unit that heads lines inside a section: it has two heads, the unit's name is in its own."""
    record = row.record
    if not record.task or record.lead or record.assignment or not tasks.begin_surely(record.task):
        return row
    return replace(row, record=replace(record, lead=unit, assignment=prose.UNSAID))


def _heads_apart(lines: list[Line]) -> list[Line]:
    """The lines, with a sentence that heads those below on a line of its own: "… thống nhất. Đề nghị UBND tỉnh:"."""
    found: list[Line] = []
    for line in lines:
        told = sentences(line.clip) if line.cells is None and line.clip.words.endswith(":") else []
        if len(told) > 1 and assignment.gives(told[-1].words):
            found.append(replace(line, clip=Clip(line.clip.paragraph, line.clip.start, told[-2].end)))
            found.append(Line(told[-1], line.mark))
        else:
            found.append(line)
    return found


def _tells(line: Line) -> bool:
    """Whether a line below a heading only tells about it or announces the tasks: it names nobody and no topic."""
    words = line.clip.words
    if assignment.gives(words) or topic.opens(words):
        return False
    if words.endswith(":"):
        return not unit_phrases.begin(words)
    return not any(is_task(each.words, marked=False) for each in sentences(line.clip))


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


def _line(line: Line, level: int, heads_lines: bool, held_on: date | None) -> Iterator[Row]:
    """A row for each directing sentence; what does not direct before one is what it is about, behind one a row
    without a task."""
    clip = line.clip
    if heads_lines:
        yield _head(clip, level, held_on)
        return
    rows: list[Row] = []
    for group, context, after in _grouped(clip, marked=bool(line.mark)):
        rows += _before(context, level) if context else []
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
        if (at := gives_inside(sentence.words)) and not is_task(sentence.words, marked=marked):
            context = Clip(clip.paragraph, context.start if context else sentence.start, sentence.cut(0, at).end)
            sentence = sentence.cut(at)
        if is_task(sentence.words, marked=marked):
            groups.append((sentence, context, []))
            context = None
        elif groups:
            groups[-1][2].append(sentence)
        else:
            context = Clip(clip.paragraph, context.start if context else sentence.start, sentence.end)
    return groups or ([(None, None, [context])] if context else [])


def _before(clip: Clip, level: int) -> list[Row]:
    """Words before a task, which may begin with the topic of both: "Về nhà văn hóa: Thường trực ghi nhận …"."""
    parted = topic.split(past_mark(sentences(clip)[0]))
    if level or not parted or not parted[1].words:
        return [_note(clip, level)]
    subject = Clip(clip.paragraph, clip.start, parted[0].end)
    rest = Clip(clip.paragraph, parted[1].start, clip.end)
    return [Row(DirectiveRecord(topic=subject.words), (("topic", subject),)), _note(rest, level)]


def _note(clip: Clip, level: int) -> Row:
    """Words among directives that give no task; a doubt, unless they surely only tell."""
    if tells_surely(clip.words):
        return Row(DirectiveRecord(level=level, topic=clip.words), (("topic", clip),), is_note=True)
    return Row(DirectiveRecord(level=level, topic=clip.words), (("topic", clip),), _gives_nothing(clip), is_note=True)


def _gives_nothing(clip: Clip) -> str:
    return f"Câu {clip.quoted} đứng giữa các chỉ đạo mà không giao việc; đã giữ ở chỗ ấy, hãy xem lại."


def _carried(rows: list[Row]) -> list[Row]:
    """A task that names nobody is of the unit before it: "Ban Pháp chế lập lịch. Báo cáo kết quả …"."""
    found: list[Row] = []
    lead, coordinators = "", tuple[str, ...]()
    for row in rows:
        record = row.record
        if record.lead or record.topic or record.assignment or not record.task:
            lead, coordinators = (record.lead, record.coordinators) if record.task or record.level else ("", ())
        elif lead and tasks.begin_surely(record.task):
            carried = replace(record, lead=lead, coordinators=coordinators, assignment=prose.UNSAID)
            row = replace(row, record=carried)
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
        if record.topic and record.task and follows and not record.level and _heads_what_follows(row):
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
    head, listed = _with_tasks(clip)
    if not listed:
        yield from (_given(each, level, held_on) for each in each_given(clip))
        return
    if head:
        yield _head(head, level, held_on)
        level = 1
    for task in (each for piece in listed for each in each_given(piece)):
        yield from _piece(task, level, held_on)


def _piece(clip: Clip, level: int, held_on: date | None) -> Iterator[Row]:
    """A part of a list in a sentence: a task, words that give none, or these before one."""
    if is_task(clip.words, marked=True):
        yield _given(clip, level, held_on)
    elif at := gives_inside(clip.words):
        yield _note(clip.cut(0, at), level)
        yield _given(clip.cut(at), level, held_on)
    else:
        yield _note(clip, level)


def _heads_what_follows(row: Row) -> bool:
    """Whether a topic is that of the sentences behind it too: one before a colon, or that opens a line of its own;
    not one that a comma parts from its own sentence in the middle of a paragraph."""
    topic_clip = next(clip for field, clip in row.clips if field == "topic")
    return topic_clip.words.endswith(":") or not topic_clip.words[:1].islower()


def _given(clip: Clip, level: int, held_on: date | None) -> Row:
    """The row of a task. Where it is not sure what is to be done, and by whom, the words are kept without a task: a
    blank field is filled by whoever looks, a wrong one is believed."""
    row = row_of(clip, level, held_on)
    record = row.record
    nobody = not (record.lead or record.coordinators)
    sure = tasks.begin_surely(record.task) and not SPOKEN.search(record.task)
    if record.task and (row.unsplit or (nobody and not sure)):
        doubt = f"Chưa tách được đơn vị và việc phải làm ở {clip.quoted}; câu được giữ nguyên, hãy tách lại."
        return Row(DirectiveRecord(level=level, topic=clip.words), (("topic", clip),), doubt, is_note=True)
    return row


def _with_tasks(clip: Clip) -> tuple[Clip | None, list[Clip]]:
    """The head up to its colon, or the topic, and the tasks between ";"; no tasks where there is no such list."""
    words = clip.words
    after = past_mark(clip)
    colon = next(iter(outside(words, ": ")), None)
    if colon is not None and ";" not in words[:colon] and (tasks := _listed(clip.cut(colon + 1))):
        return clip.cut(0, colon + 1), tasks
    parted = topic.split(after)
    rest = parted[1] if parted else clip
    tasks = _listed(rest)
    gives = [
        is_task(task.words, marked=True) or unit_phrases.begin(task.words) or task.words.startswith("không ")
        for task in tasks
    ]
    if tasks and sum(gives) * 2 + gives[-1] > len(tasks):
        return (Clip(clip.paragraph, clip.start, parted[0].end) if parted else None), tasks
    return None, []


def _listed(clip: Clip) -> list[Clip]:
    tasks = [piece for piece in pieces(clip, ";") if piece.words]
    return tasks if 1 < len(tasks) <= _MOST_TASKS and all(any(map(str.isalnum, task.words)) for task in tasks) else []


def _head(clip: Clip, level: int, held_on: date | None) -> Row:
    """A row that only heads others: a unit ("UBND quận:"), a topic, or words that announce tasks."""
    bare = clip.cut(0, len(clip.words.rstrip(":, ")))
    after = past_mark(bare)
    unit = after
    if verb := assignment.verb_end(after.words):
        unit = after.cut(verb)
    if label := UNIT_LABEL.match(unit.words):
        unit = unit.cut(label.end())
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
    if topic.opens(after.words) and (doer := topic.unit(after)):
        return Row(DirectiveRecord(level=level, topic=bare.words, lead=doer.words), (("topic", bare), ("lead", doer)))
    in_capitals = clip.words.isupper()
    bare_heading = not clip.words.endswith(":") and (in_capitals or not is_task(after.words, marked=True))
    heading = topic.opens(after.words) or HEADING.match(after.words) or bare_heading
    if heading and not topic.split(after):
        return Row(DirectiveRecord(level=level, topic=bare.words), (("topic", bare),))
    return row_of(clip, level, held_on)
