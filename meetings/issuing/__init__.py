"""From the desk to the record room: the only way by which a page or a paper leaves the office."""

from .afterwards import sign, withdraw
from .composing import Composed, compose, draft_of, missing, template_of
from .page import publish
from .papers import FormBroken, Order, issue, look

__all__ = [
    "Composed",
    "FormBroken",
    "Order",
    "compose",
    "draft_of",
    "issue",
    "look",
    "missing",
    "publish",
    "sign",
    "template_of",
    "withdraw",
]
