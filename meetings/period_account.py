"""The account of a quarter or a year: how many directives were owed, given and done, by unit, session and topic."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import reduce

from .record import Labelled

_ROMAN = ("I", "II", "III", "IV")

SHARED_FROM = 5
"""Of fewer directives no share is told: one of two is no half of a year's work."""


def share(in_time: int, due: int) -> str:
    """ "24 trong 31 (77%)": a share is never told without what it is a share of."""
    if not due:
        return "chưa có việc đến hạn"
    if due < SHARED_FROM:
        return f"{in_time} trong {due} (ít việc, chưa tính)"
    return f"{in_time} trong {due} ({in_time * 100 // due}%)"


@dataclass(frozen=True, slots=True)
class Period:
    year: int
    quarter: int = 0
    """1 to 4; 0 for the whole year."""

    @classmethod
    def quarter_of(cls, year: int, month: int) -> "Period":
        return cls(year, (month + 2) // 3)

    @property
    def first(self) -> date:
        return date(self.year, max(3 * self.quarter - 2, 1), 1)

    @property
    def last(self) -> date:
        month = 3 * self.quarter or 12
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    @property
    def name(self) -> str:
        """ "quý III năm 2026", "năm 2026"."""
        return f"quý {_ROMAN[self.quarter - 1]} năm {self.year}" if self.quarter else f"năm {self.year}"

    @property
    def slug(self) -> str:
        """For the name of a file: "quy-3-2026"."""
        return f"quy-{self.quarter}-{self.year}" if self.quarter else f"nam-{self.year}"


class Outcome(Labelled):
    """What became of a directive by the end of the period; a column of each table, under its value."""

    IN_TIME = "in_time", "Xong đúng hạn"
    LATE = "late", "Xong sau hạn"
    UNTIMED = "untimed", "Xong, không tính hạn"
    """No day was named, or it came again until the office ended it."""
    DROPPED = "dropped", "Thôi thực hiện"
    WITHIN = "within", "Còn hạn"
    OVERDUE = "overdue", "Quá hạn"
    UNDATED = "undated", "Chưa có ngày"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """One row of a table. What came in is what became of it: carried + again + given = the seven outcomes."""

    name: str
    carried: int = 0
    """Owed when the period began."""
    again: int = 0
    """Opened again in the period, or followed from then on."""
    given: int = 0
    in_time: int = 0
    late: int = 0
    untimed: int = 0
    dropped: int = 0
    within: int = 0
    overdue: int = 0
    undated: int = 0
    extended: int = 0
    """Of all these, those whose term was put off in the period."""

    @property
    def all(self) -> int:
        return self.carried + self.again + self.given

    @property
    def done(self) -> int:
        return self.in_time + self.late + self.untimed

    @property
    def owed(self) -> int:
        return self.within + self.overdue + self.undated

    @property
    def punctual(self) -> str:
        """In time, of those of which it can be said: done with a day, or late."""
        return share(self.in_time, self.in_time + self.late + self.overdue)

    @property
    def cells(self) -> tuple[str | int, ...]:
        return tuple(getattr(self, name) for name in COLUMNS)

    def __add__(self, other: "Sums") -> "Sums":
        numbers = [each.name for each in fields(self) if each.name != "name"]
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in numbers})


COLUMNS = {
    "carried": "Kỳ trước chuyển",
    "again": "Mở lại",
    "given": "Giao mới",
    **{each.value: each.label for each in Outcome},
    "extended": "Được gia hạn",
    "punctual": "Đúng hạn trong số đã đến hạn",
}
"""The columns after the name, with their heads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRow:
    reference: str
    words: str
    lead: str
    due_on: date | None
    """None where a task under it is late, and not the directive itself."""
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodAccount:
    name: str
    """ "quý III năm 2026"."""
    until: date
    """The last day of the period, or the day of the account where the period is not over."""
    units: tuple[Sums, ...] = ()
    sessions: tuple[Sums, ...] = ()
    topics: tuple[Sums, ...] = ()
    late: tuple[LateRow, ...] = ()
    """The longest late first; none in the version of sums."""

    @property
    def total(self) -> Sums:
        return reduce(Sums.__add__, self.units, Sums(name="Cộng"))

    @property
    def all_tables(self) -> tuple[tuple[str, str, tuple[Sums, ...]], ...]:
        """[(its name, what its first column names, its rows)]."""
        return (
            ("Theo đơn vị chủ trì", "Đơn vị chủ trì", self.units),
            ("Theo phiên họp", "Phiên họp", self.sessions),
            ("Theo việc", "Về việc", self.topics),
        )

    @property
    def tables(self) -> tuple[tuple[str, str, tuple[Sums, ...]], ...]:
        """Those that have rows: there may be no topics."""
        return tuple(each for each in self.all_tables if each[2])

    def sums_alone(self) -> "PeriodAccount":
        return replace(self, late=())
