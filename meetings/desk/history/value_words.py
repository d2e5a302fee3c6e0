"""A column's value as a clerk reads it: labels for choices, days first, units by name."""

from datetime import date, datetime, time

from django.db.models import BooleanField, FileField

from ...vietnamese import LOCAL_ZONE, date_digits
from .historical_rows import NAMES


def value_words(field, row):
    """A column's value as it is read on the screen; blank where there is none."""
    value = row[field.attname]
    if value is None or value == "":
        return ""
    if field.name in NAMES:
        called = (row[f"{field.name}__{name}"] for name in NAMES[field.name])
        return next(filter(None, called), "(không còn)")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return "có" if value else "không"
    if isinstance(field, FileField):
        return value.rpartition("/")[2]
    return _spoken(value)


def _spoken(value):
    if isinstance(value, datetime):
        return value.astimezone(LOCAL_ZONE).strftime("%H:%M, %d/%m/%Y")
    if isinstance(value, date):
        return date_digits(value)
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)
