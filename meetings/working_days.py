"""Working days, as far as they are fixed: weekends, the holidays of Điều 112 Bộ luật Lao động, 24 November, and the
decisions of the years that this table holds. Years still to come go by the lunar calendar; what nobody has decided
yet is named, never guessed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from .vietnamese import date_digits

FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Month and day of the holidays that stand in the solar calendar."""

DAY_OF_CULTURE, ITS_FIRST_YEAR = (11, 24), 2026

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """What a year's decisions add to the fixed holidays."""

    new_year: tuple[date, date]
    """The first and the last day off at Tết, those given for a weekend among them."""
    kings: date
    """Giỗ Tổ Hùng Vương, the 10th of the third lunar month."""
    beside: date | None
    """The day beside 2 September, a holiday since 2021."""
    off: tuple[date, ...] = ()
    """Working days that were exchanged for a Saturday."""
    worked: tuple[date, ...] = ()
    """The Saturdays that were worked for them."""
    decided: bool = True
    """False where only the lunar calendar is known."""


def _expected(first: date, last: date, kings: date, beside: date) -> _Year:
    return _Year(new_year=(first, last), kings=kings, beside=beside, decided=False)


YEARS = {
    2020: _Year(new_year=(date(2020, 1, 23), date(2020, 1, 29)), kings=date(2020, 4, 2), beside=None),
    2021: _Year(new_year=(date(2021, 2, 10), date(2021, 2, 16)), kings=date(2021, 4, 21), beside=date(2021, 9, 3)),
    2022: _Year(new_year=(date(2022, 1, 31), date(2022, 2, 4)), kings=date(2022, 4, 10), beside=date(2022, 9, 1)),
    2023: _Year(new_year=(date(2023, 1, 20), date(2023, 1, 26)), kings=date(2023, 4, 29), beside=date(2023, 9, 1)),
    2024: _Year(
        new_year=(date(2024, 2, 8), date(2024, 2, 14)),
        kings=date(2024, 4, 18),
        beside=date(2024, 9, 3),
        off=(date(2024, 4, 29),),
        worked=(date(2024, 5, 4),),
    ),
    2025: _Year(
        new_year=(date(2025, 1, 25), date(2025, 2, 2)),
        kings=date(2025, 4, 7),
        beside=date(2025, 9, 1),
        off=(date(2025, 5, 2),),
        worked=(date(2025, 4, 26),),
    ),
    2026: _Year(
        new_year=(date(2026, 2, 14), date(2026, 2, 22)),
        kings=date(2026, 4, 26),
        beside=date(2026, 9, 1),
        off=(date(2026, 1, 2), date(2026, 8, 31)),
        worked=(date(2026, 1, 10), date(2026, 8, 22)),
    ),
    2027: _expected(date(2027, 2, 4), date(2027, 2, 10), date(2027, 4, 16), date(2027, 9, 3)),
    2028: _expected(date(2028, 1, 24), date(2028, 1, 29), date(2028, 4, 4), date(2028, 9, 1)),
    2029: _expected(date(2029, 2, 12), date(2029, 2, 16), date(2029, 4, 23), date(2029, 9, 3)),
    2030: _expected(date(2030, 1, 31), date(2030, 2, 6), date(2030, 4, 12), date(2030, 9, 3)),
    2031: _expected(date(2031, 1, 21), date(2031, 1, 27), date(2031, 4, 1), date(2031, 9, 1)),
    2032: _expected(date(2032, 2, 9), date(2032, 2, 14), date(2032, 4, 19), date(2032, 9, 3)),
    2033: _expected(date(2033, 1, 30), date(2033, 2, 4), date(2033, 4, 9), date(2033, 9, 1)),
    2034: _expected(date(2034, 2, 17), date(2034, 2, 23), date(2034, 4, 28), date(2034, 9, 1)),
    2035: _expected(date(2035, 2, 6), date(2035, 2, 12), date(2035, 4, 17), date(2035, 9, 3)),
}
"""Write a year out when it is decided: the days off at Tết and at 2 September, what is exchanged."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which a paper may be sent: ND30, Điều 18.1."""

    day: date
    unknown: tuple[str, ...] = ()
    """The holidays near it that this table does not know, in words."""

    @property
    def doubt(self) -> str:
        """ "chưa tính nghỉ Tết Nguyên đán, … năm 2030"; "" where nothing is unknown."""
        return f"chưa tính {', '.join(self.unknown)}" if self.unknown else ""


def next_working_day(day: date) -> Deadline:
    """The first working day after `day`, and what of the calendar is not known on the way there."""
    unknown: dict[str, None] = {}
    while True:
        day += _DAY
        unknown |= dict.fromkeys(_unknown(day))
        if is_working_day(day):
            return Deadline(day, tuple(unknown))


def working_days_after(day: date, count: int) -> date:
    """So many working days after `day`; as far as is known here."""
    for _ in range(count):
        day = next_working_day(day).day
    return day


def working_days_before(day: date, count: int) -> date:
    """As far as is known here."""
    for _ in range(count):
        day -= _DAY
        while not is_working_day(day):
            day -= _DAY
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days there are after `first` up to `last`, as far as is known here."""
    return sum(is_working_day(first + step * _DAY) for step in range(1, (last - first).days + 1))


def late_words(dated: date, sent: date) -> str:
    """Why a paper of `dated` that is sent on `sent` is late; "" where it is in time."""
    deadline = next_working_day(dated)
    if sent <= deadline.day:
        return ""
    doubt = f"; {deadline.doubt}" if deadline.unknown else ""
    return f"chậm nhất phải chuyển ngày {date_digits(deadline.day)}{doubt}"


def first_in_time(sent: date) -> date:
    """The earliest day that a paper may bear to be in time where it is sent on `sent`."""
    day = sent
    while sent <= next_working_day(day - _DAY).day:
        day -= _DAY
    return day


def is_working_day(day: date) -> bool:
    """As far as is known here; `next_working_day` says what is not."""
    year = YEARS.get(day.year)
    if year and day in year.worked:
        return True
    return day.weekday() < _SATURDAY and day not in days_off(day.year)


@cache
def days_off(year: int) -> frozenset[date]:
    """The holidays of the year, with the days given for those that fall on a weekend (Điều 111.3)."""
    known = YEARS.get(year)
    holidays = [date(year, month, day) for month, day in FIXED]
    off: set[date] = set()
    if known:
        holidays += [day for day in (known.kings, known.beside) if day]
        off |= {*known.off, *_span(*known.new_year)}
    if year >= ITS_FIRST_YEAR:
        holidays.append(date(year, *DAY_OF_CULTURE))
    off |= set(holidays)
    for holiday in sorted(holidays):
        if holiday.weekday() >= _SATURDAY:
            instead = holiday
            while instead in off or instead.weekday() >= _SATURDAY:
                instead += _DAY
            off.add(instead)
    return frozenset(off)


def _span(first: date, last: date) -> list[date]:
    return [first + step * _DAY for step in range((last - first).days + 1)]


def _unknown(day: date) -> list[str]:
    known = YEARS.get(day.year)
    if known is None:
        return [f"nghỉ Tết Nguyên đán, Giỗ Tổ Hùng Vương, ngày liền kề 02/9 và ngày hoán đổi của năm {day.year}"]
    return [] if known.decided else [f"ngày hoán đổi của năm {day.year}, chưa có quyết định"]
