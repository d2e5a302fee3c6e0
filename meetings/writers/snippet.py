"""Where in a text the sought words stand: the text in parts, and the place that shows most of them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..vietnamese import search_words

WIDTH = 200
"""Letters of a snippet, about."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str


def marked(text: str, sought: Iterable[Sequence[str]]) -> list[Part]:
    """The whole of `text` in parts. `sought` are folded words that stand one after another."""
    text = unicodedata.normalize("NFC", text)
    return _parts(text, _hits(text, sought), 0, len(text))


def snippet(paragraphs: Iterable[str], sought: Iterable[Sequence[str]], width: int = WIDTH) -> list[Part]:
    """The stretch of about `width` letters that shows most of `sought`, cut at words, "…" where it is cut. The
    beginning of the text where nothing of it stands there."""
    sought = [tuple(phrase) for phrase in sought]
    best: tuple[int, str, list[_Word], int] = (-1, "", [], 0)
    for paragraph in paragraphs:
        text = unicodedata.normalize("NFC", paragraph)
        hits = _hits(text, sought)
        for hit in hits or [_Word(0, 0, "")]:
            seen = {near.folded for near in hits if hit.start <= near.start and near.end <= hit.start + width}
            if len(seen) > best[0]:
                best = (len(seen), text, hits, hit.start)
    _, text, hits, start = best
    return _cut(text, hits, start, width)


def _cut(text: str, hits: list[_Word], hit: int, width: int) -> list[Part]:
    start = max(0, min(hit - width // 4, len(text) - width))
    start = text.find(" ", start) + 1 if start and hit > width // 4 else 0
    end = len(text) if start + width >= len(text) else text.rfind(" ", start, start + width)
    end = end if end > start else len(text)
    parts = _parts(text, [hit for hit in hits if start <= hit.start and hit.end <= end], start, end)
    before = [Part("… ")] if start else []
    after = [Part(" …")] if end < len(text) else []
    return [*before, *parts, *after]


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return "".join(folded for folded, _ in search_words(word))


def _hits(text: str, sought: Iterable[Sequence[str]]) -> list[_Word]:
    """The words of the text that are sought, in their order."""
    words = [match for match in _WORD.finditer(text) if _folded(match[0])]
    folded = [_folded(word[0]) for word in words]
    places: set[int] = set()
    for phrase in sought:
        length = len(phrase)
        for place in range(len(folded) - length + 1):
            if folded[place] == phrase[0] and folded[place : place + length] == list(phrase):
                places.update(range(place, place + length))
    return [_Word(*words[place].span(), folded[place]) for place in sorted(places)]


def _parts(text: str, hits: list[_Word], start: int, end: int) -> list[Part]:
    parts: list[Part] = []
    at = start
    for hit in hits:
        joined = parts and parts[-1].is_hit and not text[at : hit.start].strip()
        if joined:
            parts[-1] = Part(parts[-1].text + text[at : hit.end], is_hit=True)
        else:
            parts += [Part(text[at : hit.start]), Part(text[hit.start : hit.end], is_hit=True)]
        at = hit.end
    parts.append(Part(text[at:end]))
    return [part for part in parts if part.text]
