"""The session screen as plain data: what its forms show, what a browser posted, and what was signed in between."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone

from ...vietnamese import tidy
from ..primary_keys import as_pk
from ..screen.row_formsets import CHOSEN_FOR_YOU
from .conflict import Screen, Words

SALT = "meetings.desk.merging.screen_data"
UNMERGED = ("seen_version",)
UNPOSTED_WHERE_EMPTY = (forms.CheckboxInput, forms.SelectMultiple, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Start:
    """What the clerk started from, and when; unknown where the form brings none that we signed."""

    screen: Screen
    at: datetime | None

    @classmethod
    def of(cls, signed):
        try:
            data = signing.loads(signed, salt=SALT)
        except signing.BadSignature:
            return cls({}, None)
        return cls(data["screen"], datetime.fromisoformat(data["at"]))


def sign(screen: Screen, at: datetime | None = None) -> str:
    return signing.dumps({"screen": screen, "at": (at or timezone.now()).isoformat()}, salt=SALT, compress=True)


def shown(form, formsets) -> Screen:
    """What unbound forms show."""
    screen = {"": {"": _words(form, fields_of(form))}}
    for rows in formsets:
        names = fields_of_rows(rows)
        screen[rows.prefix] = {str(each.instance.pk): _words(each, names) for each in rows.initial_forms}
    return screen


def typed(post, form, formsets, before: Screen) -> Screen:
    """What a browser posted for the same forms; an input that was not posted is as it was before."""
    screen = {"": {"": _typed(post, "", fields_of(form), before[""][""])}}
    for rows in formsets:
        stood = before.get(rows.prefix, {})
        count = as_pk(post.get(f"{rows.prefix}-TOTAL_FORMS", ""))
        screen[rows.prefix] = stood if count is None else _typed_rows(post, rows, count, stood)
    return screen


def _typed_rows(post, rows, count, before):
    fields, found = fields_of_rows(rows), {}
    untouched = _words(rows.empty_form, fields)
    for place in range(min(count, rows.absolute_max)):
        prefix = f"{rows.prefix}-{place}-"
        key = post.get(f"{prefix}id", "")
        words = _typed(post, prefix, fields, before.get(key, {} if key else untouched))
        says = any(words[name] != untouched[name] for name in words if name not in CHOSEN_FOR_YOU)
        if f"{prefix}DELETE" not in post and (key or says):
            found[key or f"+{place}"] = words
    return found


def _typed(post, prefix, fields, before) -> Words:
    words = {}
    for name, field in fields.items():
        values = post.getlist(prefix + name)
        ticked = isinstance(_widget(field), UNPOSTED_WHERE_EMPTY)
        words[name] = _as_shown(field, values) if values or ticked else before.get(name, [])
    return words


def fields_of(form):
    return {name: field for name, field in form.fields.items() if name not in UNMERGED and _is_words(field)}


def fields_of_rows(rows):
    """The inputs of a row that hold words: not its key, its parent, its removal, nor a file."""
    plumbing = {rows.model._meta.pk.name, rows.fk.name, forms.formsets.DELETION_FIELD_NAME}
    fields = rows.empty_form.fields
    return {name: field for name, field in fields.items() if name not in plumbing and _is_words(field)}


def _is_words(field):
    return not isinstance(field, forms.FileField) and not field.disabled


def _words(form, fields) -> Words:
    return {name: _values(field, form[name].value()) for name, field in fields.items()}


def _widget(field):
    widget = field.widget
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def _values(field, value):
    """As a browser would post it."""
    widget = _widget(field)
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    if isinstance(value := widget.format_value(value), list | tuple):
        told = [str(each) for each in value]
        return sorted(told) if isinstance(widget, forms.CheckboxSelectMultiple) else told  # ticks have no order
    return ["" if value is None else tidy(str(value))]


def _as_shown(field, values):
    """5/1/2021 as 05/01/2021: what is only spelt otherwise is no change. What cannot be read stays as typed."""
    if isinstance(_widget(field), forms.CheckboxInput):
        return ["on"] if values else []
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return sorted(values) if isinstance(_widget(field), forms.CheckboxSelectMultiple) else values
    try:
        return _values(field, field.prepare_value(field.to_python(values[0])))
    except (ValidationError, TypeError, ValueError):
        return [tidy(values[0])]
