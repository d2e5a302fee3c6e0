"""A pasted passage, taken apart into rows that are shown before any is added.

What reads a passage is imported by the first one that is pasted: its patterns take a while to compile.
"""

from .unsplittable import Unsplittable

__all__ = ["Unsplittable", "split"]


def split(kind, text, *, council=None, answers=None):
    """The rows in `text` for the section `kind`. Raises Unsplittable.

    `council`: by whose locality its own members are known. `answers`: the clerk's, for units nobody knew.
    """
    from . import passage

    return passage.split(kind, text, council=council, answers=answers)
