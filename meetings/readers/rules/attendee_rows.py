"""A row of a list of people: its role, its presence and the remark beside it."""

import re
from dataclasses import replace

from meetings.record import CouncilRecord, Presence, Role

from ..grammar import remarks
from ..grammar.names import NAME, past_rank
from ..grammar.people import Person, person
from ..grammar.rule import rule
from ..grammar.vocabulary import BODY, PEOPLE, PERSON, POST
from ..text_span import Clip
from .council_rules import kind_of

MEETING = r"(?:phiên họp|cuộc họp|hội nghị|buổi họp|phiên|buổi làm việc)"
ROLE_TAIL = rule(
    rf"[\s,;:–—(\[-]+(?P<role>(?:đồng |là |làm )?(?:chủ (?:trì|tọa)|thư ký)(?: {MEETING}| ghi biên bản)?"
    rf"|ghi biên bản)"
    r"[)\]]?$",
    re.IGNORECASE,
)
_BODY = r"(?:hđnd|hội đồng nhân dân)(?: (?P<place>.+))?"
_MEMBER_POST = rule(
    r"(?:các )?(?:đồng chí )?(?:(?:(?:thành viên|ủy viên|uỷ viên|trong) )*thường trực"
    rf"|phó chủ tịch(?: thường trực)?) {_BODY}",
    re.IGNORECASE,
)
_COUNTED = rule(
    r"(?:khách )?mời:? |(?P<number>[0-9]{1,3}) (?:đồng chí |đ/c |vị )?(?!Ban\b|Phó\b)(?=[^\W\d_])", re.IGNORECASE
)
_COUNT_BEFORE = rule(r"^[0-9]{1,2}(?: đồng chí| đ/c| người)?:? ?\((?=[^\W\d])", re.IGNORECASE)
_AT_A_DISTANCE = rule(r",? (?:tại|ở|từ) (?:các |[0-9]+ )?điểm cầu(?! chính| trung tâm)[^,;:]*$", re.IGNORECASE)
Listed = tuple[Role, Presence, Person]


def begins_people(words: str) -> bool:
    words = words[past_rank(words) :]
    if counted := _COUNTED.match(words):
        words = words[counted.end() :]
    words = _COUNT_BEFORE.sub("", words)
    return bool(
        PERSON.match(words)
        or PEOPLE.match(words)
        or POST.match(words)
        or BODY.match(words)
        or re.match(rf"{NAME}(?: ?[-–—,(:;]|$)", words)
    )


def of_cells(row: dict[str, Clip], council: CouncilRecord) -> list[Listed]:
    """A row of a table: who, with which post, and what the note says of presence or role."""
    who = row.get("person") or row.get("name")
    listed = person(who, addressed=True) if who else Person(None)
    post = row.get("position") or (row.get("unit") if not listed.position else None)
    if listed.name:
        listed = replace(listed, position=listed.position or post)
    elif listed.position and row.get("position"):
        listed = replace(listed, sure=True)
    elif not listed.position:
        listed = Person(post)
    if not (listed.name or listed.position):
        return []
    note = row.get("note") or row.get("role")
    role, presence, listed = row_with_role(listed, council, Presence.PRESENT, None)
    if note and (tail := ROLE_TAIL.search(f" {note.words}")):
        role = Role.CHAIR if "chủ t" in tail["role"].lower() else Role.SECRETARY
    elif note and (remark := remarks.read(note.words)):
        presence = remark.presence if remark.presence is not Presence.UNKNOWN else presence
        listed = replace(listed, remark=note)
    return [(role, presence, listed)]


def chair_row(clip: Clip, council: CouncilRecord | None) -> Listed:
    who = apart_from_remark(person(clip, addressed=True))
    remark = remarks.read(who.remark.words) if who.remark else None
    presence = remark.presence if remark and remark.presence is Presence.ONLINE else Presence.PRESENT
    return Role.CHAIR, presence, who


def row_with_role(row: Person, council: CouncilRecord | None, presence: Presence, role: Role | None) -> Listed:
    row, own = _with_role_tail(row)
    if row.position and (far := _AT_A_DISTANCE.search(row.position.words)):
        row, presence = replace(row, position=row.position.cut(0, far.start())), Presence.ONLINE
    row = apart_from_remark(row)
    if row.remark and (remark := remarks.read(row.remark.words)) and remark.presence is not Presence.UNKNOWN:
        presence = remark.presence
    return own or role or usual_role(row, council), presence, row


def counted(position: Clip) -> tuple[Clip, int | None]:
    """A group without the number of its people, and the number: "09 tổ trưởng tổ dân phố"."""
    count = _COUNTED.match(position.words)
    if not count:
        return position, None
    return position.cut(count.end()), int(count["number"]) if count["number"] else None


def _with_role_tail(row: Person) -> tuple[Person, Role | None]:
    """The row without "(chủ trì)" at its end, and that role."""
    last = row.position or row.name
    if not last or not (tail := ROLE_TAIL.search(last.words)):
        return row, None
    kept = last.cut(0, tail.start())
    role = Role.CHAIR if "chủ t" in tail["role"].lower() else Role.SECRETARY
    if not row.position:
        return replace(row, name=kept), role
    again = person(kept, addressed=True) if not row.name else None
    return (again or replace(row, position=kept)), role


def apart_from_remark(row: Person) -> Person:
    """The row with the remark at its end apart: "Phó Trưởng phòng (vắng, đi công tác)"."""
    last = row.position or row.name
    if not last or not (remark := remarks.find(last.words)):
        return row
    kept, rest = last.cut(0, remark.start), last.cut(remark.start)
    if row.position and not row.name:
        again = person(kept, addressed=True)
        return replace(again, remark=rest)
    return replace(row, position=kept, remark=rest) if row.position else replace(row, name=kept, remark=rest)


def usual_role(row: Person, council: CouncilRecord | None) -> Role:
    return role_of(row, council) if council else Role.INVITEE


def role_of(row: Person, council: CouncilRecord) -> Role:
    """A member if the post is in this council's standing committee; by law the deputy chairs are in it."""
    member = _MEMBER_POST.fullmatch(row.position.words) if row.position else None
    place = member["place"] if member else None
    own = place is None or place.casefold() in (kind_of(council).casefold(), council.locality.casefold())
    return Role.MEMBER if member and own else Role.INVITEE
