"""The sentences of a paper that follow from its session: whom it invites, who signs, to whom it goes."""

from dataclasses import replace

from . import prose
from .official_form import DOCUMENT_END
from .paper import PaperKind, PaperRecord, SignatureRecord
from .record import AttendeeRecord, Role, SessionRecord
from .vietnamese import date_words, fold, upper_first

READ_BACK = "Biên bản đã được đọc lại, các thành viên dự họp nhất trí thông qua."
"""What the signers vouch for. Of a session known from an old post alone nobody can say it."""

COLLECTIVE = ("TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN")
"""Signing for the committee: two lines, for one never fits the right half of the sheet."""

HEAD, DEPUTY = ("CHỦ TỊCH",), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
ARCHIVE = "Lưu: VT"


def completed(paper: PaperRecord, record: SessionRecord) -> PaperRecord:
    """The paper with every blank sentence and list filled in: what is frozen at issue."""
    return replace(
        paper,
        symbol=paper.symbol or f"{paper.kind.prefix}-{record.council.symbol_suffix}",
        opening=opening(paper, record),
        closing=closing(paper, record),
        addressees=addressees(paper, record),
        signatures=signatures(paper, record),
        recipients=recipients(paper, record),
    )


def opening(paper: PaperRecord, record: SessionRecord) -> str:
    """The words before the list. The minutes have none: they begin with the hour."""
    if paper.opening or paper.kind is PaperKind.MINUTES:
        return paper.opening
    if paper.kind is PaperKind.INVITATION:
        return f"{record.council.committee_full_name} trân trọng kính mời:"
    session = f"phiên họp {date_words(record.held_on)}" if record.held_on else prose.session_name(record)
    chair = next(iter(acting(record, Role.CHAIR)), None)
    led = f" do {_with_post(chair)} chủ trì," if chair else ","
    return f"Tại {session}{led} {record.council.committee_name} kết luận như sau:"


def _with_post(chair: AttendeeRecord) -> str:
    """ "đồng chí Trần Quyết Thắng, Chủ tịch HĐND quận,": the last of the posts stands for them all."""
    post = chair.position.rpartition(",")[2].strip()
    return f"đồng chí {', '.join(filter(None, (chair.name, post)))}" + ("," if chair.name and post else "")


def closing(paper: PaperRecord, record: SessionRecord) -> str:
    """The last sentence before the signatures, without the mark that ends a document."""
    if paper.closing:
        return paper.closing.removesuffix(DOCUMENT_END)
    if paper.kind is PaperKind.MINUTES:
        told = record.from_old_post or "doc lai" in fold(record.closing)
        return "" if told else READ_BACK
    if paper.kind is PaperKind.NOTICE:
        return f"{record.council.committee_name} thông báo để các cơ quan, đơn vị biết, thực hiện"
    office = record.council.office_name or f"Văn phòng phục vụ {record.council.committee_name}"
    return (
        f"Đề nghị các đồng chí dự họp đúng giờ, đúng thành phần; trường hợp vắng mặt, đề nghị báo trước cho {office}"
    )


def addressees(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    """Everybody on the roll but who presides: "Đồng chí Lê An - Trưởng Ban Pháp chế HĐND quận"."""
    if paper.addressees or paper.kind is not PaperKind.INVITATION:
        return paper.addressees
    return tuple(
        upper_first(prose.person(attendee) or attendee.unit)
        for attendee in record.attendees
        if attendee.role is not Role.CHAIR
    )


def signatures(paper: PaperRecord, record: SessionRecord) -> tuple[SignatureRecord, ...]:
    if paper.signatures:
        return paper.signatures
    if paper.kind is PaperKind.MINUTES:
        return (
            SignatureRecord(authority=("THƯ KÝ",), name=_name_of_first(record, Role.SECRETARY)),
            SignatureRecord(authority=("CHỦ TỌA",), name=_name_of_first(record, Role.CHAIR)),
        )
    chair = next(iter(presiding(paper, record)), None)
    post = fold(chair.position.rpartition(",")[2]) if chair else ""
    if chair and post.startswith("pho chu tich"):
        return (SignatureRecord(authority=COLLECTIVE + DEPUTY, name=chair.name),)
    name = chair.name if chair and post.startswith("chu tich") else ""
    return (SignatureRecord(authority=COLLECTIVE + HEAD, name=name),)


def _name_of_first(record: SessionRecord, role: Role) -> str:
    return next((attendee.name for attendee in acting(record, role)), "")


def recipients(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    """The lines under "Nơi nhận:"; those named in the directives are told of them."""
    if paper.recipients:
        return paper.recipients
    council = record.council
    if paper.kind is PaperKind.MINUTES:
        return council.recipients or (council.committee_name, "Các thành phần dự họp", f"{ARCHIVE}, Hồ sơ phiên họp")
    office = (council.office_name,) if council.office_name else ()
    if paper.kind is PaperKind.INVITATION:
        return ("Như trên", *office, ARCHIVE)
    named = (unit for row in record.directives for unit in (row.lead, *row.coordinators) if unit)
    others = (upper_first(unit) for unit in named if not _is_short_for(unit, (council.committee_name, *office)))
    return (*dict.fromkeys((council.committee_name, *others, *office)), ARCHIVE)


def _is_short_for(unit: str, names: tuple[str, ...]) -> bool:
    """ "Thường trực HĐND quận" beside "Thường trực HĐND quận Hai Bà Trưng"."""
    return any(fold(name).startswith(fold(unit)) for name in names)


def acting(record: SessionRecord, role: Role) -> list[AttendeeRecord]:
    """Who presided, or took the minutes: those of the role who are recorded as having come."""
    return [attendee for attendee in record.attending(role) if attendee.presence.attended]


def presiding(paper: PaperRecord, record: SessionRecord) -> list[AttendeeRecord]:
    """Who presides; before the session that is whoever is to come."""
    if paper.kind is PaperKind.INVITATION:
        return [attendee for attendee in record.attending(Role.CHAIR) if not attendee.presence.missed]
    return acting(record, Role.CHAIR)
