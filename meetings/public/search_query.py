"""What is typed into the search, understood: words and phrases, and the other names of the units among them."""

import re
from dataclasses import dataclass

from ..vietnamese import search_words, squeeze, tidy

LONGEST = 200
MOST_WORDS, MOST_NAMES = 24, 12
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')

Word = tuple[str, str]
"""Folded, and as spelled; see vietnamese.search_words."""


@dataclass(frozen=True)
class Query:
    """`text` as it was typed, tidied and cut; `phrases` of one word or more, all of which must occur."""

    text: str
    phrases: tuple[tuple[Word, ...], ...]
    was_cut: bool = False

    @classmethod
    def of(cls, typed):
        text = squeeze(tidy(typed.replace("\0", " ")))
        was_cut = len(text) > LONGEST
        if was_cut:
            text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        quoted = [tuple(search_words(words)) for words in _PHRASE.findall(text)]
        loose = [(word,) for word in search_words(_PHRASE.sub(" ", text))]
        return cls(text, tuple(phrase for phrase in (*quoted, *loose) if phrase)[:MOST_WORDS], was_cut)

    def groups(self, names):
        """What must occur, as lists of alternatives: [[[phrase, …], …], …].

        `names` maps a folded name of a unit to all its folded names; words that make one up may stand under another.
        """
        groups, rest = [], list(self.phrases)
        while rest:
            length = _name_at(rest, names)
            taken, rest = rest[: max(length, 1)], rest[max(length, 1) :]
            others = names[_folded(taken)] if length else ()
            also = [[tuple(search_words(name))] for name in sorted(others) if name != _folded(taken)]
            groups.append([taken, *also[:MOST_NAMES]])
        return groups


def _name_at(phrases, names):
    """How many of the phrases at the beginning make up a unit's name, the longest; 0 where they make none."""
    return next((size for size in range(len(phrases), 0, -1) if _folded(phrases[:size]) in names), 0)


def _folded(phrases):
    return " ".join(folded for phrase in phrases for folded, _ in phrase)
