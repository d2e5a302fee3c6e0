"""Splits a list of people in a sentence into rows, and a person into name and post."""

import re
from dataclasses import dataclass, replace

from ..text_span import Clip
from . import names, roll
from .list_marks import pieces
from .names import NAME
from .rule import rule
from .vocabulary import BODY, PERSON, POST, heads_group

_NAMED = rule(rf"(?P<name>{NAME})(?:(?: ?[-–—] ?|, ?|: ?)(?P<position>.+)| \((?P<bracketed>[^()]+)\))?$")
_NAME_THEN_POST = rule(rf"(?P<name>{NAME}?) (?P<position>(?i:{POST.pattern}).*)$")
_JOINS = rule(
    r"(?:(?:và|cùng(?: với)?|còn có|mời) (?=(?:các|đồng chí|đ/c|ông|bà|lãnh đạo|đại diện|trưởng|phó|chủ tịch)\b))?",
    re.IGNORECASE,
)
_ASIDE = rule(r" ?\([^()]*\)$")
_ADDRESSED_BEHIND = rule(rf"(?: là| -| –|:|,)? (?:đồng chí|đ/c|ông|bà):? (?P<name>{NAME})$")
_ONE_POST = rule(
    rf"(?i:các |hai |ba |[0-9]+ )?(?i:đồng chí )?(?P<post>(?i:{POST.pattern})[^,;:]*?)(?:: ?| là | gồm "
    rf"| )(?P<names>{NAME}(?:, {NAME})*(?:,| và) {NAME})"
)
_GROUP_LABEL = rule(rf"(?i:các|những) [^:;]{{3,80}}: (?={NAME}(?: ?[-–—]|,) (?i:{POST.pattern}))")
"""Before people with posts of their own: "các đồng chí Ủy viên Ban Thường vụ: Ngô Xuân Hợi, Phó Chủ tịch …"."""
_SEVERAL = rule(rf"(?i:các (?:đồng chí|ông|bà|ông, bà))(?: ?: ?| (?={NAME}(?: [-–—]|,)))")
_ONE_OF_MANY = rule(r"(?:đại biểu|chuyên viên|công chức|cán bộ|phóng viên|kế toán) ", re.IGNORECASE)
"""Before a name these words are a post; alone they are a group."""
_SENT_BY = rule(
    r"(?:(?:về )?phía |đại diện |lãnh đạo )?[^,;:()]{2,60}? (?:có|gồm|là)(?: sự (?:tham gia|tham dự) của)?(?: các)? "
    r"(?=(?:đồng chí|đ/c|ông|bà) [A-ZĐ])",
    re.IGNORECASE,
)
"""A body before the person whom it sent: "đại diện UBND phường có đ/c Khổng Minh Đạt"."""
_DASH = rule(r"[-–—]")


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the list: a person, an office or a group."""

    position: Clip | None
    name: Clip | None = None
    sure: bool = True
    remark: Clip | None = None
    """The remark beside the person: "vắng, đi công tác"."""


def person(clip: Clip, *, addressed: bool = False) -> Person:
    """Name and post of "Trần Quyết Thắng - Chủ tịch HĐND quận" and of "Chủ tịch HĐND quận Trần Quyết Thắng". Without
    a name all words are the position.

    `addressed`: "đồng chí" was before the clip, so that it may be a name alone.
    """
    if (aside := _ASIDE.search(clip.words)) and POST.match(clip.cut(0, aside.start()).words):
        inner = person(clip.cut(0, aside.start()), addressed=addressed)
        return replace(inner, remark=clip.cut(aside.start())) if inner.name else Person(clip)
    joins = _JOINS.match(clip.words)
    clip = clip.cut(joins.end()) if joins else clip
    comrade = PERSON.match(clip.words)
    who = clip.cut(comrade.end()) if comrade else clip
    who = who.cut(names.past_rank(who.words))
    words = who.words
    if (POST.match(words) or _ONE_OF_MANY.match(words)) and not names.looks_like_body(words):
        return _post_first(who) or Person(who, sure=POST.match(words) is not None or heads_group(words))
    if names.looks_like_body(words) or not BODY.match(words):
        match = _NAME_THEN_POST.match(words) or _NAMED.match(words)
        group = "bracketed" if match and match.groupdict().get("bracketed") else "position"
        if match and (addressed or comrade or match[group] or names.is_name(match["name"])):
            position = who.cut(*match.span(group)) if match[group] else None
            return Person(position, who.cut(*match.span("name")))
    return Person(clip, sure=heads_group(clip.words))


def _post_first(who: Clip) -> Person | None:
    """ "Phó Chủ tịch UBND huyện Phùng Gia Bảo", "Chủ tịch HĐND huyện: bà Lê Thị Hoa"."""
    words = who.words
    if addressed := _ADDRESSED_BEHIND.search(words):
        return Person(who.cut(0, addressed.start()), who.cut(addressed.start("name")))
    at = names.behind_post(words)
    if at is None:
        return None
    return Person(who.cut(0, len(words[:at].rstrip(" :,-–"))), who.cut(at))


def rows(clip: Clip) -> list[Person]:
    """The rows of a list of people in a sentence."""
    several = _SEVERAL.match(clip.words)
    people = clip.cut(several.end()) if several else clip
    if (label := _GROUP_LABEL.match(people.words)) and not _ONE_POST.match(people.words):
        people, several = people.cut(label.end()), label
    found: list[Person] = []
    for each, kind in roll.kinds(people, all_named=bool(several)):
        found += [Person(each)] if kind == "office" else _of_one_post(_past_sender(each), addressed=bool(several))
    return _sharing(found)


def _past_sender(clip: Clip) -> Clip:
    sender = _SENT_BY.match(clip.words)
    return clip.cut(sender.end()) if sender else clip


def past_several(clip: Clip) -> Clip:
    """The names behind "các đồng chí"."""
    several = _SEVERAL.match(clip.words)
    return clip.cut(several.end()) if several else clip


def _sharing(found: list[Person]) -> list[Person]:
    """Names without a post have that of the next person: "ông Trịnh Hoài, bà Phan Loan - Phó Chủ tịch HĐND"."""
    for at in range(len(found) - 2, -1, -1):
        row, following = found[at], found[at + 1]
        if row.name and not row.position and not row.remark and following.name and (post := following.position):
            same = row.name.paragraph is post.paragraph and row.name.start < following.name.start < post.start
            if same and _DASH.search(post.paragraph.words[following.name.end : post.start]):
                found[at] = replace(row, position=post)
    return found


def line(clip: Clip) -> list[Person]:
    """The rows of one line of a list: one row, or several between ";"."""
    return [row for piece in pieces(clip, "; ") if piece.words for row in _of_one_post(piece, addressed=True)]


def _of_one_post(clip: Clip, *, addressed: bool) -> list[Person]:
    """The people under one post: "các Phó Chủ tịch HĐND huyện: Ninh Thu Trà, Phùng Gia Bảo"."""
    match = _ONE_POST.fullmatch(clip.words)
    if not match or not all(names.is_name(each) for each in re.split(r", | và ", match["names"])):
        return [person(clip, addressed=addressed)]
    post, found, at = clip.cut(*match.span("post")), [], match.start("names")
    for name in re.split(r", | và ", match["names"]):
        at = clip.words.index(name, at)
        found.append(Person(post, clip.cut(at, at + len(name))))
        at += len(name)
    return found
