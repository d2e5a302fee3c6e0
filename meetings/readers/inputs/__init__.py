"""The input side: folders, archives and tables of old posts in, one tidied text for each post out."""

from .batch import sources
from .source import Source, SourceFile, Unread

__all__ = ["Source", "SourceFile", "Unread", "sources"]
