"""The letter of correction (công văn đính chính): it mends form, technique or procedure of papers that were issued,
and leaves them in force (ND30, Điều 18.3). An error of content is mended by a paper of the same kind instead.

A session has one such letter in force, which lists all that is to be corrected in its papers; a later one takes over.
"""

from ..paper import MendedRecord, PaperKind, PaperRecord
from ..record import SessionRecord
from .letter import letter


def _addressees(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    """Whoever was sent the papers."""
    return _sent_to(paper.mends)


def _internal_addressees(paper: PaperRecord) -> tuple[str, ...]:
    public = _sent_to(tuple(mended for mended in paper.mends if mended.is_public))
    return tuple(name for name in _sent_to(paper.mends) if name not in public)


def _sent_to(mends: tuple[MendedRecord, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mended in mends for name in mended.sent_to))


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return [] if paper.mends else ["chỗ cần đính chính"]


def _opening(record: SessionRecord) -> str:
    return (
        f"{record.council.committee_full_name} đính chính sai sót về thể thức, kỹ thuật trình bày, "
        "thủ tục ban hành của văn bản đã phát hành như sau:"
    )


def _closing(record: SessionRecord) -> str:
    return f"{record.council.committee_name} thông báo để các cơ quan, đơn vị biết, sử dụng văn bản cho đúng"


CORRECTION = letter(
    kind=PaperKind.CORRECTION,
    name="Công văn đính chính",
    label="Công văn đính chính",
    slug="cong-van-dinh-chinh",
    title_lead="Đính chính văn bản của",
    corrects=True,
    required_words=("Kính gửi", "… đính chính"),
    missing=_missing,
    opening=_opening,
    closing=_closing,
    addressees=_addressees,
    internal_addressees=_internal_addressees,
    has_public_words=lambda paper: any(mended.public().corrections for mended in paper.mends) or not paper.mends,
)
