"""A pasted passage, taken apart into rows that are shown before any is added."""

from .passage import Pasted, Unsplittable, split

__all__ = ["Pasted", "Unsplittable", "split"]
