"""The post's own text, cut where the reader's parts and doubts begin and end."""

import re
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\w+(?:[-/.:&]\w+)*")
_NUMBERING = re.compile(r"\s*(?:[-–+*•]\s*)?(?:(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])[.)/:]\s*)?")


@dataclass(frozen=True)
class Piece:
    """A run of letters that belongs to one part, or to none."""

    words: str
    kind: str = ""
    """The kind of the innermost part; "" where there is none."""
    label: str = ""
    """The part's label, where the part begins."""
    doubt: str = ""
    """The doubt's letter; "?" for a part that is not sure and has no doubt."""
    opens: tuple = ()
    """The letters of the doubts that begin here."""
    left: bool = False
    """The words are in no part of the record."""


@dataclass(frozen=True)
class Text:
    paragraphs: list
    left: int
    """The number of words that are in no part."""


def marked(reading, marks, doubts) -> Text:
    text, parts = reading["text"], [part for part in reading["parts"] if part["start"] < part["end"]]
    paragraphs, left, start = [], 0, 0
    labels = _labels(parts, marks)
    for line in text.split("\n"):
        end = start + len(line)
        here = [part for part in parts if part["start"] < end and part["end"] > start]
        pieces = list(_pieces(text, start, end, here, labels, doubts))
        left += sum(len(_WORD.findall(piece.words)) for piece in pieces if piece.left)
        if line.strip():
            paragraphs.append(pieces)
        start = end + 1
    return Text(paragraphs, left)


def _labels(parts, marks):
    """The kind and label of each part; neighbours with one label show it once."""
    labels, last = {}, ""
    for part in parts:
        kind, label = marks.kind_and_label(part["field"])
        labels[id(part)] = (kind, "" if label == last else label)
        last = label or last
    return labels


def _pieces(text, start, end, parts, labels, doubts):
    numbering = start + _NUMBERING.match(text[start:end]).end()
    for at, to in _runs(start, end, numbering, parts, doubts):
        around = [part for part in parts if part["start"] <= at and to <= part["end"]]
        inner = min(around, key=lambda part: part["end"] - part["start"], default=None)
        doubt = next((doubt for doubt in doubts if doubt.start <= at and to <= doubt.end), None)
        opening = (labels[id(part)][1] for part in around if part["start"] == at)
        yield Piece(
            words=text[at:to],
            kind=labels[id(inner)][0] if inner else "",
            label=" · ".join(dict.fromkeys(filter(None, opening))),
            doubt=doubt.letter if doubt else "?" if inner and not inner["sure"] else "",
            opens=tuple(doubt.letter for doubt in doubts if doubt.has_place and doubt.start == at),
            left=inner is None and at >= numbering and bool(_WORD.search(text[at:to])),
        )


def _runs(start, end, numbering, parts, doubts):
    """The paragraph cut where a part or a doubt begins or ends, and after its opening number."""
    cuts = {start, end, numbering}
    for part in parts:
        cuts |= {part["start"], part["end"]}
    for doubt in doubts:
        cuts |= {doubt.start, doubt.end}
    places = sorted(cut for cut in cuts if start <= cut <= end)
    return pairwise(places)
