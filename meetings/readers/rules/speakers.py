"""People whom the article names with their post as they speak at the session: they attended, whether or not a list
names them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from meetings.record import Presence, Role

from ..grammar import names, roll
from ..grammar.assignment import SPEAKS
from ..grammar.list_marks import sentences
from ..grammar.names import NAME
from ..grammar.people import Person, person
from ..grammar.rule import rule
from ..grammar.vocabulary import BODY, POST
from ..text_span import Clip
from .attendee_rows import Listed

_HELD = rf"(?i:{POST.pattern}|đại biểu\b)"
_SPEAKER = rule(
    rf"(?:^|[,;:] |(?i:ý kiến của) (?:đồng chí |ông |bà )?)(?P<who>{_HELD}[^,;:.()]{{2,60}}?,? (?i:ông|bà|đồng chí"
    rf"|đ/c) {NAME}"
    rf"|(?:{_HELD}[^,;:.()]{{2,60}}?|(?i:đại biểu)) {NAME}"
    rf"|(?i:ông|bà|đồng chí|đ/c) {NAME}(?:,| -"
    rf"| –) {_HELD}[^,;:.()]{{2,60}}?(?:, {_HELD}[^,;:.()]{{2,60}}?)?(?=, [a-zđ]| {SPEAKS}))"
    rf",? (?:đã |cũng |còn |tiếp tục )?(?:(?i:{SPEAKS})(?!\w)|(?!(?:và|cùng|là|làm|đồng|dự|tham|chủ|kiêm|trực"
    rf"|vắng)\b)(?=[a-zđ]))"
)
_SPOKEN = rule(rf"\b{SPEAKS}\b", re.IGNORECASE)


def named(clips: list[Clip], known: set[str]) -> Iterator[Listed]:
    """Each speaker with name and post who is not among the names known already."""
    for clip in clips:
        for sentence in sentences(clip):
            for match in _SPEAKER.finditer(sentence.words):
                row = _who(sentence.cut(*match.span("who")))
                if row and row.name and row.position and _is_someone(row, known):
                    known.add(row.name.words)
                    yield Role.INVITEE, Presence.PRESENT, row


def _is_someone(row: Person, known: set[str]) -> bool:
    name, post = row.name.words if row.name else "", row.position.words if row.position else ""
    return name not in known and names.is_name(name) and not BODY.match(name) and not _SPOKEN.search(post)


def _who(clip: Clip) -> Person | None:
    """The speaker in the words; None where they are of several. "Trưởng ban Pháp chế, bà Trà Thị Linh" is one."""
    (first, *others) = (person(each, addressed=True) for each in roll.cut(clip, all_named=True))
    if len(others) == 1 and not first.name and not others[0].position:
        return replace(first, name=others[0].name)
    return None if others else first
