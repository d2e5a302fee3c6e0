"""Readers turn an old post into a SessionRecord with the origin of each part.

The first post imports the rules: they are some hundred patterns that take a while to compile.
"""

from .grammar.office import NO_OFFICE, Office
from .post_text import UnreadablePost
from .reading import Doubt, Part, Reading

__all__ = ["NO_OFFICE", "Doubt", "Office", "Part", "Reading", "UnreadablePost", "read"]


def read(text: str, office: Office = NO_OFFICE) -> Reading:
    """The session of a post. Raises UnreadablePost, and nothing else, for a text that is no such post. What the
    reader knows of the `office` whose post it is makes it surer: its councils, its units, its people."""
    from . import post

    return post.read(text, office)
