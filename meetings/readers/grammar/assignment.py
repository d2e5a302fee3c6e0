"""Splits a directive ("đề nghị … chủ trì phối hợp với …") into the lead unit, the coordinators and the task."""

import re
from dataclasses import dataclass

from meetings.prose import BLANK
from meetings.vietnamese import join_words

from ..text_span import Clip
from . import unit_phrases
from .vocabulary import TASK, TASK_AT_START, heads_unit

_SUBJECT = (
    r"(?:(?:(?:trên cơ sở|sau khi)[^.;:]{0,120}, )?(?:phát biểu )?(?:kết luận|chỉ đạo|bế mạc)[^,.;:]{0,60},? )?"
    r"(?:(?:đồng thời|bên cạnh đó|ngoài ra|trước mắt|cùng với đó|theo đó|cùng ngày|từ nay),? (?:cũng )?)?"
    r"(?:(?:đồng chí|đ/c|ông|bà|thường trực (?:hđnd|hội đồng nhân dân)|chủ tịch|chủ tọa)\b[^,.;:]{0,60}? )?"
    r"(?:cũng |còn |đã |đồng thời |tiếp tục |và )*"
)
_GIVES = re.compile(
    rf"{_SUBJECT}(?:đề nghị|giao(?! (?-i:ban|lưu|thông|dịch)\b)(?: nhiệm vụ| trách nhiệm)?(?: cho)?"
    rf"|yêu cầu|phân công|lưu ý|nhắc)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r" (?:chịu trách nhiệm )?(?:làm )?(?:chủ trì|đầu mối)\b,?")
_WITH = re.compile(
    r",? (?:và )?(?:chủ động )?phối hợp (?:chặt chẽ )?(?:(?:cùng với|với|cùng) |(?=[A-ZĐỦ][\w]*[ .]"
    r"|các ))| cùng (?:với )?(?=[A-ZĐ]|các )"
)
_ALONG = re.compile(r"(?:chủ động )?phối hợp (?:chặt chẽ )?(?:(?:cùng với|với|cùng) |(?=[A-ZĐỦ]))", re.IGNORECASE)
_NO_LEAD = re.compile(r"\b(?:đã|được|là|sẽ|cho biết|cho rằng|kiến nghị|đề nghị|phát biểu)\b|[;:]")
_DECIDES = re.compile(r"(?:cơ bản |đã )?(?:thống nhất (?:với|cao|chủ trương|về)|nhất trí|đồng ý)\b")
_LONGEST_UNIT = 200
_LONGEST_GIVEN = 500


@dataclass(frozen=True, slots=True)
class Assigned:
    """The words of a directive after its topic. `assignment` has "…" for the names of units."""

    task: Clip
    assignment: str = ""
    given: Clip | None = None
    """The words of the assignment with the names."""
    lead: Clip | None = None
    coordinators: tuple[Clip, ...] = ()
    doubt: str = ""


def gives(words: str) -> bool:
    return bool(_GIVES.match(words))


def names_doer(words: str) -> bool:
    """Whether the words begin with a unit and its task: "Ban Pháp chế tiếp tục …"."""
    if not heads_unit(words):
        return False
    if not (end := _end_of_lead(words, 0)):
        return False
    lead_end, rest = end[0], words[end[0] :]
    is_unit = 0 < lead_end <= _LONGEST_UNIT and not _NO_LEAD.search(words[: lead_end + 12])
    return is_unit and _acts(rest) and not _DECIDES.match(rest.lstrip())


def read(clip: Clip) -> Assigned:
    """Reads lead and coordinators; words that cannot be split stay in the task, with a doubt."""
    words = clip.words
    if along := _ALONG.match(words):
        return _along(clip, along.end())
    verb = _GIVES.match(words)
    start = verb.end() if verb else 0
    first = _end_of_lead(words, start)
    if first and words[start : first[0]].strip() and (verb or heads_unit(words)):
        return _with_lead(clip, start, *first)
    if verb and TASK.match(words, start + 1):
        return Assigned(clip.cut(start), words[: clip.cut(start).start - clip.start].strip(), clip.cut(0, start))
    if (
        verb
        and heads_unit(words[start:].lstrip())
        and words.endswith(":")
        and unit_phrases.are(clip.cut(start, len(words) - 1))
    ):
        lead = clip.cut(start, len(words) - 1)
        return Assigned(clip.cut(len(words)), f"{words[:start]} {BLANK}".strip(), clip.cut(0, len(words) - 1), lead)
    return Assigned(clip, doubt=_doubt(clip) if verb and heads_unit(words[start:].lstrip()) else "")


def _end_of_lead(words: str, start: int) -> tuple[int, int] | None:
    """Where the words that name the lead end, and where the next words begin: at a task's verb, at "chủ trì", at
    "phối hợp với", or at the first word that no unit name has."""
    ends = [match for rule in (TASK, _LEADS, _WITH) if (match := rule.search(words, start))]
    first = min(ends, key=lambda end: end.start(), default=None)
    named = start + 1 + unit_phrases.extent(words[start + 1 :]) if start else unit_phrases.extent(words)
    if first and unit_phrases.is_bare(words[start:named]) and not TASK_AT_START.match(words[named:].lstrip()):
        named = 0
    inside_name = first and first.re is TASK and first.start() < named
    if (
        start + 1 < named < len(words)
        and words[named] == " "
        and (not first or inside_name or named + 1 < first.start())
    ):
        behind = _LEADS.match(words, named) or _WITH.match(words, named)
        return named, behind.end() if behind and behind.re is _LEADS else named
    if not first or named >= len(words):
        return None
    return first.start(), first.end() if first.re is _LEADS else first.start()


def _with_lead(clip: Clip, start: int, lead_end: int, after: int) -> Assigned:
    """`start` to `lead_end` names the lead; the coordinators, if any, and the task follow `after`."""
    lead = clip.cut(start, lead_end)
    coordinators: tuple[Clip, ...] = ()
    end = _past_comma(clip.words, after)
    if along := _WITH.match(clip.words, after):
        task = TASK.search(clip.words, along.end())
        named_end = along.end() + unit_phrases.extent(clip.words[along.end() :])
        bare = unit_phrases.is_bare(clip.words[along.end() : named_end])
        cut_off = task and unit_phrases.goes_on(clip.words[named_end : task.start()])
        if task and (named_end == along.end() or cut_off or (bare and task.start() > named_end + 1)):
            named_end = task.start()
        named = clip.cut(along.end(), named_end)
        named = named.cut(0, len(named.words.removesuffix(",")))
        coordinators = tuple(unit_phrases.named(named))
        end = _past_comma(clip.words, named.end - clip.start)
        if named_end >= len(clip.words) or not heads_unit(named.words):
            return Assigned(clip, doubt=_doubt(clip))
    rest = clip.cut(end)
    if (
        BLANK in clip.words[:end]
        or not unit_phrases.are(lead)
        or not rest.words
        or end > _LONGEST_GIVEN
        or _NO_LEAD.search(lead.words)
    ):
        return Assigned(clip, doubt=_doubt(clip) if heads_unit(lead.words) and gives(clip.words) else "")
    if max(len(coordinator.words) for coordinator in (lead, *coordinators)) > _LONGEST_UNIT:
        return Assigned(clip, doubt=_doubt(clip))
    given = clip.cut(0, end)
    doubt = f"Nhiều đơn vị cùng được giao việc ở {clip.quoted}; xin xem lại đơn vị chủ trì."
    doubt = doubt if len(unit_phrases.named(lead)) > 1 else ""
    return Assigned(rest, _blanked(given, lead, coordinators), given, lead, coordinators, doubt)


def _along(clip: Clip, start: int) -> Assigned:
    """ "Phối hợp với Phòng Tư pháp rà soát …": coordinators without a lead."""
    words = clip.words
    end = start + unit_phrases.extent(words[start:])
    if end == start and (task := TASK.search(words, start)):
        end = task.start()
    named = clip.cut(start, end)
    named = named.cut(0, len(named.words.removesuffix(",")))
    if not heads_unit(named.words) or len(named.words) > _LONGEST_UNIT or end >= len(words):
        return Assigned(clip)
    given = clip.cut(0, _past_comma(words, named.end - clip.start))
    return Assigned(
        clip.cut(end + (words[end : end + 1] == ",")), given.words, given, None, tuple(unit_phrases.named(named))
    )


def _past_comma(words: str, position: int) -> int:
    return position + 1 if words[position : position + 1] == "," else position


def _blanked(given: Clip, lead: Clip, coordinators: tuple[Clip, ...]) -> str:
    """The words of `given` with "…" for the names; coordinators with another conjunction stay as typed."""
    words, base = given.words, given.start
    named = [coordinator.words for coordinator in coordinators]
    if named and given.paragraph.words[coordinators[0].start : coordinators[-1].end] == join_words(named):
        words = words[: coordinators[0].start - base] + BLANK + words[coordinators[-1].end - base :]
    return words[: lead.start - base] + BLANK + words[lead.end - base :]


def _doubt(clip: Clip) -> str:
    return f"Chưa tách được đơn vị và việc phải làm ở {clip.quoted}; đã giữ nguyên câu trong nội dung phải làm."


def verb_end(words: str) -> int:
    """Where the assigning verb ("giao", "đề nghị") ends; 0 where there is none."""
    match = _GIVES.match(words)
    return match.end() if match else 0


def _acts(words: str) -> bool:
    """Whether a task follows the unit's name, not what it did, said or is."""
    return bool(TASK.match(words.lstrip()) or re.match(r"\W*(?:chủ trì|phối hợp|cùng)\b", words))
