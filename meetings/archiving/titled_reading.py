"""Reads a post under a title that it does not have. The reading speaks of the post's own text only."""

import re
from dataclasses import replace

from .. import readers
from ..vietnamese import squeeze

_LONGEST_HEADLINE = 300
_ENDS_A_SENTENCE = re.compile(r"[.:;,…!?]$")


def read(text, title, office):
    """The reading of the post with `title` put before its text. Raises UnreadablePost like every reading."""
    return _own_headline(_without_first_line(readers.read(f"{title}\n{text}", office)))


def _without_first_line(reading):
    """Every place counted from the post's own first letter."""
    first = reading.text.index("\n") + 1
    own = reading.text[first:]
    past = first + len(own) - len(own.lstrip("\n"))

    def moved(item):
        if item.end <= past:
            return replace(item, start=0, end=0)
        return replace(item, start=max(item.start - past, 0), end=item.end - past)

    return replace(
        reading,
        text=reading.text[past:],
        parts=tuple(moved(part) for part in reading.parts if part.end > past),
        doubts=tuple(map(moved, reading.doubts)),
    )


def _own_headline(reading):
    """A headline that the post does have is its title again, and no sentence of the opening."""
    line = reading.text.partition("\n")[0]
    headline, (first, _, rest) = squeeze(line), reading.record.opening.partition("\n")
    if first != headline or len(headline) > _LONGEST_HEADLINE or _ENDS_A_SENTENCE.search(headline):
        return reading
    return replace(
        reading,
        record=replace(reading.record, title=headline, opening=rest),
        parts=tuple(_of_title(part) if part.start < len(line) else part for part in reading.parts),
        body=reading.body[1:] if reading.body[:1] == (headline,) else reading.body,
    )


def _of_title(part):
    """A council that the title names is sure, as in every post that has one."""
    if part.field == "opening":
        return replace(part, field="title")
    return replace(part, sure=True) if part.field == "council" else part
