"""Whether words direct: a sentence, a topic with a task, a line that heads others."""

import re

from meetings.giving_verbs import DIRECTS, GIVES

from ..grammar import assignment, known_names, tasks, topic, unit_phrases
from ..grammar.list_marks import lead_in, pieces
from ..grammar.names import NAME
from ..grammar.rule import rule
from ..grammar.verbs import PRAISES, listed
from ..grammar.vocabulary import heads_unit
from ..text_span import Clip
from .lines import Line

_OPINES = rule(
    r"\b(?:thống nhất|nhất trí|cho rằng|khẳng định|ghi nhận|đánh giá|chia sẻ|cơ bản|đã|đang|còn|chưa|là|đồng ý"
    r"|tán thành)\b",
    re.IGNORECASE,
)
"""After a topic such words say an opinion, a decision or a report."""
_DECIDES = rule(
    rf"(?:(?:[^.;:]{{3,120}}?, )?(?:(?:đồng chí|ông|bà|đ/c) [^,.;:]{{2,40}}? |thường trực (?:hđnd"
    rf"|hội đồng nhân dân)\b[^,.;:]{{0,30}}? |phiên họp )|(?:cơ bản |đã ))?(?:thống nhất|nhất trí|đồng ý|tán thành"
    rf"|chấp thuận)(?! (?:{GIVES})\b)(?! quản lý)",
    re.IGNORECASE,
)
"""What the session itself decides gives nobody a task."""
_TELLS = rule(r"\b(?:đã|đang|hiện|còn|chưa|mới|là|được|bị|đạt|giảm|tăng|thiếu|vẫn|cảm ơn|mong)\b", re.IGNORECASE)
_ASKS_SOMETHING = rule(
    rf"\b(?:{GIVES}|phải|cần|có trách nhiệm|chủ trì|phối hợp|lưu ý|không được|không để)\b", re.IGNORECASE
)
_SOMEBODY = rule(rf"(?i:đồng chí|đ/c|ông|bà) {NAME}")
_PARTS = re.compile(r"[,;] ")
_WILL_BE = rule(r"[^,;:]{0,100}?\bsẽ (?!không )", re.IGNORECASE)
_NEXT_GIVEN = rule(r"(?:[,;] | (?=và )|\bthì (?=[A-ZĐỦ]))(?P<joined>(?:đồng thời )?(?:và )?)(?=\S)")
UNIT_LABEL = rule(r"(?:đơn vị|cơ quan|bộ phận|giao việc)(?: thực hiện| chủ trì)?: ", re.IGNORECASE)
"""Before the name of a unit that heads its tasks: "Đơn vị: Trung tâm Y tế huyện"."""
SPOKEN = rule(
    rf"\b(?:đồng chí|đ/c|ông|bà|chủ tọa|chủ trì|thường trực (?:hđnd|hội đồng))\b[^,;:]{{0,60}}? "
    rf"(?:{DIRECTS}|{assignment.SPEAKS}|thống nhất)\b",
    re.IGNORECASE,
)
"""Somebody takes the floor: such words are no task as a whole."""
_GIVES_AT_ONCE = rule(rf"(?:cũng )?(?:{GIVES})\b")
_MUST = re.compile(rf",? (?:phải|cần|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|được (?:{GIVES}|lưu ý))\b")
_GIVES_INSIDE = rule(rf"(?:[,;]| (?:và|song|nhưng)) (?:đồng thời )?(?=(?:{GIVES}|lưu ý|nhắc) )")
_TELLS_A_FIGURE = rule(
    r"\b(?:mới|chỉ) đạt [0-9]|\b(?:đạt|hoàn thành|thực hiện|giải quyết|xử lý|tổ chức) (?:được )?[0-9]+/[0-9]+ [^\W\d]"
    r"|^[^,;:]{0,60}\b(?:được|thiếu|thừa|còn|có) [0-9.,/]+ ",
    re.IGNORECASE,
)
HEADING = rule(r"(?:công tác|nhiệm vụ|hoạt động|lĩnh vực|việc|nội dung)\b[^.;:,]{0,80}:?$", re.IGNORECASE)
_LONGEST_HEADING = 120


@known_names.kept
def directs(words: str) -> bool:
    """Whether a sentence is like a directive: it has a topic, assigns something, or begins with a task's verb."""
    words = words[lead_in(words) :]
    if PRAISES.match(words) or _DECIDES.match(words):
        return False
    if topic.opens(words):
        return _topic_directs(words)
    return (
        assignment.gives(words)
        or assignment.goes_along(words)
        or bool(listed(words) and not heads_unit(words))
        or assignment.names_doer(words)
    )


def _topic_directs(words: str) -> bool:
    parted = topic.split(Clip.of(words))
    if not parted:
        return not _OPINES.search(words) and not words.startswith("Riêng")
    rest = parted[1]
    return not rest.words or any(is_task(each.words, marked=True) for each in pieces(rest, ";"))


@known_names.kept
def is_task(words: str, *, marked: bool) -> bool:
    """Whether a sentence in the chair's words directs; one in a list may begin with any verb."""
    if (_TELLS_A_FIGURE.search(words) or (" sẽ " in words and _WILL_BE.match(words))) and not assignment.gives(words):
        return False
    if _DECIDES.match(words):
        return False
    named = bool(
        _SOMEBODY.match(words)
    )  # in an article somebody named does what is told, in a list what is to be done
    return (
        directs(words)
        or assignment.names_doer(words, people=marked or not named)
        or (marked and tasks.begin_surely(words))
    )


def each_given(clip: Clip) -> list[Clip]:
    """A sentence cut where another unit is given its own task: "UBND xã phải … và Trạm Y tế có trách nhiệm …"."""
    starts = [0]
    for match in _NEXT_GIVEN.finditer(clip.words):
        rest = clip.words[match.end() :]
        if match.start() > starts[-1] and _is_next(rest) and _is_given_whole(clip.cut(starts[-1], match.start())):
            starts.append(match.start("joined"))
    return [clip.cut(start, end) for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _may_be_given(words: str) -> bool:
    return assignment.names_doer(words[lead_in(words) :])


def tells_surely(words: str) -> bool:
    """Whether a sentence reports, decides or praises, and asks for nothing."""
    if _ASKS_SOMETHING.search(words) or any(map(_may_be_given, _PARTS.split(words)[1:])):
        return False
    return bool(PRAISES.match(words) or _DECIDES.match(words) or _TELLS.search(words) or _WILL_BE.match(words))


def next_given(words: str) -> int | None:
    """Where a unit that must do something stands behind other words: "Theo bà Hường, …; UBND tỉnh phải …"."""
    for each in _NEXT_GIVEN.finditer(words):
        rest = words[each.end() :]
        if _is_next(rest) or (each.group().startswith("thì") and assignment.names_doer(rest)):
            return each.end()
    return None


def _is_given_whole(clip: Clip) -> bool:
    """Whether the words give a unit its task, so that what follows can be another's."""
    clip = past_mark(clip)
    if topic.opens(clip.words):
        parted = topic.split(clip)
        clip = parted[1] if parted else clip.cut(len(clip.words))
    assigned = assignment.read(clip)
    return bool(assigned.lead) and tasks.begin_surely(assigned.task.words)


def _is_next(rest: str) -> bool:
    """Whether a unit begins there that must do something, or a verb that gives to one."""
    if _GIVES_AT_ONCE.match(rest) and (verb := assignment.verb_end(rest)):
        return is_given(rest) and unit_phrases.begin(rest[verb:].lstrip())
    named = unit_phrases.find(rest)
    return bool(named and named.whole and _MUST.match(rest[named.end :])) and assignment.names_doer(rest)


def gives_inside(words: str) -> int:
    """Where a unit is given something behind a comma: "Hộ bà Sua mất nhà, giao Hội Phụ nữ xã …"; 0 where none is."""
    for match in _GIVES_INSIDE.finditer(words):
        verb = assignment.verb_end(words[match.end() :])
        if verb and unit_phrases.begin(words[match.end() + verb :].lstrip()):
            return match.end()
    return next_given(words) or 0


def is_given(words: str) -> bool:
    """Whether a unit or a task follows the assigning verb: "yêu cầu Ban Pháp chế", not "yêu cầu nhiệm vụ"."""
    given = words[assignment.verb_end(words) :].lstrip()
    return topic.opens(words) or unit_phrases.begin(given) or bool(listed(given))


def heads(line: Line) -> bool:
    """Whether a line only heads those below: a topic without a task, a unit and a colon."""
    return line.clip.words.endswith(":") or is_heading(line)


def is_heading(line: Line, *, alone: bool = False) -> bool:
    """A line above lines with other marks that is no sentence: "3. Thi hành án dân sự". One that stands `alone` above
    plain paragraphs may begin like a task."""
    words = line.clip.words
    short = len(words) <= _LONGEST_HEADING and words[-1] not in ".;:,"
    if UNIT_LABEL.match(words) and short:
        return True
    return is_topic(line.clip) or (
        bool(line.mark) and short and (alone or line.mark == "I" or not is_task(words, marked=True))
    )


def is_topic(clip: Clip) -> bool:
    """A heading without a colon: "1. Về công tác giám sát"."""
    after = past_mark(clip)
    opens = topic.opens(after.words) or bool(HEADING.match(after.words))
    return opens and not topic.split(after) and not clip.words.endswith((".", ";"))


def past_mark(clip: Clip) -> Clip:
    return clip.cut(lead_in(clip.words))
