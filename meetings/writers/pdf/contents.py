"""What is inside a PDF from outside, beside the files that the office printed of the same paper."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ...plain_data import LATER


class Chain(StrEnum):
    """Whose certificate it is, as far as the roots tell that the operator keeps. Whether a certificate was revoked is
    never asked: nothing is fetched for it."""

    KNOWN = "known"
    """It leads to one of the roots, and was in its period when it was read."""
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    """Out of its period when it was read."""
    UNASKED = "unasked"
    """The operator keeps no roots."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature, as far as the file itself and the roots tell."""

    signer: str
    """The common name in its certificate; "" where it cannot be read."""
    holds: bool = False
    """It was made with the key of that certificate, over bytes that are still what they were, from the first on."""
    is_read: bool = False
    """Whether that could be asked at all."""
    chain: Chain = Chain.UNASKED
    claimed_at: datetime | None = field(default=None, metadata=LATER)
    """The time that the signing program wrote down: it is claimed, and no more."""
    stamped_at: datetime | None = field(default=None, metadata=LATER)
    """The time in a time stamp that fits the signature."""
    stamped_by: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True)
class Contents:
    pages: int
    our_pages: int
    is_scan: bool
    """Each page is a picture, or nothing that can be read; whichever way the page is turned."""
    words: int
    """0 for a scan without a layer of text."""
    missing: int
    """The words of ours that the file lacks."""
    added: int
    reference: str
    """The number in its head, "27/BB-HĐND"; "" where none can be read."""
    continues: int | None
    """Which of our files its bytes begin with; None where they begin with none."""
    signatures: tuple[Signature, ...]
    adds_signatures_alone: bool
    """What follows our bytes are signatures, time stamps and what proves these, each in its own increment; nothing
    else changed, and nothing follows."""
    bad_roots: tuple[str, ...] = ()
    """The files among the operator's roots in which no certificate can be read."""

    @property
    def is_signed_original(self) -> bool:
        """Digitally signed is the file that the office issued, with signatures that hold and nothing else."""
        all_hold = all(each.holds for each in self.signatures)
        return self.continues is not None and self.adds_signatures_alone and bool(self.signatures) and all_hold
