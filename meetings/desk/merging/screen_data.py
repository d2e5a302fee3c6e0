"""A form with its rows as plain values: what the forms show, what a browser posted, and the signed start."""

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
from .conflict import FormValues, RowValues

SALT = "meetings.desk.merging.screen_data"
UNMERGED = ("seen_version",)
UNPOSTED_WHERE_EMPTY = (forms.CheckboxInput, forms.SelectMultiple, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Start:
    """The values that the form showed when it was opened, and when; empty where the form carries no signed start."""

    values: FormValues
    at: datetime | None

    @classmethod
    def of(cls, signed):
        try:
            data = signing.loads(signed, salt=SALT)
        except signing.BadSignature:
            return cls({}, None)
        return cls(data["screen"], datetime.fromisoformat(data["at"]))


def sign_start(values: FormValues) -> str:
    return signing.dumps({"screen": values, "at": timezone.now().isoformat()}, salt=SALT, compress=True)


def form_values(form, formsets) -> FormValues:
    """The values that unbound forms show."""
    values = {"": {"": _row_values(form, fields_of(form))}}
    for rows in formsets:
        names = fields_of_rows(rows)
        values[rows.prefix] = {str(row.instance.pk): _row_values(row, names) for row in rows.initial_forms}
    return values


def posted_values(post, form, formsets, before: FormValues) -> FormValues:
    """The values that a browser posted for the same forms; an input that was not posted keeps its value before."""
    values = {"": {"": _posted_row(post, "", fields_of(form), before[""][""])}}
    for rows in formsets:
        rows_before = before.get(rows.prefix, {})
        count = as_pk(post.get(f"{rows.prefix}-TOTAL_FORMS", ""))
        values[rows.prefix] = rows_before if count is None else _posted_rows(post, rows, count, rows_before)
    return values


def _posted_rows(post, rows, count, before):
    fields, posted = fields_of_rows(rows), {}
    untouched = _row_values(rows.empty_form, fields)
    for place in range(min(count, rows.absolute_max)):
        prefix = f"{rows.prefix}-{place}-"
        key = post.get(f"{prefix}id", "")
        row = _posted_row(post, prefix, fields, before.get(key, {} if key else untouched))
        is_filled = any(row[name] != untouched[name] for name in row if name not in CHOSEN_FOR_YOU)
        if f"{prefix}DELETE" not in post and (key or is_filled):
            posted[key or f"+{place}"] = row
    return posted


def _posted_row(post, prefix, fields, before) -> RowValues:
    row = {}
    for name, field in fields.items():
        values = post.getlist(prefix + name)
        may_be_empty = isinstance(_widget(field), UNPOSTED_WHERE_EMPTY)
        row[name] = _as_shown(field, values) if values or may_be_empty else before.get(name, [])
    return row


def fields_of(form):
    return {name: field for name, field in form.fields.items() if name not in UNMERGED and _is_merged(field)}


def fields_of_rows(rows):
    """The fields of a row that are merged: not its key, its parent, its DELETE box, nor a file."""
    technical = {rows.model._meta.pk.name, rows.fk.name, forms.formsets.DELETION_FIELD_NAME}
    fields = rows.empty_form.fields
    return {name: field for name, field in fields.items() if name not in technical and _is_merged(field)}


def _is_merged(field):
    return not isinstance(field, forms.FileField) and not field.disabled


def _row_values(form, fields) -> RowValues:
    return {name: _values(field, form[name].value()) for name, field in fields.items()}


def _widget(field):
    widget = field.widget
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def _values(field, value):
    """The value as a browser would post it."""
    widget = _widget(field)
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    if isinstance(value := widget.format_value(value), list | tuple):
        chosen = [str(choice) for choice in value]
        return sorted(chosen) if isinstance(widget, forms.CheckboxSelectMultiple) else chosen  # ticks have no order
    return ["" if value is None else tidy(str(value))]


def _as_shown(field, values):
    """5/1/2021 as 05/01/2021, for another spelling is no change; a value that cannot be read stays as typed."""
    if isinstance(_widget(field), forms.CheckboxInput):
        return ["on"] if values else []
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return sorted(values) if isinstance(_widget(field), forms.CheckboxSelectMultiple) else values
    try:
        return _values(field, field.prepare_value(field.to_python(values[0])))
    except (ValidationError, TypeError, ValueError):
        return [tidy(values[0])]
