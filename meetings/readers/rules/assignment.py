"""Who is given a task: "đề nghị … chủ trì phối hợp với …", the lead, the coordinators, and the task that is left."""

import re
from dataclasses import dataclass

from meetings.prose import BLANK
from meetings.vietnamese import join_words

from ..clip import Clip
from . import units
from .vocabulary import BODY, TASK, heads_unit

_GIVES = re.compile(r"(?:đề nghị|giao(?! (?-i:ban|lưu)\b)(?: cho)?|yêu cầu|phân công)\b", re.IGNORECASE)
_LONGEST_UNIT = 200
_LONGEST_GIVEN = 500
_LEADS = re.compile(r" chủ trì\b")
_WITH = re.compile(r",? (?:và )?phối hợp (?:chặt chẽ )?(?:cùng với|với|cùng) ")


@dataclass(frozen=True, slots=True)
class Assigned:
    """A directive's words after its topic. `assignment` holds "…" where the names stand."""

    task: Clip
    assignment: str = ""
    given: Clip | None = None
    """The words the assignment came from, names and all."""
    lead: Clip | None = None
    coordinators: tuple[Clip, ...] = ()
    doubt: str = ""


def gives(words: str) -> bool:
    return bool(_GIVES.match(words))


def read(clip: Clip) -> Assigned:
    """Lead and coordinators where the words tell them; else all stays in the task, with a doubt where one is due."""
    words = clip.words
    verb = _GIVES.match(words)
    start = verb.end() if verb else 0
    task, leads, along = TASK.search(words, start), _LEADS.search(words, start), _WITH.search(words, start)
    task_at = task.start() if task else len(words)
    if leads and leads.start() < task_at:
        return _with_lead(clip, start, leads.start(), leads.end())
    if verb and along and along.start() < task_at:
        return _with_lead(clip, start, along.start(), along.start())
    if task and (words[start:task_at].strip() if verb else BODY.match(words)):
        return _with_lead(clip, start, task_at, task_at)
    return Assigned(clip, doubt=_doubt(clip) if verb and heads_unit(words[start:].lstrip()) else "")


def _with_lead(clip: Clip, start: int, lead_end: int, after: int) -> Assigned:
    """`start` to `lead_end` names the lead; what follows `after` is the coordinators, if any, and the task."""
    lead = clip.cut(start, lead_end)
    coordinators: tuple[Clip, ...] = ()
    end = _past_comma(clip.words, after)
    if along := _WITH.match(clip.words, after):
        task = TASK.search(clip.words, along.end())
        named = clip.cut(along.end(), task.start() if task else len(clip.words))
        named = named.cut(0, len(named.words.removesuffix(",")))
        coordinators = tuple(units.named(named))
        end = _past_comma(clip.words, named.end - clip.start)
        if not task or not heads_unit(named.words):
            return Assigned(clip, doubt=_doubt(clip))
    rest = clip.cut(end)
    if BLANK in clip.words[:end] or not units.is_one(lead) or not rest.words or end > _LONGEST_GIVEN:
        return Assigned(clip, doubt=_doubt(clip))
    if max(len(each.words) for each in (lead, *coordinators)) > _LONGEST_UNIT:
        return Assigned(clip, doubt=_doubt(clip))
    given = clip.cut(0, end)
    return Assigned(rest, _blanked(given, lead, coordinators), given, lead, coordinators)


def _past_comma(words: str, position: int) -> int:
    return position + 1 if words[position : position + 1] == "," else position


def _blanked(given: Clip, lead: Clip, coordinators: tuple[Clip, ...]) -> str:
    """The words of `given` with "…" for the names; coordinators joined in another way stay as typed."""
    words, base = given.words, given.start
    named = [each.words for each in coordinators]
    if named and given.paragraph.words[coordinators[0].start : coordinators[-1].end] == join_words(named):
        words = words[: coordinators[0].start - base] + BLANK + words[coordinators[-1].end - base :]
    return words[: lead.start - base] + BLANK + words[lead.end - base :]


def _doubt(clip: Clip) -> str:
    return f"Chưa tách được đơn vị và việc phải làm ở {clip.quoted}; đã giữ nguyên câu trong nội dung phải làm."
