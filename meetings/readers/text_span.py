"""Words of the post with their place in it."""

import re
from dataclasses import dataclass
from typing import Self

from meetings.vietnamese import squeeze

from .reading import Part

_QUOTED = 48


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-blank line of the post."""

    line: str
    at: int
    """The start of the line in the post, in characters."""
    words: str
    """The line with single spaces."""

    @property
    def clip(self) -> "Clip":
        return Clip(self, 0, len(self.words))

    def offset(self, position: int) -> int:
        """The place in the post of the character `position` of the words."""
        if len(self.line) == len(self.words):
            return self.at + position
        passed = 0
        for word in re.finditer(r"\S+", self.line):
            length = len(word.group())
            if position <= passed + length:
                return self.at + word.start() + position - passed
            passed += length + 1
        return self.at + len(self.line)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    found, at = [], 0
    for line in text.split("\n"):
        if words := squeeze(line):
            found.append(Paragraph(line, at, words))
        at += len(line) + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Clip:
    """Some words of a paragraph, `start` and `end` counted in its squeezed words."""

    paragraph: Paragraph
    start: int
    end: int

    @classmethod
    def of(cls, words: str) -> Self:
        """The words as a passage of their own."""
        return cls(Paragraph(words, 0, words), 0, len(words))

    @property
    def words(self) -> str:
        return self.paragraph.words[self.start : self.end]

    def cut(self, start: int, end: int | None = None) -> Self:
        """A part of the clip, counted from its start, without spaces at its ends."""
        words = self.words[start:end]
        first = self.start + start + len(words) - len(words.lstrip())
        return type(self)(self.paragraph, first, first + len(words.strip()))

    def part(self, field: str, *, sure: bool = True) -> Part:
        if self.start >= self.end:
            at = self.paragraph.offset(self.start)
            return Part(field, at, at, sure)
        return Part(field, self.paragraph.offset(self.start), self.paragraph.offset(self.end - 1) + 1, sure)

    @property
    def quoted(self) -> str:
        """The start of the words, for a sentence to the clerk."""
        words = self.words
        return f"“{words}”" if len(words) <= _QUOTED else f"“{words[:_QUOTED].rsplit(' ', 1)[0]} …”"
