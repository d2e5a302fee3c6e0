"""Two texts of one session, paragraph by paragraph: a paragraph that was reworded shows its words, one that was
replaced shows both whole, and those that stayed are passed over."""

from difflib import SequenceMatcher
from itertools import zip_longest

from ..changed_words import Piece, changed

ALIKE = 0.6
"""Of the words of two paragraphs, from which on one is the other reworded."""


def difference(old, new):
    """A list of paragraphs, each the pieces that turn the old into the new; [] where the texts are the same."""
    before, after = _lines(old), _lines(new)
    found = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            found.append([Piece("same", f"… {b - a} đoạn giống nhau …")])
        else:
            found += _replaced(before[a:b], after[c:d])
    return found if any(piece.part != "same" for each in found for piece in each) else []


def _replaced(old, new):
    """Paragraphs in each other's place, in order; reworded ones side by side, others one after the other."""
    for before, after in zip_longest(old, new, fillvalue=""):
        if before and after and _alike(before, after):
            yield changed(before, after)
        else:
            yield from _whole(before, after)


def _whole(old, new):
    return [[Piece(part, words)] for part, words in (("old", old), ("new", new)) if words]


def _alike(old, new):
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= ALIKE


def _lines(text):
    return [line.strip() for line in text.split("\n") if line.strip()]
