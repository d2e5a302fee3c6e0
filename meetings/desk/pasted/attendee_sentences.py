"""Reads rows from the sentences of a post: "Đồng chí … chủ trì phiên họp. Cùng dự có …"."""

import re

from ...readers.grammar import remarks
from ...readers.grammar.people import Person
from ...readers.rules import attendance_cues
from ...readers.text_span import Clip
from ...record import CouncilRecord, Role
from .attendee_words import remark_spans, trimmed_post
from .pasted_lines import clip
from .pasted_row import Row, Span, filled

UNREAD = "Chưa đọc được câu này; chỉ thêm nếu bạn chọn."
_ADDRESS = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà):?(?= )", re.IGNORECASE)
_SAYS = {
    "role": re.compile(r"(?:đồng )?chủ (?:trì|tọa)(?: (?:phiên họp|cuộc họp|hội nghị))?", re.IGNORECASE),
    "presence": re.compile(
        r"(?:thành phần )?(?:cùng |tham )*dự(?: (?:phiên họp|cuộc họp|họp))?(?: (?:còn|gồm|có))*"
        r"|vắng(?: mặt)?(?: có lý do| có lí do| có phép)?(?: (?:gồm|có))?",
        re.IGNORECASE,
    ),
}


def of_sentence(words: str, council: CouncilRecord) -> list[Row]:
    listed = attendance_cues.people_of(clip(words), council)
    if not listed:
        return [filled(words, (Span(0, len(words), "position"),), notes=(UNREAD,), take=False)]
    parts = cut(words, [person for _, _, person in listed])
    found = []
    for (start, end), (role, presence, person) in zip(parts, listed, strict=True):
        values = {"presence": presence.value} | ({"role": role.value} if role is Role.CHAIR else {})
        found.append(filled(words[start:end], _spans(words, start, end, person), values))
    return found


def cut(words: str, persons: list[Person]) -> list[tuple[int, int]]:
    """The part of the words for each person; together they are all the words."""
    ends = [*((person.remark or person.position or person.name).end for person in persons[:-1]), len(words)]
    starts = [0, *ends[:-1]]
    return [
        (start + len(words[start:end]) - len(words[start:end].lstrip(" ,;.")), end)
        for start, end in zip(starts, ends, strict=True)
    ]


def person_spans(person: Person, start: int = 0) -> list[Span]:
    named = (("name", person.name), ("position", person.position))
    return [Span(max(at.start - start, 0), at.end - start, kind) for kind, at in named if at]


def address_spans(words: str, until: int) -> list[Span]:
    """ "Đồng chí" before a name, which the prose adds by itself."""
    return [Span(*match.span(), "") for match in list(_ADDRESS.finditer(words[:until]))[-1:]]


def _spans(words: str, start: int, end: int, person: Person) -> tuple[Span, ...]:
    known = trimmed_post(words[start:end], person_spans(person, start))
    if person.remark:
        known += _beside(words, person.remark, start)
    first, last = min(each.start for each in known), max(each.end for each in known)
    part, around = words[start:end], []
    for kind, rule in _SAYS.items():
        for match in (rule.search(part[:first]), rule.search(part, last)):
            if match:
                around.append(Span(*match.span(), kind))
    if person.name:
        around += address_spans(part, known[0].start)
    return (*known, *around)


def _beside(words: str, remark: Clip, start: int) -> list[Span]:
    text = words[remark.start : remark.end]
    known = remarks.read(text) or remarks.find(f"x {text}")
    if known and known.start:
        return [Span(remark.start - start, remark.end - start, "unclear")]
    return remark_spans(known, remark.start - start) if known else []
