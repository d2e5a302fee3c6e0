"""Splits a pasted passage into rows, which the clerk sees before they are added.

The first passage imports the code that reads it: its patterns take a while to compile.
"""

from .unsplittable import Unsplittable

__all__ = ["Unsplittable", "split"]


def split(kind, text, *, council=None, answers=None):
    """The rows in `text` for the section `kind`. Raises Unsplittable.

    `council` gives the locality, which tells its own members. `answers` are the clerk's, for unknown units.
    """
    from . import passage

    return passage.split(kind, text, council=council, answers=answers)
