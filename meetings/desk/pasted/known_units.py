"""Finds the names of known units in a passage: the longest first, accents aside, with their places."""

import re
from dataclasses import dataclass

from ...models import Unit, UnitName
from ...readers.grammar.vocabulary import BODY
from ...vietnamese import fold

_DASH = re.compile(r" ?[-–—] ?")
_SHORTEST = 3
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    unit: Unit


class KnownUnits:
    """Every name of every unit. `answers` are the clerk's: the unit of a name, or None to leave it in the words."""

    def __init__(self, answers: dict[str, Unit | None] | None = None):
        self._units: dict[str, Unit | None] = {}
        for unit_name in UnitName.objects.select_related("unit"):
            self._learn(unit_name.folded, unit_name.unit)
        self._answers = {_key(name): unit for name, unit in (answers or {}).items()}
        self._units |= {key: unit for key, unit in self._answers.items() if unit}
        names = sorted((name for name, unit in self._units.items() if unit), key=len, reverse=True)
        loose = "|".join(re.escape(name).replace(r"\-", "-").replace("-", " ?[-–—] ?") for name in names)
        self._names = re.compile(rf"(?<![a-z0-9])(?:{loose})(?![a-z0-9]|-[a-z0-9])") if loose else None

    def _learn(self, name, unit):
        """Two units whose names differ by a dash alone are ambiguous, so that neither is recognised."""
        key = _key(name)
        if len(key) >= _SHORTEST:
            self._units[key] = unit if self._units.get(key, unit) == unit else None

    def called(self, words: str) -> Unit | None:
        return self._units.get(_key(words))

    def is_left(self, words: str) -> bool:
        """Whether the clerk leaves the name in the words."""
        key = _key(words)
        return key in self._answers and self._answers[key] is None

    def is_chosen(self, words: str) -> bool:
        """Whether the clerk chose the unit of this name."""
        return bool(self._answers.get(_key(words)))

    def near(self, words: str) -> list[Unit]:
        """Units to offer for an unknown name: named inside it, or with a longer name that begins with it."""
        key = _key(words)
        longer = [unit for name, unit in self._units.items() if unit and name.startswith(f"{key} ")]
        near = dict.fromkeys([*(mention.unit for mention in self.mentions(words)), *longer])
        return [unit for unit in near if unit.active][:_MOST_NEAR]

    def mentions(self, words: str) -> list[Mention]:
        if not self._names:
            return []
        folded, places = folded_with_places(words)
        return [
            Mention(places[match.start()], places[match.end() - 1] + 1, self._units[_key(match.group())])
            for match in self._names.finditer(folded)
        ]

    def masked(self, words: str) -> str:
        """The words with each known name replaced by a body of the same length without meaning.

        The reader's rules then see no "và", comma or task's verb inside a name.
        """
        for mention in self.mentions(words):
            words = words[: mention.start] + _opaque(words[mention.start : mention.end]) + words[mention.end :]
        return words


def _opaque(name: str) -> str:
    """A body's first word and letters without meaning: "UBND xxxx"."""
    head = BODY.match(name)
    kept = head.group() if head else "Ban"[: len(name)]
    return kept + " ".ljust(len(name) - len(kept), "x") if len(kept) < len(name) else kept


def _key(name: str) -> str:
    return _DASH.sub("-", fold(name))


def folded_with_places(words: str) -> tuple[str, list[int]]:
    """The words folded, and for each folded letter the place of its letter in the words."""
    folded, places = [], []
    for place, letter in enumerate(words):
        for folded_letter in fold(letter) or (" " if letter == " " else ""):
            folded.append(folded_letter)
            places.append(place)
    return "".join(folded), places
