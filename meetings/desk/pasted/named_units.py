"""The units in the assignment of a pasted task, known and unknown ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...models import Unit
from ...readers.text_span import Clip
from .known_units import KnownUnits
from .pasted_row import Unknown


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a unit in an assignment."""

    words: str
    at: Clip
    unit: Unit | None
    is_lead: bool
    left: bool = False
    """The clerk leaves the name in the words."""

    @property
    def usable(self) -> bool:
        return bool(self.unit and self.unit.active)


def named_units(clips: dict[str, Clip], words: str, known: KnownUnits) -> list[Named]:
    named = []
    for field, at in clips.items():
        if field == "lead" or field.startswith("coordinators"):
            name = words[at.start : at.end]
            left = known.is_left(name)
            named.append(Named(name, at, None if left else known.called(name), field == "lead", left))
    return named


def coordinators(named: list[Named]) -> list[Unit]:
    """In the order of the words, each once, without the lead."""
    leads = [name.unit for name in named if name.is_lead]
    return list(dict.fromkeys(name.unit for name in named if name.usable and name.unit not in leads))


def unknown(named: list[Named], known: KnownUnits) -> Iterator[Unknown]:
    for name in named:
        if not name.unit and not name.left:
            yield Unknown(name.words, tuple(known.near(name.words)))
