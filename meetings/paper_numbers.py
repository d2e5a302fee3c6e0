"""Numbers and days of one series of papers: a later number bears no earlier day (ND30, Điều 15.1)."""

from collections.abc import Iterable
from datetime import date

from .vietnamese import date_digits


def out_of_order(number: int, dated: date, others: Iterable[tuple[int, str, date]]) -> str:
    """Which of the `others` (number, reference, day) stand against the order, in words: "số 06/BB-HĐND đã ghi ngày
    09/01/2021"; "" where none does. It looks both ways: at lower numbers of a later day, and at higher ones of an
    earlier day."""
    against = [(other, name, day) for other, name, day in others if (other - number) * (day - dated).days < 0]
    before = max((each for each in against if each[0] < number), key=lambda each: each[2], default=None)
    after = min((each for each in against if each[0] > number), key=lambda each: each[2], default=None)
    return " và ".join(f"số {name} ghi ngày {date_digits(day)}" for _, name, day in filter(None, (before, after)))
