"""Readers: an old post in, a SessionRecord and where each part of it came from out."""

from .post import read
from .reading import Part, Reading
from .source import UnreadablePost, decode

__all__ = ["Part", "Reading", "UnreadablePost", "decode", "read"]
