"""What is inside a PDF from outside, beside the files that the office printed of the same paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature, as far as the file itself tells: whether the certificate is valid is not looked at."""

    signer: str
    """The common name in its certificate; "" where it cannot be read."""
    holds: bool
    """The signed bytes are those that were signed."""


@dataclass(frozen=True, slots=True)
class Contents:
    pages: int
    our_pages: int
    words: int
    """0 for a scan without a layer of text."""
    missing: int
    """The words of ours that the file lacks."""
    added: int
    reference: str
    """The number in its head, "27/BB-HĐND"; "" where none can be read."""
    continues_ours: bool
    """Its bytes are ours, and whatever was added behind them."""
    signatures: tuple[Signature, ...]
    is_sealed: bool
    """A signature covers the file to its end: nothing was added after it."""
