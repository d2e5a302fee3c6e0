"""Twelve months of deadlines as a table, and as bars that stand on its columns: met in time, met late, owed still."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..due_terms import months_later

MONTHS = 12
HEAD, STEP, BAR, SUM = 150, 60, 32, 54
"""Widths of the table's columns, and of a bar, in units of the drawing; those of the table are the same."""
WIDTH, HEIGHT, TOP, FLOOR = HEAD + MONTHS * STEP + SUM, 132, 12, 122


@dataclass(frozen=True)
class Bar:
    kind: str
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class MonthChart:
    """`deadlines` are those of the twelve months up to that of `today`."""

    deadlines: list
    today: date

    @classmethod
    def up_to(cls, today, deadlines):
        first = months_later(today.replace(day=1), 1 - MONTHS)
        last = months_later(today.replace(day=1), 1)
        return cls([each for each in deadlines if first <= each.due_on < last], today)

    @cached_property
    def months(self):
        this_month = self.today.replace(day=1)
        return [months_later(this_month, step) for step in range(1 - MONTHS, 1)]

    @cached_property
    def rows(self):
        """[(kind, words, the count of each month, their sum)]."""
        kinds = (
            ("in-time", "Đúng hạn", lambda each: each.is_in_time),
            ("late", "Xong sau hạn", lambda each: each.met_on and not each.is_in_time),
            ("owed", "Quá hạn, còn nợ", lambda each: not each.met_on),
        )
        return [self._row(kind, words, filter(test, self.deadlines)) for kind, words, test in kinds]

    def _row(self, kind, words, deadlines):
        months = [each.due_on.replace(day=1) for each in deadlines]
        return kind, words, [months.count(month) for month in self.months], len(months)

    @property
    def in_time(self):
        return self.rows[0][3]

    @property
    def highest(self):
        """What the axis reaches up to: the highest bar, and even, so that its half is a number too."""
        highest = max(map(sum, zip(*(counts for _, _, counts, _ in self.rows), strict=True)))
        return max(2, highest + highest % 2)

    @property
    def lines(self):
        """[(height, the number there)] of the axis."""
        return [(self._y(number), number) for number in (self.highest, self.highest // 2, 0)]

    @property
    def bars(self):
        for at in range(MONTHS):
            below = 0
            for kind, _, counts, _ in self.rows:
                if counts[at]:
                    top = self._y(below + counts[at])
                    yield Bar(kind, HEAD + at * STEP + (STEP - BAR) // 2, top, self._y(below) - top)
                    below += counts[at]

    def _y(self, number):
        return FLOOR - (FLOOR - TOP) * number // self.highest

    width, height, left, right = WIDTH, HEIGHT, HEAD, WIDTH - SUM
