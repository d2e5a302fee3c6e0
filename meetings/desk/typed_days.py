"""Days and hours as people type them: "07062026", "7-6", "ngày mai", "8h 01/12/2026"."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError

from ..vietnamese import LOCAL_ZONE, month_words, squeeze, tidy
from .office_time import now, today

_PARTS = re.compile(r"(\d{1,2})(?:\s*[/.\-]\s*|\s+)(\d{1,2})(?:(?:\s*[/.\-]\s*|\s+)(\d{4}|\d{2}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NAMED = {"hôm qua": -1, "hôm nay": 0, "ngày mai": 1, "mai": 1, "ngày kia": 2}
_HOUR = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?::|giờ|h|g)\s*(\d{2})?(?:\s*phút)?(?:\s*(sáng|trưa|chiều|tối))?(?![\d/])", re.IGNORECASE
)
_AFTERNOON = ("chiều", "tối")


def read_day(typed, *, ahead=False, since=None) -> date | None:
    """The day that was typed, or None. Without a year it is the one nearest to today; with `ahead`, the next one from
    today on, or from `since` on where that is earlier.

    Raises NoSuchDay, a ValueError that says why, for a day that no calendar has.
    """
    words = squeeze(tidy(typed)).lower()
    if words in _NAMED:
        return today() + timedelta(days=_NAMED[words])
    if found := _ISO.fullmatch(words):
        return _day(*map(int, reversed(found.groups())))
    found = _RUN.fullmatch(words) or _PARTS.fullmatch(words.removeprefix("ngày "))
    if not found:
        return None
    day, month, year = found.groups()
    if year:
        return _day(int(day), int(month), int(year) + (2000 if len(year) == 2 else 0))
    this = today().year
    if ahead:
        start = min(since or today(), today())
        first = _day(int(day), int(month), start.year)
        return first if first >= start else _day(int(day), int(month), start.year + 1)
    return min((_day(int(day), int(month), this + step) for step in (0, -1, 1)), key=lambda each: abs(each - today()))


class NoSuchDay(ValueError):
    """The message says why, in words for whoever typed it."""


def _day(day, month, year):
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDay(why_no_such_day(day, month, year)) from None


def why_no_such_day(day, month, year):
    """ "Tháng 02/2021 chỉ có 28 ngày."."""
    if not 1 <= month <= 12:
        return f"Không có tháng {month}. Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 28/02/2021."
    if day < 1:
        return "Không có ngày 0."
    return f"Tháng {month_words(month)}/{year} chỉ có {monthrange(year, month)[1]} ngày."


def read_hour(typed) -> tuple[time, str] | None:
    """The hour in the words, and the words without it; None where there is none."""
    words = squeeze(tidy(typed))
    found = _HOUR.search(words)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if (found[3] or "").lower() in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        return None
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return time(hour, minute), squeeze(re.sub(r"[,;]|\blúc\b", " ", rest))


def read_moment(typed) -> datetime | None:
    """The moment in Hà Nội that was typed, the hour before the day or after it; an hour alone is its next one."""
    found = read_hour(typed)
    if found is None:
        return None
    hour, rest = found
    try:
        day = read_day(rest, ahead=True) if rest else today()
    except NoSuchDay:
        return None
    moment = datetime.combine(day, hour, LOCAL_ZONE) if day else None
    return moment + timedelta(days=1) if moment and not rest and moment <= now() else moment


class DayField(forms.DateField):
    """A day in any of these spellings, shown as 07/06/2026."""

    default_error_messages = {"invalid": "Hãy ghi ngày, ví dụ 07/06/2026, 07062026, 7-6 hoặc ngày mai."}

    def to_python(self, value):
        if not isinstance(value, str):
            return super().to_python(value)
        if not squeeze(tidy(value)):
            return None
        try:
            day = read_day(value)
        except NoSuchDay as why:
            raise ValidationError(str(why), code="invalid") from why
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day
