"""How the pages write dates, and where a line of Vietnamese may not end."""

import re

from django import template
from django.utils import timezone

from ..vietnamese import (
    LOCAL_ZONE,
    WEEKDAYS,
    date_digits,
    date_words,
    hold_together,
    month_and_year,
    month_words,
    upper_first,
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Fewer places than hold_together: a phone's narrow, ragged column must still find where to end its lines.
_HELD = re.compile(r"(?<=\b[Nn]gày) (?=\d)|(?<=\b[Tt]háng) (?=\d)| (?=- )")

register = template.Library()


@register.filter
def held(text, record):
    """`text` with no-break spaces inside "ngày 05", "tháng 01" and the name of the place, and before a dash."""
    return _whole(_HELD.sub(NO_BREAK_SPACE, text), record.council.place_name)


@register.filter
def held_title(text, record):
    """As `held`, and the session's month with its year in one piece."""
    return held(_whole(text, month_and_year(record.year, record.month)), record)


def _whole(text, name):
    return text.replace(name, name.replace(" ", NO_BREAK_SPACE)) if name else text


@register.filter
def month(number):
    """ "tháng 01", "tháng 3"."""
    return hold_together(f"tháng {month_words(number)}")


@register.filter
def sentence(words):
    """`words` with the full stop their writer may have left out."""
    words = words.strip()
    return words if not words or words[-1] in ".!?…" else f"{words}."


@register.filter
def in_thousands(number):
    """ "1.607"."""
    return f"{number:,}".replace(",", ".")


@register.filter
def format_name(extension):
    """What the reader calls the program that opens it: "PDF", "Word"."""
    return "Word" if extension == "docx" else extension.upper()


@register.simple_tag
def today_in_digits():
    """ "25/01/2021", by the clock of Hà Nội."""
    return date_digits(timezone.localdate(timezone=LOCAL_ZONE))


@register.simple_tag
def today_in_words():
    """ "Thứ Hai, ngày 25 tháng 01 năm 2021", by the clock of Hà Nội."""
    today = timezone.localdate(timezone=LOCAL_ZONE)
    return f"{upper_first(WEEKDAYS[today.weekday()])}, {hold_together(date_words(today))}"
