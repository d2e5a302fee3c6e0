"""The kinds of paper, a file each: what sets one kind apart from another stands there and nowhere else."""

from typing import assert_never

from ..paper import PaperKind
from . import invitation_kind, minutes_kind, notice_kind
from .kind_description import KindDescription

__all__ = ["KindDescription", "description", "in_order_of_need", "names"]


def description(kind: PaperKind) -> KindDescription:
    match kind:
        case PaperKind.MINUTES:
            return minutes_kind.MINUTES
        case PaperKind.NOTICE:
            return notice_kind.NOTICE
        case PaperKind.INVITATION:
            return invitation_kind.INVITATION
        case _:
            assert_never(kind)


def names() -> list[str]:
    """ "biên bản", "thông báo", "giấy mời"."""
    return [description(kind).name.lower() for kind in PaperKind]


def in_order_of_need() -> list[PaperKind]:
    """As a session needs them: what goes out before it, then what says how it went."""
    return sorted(PaperKind, key=lambda kind: not description(kind).precedes_session)
