"""SessionRecord and PaperRecord → the words of a paper, the same for PDF and Word."""

from typing import assert_never

from ...paper import PaperKind, PaperRecord
from ...paper_prose import completed
from ...record import SessionRecord
from . import correction, explanation, invitation, minutes, notice, period_report, reminder, report
from .place_capitals import with_place_capitals
from .text import PaperText


def sheets(record: SessionRecord, paper: PaperRecord, *, verify_at: str = "") -> list[PaperText]:
    """The paper's words: one text, or for an invitation printed singly one for each addressee.

    `verify_at` is the address where a reader may check the paper; "" leaves the line out.
    """
    whole = with_place_capitals(completed(paper, record), record.council)
    record = with_place_capitals(record, record.council)
    match whole.kind:
        case PaperKind.MINUTES:
            return [minutes.text(record, whole, verify_at)]
        case PaperKind.NOTICE:
            return [notice.text(record, whole, verify_at)]
        case PaperKind.INVITATION:
            return invitation.sheets(record, whole, verify_at)
        case PaperKind.REMINDER:
            return [reminder.text(record, whole, verify_at)]
        case PaperKind.CORRECTION:
            return [correction.text(record, whole, verify_at)]
        case PaperKind.REPORT:
            return [report.text(record, whole, verify_at)]
        case PaperKind.EXPLANATION:
            return [explanation.text(record, whole, verify_at)]
        case PaperKind.QUARTER_REPORT | PaperKind.YEAR_REPORT:
            return [period_report.text(record, whole, verify_at)]
        case _:
            assert_never(whole.kind)
