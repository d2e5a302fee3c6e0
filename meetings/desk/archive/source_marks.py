"""The post's own text, parted where the reader's parts and doubts begin and end, and what no part accounts for."""

import re
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\w+(?:[-/.:&]\w+)*")
_NUMBERING = re.compile(r"\s*(?:[-–+*•]\s*)?(?:(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)/:]\s*)?")


@dataclass(frozen=True)
class Piece:
    """A run of letters that one part, or none, accounts for."""

    words: str
    kind: str = ""
    """Of the innermost part; "" where there is none."""
    label: str = ""
    """The word for the kind, where its part begins."""
    doubt: str = ""
    """The doubt's letter; "?" where a part is not sure and no doubt says why."""
    opens: tuple = ()
    """The letters of the doubts that begin here."""
    left: bool = False
    """Words that came into no part of the record."""


@dataclass(frozen=True)
class Text:
    paragraphs: list
    left: int
    """How many words no part accounts for."""


def marked(reading, kinds, doubts) -> Text:
    text, parts = reading["text"], [part for part in reading["parts"] if part["start"] < part["end"]]
    paragraphs, left, start = [], 0, 0
    labels = _labels(parts, kinds)
    for line in text.split("\n"):
        end = start + len(line)
        here = [part for part in parts if part["start"] < end and part["end"] > start]
        pieces = list(_pieces(text, start, end, here, labels, doubts))
        left += sum(len(_WORD.findall(piece.words)) for piece in pieces if piece.left)
        if line.strip():
            paragraphs.append(pieces)
        start = end + 1
    return Text(paragraphs, left)


def _labels(parts, kinds):
    """Per part its kind and label: the label once for what follows on under the same one."""
    found, last = {}, ""
    for part in parts:
        kind, label = kinds.of(part["field"])
        found[id(part)] = (kind, "" if label == last else label)
        last = label or last
    return found


def _pieces(text, start, end, parts, labels, doubts):
    numbering = start + _NUMBERING.match(text[start:end]).end()
    for at, to in _runs(start, end, numbering, parts, doubts):
        over = [part for part in parts if part["start"] <= at and to <= part["end"]]
        inner = min(over, key=lambda part: part["end"] - part["start"], default=None)
        doubt = next((each for each in doubts if each.start <= at and to <= each.end), None)
        opening = (labels[id(part)][1] for part in over if part["start"] == at)
        yield Piece(
            words=text[at:to],
            kind=labels[id(inner)][0] if inner else "",
            label=" · ".join(dict.fromkeys(filter(None, opening))),
            doubt=doubt.letter if doubt else "?" if inner and not inner["sure"] else "",
            opens=tuple(each.letter for each in doubts if each.has_place and each.start == at),
            left=inner is None and at >= numbering and bool(_WORD.search(text[at:to])),
        )


def _runs(start, end, numbering, parts, doubts):
    """The paragraph cut wherever a part or a doubt begins or ends, and after the number it may open with."""
    cuts = {start, end, numbering}
    for part in parts:
        cuts |= {part["start"], part["end"]}
    for doubt in doubts:
        cuts |= {doubt.start, doubt.end}
    places = sorted(cut for cut in cuts if start <= cut <= end)
    return pairwise(places)
