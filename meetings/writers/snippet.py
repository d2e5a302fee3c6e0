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
    """The whole of `text` in parts. `sought` are words that stand one after another, each folded, so that any accents
    will do, or as it is spelled; see vietnamese.search_words."""
    text = unicodedata.normalize("NFC", text)
    return _parts(text, _hits(text, sought), 0, len(text))


def snippet(paragraphs: Iterable[str], sought: Iterable[Sequence[str]], width: int = WIDTH) -> list[Part]:
    """The stretch of about `width` letters that shows most of `sought`, cut at words, "…" where it is cut. Where
    nothing of it stands there, the place of the same words with other accents, unmarked; else the beginning."""
    phrases, texts = [tuple(phrase) for phrase in sought], list(paragraphs)
    seen, text, hits, start = _best(texts, phrases, width)
    if not seen and (other := _best(texts, [tuple(map(_without_marks, each)) for each in phrases], width))[0]:
        _, text, _, start = other
    return _cut(text, hits if seen else [], start, width)


def holds(paragraphs: Iterable[str], sought: Iterable[Sequence[str]]) -> bool:
    """Whether any of `sought` stands there."""
    sought = [tuple(phrase) for phrase in sought]
    return any(_hits(unicodedata.normalize("NFC", text), sought) for text in paragraphs)


def as_written(text: str, folded: Sequence[str]) -> str:
    """The place where the words stand one after another, with their accents and signs; "" where they do not."""
    text = unicodedata.normalize("NFC", text)
    words = [match for match in _WORD.finditer(text) if _forms(match[0])[0]]
    for place in range(len(words) - len(folded) + 1):
        if all(_forms(word[0])[0] == each for word, each in zip(words[place:], folded, strict=False)):
            return text[words[place].start() : words[place + len(folded) - 1].end()]
    return ""


def other_spellings(paragraphs: Iterable[str], sought: Iterable[Sequence[str]]) -> list[str]:
    """The words that differ from those of `sought` in their accents alone, in small letters: "họp" for "hộp"."""
    words = {word for phrase in sought for word in phrase}
    bare = {_without_marks(word) for word in words if _without_marks(word) != word}
    found: dict[str, None] = {}
    for text in paragraphs:
        for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
            folded, spelled = _forms(match[0])
            if folded in bare and spelled not in words:
                found[match[0].lower()] = None
    return list(found)


def _best(paragraphs: list[str], sought: list[tuple[str, ...]], width: int) -> tuple[int, str, list[_Word], int]:
    """How much of `sought` is seen at the best place, the text, all its hits, and where it begins."""
    best: tuple[int, str, list[_Word], int] = (-1, "", [], 0)
    for paragraph in paragraphs:
        text = unicodedata.normalize("NFC", paragraph)
        hits = _hits(text, sought)
        for hit in hits or [_Word(0, 0, "")]:
            seen = {near.folded for near in hits if hit.start <= near.start and near.end <= hit.start + width}
            if len(seen) > best[0]:
                best = (len(seen), text, hits, hit.start)
    return best


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
def _forms(word: str) -> tuple[str, str]:
    """Folded, and as spelled."""
    forms = search_words(word)
    return "".join(folded for folded, _ in forms), "".join(spelled for _, spelled in forms)


def _without_marks(word: str) -> str:
    """ "hop" of "hop5": what is spelled has its marks behind it; a number is no mark."""
    return word if word.isdigit() else re.sub("(?<=[a-z])[1-9]+$", "", word)


def _hits(text: str, sought: Iterable[Sequence[str]]) -> list[_Word]:
    """The words of the text that are sought, in their order."""
    words = [match for match in _WORD.finditer(text) if _forms(match[0])[0]]
    forms = [_forms(word[0]) for word in words]
    places: set[int] = set()
    for phrase in sought:
        length = len(phrase)
        for place in range(len(forms) - length + 1):
            if phrase[0] in forms[place] and all(map(_is, phrase, forms[place : place + length])):
                places.update(range(place, place + length))
    return [_Word(*words[place].span(), forms[place][0]) for place in sorted(places)]


def _is(word: str, forms: tuple[str, str]) -> bool:
    return word in forms


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
