"""Readers turn an old post into a SessionRecord with the origin of each part.

The first post imports the rules: they are some hundred patterns that take a while to compile.
"""

from .post_text import UnreadablePost
from .reading import Doubt, Part, Reading

__all__ = ["Doubt", "Part", "Reading", "UnreadablePost", "read"]


def read(text: str) -> Reading:
    """The session of a post. Raises UnreadablePost, and nothing else, for a text that is no such post."""
    from . import post

    return post.read(text)
