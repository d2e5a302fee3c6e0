"""Inputs turn folders, archives and tables of old posts into one tidied text for each post.

The libraries that read Word and HTML are imported only when posts are read.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .source import Source, SourceFile, Unread

__all__ = ["Source", "SourceFile", "Unread", "sources"]


def sources(paths: Iterable[Path]) -> Iterator[Source | Unread]:
    """Every post in `paths`, lazily and in a stable order: in each folder and archive the pages first, then the other
    files but those that belong to a page. It raises nothing: a file that cannot be read is an Unread."""
    from . import batch

    return batch.sources(paths)
