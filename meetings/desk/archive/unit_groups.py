"""Unknown unit names that are alike, as one group with one decision."""

from dataclasses import dataclass

from ...models import UnitProposal
from ...vietnamese import fold

NEW, ALIAS, WORDS, PENDING = (UnitProposal.Answer[name] for name in ("NEW", "ALIAS", "WORDS", "PENDING"))
LIKELY, OTHER = "likely", "other"
"""The names are other names of a unit: of the offered one, or of one that the clerk types."""


@dataclass(frozen=True)
class Group:
    rows: tuple
    """The most frequent name first."""

    @property
    def head(self):
        return self.rows[0]

    @property
    def count(self):
        return sum(row.count for row in self.rows)

    @property
    def likely(self):
        """The name of the unit that these names probably mean; "" where they are alike among themselves only."""
        if self.head.likely:
            return self.head.likely.name
        other = self.head.likely_name
        return "" if other in {row.name for row in self.rows} else other

    @property
    def choice(self):
        """The value of the chosen button."""
        row = self.head
        if row.answer != ALIAS:
            return row.answer
        return LIKELY if row.unit is None or row.unit_id == row.likely_id else OTHER


def groups(rows):
    """Undecided groups first, else in the order of the rows. Names that were decided otherwise than the rest are a
    group of their own."""
    alike = {}
    for row in rows:
        alike.setdefault(_key(row), []).append(row)
    together = [Group(tuple(sorted(rows, key=_most_frequent))) for rows in alike.values()]
    return sorted(together, key=lambda group: group.choice != PENDING)


def _most_frequent(row):
    """A name that became a unit comes before those that are other names of it."""
    return row.answer != NEW, -row.count, row.name


def _key(row):
    if row.answer == NEW or (row.answer == ALIAS and row.unit_id is None):
        return "unit", fold(row.name if row.answer == NEW else row.likely_name or row.name)
    return row.answer, row.unit_id, row.likely_id or fold(row.likely_name or row.name)
