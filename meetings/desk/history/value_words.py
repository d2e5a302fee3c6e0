"""The value of a column in words, for the history."""

from datetime import date, datetime, time

from django.db.models import BooleanField, FileField

from ...vietnamese import date_digits
from ..office_time import hour_and_day
from .historical_rows import NAMES


def value_words(field, row):
    """The value as the screen shows it; "" where there is none."""
    value = row[field.attname]
    if value is None or value == "":
        return ""
    if field.name in NAMES:
        names = (row[f"{field.name}__{name}"] for name in NAMES[field.name])
        return next(filter(None, names), "(không còn)")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return "có" if value else "không"
    if isinstance(field, FileField):
        return value.rpartition("/")[2]
    return _text(value)


def _text(value):
    if isinstance(value, datetime):
        return hour_and_day(value)
    if isinstance(value, date):
        return date_digits(value)
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)
