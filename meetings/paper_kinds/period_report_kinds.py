"""The reports (báo cáo) on a quarter and on a year: what became of all directives that the office followed in it."""

from collections.abc import Callable
from dataclasses import replace

from ..paper import PaperKind, PaperRecord
from ..period_account import Period
from ..record import SessionRecord
from .kind_description import KindDescription
from .report_kind import GROUNDED, REPORT

WORDS = "kết quả thực hiện các nội dung chỉ đạo"


def on_period(paper: PaperRecord, record: SessionRecord) -> PaperRecord:
    """The paper on its account, with the sentences that name the period where the office typed none."""
    assert paper.account
    name = paper.account.name
    opening, closing = _opening(record, f"{WORDS} {name}"), _closing(record, f"{WORDS} {name}")
    return replace(paper, opening=paper.opening or opening, closing=paper.closing or closing)


def slug_of(period: Period) -> str:
    """At which address of its session the report on `period` is prepared."""
    return (QUARTER_REPORT if period.quarter else YEAR_REPORT).slug


def _opening(record: SessionRecord, words: str = WORDS) -> str:
    return f"{record.council.committee_full_name} báo cáo {words} như sau:"


def _closing(record: SessionRecord, words: str = WORDS) -> str:
    return f"Trên đây là báo cáo {words} của {record.council.committee_full_name}"


def _missing(paper: PaperRecord, record: SessionRecord) -> list[str]:
    if paper.account and paper.account.units:
        return []
    return [f"chỉ đạo nào phải theo dõi{f' trong {paper.account.name}' if paper.account else ''}"]


def _described(kind: PaperKind, name: str, slug: str, period: Callable[[int, int], Period]) -> KindDescription:
    return replace(
        REPORT,
        kind=kind,
        name=name,
        label=f"{name} về thực hiện chỉ đạo",
        heading_name=REPORT.name,
        slug=slug,
        title_lead="",
        follows=False,
        follows_closed=False,
        period=period,
        fields=GROUNDED,
        missing=_missing,
        opening=_opening,
        closing=_closing,
        has_public_words=lambda paper: bool(paper.public_account and paper.public_account.units),
    )


QUARTER_REPORT = _described(PaperKind.QUARTER_REPORT, "Báo cáo quý", "bao-cao-quy", Period.quarter_of)
YEAR_REPORT = _described(PaperKind.YEAR_REPORT, "Báo cáo năm", "bao-cao-nam", lambda year, month: Period(year))
