"""Splits a pasted line of several people: "các đồng chí A, B và C", "A (ốm), B (đi học)"."""

import re
from dataclasses import dataclass

from ...readers.grammar.list_marks import outside
from ...readers.grammar.names import NAME
from ...readers.grammar.vocabulary import BODY, CAPITALISED, POST

_LEAD = re.compile(
    r"(?:(?i:và|cùng) )?"
    rf"(?:(?i:(?:các|những|hai|ba|bốn|\d{{1,3}}) (?:đồng chí|đ/c|đc|ông, bà|ông|bà|vị)):? )?(?={NAME})"
)
"""Words before a name that are no part of it."""
_ADDRESSED = re.compile(r"(?:(?:và|cùng) )?(?:đồng chí|đ/c|ông|bà):? ", re.IGNORECASE)
_BARE_NAME = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{1,4}}")
_BEGINS = re.compile(rf"{NAME}(?P<own> \(| ?[-–—] )")
_SHARED = re.compile(r" [-–—] (?P<post>[^()]+)$")


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one person in a line."""

    words: str
    shared_post: str = ""
    """The post behind the last of several names, which counts for them all."""


def past_lead(words: str) -> int:
    """Where the name begins behind "các đồng chí", "và", "02 đ/c"; 0 where no name follows."""
    lead = _LEAD.match(words)
    return lead.end() if lead and not _is_office(words[lead.end() :]) else 0


def persons(words: str) -> list[Part]:
    """The parts that begin with a person each; [] where the line is no list of named people."""
    words = words.rstrip(" .")
    first = past_lead(words)
    starts = [0, *(place for place in _joints(words) if place > first and _is_next(words, place))]
    parts = [words[start:end].strip(" ,") for start, end in zip(starts, [*starts[1:], None], strict=True)]
    if len(parts) < 2 or not all(past_lead(part) or _names(part) for part in parts):
        return []
    return _sharing(parts, together=bool(past_lead(words)))


def _joints(words: str) -> list[int]:
    return sorted([*(place + 1 for place in outside(words, ", ")), *outside(words, " và ")])


def _is_next(words: str, place: int) -> bool:
    """Whether another person begins behind a comma or an "và"."""
    after = words[place:].lstrip()
    if _ADDRESSED.match(after):
        return True
    name = after[past_lead(after) :]
    if _is_office(name) or not _BARE_NAME.match(name):
        return False
    alone = name.split(", ")[0].split(" và ")[0]
    if _BARE_NAME.fullmatch(alone):
        return _all_bare(words) or words[:place].rstrip(" ,").endswith(")") or len(alone.split()) > 2
    return bool(_BEGINS.match(name))


def _all_bare(words: str) -> bool:
    """Whether there is nothing but names, and one post behind the last."""
    names = _SHARED.sub("", words[past_lead(words) :])
    return all(_BARE_NAME.fullmatch(name) and not _is_office(name) for name in re.split(r", | và ", names))


def _names(part: str) -> bool:
    addressed = _ADDRESSED.match(part)
    name = part[addressed.end() :] if addressed else part
    return bool(_BARE_NAME.match(name)) and not _is_office(name)


def _sharing(parts: list[str], *, together: bool) -> list[Part]:
    shared = _SHARED.search(parts[-1])
    bare = all(_BARE_NAME.fullmatch(part[past_lead(part) :]) for part in parts[:-1])
    post = shared["post"] if shared and together and bare else ""
    return [*(Part(part, post) for part in parts[:-1]), Part(parts[-1])]


def _is_office(words: str) -> bool:
    return bool(POST.match(words) or BODY.match(words))
