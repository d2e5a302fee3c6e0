"""What every letter (công văn) of a session has: who signs it, who keeps it, how little of the session it tells."""

from dataclasses import replace

from ..paper import PaperRecord, SignatureRecord
from ..record import SessionRecord, without_prose
from .signing import ARCHIVE, for_the_committee, office, presided, unsigned


def heads_alone(record: SessionRecord) -> SessionRecord:
    """Which session it was, and who presided: what the letter is about is of the paper."""
    chairs = tuple(replace(chair, reason="") for chair in presided(record))
    return replace(without_prose(record), ends_at=None, attendees=chairs, agenda=(), directives=())


def blanks(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return ([] if paper.addressees else ["nơi được gửi"]) + unsigned(paper)


def signatures(record: SessionRecord) -> tuple[SignatureRecord, ...]:
    return for_the_committee(presided(record))


def as_above(record: SessionRecord) -> tuple[str, ...]:
    council = record.council
    return ("Như trên", council.committee_name, *office(council), ARCHIVE)
