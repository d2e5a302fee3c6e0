"""The report (báo cáo) of how the directives of a session were carried out, with all of them in its annex."""

from .. import prose
from ..paper import PaperKind, PaperRecord
from ..record import SessionRecord
from .kind_description import KindDescription
from .letter import has_public_directives, heads_alone
from .signing import ARCHIVE, by_the_chair, office

GROUNDED = ("grounds", "opening", "closing", "authority", "signer", "recipients")
"""What the office may set for any report."""


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    return [] if paper.owed else ["chỉ đạo đã đăng để báo cáo"]


def _opening(record: SessionRecord) -> str:
    return (
        f"{record.council.committee_full_name} báo cáo kết quả thực hiện các nội dung chỉ đạo tại "
        f"{prose.session_name(record)} như sau:"
    )


def _closing(record: SessionRecord) -> str:
    return f"Trên đây là báo cáo của {record.council.committee_full_name}"


def _recipients(record: SessionRecord) -> tuple[str, ...]:
    council = record.council
    return (council.committee_name, *office(council), ARCHIVE)


REPORT = KindDescription(
    kind=PaperKind.REPORT,
    name="Báo cáo",
    label="Báo cáo thực hiện chỉ đạo",
    slug="bao-cao",
    symbol="BC",
    title_lead="Kết quả thực hiện chỉ đạo tại",
    goes_out_when_needed=True,
    follows=True,
    follows_closed=True,
    fields=(*GROUNDED, "with_owed"),
    required_words=("… báo cáo",),
    excerpt=heads_alone,
    missing=_missing,
    opening=_opening,
    closing=_closing,
    signatures=by_the_chair,
    recipients=_recipients,
    has_public_words=has_public_directives,
)
