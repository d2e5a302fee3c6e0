"""Marks in the words of a field: what Word needs beside letters, carried through the template between noncharacters.

Unicode keeps U+FDD0 and U+FDD1 for a program's own use: no text that people write may hold them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..words.no_break import held
from ..words.text import Span

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0\ufdd1\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold, and the marks themselves."""


def mark(command: str) -> str:
    return f"{_OPEN}{command}{_CLOSE}"


BOLD, PLAIN = mark("bold"), mark("plain")
LINE, PARAGRAPH = mark("line"), mark("paragraph")
NOTHING = mark("nothing")
"""Stands where a field has no words: a paragraph of nothing else is taken out."""


def blank(millimetres: float) -> str:
    """A dotted blank for the hand."""
    return mark(f"blank {millimetres:g}")


def gap(millimetres: float) -> str:
    """Room without dots."""
    return mark(f"gap {millimetres:g}")


def link(address: str) -> str:
    """Words that follow lead to `address`, until LINK_END."""
    return mark(f"link {plain(address)}")


LINK_END = mark("link")


def qr(address: str) -> str:
    return mark(f"qr {plain(address)}")


def fit(text: str) -> str:
    """`text` on one line, without what no file of Word may hold."""
    return _UNFIT.sub("", text).translate({9: " ", 10: " ", 13: " "})


def plain(text: str) -> str:
    """`text` on one line, escaped for a template."""
    return str(escape(fit(text)))


def marked(spans: Iterable[Span], names: tuple[str, ...] = ()) -> str:
    """The words of `spans`; no line breaks inside `names`."""
    return "".join(
        blank(span.blank_mm)
        if span.blank_mm
        else f"{BOLD}{plain(held(span.text, *names))}{PLAIN}"
        if span.bold
        else plain(held(span.text, *names))
        for span in spans
    )


@dataclass(frozen=True, slots=True)
class Words:
    """What a field prints: nothing, one line, or many. A template may also loop over them one by one."""

    parts: tuple[str, ...]
    joint: str = PARAGRAPH

    def __bool__(self) -> bool:
        return any(self.parts)

    def __iter__(self) -> Iterator["Words"]:
        return (Words((part,)) for part in self.parts)

    def __html__(self) -> Markup:
        return Markup(self.joint.join(self.parts) if self else NOTHING)

    __str__ = __html__


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words and commands in their order: ("words", "Địa điểm: "), ("blank", "104"), ("paragraph", "")."""
    for place, part in enumerate(_MARK.split(text)):
        if place % 2:
            command, _, figure = part.partition(" ")
            yield command, figure
        elif part:
            yield "words", part


def is_marked(text: str) -> bool:
    return _OPEN in text
