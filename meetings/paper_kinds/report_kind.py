"""The report (báo cáo) of how the directives of a session were carried out, with all of them in its annex."""

from dataclasses import replace

from .. import prose
from ..paper import PaperKind, PaperRecord
from ..record import SessionRecord
from .kind_description import KindDescription
from .letter import has_public_directives, heads_alone
from .signing import ARCHIVE, by_the_chair, office


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    if paper.account:
        return [] if paper.account.units else [f"chỉ đạo nào phải theo dõi trong {paper.account.name}"]
    return [] if paper.owed else ["chỉ đạo đã đăng để báo cáo"]


def _opening(record: SessionRecord) -> str:
    return (
        f"{record.council.committee_full_name} báo cáo kết quả thực hiện các nội dung chỉ đạo tại "
        f"{prose.session_name(record)} như sau:"
    )


def on_period(paper: PaperRecord, record: SessionRecord) -> PaperRecord:
    """The paper on its account, with the sentences that name the period where the office typed none."""
    assert paper.account
    committee, name = record.council.committee_full_name, paper.account.name
    opening = f"{committee} báo cáo kết quả thực hiện các nội dung chỉ đạo {name} như sau:"
    closing = f"Trên đây là báo cáo kết quả thực hiện các nội dung chỉ đạo {name} của {committee}"
    return replace(paper, opening=paper.opening or opening, closing=paper.closing or closing)


def _has_public_words(paper: PaperRecord) -> bool:
    return bool(paper.public_account.units) if paper.public_account else has_public_directives(paper)


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
    fields=("period", "grounds", "opening", "closing", "authority", "signer", "recipients", "with_owed"),
    required_words=("… báo cáo",),
    excerpt=heads_alone,
    missing=_missing,
    opening=_opening,
    closing=_closing,
    signatures=by_the_chair,
    recipients=_recipients,
    has_public_words=_has_public_words,
)
