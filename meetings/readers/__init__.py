"""Readers: an old post in, a SessionRecord and where each part of it came from out."""

from .post import read
from .reading import Doubt, Part, Reading
from .source import UnreadablePost, decode

__all__ = ["Doubt", "Part", "Reading", "UnreadablePost", "decode", "read"]
