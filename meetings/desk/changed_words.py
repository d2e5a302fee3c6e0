"""The difference of two versions of a text: words struck out, words written in, and some words around them."""

import re
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

SHORT = 12
"""A value of at most so many words (a name, a post, a date) is shown whole, old → new."""

AROUND = 6
"""In long prose so many words on each side of a change are shown."""


class Piece(NamedTuple):
    """A run of words: "same", "old" (struck out) or "new" (written in)."""

    part: str
    text: str


def changed(old, new):
    """The pieces that turn `old` into `new`, in reading order."""
    if not old or not new or max(_length(old), _length(new)) <= SHORT:
        return _whole(old, new)
    pieces = list(_compared(_words(old), _words(new)))
    if not any(piece.part == "same" and piece.text.strip() for piece in pieces):
        return _whole(old, new)
    return [_cut(piece, index, len(pieces)) for index, piece in enumerate(pieces)]


def _whole(old, new):
    return [Piece(part, text) for part, text in (("old", old), ("new", new)) if text]


def _compared(old, new):
    head = _shared(old, new)
    tail = _shared(reversed(old[head:]), reversed(new[head:]))
    if head:
        yield Piece("same", "".join(old[:head]))
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    if tail:
        yield Piece("same", "".join(old[len(old) - tail :]))


def _shared(old, new):
    """The number of equal words at the start: most edits change one place, and a full comparison is slow."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _middle(old, new):
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("old", "".join(old[a:b]))
        if c < d:
            yield Piece("new", "".join(new[c:d]))


def _cut(piece, index, count):
    """A long unchanged run without its middle; at both ends of the text only its side next to a change."""
    words = _words(piece.text)
    if piece.part != "same" or len(words) <= 4 * AROUND:
        return piece
    before = [] if index == 0 else words[: 2 * AROUND]
    after = [] if index == count - 1 else words[-2 * AROUND :]
    return Piece("same", "".join((*before, " … ", *after)))


def _words(text):
    """Words, marks and the white space between them; joined they are the text."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _length(text):
    return len(text.split())
