"""Who presided, who attended, who was absent."""

import re
from dataclasses import dataclass

from meetings.giving_verbs import DIRECTS
from meetings.record import AttendeeRecord, CouncilRecord, Presence, Role

from ..grammar import remarks, tables
from ..grammar.list_marks import sentences
from ..grammar.names import NAME
from ..grammar.people import Person, person
from ..grammar.rule import rule
from ..grammar.vocabulary import POST
from ..reading import Part
from ..text_span import Clip
from . import speakers
from .attendance_cues import OpenList, people_of, tells_of_people
from .attendee_lists import head_of_list, heads_list, heads_some, is_row, rows_of_line
from .attendee_rows import Listed, counted, of_cells
from .lines import Line

_CONCLUDING = rule(
    rf"(?:phát biểu |sau khi [^.;:]{{0,120}}?, )?(?:kết luận|kết thúc|chỉ đạo|bế mạc"
    rf"|phát biểu kết luận|phát biểu chỉ đạo)[^.;:]{{0,60}}?,?"
    rf" (?i:đồng chí|đ/c|ông|bà):? (?P<who>{NAME}(?: ?[-–,(] ?[^.;:]+?)?)"
    rf"(?=,? (?:đã |cũng )?(?:{DIRECTS}|ghi nhận|đánh giá|biểu dương|khẳng định|thống nhất|nêu|cho rằng|cơ bản"
    r"|nhất trí|đồng ý)\b)",
    re.IGNORECASE,
)
LONGEST = {"name": 120, "position": 300, "reason": 200}


@dataclass(frozen=True, slots=True)
class People:
    attendees: tuple[AttendeeRecord, ...] = ()
    parts: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()


def paragraphs(clips: list[Clip]) -> list[int]:
    """The indexes of the clips about who attended: such sentences, and the lists below them."""
    places: list[int] = []
    in_list, table = False, None
    for at, clip in enumerate(clips):
        listed = Line.of(clip)
        parts = sentences(listed.clip)
        found_table = tables.columns(clip)
        if found_table and found_table.of_people or (table and table.cells(clip)):
            table = table or found_table
            places.append(at)
            continue
        table = None
        if in_list and tables.person_row(clip):
            places.append(at)
            continue
        if heads_list(parts[-1].words):
            in_list = True
            places.append(at)
        elif in_list and (is_row(listed) or heads_some(listed.clip.words)):
            places.append(at)
        elif any(map(tells_of_people, parts)):
            in_list = False
            places.append(at)
        else:
            in_list = False
    return places


@dataclass(frozen=True, slots=True)
class Chairs:
    """Those who presided: their names, and each of their posts."""

    names: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


def chairs(clips: list[Clip], council: CouncilRecord) -> Chairs:
    found = [who for role, _, who in _of(clips, council) if role is Role.CHAIR]
    posts = [post for who in found if who.position for post in re.split(r", | [-–—] ", who.position.words)]
    return Chairs(
        tuple(who.name.words for who in found if who.name), tuple(post for post in posts if POST.match(post))
    )


def read(clips: list[Clip], after: list[Clip], council: CouncilRecord) -> People:
    """The rows of the sentences about attendance, in their order. Where these name the chair alone, the rows of
    `after`, the words after the directives, are added."""
    listed = [row for row in _of(clips, council) if _fits(row[2])]
    if all(role is Role.CHAIR for role, _, _ in listed):
        listed += [row for row in _of(after, council) if row[0] is not Role.CHAIR and _fits(row[2])]
    if listed and not any(role is Role.CHAIR for role, _, _ in listed):
        listed = [*(row for row in _of(after, council) if row[0] is Role.CHAIR and row[2].name), *listed]
    if any(role is Role.CHAIR and who.name for role, _, who in listed):
        listed = [row for row in listed if row[0] is not Role.CHAIR or row[2].name or _has_post(row[2])]
    if listed:
        names = {row.name.words for _, _, row in listed if row.name}
        listed += [row for row in speakers.named([*clips, *after], names) if _fits(row[2])]
    attendees, parts = [], []
    for index, (role, presence, row) in enumerate(listed):
        name, position, reason, headcount = row.name, row.position, _reason(row), None
        if position and not name:
            position, headcount = counted(position)
        attendees.append(
            AttendeeRecord(
                role=role,
                name=name.words if name else "",
                position=position.words if position else "",
                headcount=headcount,
                presence=presence,
                reason=reason.words if reason else "",
            )
        )
        for field, clip in (("reason", reason), ("name", name), ("position", position)):
            if clip:
                parts.append(clip.part(f"attendees[{index}].{field}", sure=row.sure))
    doubts = [
        f"Chưa chắc {row.position.quoted} là một dòng thành phần tham dự; hãy xem lại."
        for _, _, row in listed
        if row.position and not row.sure
    ]
    return People(tuple(attendees), tuple(parts), tuple(doubts))


def _of(clips: list[Clip], council: CouncilRecord) -> list[Listed]:
    found: list[Listed] = []
    concluding: list[Listed] = []
    under: OpenList | None = None
    table: tables.Columns | None = None
    for clip in clips:
        listed = Line.of(clip)
        heads = heads_list(sentences(clip)[-1].words)
        if table and (row := table.cells(clip)):
            found += of_cells(row, council)
            continue
        table = tables.columns(clip)
        if table and table.of_people:
            continue
        table = None
        if under and (row := tables.person_row(clip)):
            found += of_cells(row, council)
            continue
        if under and not heads and heads_some(listed.clip.words) and listed.clip.words.endswith(":"):
            continue
        if under and not heads and (is_row(listed) or heads_some(listed.clip.words)):
            first, *others = sentences(listed.clip)
            found += rows_of_line(first, council, under)
            found += [row for sentence in others for row in people_of(sentence, council)]
            continue
        under = None
        for sentence in sentences(listed.clip):
            found += people_of(sentence, council)
            if not concluding and (match := _CONCLUDING.search(sentence.words)):
                who = person(sentence.cut(*match.span("who")), addressed=True)
                concluding.append((Role.CHAIR, Presence.PRESENT, who))
        if heads:
            under = head_of_list(sentences(clip)[-1].words)
    if concluding and not any(role is Role.CHAIR for role, _, _ in found):
        found = [*concluding, *found]
    elif concluding and (full := concluding[0][2]).position:
        found = [_with_post(row, full) for row in found]
    return found


def _with_post(row: Listed, full: Person) -> Listed:
    """A chair without a post gets the post that the conclusion names."""
    role, presence, chair = row
    if role is Role.CHAIR and not chair.position and chair.name and full.name and chair.name.words == full.name.words:
        return role, presence, Person(full.position, chair.name)
    return row


def _has_post(row: Person) -> bool:
    return bool(row.position and POST.match(row.position.words))


def _fits(row: Person) -> bool:
    """Whether the words are short enough for a name and a post; a longer one is a sentence without stops."""
    name, position = row.name, row.position
    return not (
        (name and len(name.words) > LONGEST["name"]) or (position and len(position.words) > LONGEST["position"])
    )


def _reason(row: Person) -> Clip | None:
    """Why the person did not come, or another remark; it goes into the one internal field."""
    if not row.remark:
        return None
    remark = remarks.read(row.remark.words)
    start, end = remark.reason if remark else (0, len(row.remark.words))
    return row.remark.cut(start, end) if 0 < end - start <= LONGEST["reason"] else None
