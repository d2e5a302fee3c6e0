"""People that a sentence or a row names besides those of its list: the one who is away, the one sent instead."""

import re
from dataclasses import replace

from meetings.giving_verbs import ASKS, SHARES_OUT
from meetings.record import CouncilRecord, Presence

from ..grammar import remarks
from ..grammar.names import NAME
from ..grammar.people import Person, person
from ..grammar.rule import rule
from ..grammar.vocabulary import PERSON, POST
from ..text_span import Clip
from .attendee_rows import Listed, apart_from_remark, usual_role

_ALONE = rule(
    rf"(?:riêng )?(?:(?i:đồng chí|đ/c|ông|bà):? (?={NAME})|(?={POST.pattern}|đại diện "
    rf"|lãnh đạo ))(?P<who>[^:;]{{2,200}})$",
    re.IGNORECASE,
)
_ASKED = rule(rf"\b(?:giải trình|về việc|{ASKS}|báo cáo)\b", re.IGNORECASE)
"""Such words tell of a task, not of who came."""
_OTHER = rule(
    rf"[ ,;]*[(;,]? ?(?:(?P<sent>cử|{SHARES_OUT}|ủy quyền)(?: cho)? |\()"
    rf"(?P<who>(?:{POST.pattern}|{PERSON.pattern})[^()]+?)(?(sent) (?:đi )?(?:dự|họp)(?: họp)?(?: thay)?)\)?$",
    re.IGNORECASE,
)


def alone(clip: Clip, council: CouncilRecord | None) -> tuple[Listed, int] | None:
    """The one person of a sentence about who did not come, and where the remark begins: "Chủ tịch HĐND xã Bùi Văn Ín
    vắng vì dự họp tại tỉnh"."""
    sentence = _ALONE.match(clip.words)
    if not sentence:
        return None
    who = apart_from_remark(person(clip.cut(*sentence.span("who")), addressed=True))
    missed = None if _ASKED.search(sentence["who"]) else _missed(who)
    return ((usual_role(who, council), missed, who), who.remark.start - clip.start) if missed and who.remark else None


def with_others(listed: Listed, council: CouncilRecord | None) -> list[Listed]:
    """The row, and the one in its brackets: "(Chủ tịch HĐND huyện nghỉ phép)", "(cử bà Lê Thị Hoa dự thay)"."""
    role, presence, row = listed
    last = row.remark or row.position or row.name
    bracket = _OTHER.search(last.words) if last else None
    if not last or not bracket:
        return [listed]
    other = apart_from_remark(person(last.cut(*bracket.span("who")), addressed=True))
    missed = _missed(other)
    if not (other.name or other.position) or bool(bracket["sent"]) == bool(missed):
        return [listed]
    own = row if bracket["sent"] and row.remark else _without(row, last.cut(0, bracket.start()))
    return [(role, presence, own), (usual_role(other, council), missed or Presence.PRESENT, other)]


def _missed(who: Person) -> Presence | None:
    remark = remarks.read(who.remark.words) if who.remark else None
    return remark.presence if remark and remark.presence.missed else None


def _without(row: Person, kept: Clip) -> Person:
    """The row whose last words are only those kept."""
    if row.remark:
        return replace(row, remark=kept if kept.words else None)
    if not row.name:
        return person(kept, addressed=True)
    return replace(row, position=kept) if row.position else replace(row, name=kept)
