"""Days and moments in words: "16:47 hôm nay", "còn 7 ngày", "quá hạn 9 ngày"."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ..directive_states import OWED
from ..vietnamese import LOCAL_ZONE, WEEKDAYS, date_digits, upper_first


def now():
    return timezone.now().astimezone(LOCAL_ZONE)


def today():
    return now().date()


def moment_words(at):
    """ "16:47 hôm nay", "17:02 hôm qua", "16:30, 07/01", "16:30, 07/12/2020"."""
    at, this_day = at.astimezone(LOCAL_ZONE), today()
    hour = f"{at:%H:%M}"
    if at.date() == this_day:
        return f"{hour} hôm nay"
    if at.date() == this_day - timedelta(days=1):
        return f"{hour} hôm qua"
    return f"{hour}, {day_digits(at.date())}"


def hour_and_day(at):
    """ "16:47, 07/01/2021"."""
    return f"{at.astimezone(LOCAL_ZONE):%H:%M, %d/%m/%Y}"


def day_digits(day):
    """ "07/01" in this year, "07/12/2020" in another."""
    return f"{day:%d/%m}" if day.year == today().year else date_digits(day)


def day_words(day):
    """ "Thứ Sáu, 08/01/2021"."""
    return f"{upper_first(WEEKDAYS[day.weekday()])}, {date_digits(day)}"


def days_left(day):
    """ "hôm nay", "ngày mai", "còn 25 ngày"; for a past day "9 ngày trước"."""
    left = (day - today()).days
    if left in (0, 1):
        return ("hôm nay", "ngày mai")[left]
    return f"còn {left} ngày" if left > 0 else f"{with_thousands(-left)} ngày trước"


def day_left_words(day):
    """ "còn 17 ngày", "quá hạn 13 ngày", "không có ngày" for a deadline."""
    if day is None:
        return "không có ngày"
    late = (today() - day).days
    return f"quá hạn {with_thousands(late)} ngày" if late > 0 else days_left(day)


def days_since(at):
    """ "đã chờ 2 ngày"; blank for today."""
    waited = (today() - at.astimezone(LOCAL_ZONE).date()).days
    return f"đã chờ {waited} ngày" if waited > 0 else ""


def with_thousands(number):
    return f"{number:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class DueStatus:
    """The deadline of a directive, in words for today."""

    words: str
    """ "Quá hạn 9 ngày", "Còn 2 ngày", "kỳ họp tới"; blank where there is none."""
    day: date | None
    late: bool = False
    soon: bool = False
    undated: bool = False
    """It is owed, and nobody knows by which day."""


def due_status(directive):
    """A closed directive is never late; a deadline in words alone has no count of days, and neither has a standing
    directive, which is looked at again each quarter."""
    day, words = directive.due_now, ", ".join(filter(None, (directive.due_text, directive.recurrence)))
    if directive.state_now not in OWED:
        return DueStatus(words, day)
    if directive.review_on:
        past = directive.review_on <= today()
        return DueStatus("Đến kỳ rà lại" if past else f"{words}, rà lại", directive.review_on, soon=past)
    if day is None:
        return DueStatus(words, None, undated=directive.is_undated)
    left = (day - today()).days
    if directive.is_late(today()):
        return DueStatus(f"Quá hạn {with_thousands(-left)} ngày", day, late=True)
    words = "Hạn hôm nay" if left == 0 else f"Còn {with_thousands(left)} ngày"
    return DueStatus(words, day, soon=left <= SOON)


SOON = 7
"""From so many days before its deadline a directive is due soon."""
