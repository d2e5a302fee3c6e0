"""Puts the letters of a page together into words and lines.

Makers of PDFs split text differently: word by word, letter by letter, with spaces or with distances alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from .measured_sheet import MM, Line, Stroke, Word

SPACE_EM = 0.16
"""A wider gap separates two words: the space of Times is 0.25 em, and kerning takes less than 0.08."""

BASELINE_EM = 0.2
"""Letters whose baselines differ by more are on two lines; a raised figure is joined again later."""

RAISED_SIZE, RAISED_EM = 0.8, 0.6
"""A raised or lowered figure has at most this share of its neighbours' size, and this distance from their line."""

SAME_PLACE_MM = 0.15
"""A letter printed twice within this distance is one letter, made bold by overprinting."""


SHORTEST_RULE, UNDERSCORE_EM = 4, 0.12
"""So many underscores in a row are a rule, this far below the baseline."""

Letter = Word
"""A word of one letter, before it is put together with others."""


def lines(page: int, letters: Iterable[Letter]) -> tuple[Line, ...]:
    """The lines of a page from top to bottom."""
    rows = [Line.of(page, row) for band in _bands(letters) if (row := list(_words(band)))]
    return tuple(_raised_joined(page, rows))


def without_rules(found: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[Stroke, ...]]:
    """The lines without rules that were typed as underscores, and those rules; the decree's own sheets have such."""
    kept: list[Line] = []
    rules: list[Stroke] = []
    for line in found:
        typed = [word for word in line.words if len(word.text) >= SHORTEST_RULE and set(word.text) == {"_"}]
        rules += [Stroke(word.x0, word.x1, word.baseline + UNDERSCORE_EM * word.size / MM) for word in typed]
        others = [word for word in line.words if word not in typed]
        if others:
            kept.append(Line.of(line.page, others) if typed else line)
    return tuple(kept), tuple(rules)


def _bands(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    band: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: letter.baseline):
        if band and letter.baseline - band[-1].baseline > BASELINE_EM * letter.size / MM:
            yield band
            band = []
        band.append(letter)
    if band:
        yield band


def _words(band: list[Letter]) -> Iterator[Word]:
    word: list[Letter] = []
    glued = False
    for letter in sorted(band, key=lambda letter: letter.x0):
        if letter.text.isspace():
            if word:
                yield _word(word, glued)
            word, glued = [], False
            continue
        if word:
            before = word[-1]
            if letter.text == before.text and abs(letter.x0 - before.x0) < SAME_PLACE_MM:
                continue
            apart = letter.x0 - before.x1 > SPACE_EM * letter.size / MM
            if apart or not _look_alike(letter, before):
                yield _word(word, glued)
                word, glued = [], not apart
        word.append(letter)
    if word:
        yield _word(word, glued)


def _look_alike(one: Letter, other: Letter) -> bool:
    return (one.size, one.font, one.black) == (other.size, other.font, other.black)


def _word(letters: list[Letter], glued: bool) -> Word:
    text = unicodedata.normalize("NFC", "".join(letter.text for letter in letters))
    return replace(letters[0], text=text, x1=max(letter.x1 for letter in letters), glued=glued)


def _raised_joined(page: int, lines: list[Line]) -> Iterator[Line]:
    """The lines, with raised and lowered figures joined to the line they belong to."""
    held: Line | None = None
    for line in lines:
        if held is None:
            held = line
            continue
        near = (line.baseline - held.baseline) * MM < RAISED_EM * max(held.size, line.size)
        smaller = min(held.size, line.size) <= RAISED_SIZE * max(held.size, line.size)
        if near and smaller and _touch(held.words, line.words):
            held = Line.of(page, _glued(sorted((*held.words, *line.words), key=lambda word: word.x0)))
            continue
        yield held
        held = line
    if held is not None:
        yield held


def _touch(one: Iterable[Word], other: tuple[Word, ...]) -> bool:
    """Whether a word of one line begins where a word of the other ends; words of two columns do not touch."""
    return any(
        max(word.x0, near.x0) - min(word.x1, near.x1) < SPACE_EM * max(word.size, near.size) / MM
        for word in one
        for near in other
    )


def _glued(row: list[Word]) -> Iterator[Word]:
    """The words of two joined lines, with `glued` computed again."""
    yield row[0]
    for before, word in pairwise(row):
        apart = word.x0 - before.x1 > SPACE_EM * max(before.size, word.size) / MM
        yield replace(word, glued=not apart)


_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|,it$|-it$|kursiv", re.IGNORECASE)


def font_name(name: str) -> str:
    """The name without the tag of its subset: "TimesNewRomanPS-BoldMT"."""
    return _SUBSET.sub("", name)


def is_bold(name: str) -> bool:
    return bool(_BOLD.search(name))


def is_italic(name: str) -> bool:
    return bool(_ITALIC.search(name))


def same_family(name: str, family: str) -> bool:
    """Whether a font in a PDF is of `family`, in any spelling: "TimesNewRoman,Bold", "Tinos-Bold"."""
    return _plain(name).startswith(_plain(family))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
