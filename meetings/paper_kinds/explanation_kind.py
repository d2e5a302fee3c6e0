"""The request for an explanation (công văn yêu cầu giải trình): which directives of a session are overdue, and whose
they are. It follows where a reminder was not answered."""

from .. import prose
from ..paper import PaperKind, PaperRecord
from ..record import SessionRecord
from .letter import has_public_directives, internal_leads, leads, letter, through_office

DAYS_TO_ANSWER, DAYS_WHERE_COMPLEX = 15, 30


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return [] if paper.owed else ["chỉ đạo quá hạn để yêu cầu giải trình"]


def _opening(record: SessionRecord) -> str:
    return (
        f"Thực hiện kết luận của {record.council.committee_full_name} tại {prose.session_name(record)}, "
        "đến nay các nội dung chỉ đạo sau đây đã quá thời hạn mà chưa hoàn thành:"
    )


def _closing(record: SessionRecord) -> str:
    return (
        f"{record.council.committee_name} yêu cầu các cơ quan, đơn vị có tên nêu trên giải trình bằng văn bản nguyên "
        f"nhân, trách nhiệm và thời hạn hoàn thành, gửi về {through_office(record)} trong {DAYS_TO_ANSWER} ngày "
        f"kể từ ngày nhận được văn bản này; nội dung phức tạp thì không quá {DAYS_WHERE_COMPLEX} ngày"
    )


EXPLANATION = letter(
    kind=PaperKind.EXPLANATION,
    name="Công văn yêu cầu giải trình",
    label="Công văn yêu cầu giải trình",
    slug="cong-van-yeu-cau-giai-trinh",
    title_lead="Yêu cầu giải trình việc thực hiện chỉ đạo tại",
    follows=True,
    follows_late=True,
    required_words=("Kính gửi", "… giải trình"),
    missing=_missing,
    opening=_opening,
    closing=_closing,
    addressees=leads,
    internal_addressees=internal_leads,
    has_public_words=has_public_directives,
)
