"""What is typed into the search, understood: words and phrases, and the other names of the units among them."""

import re
from dataclasses import dataclass
from itertools import product

from ..models.search_entries import day_word
from ..vietnamese import search_words, squeeze, tidy
from ..written_days import day_in, days_in

LONGEST = 200
MOST_WORDS, MOST_NAMES = 24, 12
WORDS_OF_A_NUMBER = 3
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')

Word = tuple[str, str]
"""Folded, and as spelled; see vietnamese.search_words."""


@dataclass(frozen=True)
class Query:
    """`text` as it was typed, tidied and cut; `phrases` of one word or more, all of which must occur."""

    text: str
    phrases: tuple[tuple[Word, ...], ...]
    was_cut: bool = False

    @property
    def has_accents(self):
        return any(folded != spelled for phrase in self.phrases for folded, spelled in phrase)

    @classmethod
    def of(cls, typed):
        text = squeeze(tidy(typed.replace("\0", " ")))
        was_cut = len(text) > LONGEST
        if was_cut:
            text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        quoted = [tuple(search_words(words)) for words in _PHRASE.findall(text)]
        loose = [phrase for piece in _PHRASE.sub(" ", text).split() for phrase in _loose(piece)]
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
            days = [[((written, written),)] for phrase in taken for written in _as_day(phrase)]
            groups.append([taken, *days, *also[:MOST_NAMES]])
        return groups


def _name_at(phrases, names):
    """How many of the phrases at the beginning make up a unit's name, the longest; 0 where they make none."""
    return next((size for size in range(len(phrases), 0, -1) if _folded(phrases[:size]) in names), 0)


def _loose(piece):
    """The words of a piece without a space, each for itself; a number such as "05/BB-HĐND" or "2021-01-1" in one."""
    words = search_words(piece)
    is_number = len(words) >= WORDS_OF_A_NUMBER and any(folded.isdigit() for folded, _ in words)
    return [tuple(words)] if is_number else [(word,) for word in words]


def _as_day(phrase):
    """ "2/2/2021" as the index knows the day, however it is written."""
    day = day_in("/".join(folded for folded, _ in phrase)) if len(phrase) == WORDS_OF_A_NUMBER else None
    return [day_word(day)] if day else []


def sought_words(groups):
    """What is marked in a hit: each phrase as it is spelled, if it has accents; a day in every way it is written."""
    for phrase in (phrase for group in groups for way in group for phrase in way):
        yield tuple(spelled for _, spelled in phrase)
        for day in days_in("/".join(folded for folded, _ in phrase)):
            for shown in product((f"{day.day}", f"{day.day:02}"), (f"{day.month}", f"{day.month:02}")):
                yield (*shown, f"{day.year}")
                yield (shown[0], "thang", shown[1], "nam", f"{day.year}")


def _folded(phrases):
    return " ".join(folded for phrase in phrases for folded, _ in phrase)
