"""The numbers of a session's directives: kept for ever once given, never given to another."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from .record import SessionRecord


class Row(Protocol):
    """A directive of the record, or the desk's."""

    @property
    def level(self) -> int: ...

    @property
    def number(self) -> str: ...


def numbers_of(rows: Sequence[Row], retired: Iterable[str] = ()) -> list[str]:
    """The number of each of `rows`, which stand as a tree: each directive with its tasks right below it.

    A row without a fitting number takes the next one: 3 after 2, 2.4 after 2.3. One that was moved to another level
    or under another directive takes a new number; its old one stays retired, as do those that were ever issued.
    """
    used = {*retired, *(row.number for row in rows if row.number)}
    numbers: list[str] = []
    head = ""
    for row in rows:
        above = head if row.level else ""
        fits = row.number and row.number.rpartition(".")[0] == above
        number = row.number if fits else _next(used, above)
        used.add(number)
        numbers.append(number)
        head = above or number
    return numbers


def _next(used: Collection[str], above: str) -> str:
    last = [int(number.rpartition(".")[2]) for number in used if number.rpartition(".")[0] == above]
    return f"{above}.{max(last, default=0) + 1}".lstrip(".")


def numbered_record(record: SessionRecord, retired: Iterable[str] = ()) -> SessionRecord:
    """The record with the numbers that its directives would be given now."""
    rows = zip(record.directives, numbers_of(record.directives, retired), strict=True)
    return replace(record, directives=tuple(replace(row, number=number) for row, number in rows))
