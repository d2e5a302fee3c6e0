"""Who presided, who attended, who was absent."""

import re
from dataclasses import dataclass

from meetings.record import AttendeeRecord, CouncilRecord, Presence, Role

from ..clip import Clip, Paragraph
from ..reading import Part
from .marks import pieces, sentences
from .opening import opens
from .people import Person, person, rows

_CHAIR = re.compile(
    r"(?P<many>các )?(?:đồng chí|đ/c|ông|bà):? (?P<who>.+?),? (?:đã )?(?:đồng )?chủ (?:trì|tọa)"
    r" (?:và [^.;:]{1,40}? )?(?:phiên họp|cuộc họp|hội nghị)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_CHAIR_FIRST = re.compile(
    r"(?:chủ trì|chủ tọa)(?: phiên họp| cuộc họp)?(?: có| là| gồm)? ?:? "
    r"(?P<many>các )?(?:đồng chí|đ/c|ông|bà):? (?P<who>.+)$",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:[,;] |và )?(?:thành phần )?(?:cùng |tham ){0,2}dự(?: (?:phiên họp|cuộc họp|họp))?"
    r"(?:,?(?: còn)?(?: gồm có| gồm| có) ?:?| ?:) ",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"vắng(?: mặt)?(?P<excused> có lý do| có lí do| có phép)?(?: gồm| có)? ?:? ", re.IGNORECASE)
_NOBODY = re.compile(r"(?:không|0)\b", re.IGNORECASE)
_STOPS = " .;:…"
_LONGEST = {"name": 120, "position": 300}


@dataclass(frozen=True, slots=True)
class People:
    attendees: tuple[AttendeeRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def attends(words: str) -> bool:
    """Whether a sentence is about who presided, attended or was absent."""
    rules = (_CHAIR, _CHAIR_FIRST, _PRESENT, _ABSENT)
    return not words.endswith(":") and any(rule.match(words) for rule in rules)


def says_attendance(paragraph: Paragraph) -> bool:
    return any(attends(sentence.words) for sentence in sentences(paragraph.clip))


def read(paragraphs: list[Paragraph], council: CouncilRecord) -> People:
    """The rows that the sentences about attendance list, in their order."""
    listed: list[tuple[Role, Presence, Person]] = []
    unread: list[str] = []
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.clip):
            found = people_of(sentence, council)
            listed += (kept := [row for row in found if _fits(row[2])])
            if len(kept) < len(found) or not (found or opens(sentence.words) or attends(sentence.words)):
                unread.append(f"Chưa đọc được câu {sentence.quoted} trong phần thành phần tham dự; đã giữ nguyên.")
    attendees, parts = [], []
    for index, (role, presence, each) in enumerate(listed):
        name, position = each.name, each.position
        attendees.append(
            AttendeeRecord(
                role=role,
                name=name.words if name else "",
                position=position.words if position else "",
                presence=presence,
            )
        )
        if name:
            parts.append(name.part(f"attendees[{index}].name", sure=each.sure))
        if position:
            parts.append(position.part(f"attendees[{index}].position", sure=each.sure))
    return People(tuple(attendees), tuple(parts), tuple(unread + _doubts(listed)))


def people_of(clip: Clip, council: CouncilRecord) -> list[tuple[Role, Presence, Person]]:
    """The rows that one sentence lists; none where it is not about who presided, attended or was absent."""
    clip = clip.cut(0, len(clip.words.rstrip(_STOPS)))
    if chair := _CHAIR.match(clip.words) or _CHAIR_FIRST.match(clip.words):
        who = clip.cut(*chair.span("who"))
        found = [
            (Role.CHAIR, Presence.PRESENT, person(each, addressed=True))
            for each in _each(who, many=bool(chair["many"]))
        ]
        rest = clip.cut(chair.start("rest")) if chair.re is _CHAIR else clip.cut(len(clip.words))
        return found + _others(rest, council)
    return _others(clip, council)


def _fits(each: Person) -> bool:
    """Whether the words are short enough to be a name and a post, not a sentence that lost its stops."""
    name, position = each.name, each.position
    return not (
        (name and len(name.words) > _LONGEST["name"]) or (position and len(position.words) > _LONGEST["position"])
    )


def _each(who: Clip, *, many: bool) -> list[Clip]:
    return [each for each in pieces(who, "; ") if each.words] if many else [who]


def _others(clip: Clip, council: CouncilRecord) -> list[tuple[Role, Presence, Person]]:
    if match := _PRESENT.match(clip.words):
        presence = Presence.PRESENT
    elif match := _ABSENT.match(clip.words):
        presence = Presence.EXCUSED if match["excused"] else Presence.ABSENT
    if not match or _NOBODY.match(clip.words[match.end() :]):
        return []
    return [(role_of(each, council), presence, each) for each in rows(clip.cut(match.end()))]


def role_of(each: Person, council: CouncilRecord) -> Role:
    """Who the words place in this council's standing committee is a member; by law its deputy chairs are in it."""
    place = rf"(?: {re.escape(council.locality.split(' ')[0])}| {re.escape(council.locality)})?"
    body = rf"(?:hđnd|hội đồng nhân dân){place}"
    member = re.compile(
        rf"(?:các )?(?:đồng chí )?(?:(?:thành viên|ủy viên|uỷ viên|trong) )*thường trực {body}"
        rf"|(?:các )?(?:đồng chí )?phó chủ tịch (?:thường trực )?{body}",
        re.IGNORECASE,
    )
    return Role.MEMBER if each.position and member.fullmatch(each.position.words) else Role.INVITEE


def _doubts(listed: list[tuple[Role, Presence, Person]]) -> list[str]:
    doubts = [
        f"Chưa chắc {each.position.quoted} là một dòng thành phần tham dự; xin xem lại."
        for _, _, each in listed
        if each.position and not each.sure
    ]
    if listed and not any(role is Role.CHAIR for role, _, _ in listed):
        doubts.append("Không thấy người chủ trì phiên họp.")
    return doubts
