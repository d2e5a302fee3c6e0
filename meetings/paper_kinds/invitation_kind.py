"""The invitation (giấy mời): it goes out while the rest of the session is still a draft."""

from dataclasses import replace

from .. import prose
from ..paper import PaperKind, PaperRecord, SignatureRecord
from ..record import AgendaItemRecord, AttendeeRecord, Presence, Role, SessionRecord, without_prose
from ..vietnamese import upper_first
from .kind_description import KindDescription
from .signing import ARCHIVE, for_the_committee, office, unsigned


def _excerpt(record: SessionRecord) -> SessionRecord:
    """Who is invited and what will be discussed; nothing of how it went."""
    return replace(
        without_prose(record),
        ends_at=None,
        directives=(),
        attendees=tuple(
            replace(attendee, presence=Presence.UNKNOWN, reason="", delegate="")
            for attendee in record.attendees
            if not (attendee.role is Role.CHAIR and attendee.presence.missed)
        ),
        agenda=tuple(AgendaItemRecord(title=item.title, is_public=item.is_public) for item in record.agenda),
    )


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    needed = {
        "giờ bắt đầu": record.starts_at,
        "địa điểm": record.venue,
        "thành phần kính mời": record.attendees or paper.addressees,
    }
    return [words for words, value in needed.items() if not value]


def _blanks(paper: PaperRecord, record: SessionRecord) -> list[str]:
    known = {"chủ trì": _presiding(record), "nội dung": record.agenda}
    return [words for words, value in known.items() if not value] + unsigned(paper)


def _presiding(record: SessionRecord) -> list[AttendeeRecord]:
    """Whoever is to come and preside."""
    return [attendee for attendee in record.attending(Role.CHAIR) if not attendee.presence.missed]


def _opening(record: SessionRecord) -> str:
    return f"{record.council.committee_full_name} trân trọng kính mời:"


def _closing(record: SessionRecord) -> str:
    whom = record.council.office_name or f"Văn phòng phục vụ {record.council.committee_name}"
    return f"Đề nghị các đồng chí dự họp đúng giờ, đúng thành phần; trường hợp vắng mặt, đề nghị báo trước cho {whom}"


def _addressees(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    """Everybody on the roll but who presides: "Đồng chí Lê An - Trưởng Ban Pháp chế HĐND quận"."""
    return tuple(
        upper_first(prose.person(attendee) or attendee.unit)
        for attendee in record.attendees
        if attendee.role is not Role.CHAIR
    )


def _signatures(record: SessionRecord) -> tuple[SignatureRecord, ...]:
    return for_the_committee(record.council, _presiding(record))


def _recipients(record: SessionRecord) -> tuple[str, ...]:
    return ("Như trên", *office(record.council), ARCHIVE)


INVITATION = KindDescription(
    kind=PaperKind.INVITATION,
    name="Giấy mời",
    label="Giấy mời",
    slug="giay-moi",
    symbol="GM",
    title_lead="Dự",
    precedes_session=True,
    fields=(
        *("grounds", "opening", "addressees", "one_sheet_each", "closing", "contact"),
        *("authority", "signer", "recipients", "with_owed"),
    ),
    required_words=("… trân trọng kính mời", "Tới dự", "Chủ trì", "Thời gian", "Địa điểm"),
    excerpt=_excerpt,
    missing=_missing,
    blanks=_blanks,
    presiding=_presiding,
    opening=_opening,
    closing=_closing,
    addressees=_addressees,
    signatures=_signatures,
    recipients=_recipients,
)
