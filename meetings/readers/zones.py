"""Splits the article into the fields of the record, in the order of the post."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from meetings.giving_verbs import ASKS, DIRECTS, GIVES

from .grammar import assignment, tables
from .grammar.list_marks import outside, sentences
from .grammar.rule import rule
from .rules import agenda_rules, asides, attendance_cues, attendance_rules, opening, task_tests
from .rules.attendance_rules import Chairs
from .rules.lines import Line, lines_of
from .rules.speech import Speaker, announces
from .text_span import Clip

_GIVES_INSIDE = rule(
    rf"(?:[,;:]|\b(?:{DIRECTS})[,:]?) (?:đồng thời |và |cũng )*(?=đối với\b"
    r"|về (?:công tác|việc|nội dung|nhiệm vụ)\b)"
    rf"|(?:[,;]|\bvà|\bđồng thời|\bcũng|(?<=[^,;:.])) (?=(?:{GIVES})\b)",
)
_TOPIC_INSIDE = rule(rf"[^:;.]{{0,160}}\b(?:{DIRECTS})[,:]? (?=đối với\b)", re.IGNORECASE)
_TO_THE_ROOM = rule(
    rf"\b(?:{ASKS}|gợi ý) (?:các )?(?:đại biểu|thành viên|đồng chí)[^.;]{{0,60}}(?:thảo luận"
    r"|cho ý kiến|tham gia ý kiến|đóng góp)",
    re.IGNORECASE,
)
_REPORTS = rule(r"\b(?:đã|đang|còn|chưa|được|cơ bản|kịp thời|đạt|tăng|giảm) ", re.IGNORECASE)
_CLOSES = rule(
    r"(?:trên đây là\b|(?:thường trực hđnd[^.]{0,40} |xin )?thông báo (?:để|đến) (?:các )?(?:cơ quan|đơn vị)"
    r"|phiên họp (?:kết thúc|bế mạc|thành công)|kết thúc phiên họp,? (?:các|thường trực hđnd[^.]{0,40}biểu quyết))",
    re.IGNORECASE,
)


_OTHERS_SECTION = rule(
    r"(?:ý kiến|phát biểu|tiếp thu|giải trình)(?: (?:tiếp thu|giải trình|phát biểu))*(?: của)? (?!chỉ đạo"
    r"|kết luận|chủ t)"
    r"[^.;:]{3,80}:?",
    re.IGNORECASE,
)
"""A heading behind which somebody else speaks than the chair."""


@dataclass(slots=True)
class Zones:
    """The article as fields that follow each other; together they are the whole body in order."""

    opening: list[Clip] = field(default_factory=list)
    attendance: list[Clip] = field(default_factory=list)
    assessment: list[Clip] = field(default_factory=list)
    intro: list[Clip] = field(default_factory=list)
    directives: list[Line] = field(default_factory=list)
    closing: list[Clip] = field(default_factory=list)
    asides: list[Clip] = field(default_factory=list)
    """Captions, authors and links; each is in one of the fields too."""
    doubts: list[str] = field(default_factory=list)

    def prose(self) -> tuple[tuple[str, list[Clip]], ...]:
        """The fields that stay as typed."""
        return (
            ("opening", self.opening),
            ("attendance", self.attendance),
            ("assessment", self.assessment),
            ("directives_intro", self.intro),
            ("closing", self.closing),
        )

    def before(self) -> list[Clip]:
        return [*self.opening, *self.attendance, *self.assessment, *self.intro]

    def without_rows(self) -> None:
        """Moves the directives into the closing as typed."""
        self.closing = [_with_mark(line) for line in self.directives] + self.closing
        self.directives = []


def lay_out(body: tuple[Clip, ...], chairs: Chairs, kind_of_place: str) -> Zones:
    zones = Zones()
    clips = [*body]
    last = _end_of_article(clips, zones)
    at, cut = _first_directive(clips[:last], chairs, kind_of_place)
    if at is None:
        _lay_before(zones, clips[:last])
        zones.closing = clips[last:]
        return zones
    before, intro, rest = _split(clips[at], cut)
    _lay_before(zones, [*clips[:at], *before])
    zones.intro = intro
    if not intro and zones.assessment and zones.assessment[-1].words.endswith(":"):
        zones.intro = [zones.assessment.pop()]
    _lay_directives(zones, [*rest, *clips[at + 1 : last]], clips[last:])
    return zones


def _end_of_article(clips: list[Clip], zones: Zones) -> int:
    """The number of the article's own paragraphs: links, authors and captions at the end do not count."""
    end = len(clips)
    for at in range(1, len(clips)):
        if asides.begins_related(clips[at].words) and at > len(clips) // 3:
            end = at
            break
    while end > 1 and (asides.is_author(clips[end - 1].words) or asides.is_caption(clips[end - 1].words)):
        end -= 1
    zones.asides += clips[end:]
    return end


def _first_directive(clips: list[Clip], chairs: Chairs, kind_of_place: str) -> tuple[int | None, int]:
    """The paragraph with the chair's first directing words, and where in it they begin: those of the conclusion,
    where the article says which they are."""
    starts = [*_starts(clips, chairs, kind_of_place)]
    best = max((strength for strength, _, _ in starts), default=0)
    return next(((at, cut) for strength, at, cut in starts if strength == best), (None, 0))


def _starts(clips: list[Clip], chairs: Chairs, kind_of_place: str) -> Iterator[tuple[int, int, int]]:
    """Where directing words begin: with 2 where a conclusion or a line that leads in says so, with 0 in a list that
    nobody is said to speak, else 1."""
    speaker = Speaker(chairs.names, chairs.posts, kind_of_place)
    for at, clip in enumerate(clips):
        line = Line.of(clip)
        if asides.is_caption(clip.words):
            continue
        if speaker.is_heading(clip.words) and at + 1 < len(clips):
            speaker.hear(clip.words, opens_paragraph=True, is_listed=False)
            if _directs(Line.of(clips[at + 1]).clip) or task_tests.heads(Line.of(clips[at + 1])):
                yield 2, at + 1, 0
            continue
        if (columns := tables.columns(clip)) and columns.of_tasks:
            yield 2, at, 0
            continue
        for first, sentence in enumerate(sentences(line.clip)):
            leads_in = sentence.words.endswith(":") and announces(sentence.words)
            if not leads_in and (attendance_cues.tells_of_people(sentence) or opening.opens(sentence.words)):
                if speaker.takes_floor(sentence.words):
                    speaker.hear(sentence.words, opens_paragraph=first == 0, is_listed=bool(line.mark))
                continue
            if line.mark and not first and assignment.gives(sentence.words) and task_tests.is_given(sentence.words):
                yield 0, at, 0
            heard = speaker.hear(sentence.words, opens_paragraph=first == 0, is_listed=bool(line.mark))
            if not heard or _TO_THE_ROOM.search(sentence.words):
                continue
            inside = _directs_from(sentence, is_last=sentence.end == clip.end, says_so=speaker.says_so)
            if inside is None and not line.mark:
                inside = task_tests.next_given(sentence.words)
            strength = 2 if leads_in or speaker.concludes(sentence.words) else 1
            if inside == 0 and first == 0:
                yield strength, at, 0
            elif inside is not None and inside < len(sentence.words):
                yield strength, at, sentence.start - clip.start + inside
            elif inside is not None and at + 1 < len(clips):
                yield strength, at + 1, 0


def _directs_from(sentence: Clip, *, is_last: bool, says_so: bool) -> int | None:
    """Where the directing words of a sentence begin; its length if they follow it, None if there are none."""
    words = sentence.words
    if words.endswith(":") and is_last:
        return len(words) if announces(words) and not agenda_rules.leads_in(words[:-1]) else None
    if says_so and (match := _TOPIC_INSIDE.match(words)):
        return match.end()
    line = Line.of(sentence)
    if task_tests.directs(line.clip.words) and not opening.opens(words):
        return 0
    if not says_so:
        return None
    for colon in outside(words, ": "):
        if announces(words[:colon]) and not agenda_rules.leads_in(words[:colon]):
            return colon + 2
    for match in _GIVES_INSIDE.finditer(words):
        rest = words[match.end() :]
        if task_tests.directs(rest) and task_tests.is_given(rest):
            return match.end()
    return task_tests.next_given(words)


def _split(clip: Clip, at: int) -> tuple[list[Clip], list[Clip], list[Clip]]:
    """The paragraph as the sentences before, the words that lead in, and the directing words."""
    if at == 0:
        return [], [], [clip]
    rest = clip.cut(at)
    before, leading = [], []
    for sentence in sentences(clip):
        if sentence.end <= rest.start:
            before.append(sentence)
        elif sentence.start < rest.start:
            leading.append(Clip(clip.paragraph, sentence.start, rest.start).cut(0))
    if not leading and before and before[-1].words.endswith(":"):
        leading = [before.pop()]
    joined = [Clip(clip.paragraph, before[0].start, before[-1].end)] if before else []
    return joined, leading, [rest]


def _lay_before(zones: Zones, before: list[Clip]) -> None:
    """What is before the directives: the opening, the paragraphs about who attended, then the rest."""
    zones.asides += [clip for clip in before if asides.is_caption(clip.words) or asides.is_trail(clip.words)]
    attending = attendance_rules.paragraphs(before)
    start = next((at for at in attending if not opening.opens(before[at].words)), None)
    if start is None:
        opens = next((at + 1 for at, clip in enumerate(before) if opening.opens(clip.words)), min(1, len(before)))
        zones.opening, zones.assessment = before[:opens], before[opens:]
        return
    start = max(start, 1)
    end = start
    while end in attending:
        end += 1
    zones.opening, zones.attendance, zones.assessment = before[:start], before[start:end], before[end:]


def _lay_directives(zones: Zones, clips: list[Clip], after: list[Clip]) -> None:
    lines = lines_of(clips)
    weights = [_weight(line) for line in lines]
    for at, line in enumerate(lines):
        if _OTHERS_SECTION.fullmatch(line.clip.words) and line.mark in ("I", "1", ""):
            weights[at:] = [-9.0] * len(weights[at:])
            break
    first, last = _heaviest(weights)
    if first:
        zones.assessment += [*zones.intro, *(_with_mark(line) for line in lines[:first])]
        zones.intro = []
    if left := next(
        (
            line
            for line, weight in zip(lines, weights, strict=True)
            if weight > 1 and not first <= lines.index(line) < last
        ),
        None,
    ):
        zones.doubts.append(f"Còn chỗ có vẻ là chỉ đạo ngoài phần đã tách: {left.clip.quoted}; hãy xem lại.")
    zones.directives = lines[first:last]
    zones.closing = [_with_mark(line) for line in lines[last:]] + after


def _weight(line: Line) -> float:
    """How much a line is like a directive: above 1 it is one, below 0 it is none."""
    words = line.clip.words
    if line.cells is not None:
        return 2.0 if line.cells else 0.6
    if _CLOSES.match(words) or (not line.mark and asides.is_caption(words)):
        return -9.0
    if attendance_cues.CUES.match(words) and attendance_cues.attends(words):
        return -9.0
    if any(_is_task(each.words, marked=bool(line.mark)) for each in sentences(line.clip)):
        return 2.0
    if task_tests.heads(line):
        return 0.5
    return -1.0 if _REPORTS.search(words) or not line.mark else 0.0


def _is_task(words: str, *, marked: bool) -> bool:
    return task_tests.is_task(words, marked=marked) or bool(task_tests.gives_inside(words))


def _heaviest(weights: list[float]) -> tuple[int, int]:
    """The lines that follow each other and are most like directives."""
    best, begin, end, start, total = 0.0, 0, 1, 0, 0.0
    for at, weight in enumerate(weights):
        if total <= 0:
            start, total = at, 0.0
        total += weight
        if total > best and weight > 0.5:
            best, begin, end = total, start, at + 1
    return begin, end


def _directs(clip: Clip) -> bool:
    return any(task_tests.directs(sentence.words) for sentence in sentences(clip))


def _with_mark(line: Line) -> Clip:
    return Clip(line.clip.paragraph, 0 if line.mark else line.clip.start, line.clip.end)
