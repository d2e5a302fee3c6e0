"""The input side: folders, archives and tables of old posts in, one tidied text for each post out.

The libraries that read Word and HTML are imported when posts are read, and no earlier.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .source import Source, SourceFile, Unread

__all__ = ["Source", "SourceFile", "Unread", "sources"]


def sources(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    """Every post in `paths`, lazily and in a stable order: of each folder and archive the pages first, then the rest
    without the files that the pages took along. Raises nothing: what cannot be read is an Unread."""
    from . import batch

    return batch.sources(paths)
