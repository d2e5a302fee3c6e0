"""The differences between two people's changes to one form, and their merge, over plain form values.

FormValues is `{table: {row: {input: [values as a browser posts them]}}}`. The fields of the form itself are table ""
with the one row ""; a stored row has its key ("12"), a new row its place ("+3"); a removed row is absent.
"""

import hashlib
import json
from dataclasses import dataclass

RowValues = dict[str, list[str]]
FormValues = dict[str, dict[str, RowValues]]

COUPLED = (
    ("starts_at", "ends_at"),
    ("presence", "reason", "delegate"),
    ("due_on", "due_text"),
    ("state", "closed_on"),
)
"""Fields that are merged as one: "vắng" of one person with the reason of the other would be a row nobody typed."""

NEVER_ASKED = ("order",)
"""Where both moved a row, the second to save wins without a question."""

UNDER = "under"
"""The cell that names the parent row: a stored row by its key, a new row by its place."""

MINE, THEIRS, BEFORE, BY_HAND = "mine", "theirs", "before", "by-hand"


def digest(values):
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Difference:
    """One place where mine and theirs differ: some fields of a row, or (without names) the whole row."""

    table: str
    row: str
    names: tuple[str, ...]
    before: RowValues | None
    mine: RowValues | None
    theirs: RowValues | None

    @property
    def key(self):
        """Names the place and both values: a choice made between other values does not count."""
        return digest([self.table, self.row, self.names, self.mine, self.theirs])

    @property
    def differing_names(self):
        """The names whose values are not the same on all sides."""
        sides = [side for side in (self.before, self.mine, self.theirs) if side is not None]
        return tuple(name for name in self.names if len({tuple(side[name]) for side in sides}) > 1)

    @property
    def whose(self):
        """Who changed it: MINE, THEIRS, or "both"."""
        if self.mine == self.before:
            return THEIRS
        return MINE if self.theirs == self.before or self.names == NEVER_ASKED else "both"

    @property
    def is_asked(self):
        return self.whose == "both"

    def values(self, side):
        return {MINE: self.mine, THEIRS: self.theirs, BEFORE: self.before}[side]


def differences(before: FormValues, mine: FormValues, theirs: FormValues) -> list[Difference]:
    """Every place where mine is not theirs."""
    result = []
    for table in theirs:
        sides = [values.get(table, {}) for values in (before, mine, theirs)]
        for row in dict.fromkeys([*sides[2], *sides[0], *sides[1]]):
            result += _row_differences(table, row, *(side.get(row) for side in sides))
    return result


def _row_differences(table, row, before, mine, theirs):
    if mine is None and theirs is None:
        return []
    if mine is None or theirs is None:
        return [Difference(table, row, (), before, mine, theirs)]
    result = []
    for names in _coupled(mine):
        sides = [side and {name: side.get(name, []) for name in names} for side in (before, mine, theirs)]
        if sides[1] != sides[2]:
            result.append(Difference(table, row, names, *sides))
    return result


def _coupled(names):
    """The names in their order, each as a tuple; coupled names are one tuple."""
    groups = {name: tuple(part for part in group if part in names) for group in COUPLED for name in group}
    return list(dict.fromkeys(groups.get(name, (name,)) for name in names))


@dataclass(frozen=True)
class Answer:
    """The choice for a difference; `text` is the text typed by hand."""

    side: str
    text: str = ""


def merged_values(difference, answer):
    """The values after the merge; None for a removed row."""
    if answer is None:
        return difference.values(MINE if difference.whose == MINE else THEIRS)
    if answer.side == BY_HAND:
        return {difference.names[0]: [answer.text]}
    return difference.values(answer.side)


def merged(theirs: FormValues, changes: list[Difference], answers: dict[str, Answer]) -> FormValues:
    """Theirs with my changes, as answered; a place that is not asked about needs no answer."""
    result = {table: {row: dict(values) for row, values in rows.items()} for table, rows in theirs.items()}
    for difference in changes:
        values = merged_values(difference, answers.get(difference.key))
        rows = result[difference.table]
        if values is None:
            rows.pop(difference.row, None)
        else:
            rows[difference.row] = {**(rows.get(difference.row, {}) if difference.names else {}), **values}
    return result


def posted(values: FormValues, theirs: FormValues) -> RowValues:
    """The values as the form posts them: stored rows first (removed ones with DELETE), then new rows."""
    data = dict(values[""][""])
    for table, stored in theirs.items():
        if table == "":
            continue
        rows = values[table]
        places = [*stored, *(row for row in rows if row not in stored)]
        moved = {row: f"+{place}" for place, row in enumerate(places) if row not in stored}
        for place, row in enumerate(places):
            cells = rows.get(row, stored.get(row))
            if UNDER in cells:
                cells = {**cells, UNDER: [moved.get(cell, cell) for cell in cells[UNDER]]}
            data |= {f"{table}-{place}-{name}": cell for name, cell in cells.items()}
            data[f"{table}-{place}-id"] = [row if row in stored else ""]
            if row not in rows:
                data[f"{table}-{place}-DELETE"] = ["on"]
        data[f"{table}-TOTAL_FORMS"], data[f"{table}-INITIAL_FORMS"] = [str(len(places))], [str(len(stored))]
    return data
