"""The units that the desk knows by each of their names, found in a passage by the grammar of the reader."""

from dataclasses import dataclass

from ...models import Unit, UnitName
from ...readers.grammar.known_names import KnownNames, key

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
        self._answers = {key(name): unit for name, unit in (answers or {}).items()}
        self._units |= {known: unit for known, unit in self._answers.items() if unit}
        self.names = KnownNames(known for known, unit in self._units.items() if unit)

    def _learn(self, name, unit):
        """Two units whose names differ by a dash alone are ambiguous, so that neither is recognised."""
        known = key(name)
        if len(known) >= _SHORTEST:
            self._units[known] = unit if self._units.get(known, unit) == unit else None

    def called(self, words: str) -> Unit | None:
        return self._units.get(key(words))

    def is_left(self, words: str) -> bool:
        """Whether the clerk leaves the name in the words."""
        known = key(words)
        return known in self._answers and self._answers[known] is None

    def is_chosen(self, words: str) -> bool:
        """Whether the clerk chose the unit of this name."""
        return bool(self._answers.get(key(words)))

    def near(self, words: str) -> list[Unit]:
        """Units to offer for an unknown name: named inside it, or with a longer name that begins with it."""
        known = key(words)
        longer = [unit for name, unit in self._units.items() if unit and name.startswith(f"{known} ")]
        near = dict.fromkeys([*(mention.unit for mention in self.mentions(words)), *longer])
        return [unit for unit in near if unit.active][:_MOST_NEAR]

    def mentions(self, words: str) -> list[Mention]:
        return [Mention(start, end, self._units[known]) for start, end, known in self.names.mentions(words)]
