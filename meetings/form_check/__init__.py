"""Checks a finished PDF against the official form, rule by rule: kept, broken or not checkable.

The libraries that read a PDF are imported only when one is checked: most processes never check any.
"""

from ..paper import PaperKind
from .finding import Finding, Hint, Outcome, Report, Unreadable

__all__ = ["Finding", "Hint", "Outcome", "Report", "Unreadable", "check"]


def check(pdf: bytes, kind: PaperKind | None = None) -> Report:
    """The finding of each rule. Without `kind`, the paper's own words give its kind.

    Raises Unreadable, and nothing else, for a file that has no text to measure or is damaged.
    """
    from . import check_form

    return check_form.check(pdf, kind)
