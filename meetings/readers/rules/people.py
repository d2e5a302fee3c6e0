"""A list of people in a sentence, split into its rows; a person split into name and post."""

import re
from dataclasses import dataclass

from ..clip import Clip
from .marks import pieces
from .vocabulary import BARE_POST, BODY, CAPITALISED, PEOPLE, PERSON, POST, heads_group

_NAME = rf"{CAPITALISED}(?: {CAPITALISED}){{1,5}}"
_NAMED = re.compile(rf"(?P<name>{_NAME})(?:(?: [-–—]|,|:) ?(?P<position>.+))?$")
_NAME_THEN_POST = re.compile(rf"(?P<name>{_NAME}?) (?P<position>(?i:{POST.pattern}).*)$")
_SEVERAL = re.compile(rf"(?i:các (?:đồng chí|ông|bà|ông, bà))(?: ?: ?| (?={_NAME}(?: [-–—]|,)))")
_SEPARATOR = re.compile(r", | và (?=(?:các đồng chí|đồng chí|đại diện|lãnh đạo|các đại biểu)\b)")


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the list: a person, an office or a group."""

    position: Clip | None
    name: Clip | None = None
    sure: bool = True


def person(clip: Clip, *, addressed: bool = False) -> Person:
    """The name and the post: "Trần Quyết Thắng - Chủ tịch HĐND quận". Where no one is named, all is the position.

    `addressed`: "đồng chí" stood before the clip, so that a name alone is one.
    """
    comrade = PERSON.match(clip.words)
    who = clip.cut(comrade.end()) if comrade else clip
    if not POST.match(who.words) and not BODY.match(who.words):
        match = _NAME_THEN_POST.match(who.words) or _NAMED.match(who.words)
        if match and (addressed or comrade or match["position"]):
            position = who.cut(*match.span("position")) if match["position"] else None
            return Person(position, who.cut(*match.span("name")))
    return Person(clip, sure=heads_group(clip.words))


def rows(clip: Clip) -> list[Person]:
    """The rows of a list. ";" parts rows where it is used; else a comma does, if what follows can head a row."""
    several = _SEVERAL.match(clip.words)
    names = clip.cut(several.end()) if several else clip
    parted = pieces(names, "; ")
    if len(parted) == 1:
        parted = _at_commas(names, all_named=bool(several))
    return [person(each) for each in parted if each.words]


def _at_commas(clip: Clip, *, all_named: bool) -> list[Clip]:
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        if _begins_row(words[start : mark.start()], words[mark.end() :], all_named=all_named):
            found.append(clip.cut(start, mark.start()))
            start = mark.end()
    return [*found, clip.cut(start)]


def _begins_row(before: str, after: str, *, all_named: bool) -> bool:
    if BARE_POST.match(before):
        return False
    addressed = PERSON.match(before)
    if all_named or (addressed and not POST.match(before[addressed.end() :])):
        named = all_named and _NAMED.match(after) and not POST.match(after) and not BODY.match(after)
        return bool(named or PEOPLE.match(after))
    return heads_group(after)
