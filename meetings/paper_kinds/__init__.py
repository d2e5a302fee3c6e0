"""The kinds of paper, a file each: what sets one kind apart from another stands there and nowhere else."""

from typing import assert_never

from ..paper import PaperKind
from . import (
    correction_kind,
    explanation_kind,
    invitation_kind,
    minutes_kind,
    notice_kind,
    period_report_kinds,
    reminder_kind,
    report_kind,
)
from .kind_description import KindDescription

__all__ = ["KindDescription", "description", "in_order_of_need", "names", "series"]


def description(kind: PaperKind) -> KindDescription:
    match kind:
        case PaperKind.MINUTES:
            return minutes_kind.MINUTES
        case PaperKind.NOTICE:
            return notice_kind.NOTICE
        case PaperKind.INVITATION:
            return invitation_kind.INVITATION
        case PaperKind.REMINDER:
            return reminder_kind.REMINDER
        case PaperKind.CORRECTION:
            return correction_kind.CORRECTION
        case PaperKind.REPORT:
            return report_kind.REPORT
        case PaperKind.EXPLANATION:
            return explanation_kind.EXPLANATION
        case PaperKind.QUARTER_REPORT:
            return period_report_kinds.QUARTER_REPORT
        case PaperKind.YEAR_REPORT:
            return period_report_kinds.YEAR_REPORT
        case _:
            assert_never(kind)


def series(kind: PaperKind) -> tuple[PaperKind, ...]:
    """The kinds whose numbers run in one series with those of `kind`: letters share theirs, reports theirs."""
    symbol = description(kind).symbol
    return tuple(each for each in PaperKind if description(each).symbol == symbol)


def names() -> list[str]:
    """ "biên bản", "thông báo", "giấy mời"."""
    described = map(description, PaperKind)
    return list(dict.fromkeys((each.heading_name or each.name).lower() for each in described))


def in_order_of_need() -> list[PaperKind]:
    """As a session needs them: what goes out before it, what says how it went, then what goes out when needed."""
    return sorted(
        PaperKind,
        key=lambda kind: (description(kind).goes_out_when_needed, not description(kind).precedes_session),
    )
