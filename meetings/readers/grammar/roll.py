"""Cuts a roll ("ông A, Chủ tịch …; đại diện B, C; các D") into the words of its rows.

Each part between marks is of one kind: a person, a post, a body, a group, or other words. Other words always belong
to what stands before them, so that a post or a name never seen does not become a row; whether the other kinds begin
one follows from the two kinds that meet.
"""

import re
from dataclasses import dataclass, replace

from ..text_span import Clip
from . import names
from .list_marks import outside
from .names import NAME
from .rule import rule
from .vocabulary import BARE_POST, BODY, GROUP, PEOPLE, PERSON, POST

_AND = rule(r",? (?:và|cùng(?: với)?|còn có) (?=\S)", re.IGNORECASE)
_COUNT = r"(?:[0-9]{1,3} (?:vị |đồng chí |đ/c |ông |bà )?)?"
_ADDRESS = rule(rf"{_COUNT}(?:mời )?(?P<address>(?:các )?(?:đồng chí|đ/c|ông|bà|cô|anh|chị):? )?", re.IGNORECASE)
_ADDRESSED = rule(r"(?<!\w)(?:đồng chí|đ/c|ông|bà):? (?=[A-ZĐ])", re.IGNORECASE)
_SEVERAL = rule(r"(?:các|những|mấy|toàn thể|tất cả|hai|ba|[0-9]{1,3}|trưởng,? (?:và )?(?:các )?phó)\b", re.IGNORECASE)
_BEHIND_NAME = rule(rf"{NAME}(?P<rest>$| ?[-–—(:]|[,;])")
_HAS_POST = re.compile(r"[-–—(:]|, ")
_SENT_BY = rule(r"(?:đại diện|chuyên viên|công chức|cán bộ|kế toán|văn thư)\b", re.IGNORECASE)
"""Behind a name alone this is what the person is: "bà Lý Thị Hoa, chuyên viên Văn phòng"."""
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
_ONE_OFFICE = rule(
    r"(?:HĐND|Hội đồng nhân dân|UBND|Đoàn ĐBQH|Đoàn đại biểu Quốc hội)(?: (?:quận|huyện|tỉnh|thành phố|phường|xã))?$"
)
_OTHER_HALF = rule(r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)\b")
_OFFICES_NAMED = rule(
    r"(?:\b(?i:các|những|hai|ba) |^(?i:trưởng|lãnh đạo) (?=[^,;]{3,12}:))(?i:phòng|sở|ban|cơ quan|đơn vị"
    r"|ngành)(?:(?:,| và) [^,:;A-ZĐ]{2,20})*:? (?=[A-ZĐ])[^:]*$"
)
_BARE = rule(rf"(?:{BARE_POST.pattern.removesuffix('$')}(?:, | và (?:các )?|$))+$", re.IGNORECASE)
_ONE_PHRASE = rule(r"(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?$", re.IGNORECASE)
_TOO_BARE = rule(r"(?:các )?(?:lãnh đạo|tổ trưởng|trưởng|đại diện|thủ trưởng)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    words: str
    mark: str
    """ "," or ";" or "và" before it."""
    kind: str
    """person, post, body, group, office (one of several behind "các phòng") or other."""


def cut(clip: Clip, *, all_named: bool = False) -> list[Clip]:
    """The words of each row."""
    return [words for words, _ in kinds(clip, all_named=all_named)]


def kinds(clip: Clip, *, all_named: bool = False) -> list[tuple[Clip, str]]:
    """The words and the kind of each row. `all_named`: the roll is of names ("các đồng chí: A, B"), so that two
    capitals are one."""
    rows: list[_Part] = []
    for part in _parts(clip.words, all_named):
        before = rows[-1] if rows else None
        if before and part.kind == "other" and _is_office(before, clip.words[before.start : before.end], part):
            rows.append(replace(part, kind="office"))
        elif before and _belongs(before, clip.words[before.start : before.end], part):
            rows[-1] = _Part(before.start, part.end, before.words, before.mark, before.kind)
        else:
            rows.append(part)
    return [(clip.cut(row.start, row.end), row.kind) for row in rows]


def _parts(words: str, all_named: bool) -> list[_Part]:
    marks = sorted(
        {*((at, at + 1, words[at]) for mark in ",;" for at in outside(words, mark)), *_ands(words, all_named)}
    )
    found, start, mark = [], 0, ""
    for at, end, kind in [*marks, (len(words), len(words), "")]:
        if at < start:
            continue
        first = start + len(words[start:at]) - len(words[start:at].lstrip())
        if text := words[first:at].rstrip():
            found.append(_Part(first, first + len(text), text, mark, kind_of(text, all_named=all_named)))
        start, mark = end, kind
    return found


def _ands(words: str, all_named: bool) -> list[tuple[int, int, str]]:
    """ "và" where a row can begin behind it: what a post or a body is of is no row."""
    places = [at for mark in (" và ", " cùng ", " còn có ") for at in outside(words, mark)]
    found = []
    for match in _AND.finditer(words):
        inside = match.start() + match.group().index(" ")
        if inside in places and kind_of(words[match.end() :], all_named=all_named) != "other":
            found.append((match.start(), match.end(), "và"))
    return found


def kind_of(words: str, *, all_named: bool = False) -> str:
    address = _ADDRESS.match(words)
    addressed = bool(address and address["address"])
    who = words[_past_address(words) :]
    if names.looks_like_body(who):
        return "person"
    if POST.match(who):
        first = re.split(r",| \(", who, maxsplit=1)[0]
        if names.behind_post(first) is not None or _ADDRESSED.search(first):
            return "group" if _SEVERAL.match(words) and not addressed else "person"
        return "group" if _SEVERAL.match(words) else "post"
    if addressed and who[:1].isupper() and not BODY.match(who):
        return "person"
    if (named := _BEHIND_NAME.match(who)) and not BODY.match(who):
        name = who[: named.start("rest")]
        if names.is_name(name) or all_named:
            return "person"
    if PEOPLE.match(words) or GROUP.match(words) or PEOPLE.match(who):
        return "group"
    return "body" if BODY.match(who) else "other"


def _past_address(words: str) -> int:
    """Where the name or the post begins behind "03 đồng chí", "bà", "Thượng tá"."""
    address = _ADDRESS.match(words)
    start = address.end() if address else 0
    return start + names.past_rank(words[start:])


def _belongs(before: _Part, row: str, part: _Part) -> bool:
    """Whether a part goes on with the row before it."""
    if part.mark == ";":
        return False
    if part.kind == "other":
        return True
    if _BARE.match(row) or _TOO_BARE.fullmatch(row) or _one_office(row, part):
        return True
    if before.kind == "person":
        return _is_persons(row, part)
    if before.kind == "post" and part.kind == "person" and POST.match(part.words):
        return (
            part.mark == "," and bool(_PARTY_POST.search(row)) and not re.search(r"[0-9]|các", row)
        )  # "Phó Bí thư Đảng ủy, Chủ tịch HĐND xã Vũ Nhật Lệ"
    if part.kind == "person" and not PERSON.match(part.words):
        return bool(_SEVERAL.match(row)) and not _HAS_POST.search(part.words) and bool(_names_last(row))
    return part.kind == "body" and bool(
        re.match(r"(?:hai|ba|[0-9]+|các) .*\bBan [^,]*$", row) and part.words[:4] == "Ban "
    )


def names_offices(row: str) -> bool:
    """Whether a group names offices one by one, so that the rows behind it may be bare names: "các phòng: Nội vụ"."""
    return bool(_OFFICES_NAMED.search(row))


def _is_office(before: _Part, row: str, part: _Part) -> bool:
    """Whether it is one more of the offices named behind "các phòng": "các phòng: Nội vụ, Tư pháp"."""
    listed = before.kind == "office" or names_offices(row)
    return listed and part.mark != "và" and part.words[:1].isupper() and not part.words.startswith("Hạ tầng")


def _names_last(row: str) -> bool:
    """Whether a group's row ends with a name, so that the next name is of the same post."""
    last = re.search(rf"(?:: |, | )({NAME})$", row)
    return last is not None and names.is_name(last[1])


def _is_persons(row: str, part: _Part) -> bool:
    """Whether a part behind a named person tells what that person is."""
    if part.kind == "person":
        return False
    bare = bool(re.fullmatch(NAME, row[_past_address(row) :]))
    if bare:
        return part.kind in ("post", "body") or bool(_SENT_BY.match(part.words))
    if part.kind != "post":
        return False
    last = re.split(r", | [-–—] |\(", row)[-1]
    return not POST.search(last) or bool(_PARTY_POST.search(last) or _SECOND_POST.match(part.words))


def _one_office(row: str, part: _Part) -> bool:
    """Whether "và" is inside a name: "Văn phòng HĐND và UBND quận" is one office, "Ủy ban MTTQ và các đoàn thể" is
    said as one."""
    if part.mark != "và":
        return False
    together = _ONE_PHRASE.search(row) and re.match(r"các (?:tổ chức|đoàn thể|hội)", part.words)
    return bool(together) or bool(_ONE_OFFICE.search(row) and _OTHER_HALF.match(part.words))
