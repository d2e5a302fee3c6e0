"""Two people on one session: what each changed since the first of them opened it, over plain form data.

A screen is `{table: {row: {input: [values as a browser posts them]}}}`. The session's own fields are table "" with
the one row ""; a stored row goes by its key ("12"), one just added by its place ("+3"); a removed row is absent.
"""

import hashlib
import json
from dataclasses import dataclass

Words = dict[str, list[str]]
Screen = dict[str, dict[str, Words]]

COUPLED = (
    ("starts_at", "ends_at"),
    ("presence", "reason", "delegate"),
    ("due_on", "due_text"),
    ("state", "closed_on"),
)
"""Fields that make sense only together: "vắng" of one and the reason of the other would be nobody's words."""

NEVER_ASKED = ("order",)
"""Both moved the rows: the place of a row is not worth a question, the second to save has it their way."""

UNDER = "under"
"""The cell that names the row above its own: a stored one by its key, one just added by its place."""

MINE, THEIRS, BEFORE, BY_HAND = "mine", "theirs", "before", "by-hand"


def mark_of(words):
    """Changes with every word."""
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Difference:
    """One place where mine and theirs differ: some fields of a row, or (no names) the whole row."""

    table: str
    row: str
    names: tuple[str, ...]
    before: Words | None
    mine: Words | None
    theirs: Words | None

    @property
    def key(self):
        """Where it is and between which words: a choice does not outlive the words it was made between."""
        return mark_of([self.table, self.row, self.names, self.mine, self.theirs])

    @property
    def telling(self):
        """Of its names those whose words are not the same on all sides."""
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

    def words(self, side):
        return {MINE: self.mine, THEIRS: self.theirs, BEFORE: self.before}[side]


def differences(before: Screen, mine: Screen, theirs: Screen) -> list[Difference]:
    """Every place where saving mine would not leave what they saved; same words on both sides are no difference."""
    found = []
    for table in theirs:
        sides = [screen.get(table, {}) for screen in (before, mine, theirs)]
        for row in dict.fromkeys([*sides[2], *sides[0], *sides[1]]):
            found += _of_row(table, row, *(side.get(row) for side in sides))
    return found


def _of_row(table, row, before, mine, theirs):
    if mine is None and theirs is None:
        return []
    if mine is None or theirs is None:
        return [Difference(table, row, (), before, mine, theirs)]
    found = []
    for names in _together(mine):
        sides = [side and {name: side.get(name, []) for name in names} for side in (before, mine, theirs)]
        if sides[1] != sides[2]:
            found.append(Difference(table, row, names, *sides))
    return found


def _together(names):
    """The names in their order, coupled ones as one."""
    groups = {name: tuple(each for each in group if each in names) for group in COUPLED for name in group}
    return list(dict.fromkeys(groups.get(name, (name,)) for name in names))


@dataclass(frozen=True)
class Answer:
    """What was chosen for a difference; `text` is what was put together by hand."""

    side: str
    text: str = ""


def answered(difference, answer):
    """The words that stand in the merged screen; None is a row that goes."""
    if answer is None:
        return difference.words(MINE if difference.whose == MINE else THEIRS)
    if answer.side == BY_HAND:
        return {difference.names[0]: [answer.text]}
    return difference.words(answer.side)


def merged(theirs: Screen, found: list[Difference], answers: dict[str, Answer]) -> Screen:
    """Theirs with mine laid over it, place by place, as answered; unasked places need no answer."""
    screen = {table: {row: dict(words) for row, words in rows.items()} for table, rows in theirs.items()}
    for each in found:
        words = answered(each, answers.get(each.key))
        rows = screen[each.table]
        if words is None:
            rows.pop(each.row, None)
        else:
            rows[each.row] = {**(rows.get(each.row, {}) if each.names else {}), **words}
    return screen


def posted(screen: Screen, theirs: Screen) -> Words:
    """The screen as the form posts it: stored rows first (removed ones ticked), then those to be added anew."""
    data = dict(screen[""][""])
    for table, stored in theirs.items():
        if table == "":
            continue
        rows = screen[table]
        places = [*stored, *(row for row in rows if row not in stored)]
        moved = {row: f"+{place}" for place, row in enumerate(places) if row not in stored}
        for place, row in enumerate(places):
            cells = rows.get(row, stored.get(row))
            if UNDER in cells:
                cells = {**cells, UNDER: [moved.get(cell, cell) for cell in cells[UNDER]]}
            data |= {f"{table}-{place}-{name}": values for name, values in cells.items()}
            data[f"{table}-{place}-id"] = [row if row in stored else ""]
            if row not in rows:
                data[f"{table}-{place}-DELETE"] = ["on"]
        data[f"{table}-TOTAL_FORMS"], data[f"{table}-INITIAL_FORMS"] = [str(len(places))], [str(len(stored))]
    return data
