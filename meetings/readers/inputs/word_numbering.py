"""The numbers and dashes before the paragraphs of a list, which Word computes and does not write down."""

import re
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Level:
    form: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """By the number of the list, then by its level."""
    counts: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, number: str, level: int) -> str:
        """What stands before the next paragraph of that list and level: "1.", "a)", "-"; "" for a list unknown."""
        levels = self.levels.get(number)
        if not levels or level not in levels:
            return ""
        here = levels[level]
        if here.form == "bullet":
            return "-"
        counts = self.counts.setdefault(number, [])
        while len(counts) <= level:
            counts.append(levels[len(counts)].start - 1 if len(counts) in levels else 0)
        del counts[level + 1 :]
        counts[level] += 1

        def place(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = levels[at].form if at in levels else "decimal"
            return _written(max(counts[at], 1) if at < len(counts) else 1, form)

        return _PLACE.sub(place, here.pattern).strip()


def read(root: Any) -> Numbering:
    """From the parsed word/numbering.xml."""
    abstract = {
        element.get(W + "abstractNumId"): _levels(element) for element in root.iterchildren(W + "abstractNum")
    }
    found = Numbering()
    for element in root.iterchildren(W + "num"):
        levels = dict(abstract.get(_value(element, "abstractNumId"), {}))
        for override in element.iterchildren(W + "lvlOverride"):
            at = _number(override.get(W + "ilvl"), 0)
            levels |= _levels(override)
            if at in levels and (start := _value(override, "startOverride")):
                levels[at] = Level(levels[at].form, levels[at].pattern, _number(start, 1))
        found.levels[element.get(W + "numId") or ""] = levels
    return found


def _levels(around: Any) -> dict[int, Level]:
    return {
        _number(element.get(W + "ilvl"), 0): Level(
            _value(element, "numFmt") or "decimal",
            _value(element, "lvlText")[:60],
            _number(_value(element, "start"), 1),
        )
        for element in around.iterchildren(W + "lvl")
    }


def _value(element: Any, name: str) -> str:
    child = element.find(W + name)
    return (child.get(W + "val") or "") if child is not None else ""


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 6 else otherwise


def _written(number: int, form: str) -> str:
    number = min(number, _MOST)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        letters = _roman(number)
        return letters if form == "lowerRoman" else letters.upper()
    if form == "none":
        return ""
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
