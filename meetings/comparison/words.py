"""The difference of two versions of a text: words struck out, words written in, and some words around them."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

SHORT = 12
"""A value of at most so many words (a name, a post, a date) is shown whole, old → new."""

AROUND = 6
"""In long prose so many words on each side of a change are shown."""

LEAST_SHARED = 0.3
"""The share of the letters that two versions must have in common to be shown word by word."""


class Piece(NamedTuple):
    """A run of words: "same", "old" (struck out) or "new" (written in)."""

    part: str
    text: str


def changed(old: str, new: str) -> list[Piece]:
    """The pieces that turn `old` into `new`, in reading order."""
    if not old or not new or max(_length(old), _length(new)) <= SHORT:
        return _whole(old, new)
    pieces = list(_compared(_words(old), _words(new)))
    if not any(piece.part == "same" and piece.text.strip() for piece in pieces):
        return _whole(old, new)
    return [_cut(piece, index, len(pieces)) for index, piece in enumerate(pieces)]


def sides(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of each version, for two columns: "same" in both, "old" in the first, "new" in the second."""
    pieces = list(_compared(_words(old), _words(new)))
    if _shared_letters(pieces) < LEAST_SHARED * max(len(old), len(new)):
        pieces = _whole(old, new)
    pieces = _joined(pieces)
    pieces = [_cut(piece, index, len(pieces)) for index, piece in enumerate(pieces)]
    before = tuple(piece for piece in pieces if piece.part != "new")
    return before, tuple(piece for piece in pieces if piece.part != "old")


def _shared_letters(pieces: list[Piece]) -> int:
    return sum(len(piece.text.strip()) for piece in pieces if piece.part == "same")


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Changed words with nothing but white space between them are one run."""
    old, new = "", ""
    joined: list[Piece] = []
    for piece in [*pieces, Piece("same", ".")]:
        if piece.part == "same" and (piece.text.strip() or not (old or new)):
            joined += _whole(old, new)
            old, new = "", ""
            joined.append(piece)
        else:
            old += piece.text if piece.part != "new" else ""
            new += piece.text if piece.part != "old" else ""
    return joined[:-1]


def _whole(old: str, new: str) -> list[Piece]:
    return [Piece(part, text) for part, text in (("old", old), ("new", new)) if text]


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    head = _shared(old, new)
    tail = _shared(reversed(old[head:]), reversed(new[head:]))
    if head:
        yield Piece("same", "".join(old[:head]))
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    if tail:
        yield Piece("same", "".join(old[len(old) - tail :]))


def _shared(old: Iterable[str], new: Iterable[str]) -> int:
    """The number of equal words at the start: most edits change one place, and a full comparison is slow."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("old", "".join(old[a:b]))
        if c < d:
            yield Piece("new", "".join(new[c:d]))


def _cut(piece: Piece, index: int, count: int) -> Piece:
    """A long unchanged run without its middle; at both ends of the text only its side next to a change."""
    words = _words(piece.text)
    if piece.part != "same" or len(words) <= 4 * AROUND:
        return piece
    before = [] if index == 0 else words[: 2 * AROUND]
    after = [] if index == count - 1 else words[-2 * AROUND :]
    return Piece("same", "".join((*before, " … ", *after)))


def _words(text: str) -> list[str]:
    """Words, dates, hours, marks and the white space between them; joined they are the text."""
    return re.findall(r"[0-9]+(?:[/:.][0-9]+)+|\w+|\s+|[^\w\s]", text)


def _length(text: str) -> int:
    return len(text.split())
