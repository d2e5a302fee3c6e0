"""Two versions of one session side by side: which places differ, and in which words."""

from .sessions import Cell, Row, Section, compare

__all__ = ["Cell", "Row", "Section", "compare"]
