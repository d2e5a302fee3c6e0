"""The words of a unit name without its marks: "&" and "-" join words as a space does, and the tone of "uỷ" may
stand on either letter."""

import re
from typing import NamedTuple

from ..vietnamese import search_words, tidy

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    written: str
    folded: str
    spelled: str
    """The letters and the tone; where the tone stands does not matter."""


def words_of(text):
    """
    >>> [word.folded for word in words_of("Văn phòng HĐND&UBND")]
    ['van', 'phong', 'hdnd', 'ubnd']
    """
    return [
        Word(written, folded, spelled)
        for written in _WORD.findall(tidy(text))
        for folded, spelled in search_words(written)
    ]


def begins_with(words, phrase):
    return spelling(words[: len(phrase)]) == spelling(phrase)


def ends_with(words, phrase):
    return spelling(words[-len(phrase) :]) == spelling(phrase)


def without(words, phrase):
    """The words without the phrase, wherever it stands."""
    kept, at = [], 0
    while at < len(words):
        if begins_with(words[at:], phrase):
            at += len(phrase)
        else:
            kept.append(words[at])
            at += 1
    return kept


def spelling(words):
    return tuple(word.spelled for word in words)
