"""What every letter (công văn) of a session has: who signs it, who keeps it, how little of the session it tells."""

from dataclasses import replace
from typing import Any

from ..paper import OwedRecord, PaperRecord
from ..record import SessionRecord, without_prose
from ..vietnamese import upper_first
from .kind_description import KindDescription
from .signing import ARCHIVE, by_the_chair, office, presided, unsigned


def letter(**own: Any) -> KindDescription:
    """The description of one kind of letter, of what it alone has."""
    return KindDescription(
        symbol="",
        is_letter=True,
        goes_out_when_needed=True,
        fields=("addressees", "opening", "closing", "authority", "signer", "recipients"),
        excerpt=heads_alone,
        blanks=_blanks,
        signatures=by_the_chair,
        recipients=_as_above,
        **own,
    )


def heads_alone(record: SessionRecord) -> SessionRecord:
    """Which session it was, and who presided: what the letter is about is of the paper."""
    chairs = tuple(replace(chair, reason="") for chair in presided(record))
    return replace(without_prose(record), ends_at=None, attendees=chairs, agenda=(), directives=())


def has_public_directives(paper: PaperRecord) -> bool:
    """Whether the public is told any of the directives that the paper follows; before one is known it may be."""
    return any(row.is_public for row in paper.owed) or not paper.owed


def leads(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    """The units that lead what the paper follows."""
    return _leads(paper.owed)


def internal_leads(paper: PaperRecord) -> tuple[str, ...]:
    """Those that lead nothing but internal directives."""
    public = _leads(tuple(row for row in paper.owed if row.is_public))
    return tuple(unit for unit in _leads(paper.owed) if unit not in public)


def through_office(record: SessionRecord) -> str:
    """ "Thường trực HĐND phường (qua Văn phòng …)": to whom an answer is sent."""
    council = record.council
    return council.committee_name + (f" (qua {council.office_name})" if council.office_name else "")


def _leads(owed: tuple[OwedRecord, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(upper_first(row.lead) for row in owed if row.lead))


def _blanks(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return ([] if paper.addressees else ["nơi được gửi"]) + unsigned(paper)


def _as_above(record: SessionRecord) -> tuple[str, ...]:
    council = record.council
    return ("Như trên", council.committee_name, *office(council), ARCHIVE)
