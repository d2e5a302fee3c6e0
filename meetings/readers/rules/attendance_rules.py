"""Who presided, who attended, who was absent."""

import re
from dataclasses import dataclass

from meetings.record import AttendeeRecord, CouncilRecord, Presence, Role

from ..grammar import remarks
from ..grammar.list_marks import pieces, sentences
from ..grammar.people import Person, line, person, rows
from ..grammar.vocabulary import CAPITALISED
from ..reading import Part
from ..text_span import Clip
from .council_rules import kind_of
from .directive_rules import Line

_ADDRESS = r"(?:đồng chí|đ/c|ông|bà):? "
_MEETING = r"(?:phiên họp|cuộc họp|hội nghị|buổi họp)"
_CHAIR = re.compile(
    rf"(?:(?:tại|tới|đến)\b[^,.;:]{{0,60}}, )?(?P<many>các )?{_ADDRESS}(?P<who>.+?),? (?:đã"
    rf" )?(?P<both>đồng )?(?:chủ (?:trì|tọa)|điều hành(?= phiên họp))"
    rf"(?: và [^.;:]{{1,40}}?)?(?: {_MEETING}\b(?P<rest>.*)|(?P<rest2>[;,] (?!phối hợp|cùng|tham mưu).*|))$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    rf"\b(?:dưới sự (?:(?:đồng )?chủ (?:trì|tọa)(?:,? (?:và )?điều hành)?|điều hành) của"
    rf"|do(?= (?:các )?(?i:{_ADDRESS}))) (?P<many>các )?(?:{_ADDRESS})?(?P<who>[^;:]{{3,160}}?)"
    r"(?:,? (?:làm |đồng )?(?:chủ (?:trì|tọa)|điều hành)|(?=, (?:thường trực (?:hđnd"
    r"|hội đồng)[^.;,]{0,60}(?:tổ chức|họp|tiến hành|đã)|hđnd|sáng|chiều|ngày|phiên họp|tham dự"
    r"|cùng dự|với sự|các đại biểu|hội nghị)\b)|[.;]|$)",
    re.IGNORECASE,
)
_CHAIR_FIRST = re.compile(
    rf"(?:dự và )?(?:đồng )?(?:chủ trì|chủ tọa)(?: và điều hành)?(?: {_MEETING})?(?: có| là| gồm| gồm có)? ?:? ?"
    rf",? ?(?P<many>các )?{_ADDRESS}(?P<who>.+?)(?P<said>,? (?:yêu cầu|đề nghị|kết luận|phát biểu"
    rf"|chỉ đạo|giao|nhấn mạnh|đánh giá|ghi nhận)\b.*)?$",
    re.IGNORECASE,
)
_POST_FIRST = re.compile(
    r"(?i:đồng chí )?(?P<position>(?i:(?:phó )?chủ tịch (?:thường trực )?(?:hđnd"
    r"|hội đồng nhân dân)(?: (?:quận|huyện|phường|xã|thành phố|thị xã|tỉnh|thị trấn))?))"
    rf"(?: (?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,4}}))? (?:đã )?chủ (?:trì|tọa)\b(?P<rest>.*)$",
)
_POST_ALONE = re.compile(
    r"(?:chủ trì|chủ tọa)(?: phiên họp)? ?: ?"
    r"(?P<position>(?:phó )?chủ tịch (?:hđnd|hội đồng nhân dân)[^,;:.]{0,60})$",
    re.IGNORECASE,
)
_CONCLUDING = re.compile(
    rf"(?:phát biểu |sau khi [^.;:]{{0,120}}?, )?(?:kết luận|kết thúc|chỉ đạo|bế mạc"
    rf"|phát biểu kết luận|phát biểu chỉ đạo)[^.;:]{{0,60}}?,?"
    rf" (?i:{_ADDRESS})(?P<who>{CAPITALISED}(?: {CAPITALISED}){{1,4}}(?: ?[-–,(] ?[^.;:]+?)?)"
    r"(?=,? (?:đã |cũng )?(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|ghi nhận|đánh giá|biểu dương"
    r"|nhấn mạnh|khẳng định|kết luận|thống nhất|nêu|cho rằng|lưu ý|cơ bản|nhất trí|đồng ý)\b)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:thành phần(?: dự họp| tham dự)? ?: ?|có mặt [^,;:.]{0,40}?(?:: ?|có ))|"
    r"(?:[,;.] |và )?(?:thành phần |đại biểu |khách mời )?(?:về |đến |cùng |còn "
    r"|tham ){0,2}(?:mời )?(?:dự|gia|tham dự|tham gia)\b(?! (?:ý kiến|thảo luận|phát biểu|báo cáo"
    r"|thẩm tra))"
    r"(?: [^,;:.]{0,50}?)?(?:,?(?: còn)?(?: gồm có| gồm| có) ?:? ?| ?: |,? là )",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:với|có) sự (?:tham dự|tham gia|có mặt|góp mặt) của (?P<who>.+)$", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?:(?P<excused0>xin )?vắng(?: mặt)?|không dự)(?: họp)?(?: [0-9]+ (?:đồng chí|người|đại biểu))?"
    r"(?P<excused>[ ,(]*(?:có lý do|có lí do|có phép|có báo cáo|xin phép|do bận công tác"
    r"|do đi công tác)\)?)?(?: gồm| có| là)? ?:? ",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"; (?=(?:xin )?vắng\b|không dự\b)|, (?=vắng(?: mặt)? (?:có|ông|bà|đồng chí|[0-9]))", re.IGNORECASE
)
_ONE_AWAY = re.compile(
    rf"(?:riêng )?(?i:{_ADDRESS})(?P<who>[^:;]{{3,160}}? (?:xin )?vắng\b[^:;]{{0,60}})$", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:không|0)\b", re.IGNORECASE)
_TRAILS = re.compile(r"(?: (?:cùng |đã )?(?:tham |đến |về )?dự(?: (?:họp|phiên họp|cuộc họp))?)$", re.IGNORECASE)
_STOPS = " .;:…"
_LONGEST = {"name": 120, "position": 300, "reason": 200}

_AWAY_AT_START = re.compile(r"(?P<excused0>xin )?vắng(?: mặt)?(?P<excused> có lý do| có phép)? ?:? ", re.IGNORECASE)
_PRESIDES_AT_END = re.compile(rf"[ ,:-]+(?:đồng )?chủ (?:trì|tọa)(?: {_MEETING})?$", re.IGNORECASE)
_PRESIDES = re.compile(r"\bchủ (?:trì|tọa)\b|\bdưới sự điều hành\b|\bđiều hành$", re.IGNORECASE)

_Listed = tuple[Role, Presence, Person]


@dataclass(frozen=True, slots=True)
class People:
    attendees: tuple[AttendeeRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def attends(words: str) -> bool:
    """Whether a sentence is about who presided, attended or was absent."""
    rules = (_CHAIR, _CHAIR_FIRST, _POST_FIRST, _PRESENT, _ABSENT, _ONE_AWAY, _POST_ALONE)
    if (first := _CHAIR_FIRST.match(words)) and first["said"]:
        return False
    return any(rule.match(words) for rule in rules) or bool(_UNDER.search(words) and _PRESIDES.search(words))


def _heads_list(words: str) -> bool:
    return words.endswith(":") and bool(
        _PRESENT.match(words + " ")
        or _ABSENT.match(words + " ")
        or re.match(
            r"(?:thành phần|đại biểu|vắng)\b|chủ (?:trì|tọa)(?: phiên họp)?(?: gồm| có)? ?:$", words, re.IGNORECASE
        )
    )


def paragraphs(clips: list[Clip]) -> list[int]:
    """The indexes of the clips about who attended: such sentences, and the lists below them."""
    places: list[int] = []
    in_list = ""
    for at, clip in enumerate(clips):
        parts = sentences(clip)
        line = Line.of(clip)
        if in_list and line.mark and (in_list == "new" or line.mark == in_list):
            in_list = line.mark
            places.append(at)
            continue
        in_list = "new" if _heads_list(parts[-1].words) else ""
        if in_list or any(attends(sentence.words) for sentence in parts):
            places.append(at)
    return places


def chairs(clips: list[Clip], council: CouncilRecord) -> tuple[str, ...]:
    """The names of those who presided."""
    listed = _of(clips, council)
    return tuple(person.name.words for role, _, person in listed if role is Role.CHAIR and person.name)


def read(clips: list[Clip], after: list[Clip], council: CouncilRecord) -> People:
    """The rows of the sentences about attendance, in their order. Where these name the chair alone, the rows of
    `after`, the words after the directives, are added."""
    listed = [row for row in _of(clips, council) if _fits(row[2])]
    if all(role is Role.CHAIR for role, _, _ in listed):
        listed += [row for row in _of(after, council) if row[0] is not Role.CHAIR and _fits(row[2])]
    attendees, parts = [], []
    for index, (role, presence, row) in enumerate(listed):
        name, position, reason = row.name, row.position, _reason(row)
        attendees.append(
            AttendeeRecord(
                role=role,
                name=name.words if name else "",
                position=position.words if position else "",
                presence=presence,
                reason=reason.words if reason else "",
            )
        )
        for field, clip in (("reason", reason), ("name", name), ("position", position)):
            if clip:
                parts.append(clip.part(f"attendees[{index}].{field}", sure=row.sure))
    doubts = [
        f"Chưa chắc {row.position.quoted} là một dòng thành phần tham dự; xin xem lại."
        for _, _, row in listed
        if row.position and not row.sure
    ]
    return People(tuple(attendees), tuple(parts), tuple(doubts))


def _of(clips: list[Clip], council: CouncilRecord) -> list[_Listed]:
    found: list[_Listed] = []
    under: Presence | None = None
    concluding: list[_Listed] = []
    in_list = ""
    for clip in clips:
        listed = Line.of(clip)
        if under and listed.mark and in_list in ("new", listed.mark):
            in_list = listed.mark
            found += _line(listed.clip, council, under)
            continue
        under, in_list = None, ""
        for sentence in sentences(clip):
            found += people_of(sentence, council)
            if not concluding and (match := _CONCLUDING.search(sentence.words)):
                who = person(sentence.cut(*match.span("who")), addressed=True)
                concluding.append((Role.CHAIR, Presence.PRESENT, who))
        last = sentence.words
        if _heads_list(last):
            absent = _ABSENT.search(last + " ")
            under, in_list = (_presence(absent) if absent else Presence.PRESENT), "new"
    if concluding and not any(role is Role.CHAIR for role, _, _ in found):
        found = [*concluding, *found]
    elif concluding and (full := concluding[0][2]).position:
        found = [_with_post(row, full) for row in found]
    return found


def _with_post(row: _Listed, full: Person) -> _Listed:
    """A chair without a post gets the post that the conclusion names."""
    role, presence, chair = row
    if role is Role.CHAIR and not chair.position and chair.name and full.name and chair.name.words == full.name.words:
        return role, presence, Person(full.position, chair.name)
    return row


def people_of(clip: Clip, council: CouncilRecord) -> list[_Listed]:
    """The rows of one sentence; none where it is not about who presided, attended or was absent."""
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS)))
    words = clip.words
    if chair := _CHAIR.match(words):
        rest = clip.cut(chair.start("rest" if chair["rest"] is not None else "rest2"))
        return _chairs(clip, chair) + _others(rest, council)
    if chair := _CHAIR_FIRST.match(words):
        return _chairs(clip, chair)
    if chair := _POST_FIRST.match(words):
        position = clip.cut(*chair.span("position"))
        name = clip.cut(*chair.span("name")) if chair["name"] else None
        return [
            (Role.CHAIR, Presence.PRESENT, Person(position, name)),
            *_others(clip.cut(chair.start("rest")), council),
        ]
    if (chair := _UNDER.search(words)) and _PRESIDES.search(chair.group()):
        return _chairs(clip, chair) + _others(clip.cut(chair.end()), council)
    if alone := _POST_ALONE.match(words):
        return [(Role.CHAIR, Presence.PRESENT, Person(clip.cut(*alone.span("position"))))]
    if away := _ONE_AWAY.match(words):
        return [_row(person(clip.cut(*away.span("who")), addressed=True), council, Presence.ABSENT)]
    return _others(clip, council)


def _chairs(clip: Clip, match: re.Match[str]) -> list[_Listed]:
    who = clip.cut(*match.span("who"))
    return [
        (Role.CHAIR, Presence.PRESENT, person(chair, addressed=True))
        for chair in _co_chairs(who, many=bool(match["many"]) or bool(match.groupdict().get("both")))
    ]


def _co_chairs(who: Clip, *, many: bool) -> list[Clip]:
    """Those who preside together, split at ";" or before the next person with an address or a post."""
    if not many and not re.search(r" (?:và|cùng) (?:đồng chí|ông|bà|đ/c) ", who.words):
        return [who]
    who = who.cut(1) if who.words.startswith(":") else who
    if len(parted := pieces(who, "; ")) > 1:
        return [part for part in parted if part.words]
    found, start = [], 0
    name = rf"{CAPITALISED}(?: {CAPITALISED}){{1,4}}"
    marks = rf"(?:,| và| cùng) (?:(?i:{_ADDRESS})|(?={name}(?: ?[-–]|, (?i:phó |chủ tịch|bí thư))))"
    for mark in re.finditer(marks, who.words):
        found.append(who.cut(start, mark.start()))
        start = mark.end()
    return [part for part in [*found, who.cut(start)] if part.words]


def _fits(row: Person) -> bool:
    """Whether the words are short enough for a name and a post; a longer one is a sentence without stops."""
    name, position = row.name, row.position
    return not (
        (name and len(name.words) > _LONGEST["name"]) or (position and len(position.words) > _LONGEST["position"])
    )


def _others(clip: Clip, council: CouncilRecord) -> list[_Listed]:
    found: list[_Listed] = []
    start = 0
    for mark in [*_AWAY.finditer(clip.words), None]:
        piece = clip.cut(start, mark.start() if mark else None)
        start = mark.end() if mark else 0
        if match := _PRESENT.match(piece.words):
            found += _rows(piece.cut(match.end()), council, Presence.PRESENT)
        elif match := _ABSENT.match(piece.words):
            if not _NOBODY.match(piece.words[match.end() :]):
                found += _rows(piece.cut(match.end()), council, _presence(match))
        elif match := _WITH.search(piece.words):
            found += _rows(piece.cut(match.start("who")), council, Presence.PRESENT)
    return found


def _presence(match: re.Match[str]) -> Presence:
    return Presence.EXCUSED if match["excused"] or match["excused0"] else Presence.ABSENT


def _line(clip: Clip, council: CouncilRecord, presence: Presence) -> list[_Listed]:
    """The rows of a line in a list of people; "…, chủ trì" marks the chair."""
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS + ",")))
    if match := _PRESIDES_AT_END.search(clip.words):
        return [(Role.CHAIR, Presence.PRESENT, person(clip.cut(0, match.start()), addressed=True))]
    if away := _AWAY_AT_START.match(clip.words):
        presence, clip = _presence(away), clip.cut(away.end())
    return [_row(row, council, presence) for row in line(clip)]


def _rows(clip: Clip, council: CouncilRecord, presence: Presence) -> list[_Listed]:
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS + ",")))
    if (trail := _TRAILS.search(clip.words)) and trail.start() > 3:
        clip = clip.cut(0, trail.start())
    if clip.words.casefold() in ("các đồng chí", "các đại biểu", "các ông, bà", "các ông", "các thành phần"):
        return []
    return [_row(row, council, presence) for row in rows(clip)]


def _row(row: Person, council: CouncilRecord, presence: Presence) -> _Listed:
    last = row.position or row.name
    if last and (remark := remarks.find(last.words)):
        kept, rest = last.cut(0, remark.start), last.cut(remark.start)
        post, name = (kept, row.name) if row.position else (None, kept)
        row = Person(post, name, row.sure, rest)
        presence = presence if remark.presence is Presence.UNKNOWN else remark.presence
    return role_of(row, council), presence, row


def _reason(row: Person) -> Clip | None:
    """Why the person did not come, or another remark; it goes into the one internal field."""
    if not row.remark:
        return None
    remark = remarks.read(row.remark.words)
    start, end = remark.reason if remark else (0, len(row.remark.words))
    return row.remark.cut(start, end) if 0 < end - start <= _LONGEST["reason"] else None


def role_of(row: Person, council: CouncilRecord) -> Role:
    """A member if the post is in this council's standing committee; by law the deputy chairs are in it."""
    place = rf"(?: {kind_of(council)}| {re.escape(council.locality)})?"
    body = rf"(?:hđnd|hội đồng nhân dân){place}"
    member = re.compile(
        rf"(?:các )?(?:đồng chí )?(?:(?:thành viên|ủy viên|uỷ viên|trong) )*thường trực {body}"
        rf"|(?:các )?(?:đồng chí )?phó chủ tịch (?:thường trực )?{body}",
        re.IGNORECASE,
    )
    return Role.MEMBER if row.position and member.fullmatch(row.position.words) else Role.INVITEE
