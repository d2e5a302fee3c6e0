"""Primary keys in the text that a browser sends."""

LONGEST = 18
"""Every database takes a number of so many digits."""


def as_pk(text):
    """The key in `text`; None where `text` is no key."""
    text = str(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
