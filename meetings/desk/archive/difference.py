"""The difference of two texts of one session, paragraph by paragraph.

A reworded paragraph shows its changed words, a replaced one shows both paragraphs whole, equal ones are only counted.
"""

from difflib import SequenceMatcher
from itertools import zip_longest

from ...comparison.words import Piece, changed

ALIKE = 0.6
"""The share of equal words from which one paragraph counts as the other, reworded."""


def difference(old, new):
    """A list of paragraphs, each a list of pieces; [] where the texts are the same."""
    before, after = _lines(old), _lines(new)
    shown = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            shown.append([Piece("same", f"… {b - a} đoạn giống nhau …")])
        else:
            shown += _replaced(before[a:b], after[c:d])
    return shown if any(piece.part != "same" for paragraph in shown for piece in paragraph) else []


def _replaced(old, new):
    """The paragraphs that replace each other, in order: a reworded pair as one paragraph, any other pair as two."""
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
