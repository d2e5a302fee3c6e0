"""A draft's sentences that its rows say again: who attended, and why somebody did not."""

import re
from dataclasses import replace

from ...record import SessionRecord
from ...vietnamese import fold

_NEXT_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZĐÀ-Ỹ])|\n")


def without_attendance(record: SessionRecord) -> SessionRecord:
    """The record with its attendance left to be composed from its rows, which say it without the reasons for absence:
    those stay in the office. The pasted text stands beside the session, whole.

    An old post keeps its words: they were public.
    """
    if not record.attendees:
        return record
    return replace(record, attendance="", opening=_without_people(record.opening, record.attendees))


def _without_people(opening, attendees):
    """The sentences before the first that names somebody of the rows, and those after the last."""
    sentences = _NEXT_SENTENCE.split(opening)
    naming = [place for place, words in enumerate(sentences) if _names_somebody(words, attendees)]
    return " ".join([*sentences[: naming[0]], *sentences[naming[-1] + 1 :]]).strip() if naming else opening


def _names_somebody(words, attendees):
    words = fold(words)
    return any(fold(row.name or row.position) in words for row in attendees)
