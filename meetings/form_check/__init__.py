"""Reads a finished PDF back and holds it against the official form: kept, broken or not checkable, rule by rule.

The libraries that read a PDF are imported when one is checked, and no earlier: only the press checks any.
"""

from ..paper import PaperKind
from .finding import Finding, Hint, Outcome, Report, Unreadable

__all__ = ["Finding", "Hint", "Outcome", "Report", "Unreadable", "check"]


def check(pdf: bytes, kind: PaperKind | None = None) -> Report:
    """What each rule says of the paper; its kind is told from its own words unless it is given.

    Raises Unreadable, and nothing else, for a file that has no text to measure or is damaged.
    """
    from . import check_form

    return check_form.check(pdf, kind)
