"""Hints on capitals (ND30, Phụ lục II), only where the words around leave no doubt."""

from collections.abc import Iterator
from itertools import islice

from .body_parts import INDENTED_MM
from .capitals import advice_on
from .finding import Hint
from .layout import Layout
from .measure import place
from .measured_sheet import Line

MOST = 20
"""Nobody reads more hints than this."""


def hints(layout: Layout) -> tuple[Hint, ...]:
    """Words that may be misspelt, in the order of the paper."""
    return tuple(islice(_all(layout), MOST))


def _all(layout: Layout) -> Iterator[Hint]:
    for text, line, opens in _texts(layout):
        for each in advice_on(text):
            if each.start or each.law != "ND30-II.I" or opens:
                yield Hint(law=each.law, where=place(line), words=each.words, advice=each.advice)


def _texts(layout: Layout) -> Iterator[tuple[str, Line, bool]]:
    """Each paragraph with its first line, and whether that surely opens one: a line at the edge may be the rest of
    the paragraph above."""
    abstract = layout.head.abstract
    if abstract:
        yield " ".join(line.text for line in abstract), abstract[0], False
    for paragraph in layout.paragraphs:
        indented = paragraph.first.x0 - layout.edges[0] > INDENTED_MM
        yield paragraph.text, paragraph.first, indented and not paragraph.centred
