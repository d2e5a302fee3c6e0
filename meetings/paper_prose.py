"""A paper completed from the record of its session: every sentence and list that the office left blank."""

from dataclasses import replace

from .official_form import DOCUMENT_END
from .paper import PaperKind, PaperRecord
from .paper_kinds import description
from .record import SessionRecord


def excerpt(kind: PaperKind, record: SessionRecord) -> SessionRecord:
    """The part of `record` that a paper of the kind tells: nothing else of it leaves the office with that paper.

    A paper is of the session, not of its post: when and how often that was read is left out, as are attached files.
    """
    return description(kind).excerpt(replace(record, posted_at=None, imported_views=0, attachments=()))


def completed(paper: PaperRecord, record: SessionRecord) -> PaperRecord:
    """The paper with every blank sentence and list filled in: what is frozen at issue."""
    described = description(paper.kind)
    return replace(
        paper,
        symbol=paper.symbol or f"{described.symbol}-{record.council.symbol_suffix}",
        opening=paper.opening or described.opening(record),
        closing=paper.closing.removesuffix(DOCUMENT_END) if paper.closing else described.closing(record),
        addressees=paper.addressees or described.addressees(record),
        signatures=paper.signatures or described.signatures(record),
        recipients=paper.recipients or described.recipients(record),
    )
