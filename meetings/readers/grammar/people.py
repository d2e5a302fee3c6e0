"""Splits a list of people in a sentence into rows, and a person into name and post."""

import re
from dataclasses import dataclass

from ..text_span import Clip
from .list_marks import pieces
from .vocabulary import BARE_POST, BODY, CAPITALISED, PEOPLE, PERSON, POST, heads_group

_NAME = rf"{CAPITALISED}(?: {CAPITALISED}){{1,5}}"
_NAMED = re.compile(rf"(?P<name>{_NAME})(?:(?: [-–—]|,|:) ?(?P<position>.+)| \((?P<bracketed>[^()]+)\))?$")
_NAME_THEN_POST = re.compile(rf"(?P<name>{_NAME}?) (?P<position>(?i:{POST.pattern}).*)$")
_SEVERAL = re.compile(rf"(?i:các (?:đồng chí|ông|bà|ông, bà))(?: ?: ?| (?={_NAME}(?: [-–—]|,)))")
_SEPARATOR = re.compile(
    r", | và (?=(?:các đồng chí|đồng chí|ông|bà|đại diện|lãnh đạo|các đại biểu|chuyên viên|chủ tịch"
    r"|phó chủ tịch|trưởng|chánh)\b)"
    rf"| và (?={BODY.pattern})",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"(?:lãnh đạo|đại diện|đồng chí|đ/c|ông|bà|(?:phó )?chủ tịch|trưởng|chánh|bí thư|toàn thể"
    r"|công chức|chuyên viên|giám đốc)\b",
    re.IGNORECASE,
)
"""These words open a row even where ";" separates the rows."""
_PLURAL = re.compile(
    r"(?:lãnh đạo|đại diện|đồng chí|đ/c|ông|bà|toàn thể|công chức|chuyên viên|trưởng các|các đồng chí)\b",
    re.IGNORECASE,
)
_TOO_BARE = re.compile(r"(?:lãnh đạo|tổ trưởng|trưởng|chánh|chủ tịch|bí thư|đại diện)", re.IGNORECASE)
_SHARED = re.compile(
    r"(?:lãnh đạo|đại diện|thủ trưởng|các|công chức|trưởng (?:các|phòng)|chủ tịch ubnd)\b", re.IGNORECASE
)
"""These words count for everything between the next commas: "lãnh đạo HĐND, UBND quận"."""


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the list: a person, an office or a group."""

    position: Clip | None
    name: Clip | None = None
    sure: bool = True
    remark: Clip | None = None
    """The remark beside the person: "vắng, đi công tác"."""


def person(clip: Clip, *, addressed: bool = False) -> Person:
    """Name and post of "Trần Quyết Thắng - Chủ tịch HĐND quận". Without a name all words are the position.

    `addressed`: "đồng chí" was before the clip, so that it may be a name alone.
    """
    comrade = PERSON.match(clip.words)
    who = clip.cut(comrade.end()) if comrade else clip
    if not POST.match(who.words) and not BODY.match(who.words):
        match = _NAME_THEN_POST.match(who.words) or _NAMED.match(who.words)
        group = "bracketed" if match and match.groupdict().get("bracketed") else "position"
        if match and (addressed or comrade or match[group]):
            position = who.cut(*match.span(group)) if match[group] else None
            return Person(position, who.cut(*match.span("name")))
    return Person(clip, sure=heads_group(clip.words))


def rows(clip: Clip) -> list[Person]:
    """The rows of a list. They are separated by ";" and by a comma before words that open a row; in a list without
    ";" by each comma before words that can begin a row."""
    several = _SEVERAL.match(clip.words)
    names = clip.cut(several.end()) if several else clip
    parted = pieces(names, "; ")
    if len(parted) == 1:
        return [
            person(comma, addressed=bool(several))
            for comma in _at_commas(names, all_named=bool(several))
            if comma.words
        ]
    return [person(each, addressed=bool(several)) for part in parted for each in _at_strong(part) if each.words]


def line(clip: Clip) -> list[Person]:
    """The rows of one line of a list: one row, or several between ";"."""
    return [person(piece, addressed=True) for piece in pieces(clip, "; ") if piece.words]


def _at_strong(clip: Clip) -> list[Clip]:
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        before, after = words[start : mark.start()], words[mark.end() :]
        body = BODY.match(after) and mark.group() == ", " and not _SHARED.match(before) and not PERSON.match(before)
        opens = _opens_row(before, after) or bool(body)
        if (
            opens
            and not _TOO_BARE.fullmatch(before)
            and not BARE_POST.match(before)
            and not _one_office(before, after)
        ):
            found.append(clip.cut(start, mark.start()))
            start = mark.end()
    return [*found, clip.cut(start)]


def _opens_row(before: str, after: str) -> bool:
    if _NAMED.match(before) or PERSON.match(before):
        return bool(_PLURAL.match(after))
    shared = before.startswith(("các", "Các")) and not re.match(r"lãnh đạo|đại diện", after, re.IGNORECASE)
    return bool(_STRONG.match(after)) and not (shared and _SHARED.match(before))


def _one_office(before: str, after: str) -> bool:
    """Whether "và" is inside a name: "Văn phòng HĐND và UBND quận" is one office."""
    return before.endswith(("HĐND", "Hội đồng nhân dân", "UBND")) and after.startswith(
        ("UBND", "Ủy ban nhân dân", "HĐND")
    )


def _at_commas(clip: Clip, *, all_named: bool) -> list[Clip]:
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        before, after = words[start : mark.start()], words[mark.end() :]
        if _begins_row(before, after, all_named=all_named) and not _one_office(before, after):
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
