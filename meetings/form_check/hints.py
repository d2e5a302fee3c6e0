"""Hints on capitals (ND30, Phụ lục II), only where the words around leave no doubt."""

import re
from collections.abc import Iterator
from itertools import islice

from .capitals import advice_on
from .capitals.own_place import own_place
from .finding import Hint
from .layout import Layout
from .measure import place

MOST = 20
"""Nobody reads more hints than this."""


def hints(layout: Layout) -> tuple[Hint, ...]:
    """Words that may be misspelt, in the order of the paper."""
    return tuple(islice(_all(layout), MOST))


def _all(layout: Layout) -> Iterator[Hint]:
    own = own_place(_place(layout))
    for passage in layout.passages:
        for each in advice_on(passage.text, own):
            if each.start or each.law != "ND30-II.I" or passage.opens:
                yield Hint(law=each.law, where=place(passage.first), words=each.words, advice=each.advice)


def _place(layout: Layout) -> str:
    """The paper's own place: what stands before its date, or else the last line of the issuing body's name."""
    dated = re.match("([^,]+), ngày", " ".join(line.text for line in layout.head.place_date))
    named = [line.text.title() for line in layout.head.issuer if line.text.isupper()]
    return dated[1] if dated else (named or [""])[-1]
