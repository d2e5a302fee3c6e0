"""People whom the article names with their post as they speak at the session: they attended, whether or not a list
names them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from meetings.record import Presence, Role

from ..grammar import roll
from ..grammar.assignment import SPEAKS
from ..grammar.list_marks import sentences
from ..grammar.names import NAME
from ..grammar.people import Person, person
from ..grammar.rule import rule
from ..grammar.vocabulary import POST
from ..text_span import Clip
from .attendee_rows import Listed

_SPEAKER = rule(
    rf"(?:^|[,;:] )(?P<who>(?i:{POST.pattern})[^,;:.()]{{2,60}}?,? (?i:ông|bà|đồng chí|đ/c) {NAME}"
    rf"|(?i:{POST.pattern})[^,;:.()]{{2,60}}? {NAME}"
    rf"|(?i:ông|bà|đồng chí|đ/c) {NAME}(?:,| -| –) (?i:{POST.pattern})[^;:.()]{{2,80}}?)"
    rf",? (?:đã |cũng |còn |tiếp tục )?(?i:{SPEAKS})(?!\w)"
)


def named(clips: list[Clip], known: set[str]) -> Iterator[Listed]:
    """Each speaker with name and post who is not among the names known already."""
    for clip in clips:
        for sentence in sentences(clip):
            for match in _SPEAKER.finditer(sentence.words):
                row = _who(sentence.cut(*match.span("who")))
                if row and row.name and row.position and row.name.words not in known:
                    known.add(row.name.words)
                    yield Role.INVITEE, Presence.PRESENT, row


def _who(clip: Clip) -> Person | None:
    """The speaker in the words; None where they are of several. "Trưởng ban Pháp chế, bà Trà Thị Linh" is one."""
    (first, *others) = (person(each, addressed=True) for each in roll.cut(clip, all_named=True))
    if len(others) == 1 and not first.name and not others[0].position:
        return replace(first, name=others[0].name)
    return None if others else first
