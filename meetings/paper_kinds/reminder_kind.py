"""The reminder (công văn đôn đốc): which directives of a session are still open, whose they are, and by when."""

from .. import prose
from ..paper import OwedRecord, PaperKind, PaperRecord
from ..record import SessionRecord
from ..vietnamese import upper_first
from .letter import has_public_directives, letter


def _addressees(paper: PaperRecord, record: SessionRecord) -> tuple[str, ...]:
    return _leads(paper.owed)


def _internal_addressees(paper: PaperRecord) -> tuple[str, ...]:
    """Units that lead nothing but internal directives."""
    public = _leads(tuple(row for row in paper.owed if row.is_public))
    return tuple(unit for unit in _leads(paper.owed) if unit not in public)


def _leads(owed: tuple[OwedRecord, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(upper_first(row.lead) for row in owed if row.lead))


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return [] if paper.owed else ["chỉ đạo còn mở để đôn đốc"]


def _opening(record: SessionRecord) -> str:
    return (
        f"Thực hiện kết luận của {record.council.committee_full_name} tại {prose.session_name(record)}, "
        "đến nay còn các nội dung chỉ đạo sau đây chưa hoàn thành:"
    )


def _closing(record: SessionRecord) -> str:
    council = record.council
    through = f" (qua {council.office_name})" if council.office_name else ""
    return (
        f"{council.committee_name} đề nghị các cơ quan, đơn vị có tên nêu trên khẩn trương thực hiện, "
        f"báo cáo kết quả về {council.committee_name}{through}"
    )


REMINDER = letter(
    kind=PaperKind.REMINDER,
    name="Công văn đôn đốc",
    label="Công văn đôn đốc",
    slug="cong-van-don-doc",
    title_lead="Đôn đốc thực hiện chỉ đạo tại",
    follows=True,
    required_words=("Kính gửi", "… chưa hoàn thành"),
    missing=_missing,
    opening=_opening,
    closing=_closing,
    addressees=_addressees,
    internal_addressees=_internal_addressees,
    has_public_words=has_public_directives,
)
