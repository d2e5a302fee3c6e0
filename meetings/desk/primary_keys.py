"""Numbers of rows as a browser sends them."""

LONGEST = 18
"""Digits that every database and every int() takes."""


def as_pk(text):
    """The key written in `text`; None where it cannot be one."""
    text = str(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
