"""Reads a finished PDF back and holds it against the official form: kept, broken or not checkable, rule by rule."""

from . import rules  # noqa: F401  (enters every rule in the rulebook)
from .check import check
from .finding import Finding, Hint, Outcome, Report, Unreadable

__all__ = ["Finding", "Hint", "Outcome", "Report", "Unreadable", "check"]
