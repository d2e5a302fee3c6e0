"""Readers: an old post in, a SessionRecord and where each part of it came from out.

The rules are some hundred patterns that take a while to compile: they are imported by the first post that is read.
"""

from .post_text import UnreadablePost, decode
from .reading import Doubt, Part, Reading

__all__ = ["Doubt", "Part", "Reading", "UnreadablePost", "decode", "read"]


def read(text: str) -> Reading:
    """The session a post tells of. Raises UnreadablePost, and nothing else, where the text is no such post."""
    from . import post

    return post.read(text)
