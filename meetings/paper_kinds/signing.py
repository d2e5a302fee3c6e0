"""Who acted in a session, and how one signs for the committee."""

from ..paper import PaperRecord, SignatureRecord
from ..record import AttendeeRecord, CouncilRecord, Role, SessionRecord
from ..vietnamese import fold

COLLECTIVE = ("TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN")
"""Signing for the committee: two lines, for one never fits the right half of the sheet."""

HEAD, DEPUTY = ("CHỦ TỊCH",), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
ARCHIVE = "Lưu: VT"


def acting(record: SessionRecord, role: Role) -> list[AttendeeRecord]:
    """Who presided, or took the minutes: those of the role who are recorded as having come."""
    return [attendee for attendee in record.attending(role) if attendee.presence.attended]


def presided(record: SessionRecord) -> list[AttendeeRecord]:
    return acting(record, Role.CHAIR)


def collective(council: CouncilRecord) -> tuple[str, ...]:
    """The lines above the post of whoever signs for the committee."""
    return council.collective or COLLECTIVE


def for_the_committee(council: CouncilRecord, presiding: list[AttendeeRecord]) -> tuple[SignatureRecord, ...]:
    """The committee's head signs, or the deputy who presides for the head."""
    chair = next(iter(presiding), None)
    post = fold(chair.position.rpartition(",")[2]) if chair else ""
    if chair and post.startswith("pho chu tich"):
        return (SignatureRecord(authority=collective(council) + DEPUTY, name=chair.name),)
    name = chair.name if chair and post.startswith("chu tich") else ""
    return (SignatureRecord(authority=collective(council) + HEAD, name=name),)


def by_the_chair(record: SessionRecord) -> tuple[SignatureRecord, ...]:
    """Whoever presided signs for the committee."""
    return for_the_committee(record.council, presided(record))


def office(council: CouncilRecord) -> tuple[str, ...]:
    """The office among the recipients; none where it is not recorded."""
    return (council.office_name,) if council.office_name else ()


def unsigned(paper: PaperRecord) -> list[str]:
    """Whether a line is left for the hand where the signer's name should stand."""
    return [] if all(signature.name for signature in paper.signatures) else ["họ tên người ký"]
