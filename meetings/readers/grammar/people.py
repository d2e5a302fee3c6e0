"""Splits a list of people in a sentence into rows, and a person into name and post."""

import re
from dataclasses import dataclass, replace

from ..text_span import Clip
from . import names
from .list_marks import pieces
from .names import NAME
from .rule import rule
from .vocabulary import BARE_POST, BODY, COMRADES, PEOPLE, PERSON, POST, heads_group

_NAMED = rule(rf"(?P<name>{NAME})(?:(?: ?[-–—] ?|, ?|: ?)(?P<position>.+)| \((?P<bracketed>[^()]+)\))?$")
_NAME_THEN_POST = rule(rf"(?P<name>{NAME}?) (?P<position>(?i:{POST.pattern}).*)$")
_JOINS = rule(
    r"(?:(?:và|cùng(?: với)?|còn có) (?=(?:các|đồng chí|đ/c|ông|bà|lãnh đạo|đại diện|trưởng|phó|chủ tịch)\b))?",
    re.IGNORECASE,
)
_ASIDE = rule(r" ?\([^()]*\)$")
_ADDRESSED_BEHIND = rule(rf"(?: là| -| –|:|,)? (?:đồng chí|đ/c|ông|bà):? (?P<name>{NAME})$")
_ONE_POST = rule(
    rf"(?i:các |hai |ba |[0-9]+ )?(?i:đồng chí )?(?P<post>(?i:{POST.pattern})[^,;:]*?)(?:: ?| là | gồm "
    rf"| )(?P<names>{NAME}(?:, {NAME})*(?:,| và) {NAME})"
)
_PARTY_POST = rule(
    r"\b(?:bí thư|(?:tỉnh|thành|quận|huyện|thị|đảng) ủy viên|ủy viên (?:ban |btv|bch|thường trực)"
    r"|thường vụ|cấp ủy|chi ủy|ban tổ chức"
    r"|ban tuyên giáo|ban dân vận|ủy ban kiểm tra|ubkt|ban xây dựng đảng|chủ nhiệm)\b",
    re.IGNORECASE,
)
_SECOND_POST = rule(
    r"(?:kiêm|nguyên|đại biểu|tổ trưởng tổ đại biểu|(?:phó )?trưởng ban [^,;]{2,30} hđnd)\b",
    re.IGNORECASE,
)
_GROUP_LABEL = rule(rf"(?i:các|những) [^:;]{{3,80}}: (?={NAME}(?: ?[-–—]|,) (?i:{POST.pattern}))")
"""Before people with posts of their own: "các đồng chí Ủy viên Ban Thường vụ: Ngô Xuân Hợi, Phó Chủ tịch …"."""
_ENDS_IN_PLACE = rule(
    r"(?:huyện|quận|tỉnh|thành|thị|đảng) ủy$|(?:quận|huyện|phường|xã|thị xã|thành phố|thị trấn|tỉnh"
    r"|đặc khu)(?: [^\W\d_]+)*$|(?-i:[A-ZĐ])\w+ (?!Nam$)(?-i:[A-ZĐ])\w+$",
    re.IGNORECASE,
)
_SEVERAL = rule(rf"(?i:các (?:đồng chí|ông|bà|ông, bà))(?: ?: ?| (?={NAME}(?: [-–—]|,)))")
_SEPARATOR = rule(
    r", | và (?=(?:các (?:đồng chí|đại biểu|trưởng|phòng|ban)|đồng chí|ông|bà|đại diện|lãnh đạo|chuyên viên|chủ tịch"
    r"|phó chủ tịch|trưởng|chánh|giám đốc|hiệu trưởng|thủ trưởng)\b)"
    rf"|,? (?:và|cùng(?: với)?) (?={BODY.pattern})|,? cùng(?: với)? (?=các|lãnh đạo|đại diện|đồng chí|ông|bà"
    rf"|trưởng|thủ trưởng|chủ tịch)",
    re.IGNORECASE,
)
_STRONG = rule(
    r"(?:lãnh đạo|đại diện|đồng chí|đ/c|ông|bà|cô|anh|chị|các|hai|ba|(?:phó )?chủ tịch|trưởng|chánh|bí thư|toàn thể"
    r"|công chức|chuyên viên|giám đốc)\b",
    re.IGNORECASE,
)
"""These words open a row even where ";" separates the rows."""
_SENT_BY = rule(r"(?:đại diện|chuyên viên|công chức|cán bộ)\b", re.IGNORECASE)
"""Behind a name alone this is what the person is: "bà Lý Thị Hoa, chuyên viên Văn phòng"."""
_DASH = rule(r"[-–—]")
_PLURAL = rule(
    r"(?:lãnh đạo|đại diện|đồng chí|đ/c|ông|bà|cô|anh|chị|toàn thể|công chức|chuyên viên|trưởng các|các đồng chí)\b",
    re.IGNORECASE,
)
_TOO_BARE = rule(r"(?:lãnh đạo|tổ trưởng|trưởng|chánh|chủ tịch|bí thư|đại diện)", re.IGNORECASE)
_SHARED = rule(r"(?:lãnh đạo|đại diện|thủ trưởng|các|công chức|trưởng (?:các|phòng)|chủ tịch ubnd)\b", re.IGNORECASE)
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
    if POST.match(words) and not names.looks_like_body(words):
        return _post_first(who) or Person(who)
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
    """The rows of a list. They are separated by ";" and by a comma before words that open a row; in a list without
    ";" by each comma before words that can begin a row."""
    several = _SEVERAL.match(clip.words)
    people = clip.cut(several.end()) if several else clip
    if (label := _GROUP_LABEL.match(people.words)) and not _ONE_POST.match(people.words):
        people, several = people.cut(label.end()), label
    parted = pieces(people, "; ")
    if len(parted) > 1 and not several and (address := COMRADES.match(people.words)):
        parted[0] = parted[0].cut(address.end())
    if len(parted) == 1:
        listed = _at_commas(people, all_named=bool(several))
    else:
        listed = [each for part in parted for each in _at_strong(part)]
    return _sharing([row for each in listed if each.words for row in _of_one_post(each, addressed=bool(several))])


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
    before = before[names.past_rank(before) :]
    if _NAMED.match(before) or PERSON.match(before):
        alone = PERSON.match(before) and not re.search(r"[-–—,(]", before)
        return bool(_PLURAL.match(after)) and not (alone and _SENT_BY.match(after))
    shared = before.startswith(("các", "Các")) and not re.match(r"lãnh đạo|đại diện", after, re.IGNORECASE)
    return bool(_STRONG.match(after)) and not (shared and _SHARED.match(before))


def _one_office(before: str, after: str) -> bool:
    """Whether "và" is inside a name: "Văn phòng HĐND và UBND quận" is one office."""
    return before.endswith(
        ("HĐND", "Hội đồng nhân dân", "UBND", "Đoàn ĐBQH", "Đoàn đại biểu Quốc hội")
    ) and after.startswith(("UBND", "Ủy ban nhân dân", "HĐND"))


def _at_commas(clip: Clip, *, all_named: bool) -> list[Clip]:
    words, start, found = clip.words, 0, []
    for mark in _SEPARATOR.finditer(words):
        before, after = words[start : mark.start()], words[mark.end() :]
        together = _is_shared(before, after, comma=mark.group() == ", ")
        if not together and _begins_row(before, after, all_named=all_named) and not _one_office(before, after):
            found.append(clip.cut(start, mark.start()))
            start = mark.end()
    return [*found, clip.cut(start)]


def _begins_row(before: str, after: str, *, all_named: bool) -> bool:
    if BARE_POST.match(before):
        return False
    addressed = PERSON.match(before)
    if all_named or (addressed and not POST.match(before[addressed.end() :])):
        named = all_named and _NAMED.match(after) and not POST.match(after) and not BODY.match(after)
        bare = not re.search(r" [-–—] |[-–—] |, ", before)
        if bare and POST.match(after) and not all_named:
            return False
        return bool(named or PEOPLE.match(after) or _is_next_person(before, after))
    if before[:1].isupper() and _NAMED.match(before) and not POST.match(before) and not BODY.match(before):
        return bool(PEOPLE.match(after) or BODY.match(after) or _is_next_person(before, after))
    return heads_group(after)


def _is_shared(before: str, after: str, *, comma: bool) -> bool:
    """Whether a body belongs to the words before: "đại diện Ủy ban MTTQ, Hội Nông dân huyện" is one group; "lãnh đạo"
    heads one where only the last body has its place."""
    if not BODY.match(after) or POST.match(after):
        return False
    if re.match(
        r"(?:hai|ba|[0-9]+|các|trưởng,? (?:và )?phó) .*\bBan [^,]*$", before, re.IGNORECASE
    ) and after.startswith("Ban "):
        return True
    head = re.match(r"(?:các )?(?:đại diện|lãnh đạo|thủ trưởng|trưởng, phó) ", before, re.IGNORECASE)
    return bool(head) and not _ENDS_IN_PLACE.search(before)


def _is_next_person(before: str, after: str) -> bool:
    """Whether a post behind a named person is another person's: one holds a second post beside one of the party, or
    one in the council."""
    if not POST.match(after) or names.looks_like_body(after):
        return False
    last = re.split(r", | [-–—] |[-–—] ", before)[-1]
    return bool(POST.match(last)) and not _PARTY_POST.search(last) and not _SECOND_POST.match(after)
