"""Whether words are a task: a verb that does something, with whatever stands before it."""

import re

from . import tagging
from .rule import rule
from .verbs import LEADS_TO_TASK, PRAISES, listed
from .vocabulary import heads_unit

_TIME = rule(r"(?:trong|trước|từ|đến|chậm nhất|muộn nhất|hằng|hàng|định kỳ|mỗi)\b[^,;:.]{0,60}, ?", re.IGNORECASE)
_NO_VERBS = ("lại", "là", "được")
"""Words that the tagger takes for verbs and that only go along with one."""
_MOST_BEFORE = 4
"""So many modal and manner words may stand before the verb: "cần khẩn trương, nghiêm túc rà soát"."""


def begin(words: str) -> bool:
    """Whether the words begin a task. Praise, speech and opinion are none: "đánh giá cao …"."""
    words = words.lstrip(" ,")
    if not words or PRAISES.match(words):
        return False
    if listed(words) or LEADS_TO_TASK.match(words):
        return True
    return _is_verb(words)


def begin_surely(words: str) -> bool:
    """Whether a verb that is known as one stands at the beginning, behind modal words and a deadline at most."""
    words = _TIME.sub("", words.strip(" ,"), count=1)
    if heads_unit(words):
        return False
    for _ in range(_MOST_BEFORE):
        if PRAISES.match(words):
            return False
        if listed(words) or _is_verb(words):
            return True
        if not (before := LEADS_TO_TASK.match(words)):
            return False
        words = words[before.end() :].lstrip(" ,")
    return False


def is_praise(words: str) -> bool:
    return bool(PRAISES.match(words.lstrip(" ,")))


def _is_verb(words: str) -> bool:
    first = tagging.tokens((words[:1].lower() + words[1:])[:160])[:1]
    return bool(first and first[0].is_verb and first[0].words not in _NO_VERBS)
