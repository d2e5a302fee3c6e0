"""The reminder (công văn đôn đốc): which directives of a session are still open, whose they are, and by when."""

from .. import prose
from ..paper import PaperKind, PaperRecord
from ..record import SessionRecord
from .letter import has_public_directives, internal_leads, leads, letter, through_office


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return [] if paper.owed else ["chỉ đạo còn mở để đôn đốc"]


def _opening(record: SessionRecord) -> str:
    return (
        f"Thực hiện kết luận của {record.council.committee_full_name} tại {prose.session_name(record)}, "
        "đến nay còn các nội dung chỉ đạo sau đây chưa hoàn thành:"
    )


def _closing(record: SessionRecord) -> str:
    return (
        f"{record.council.committee_name} đề nghị các cơ quan, đơn vị có tên nêu trên khẩn trương thực hiện, "
        f"báo cáo kết quả về {through_office(record)}"
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
    addressees=leads,
    internal_addressees=internal_leads,
    has_public_words=has_public_directives,
)
