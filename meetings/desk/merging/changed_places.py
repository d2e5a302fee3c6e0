"""The places and the values of a form in words, for the merge page: section, row, field and value."""

from django.forms import BooleanField, ModelChoiceField, NumberInput, Textarea, TextInput
from django.forms.widgets import DateTimeBaseInput
from django.utils.text import Truncator

from ...models import Directive
from ...vietnamese import upper_first
from ..attachments.inline import name_kept
from ..primary_keys import as_pk
from .screen_data import fields_of, fields_of_rows

SECTIONS = {
    "": "1",
    "attendees": "2 · Thành phần",
    "agenda": "3 · Nội dung, ý kiến",
    "directives": "5 · Chỉ đạo",
    "attachments": "6 · Tài liệu kèm",
}
SESSION_SECTIONS = {"assessment": "4", "directives_intro": "5", "closing": "5"}
UNSHOWN = ("order", "under")
ROW_NAMES = ("name", "position", "title", "topic", "task")


class FormLabels:
    """The words of the session form."""

    def __init__(self, form, formsets):
        self.fields = {"": fields_of(form)} | {rows.prefix: fields_of_rows(rows) for rows in formsets}
        self.sections = SECTIONS

    def field_labels(self, table, names):
        return ", ".join(upper_first(str(self.fields[table][name].label or name)) for name in names)

    def row_label(self, table, row, values):
        """ "2 · Thành phần, dòng 4: Vũ Thị Lan"."""
        rows = values.get(table, {})
        words = next((text for name in ROW_NAMES if (text := "".join(rows.get(row, {}).get(name, ())))), "")
        name = Truncator(words).words(8, truncate="…")
        return self.sections.get(table, table) + ", " + self.row_number(row, rows) + (f": {name}" if name else "")

    def row_number(self, row, rows):
        return "dòng mới" if row.startswith("+") or row not in rows else f"dòng {list(rows).index(row) + 1}"

    def place(self, difference, *sides):
        """Where the difference is. A whole row has only its number here: its words follow on the page."""
        if difference.table == "":
            return self.field_place(difference)
        side = next((values for values in sides if difference.row in values.get(difference.table, {})), {})
        if difference.names:
            row = self.row_label(difference.table, difference.row, side)
            return f"{row}, {self.field_labels(difference.table, difference.differing_names)}"
        number = self.row_number(difference.row, side[difference.table])
        return f"{self.sections.get(difference.table, difference.table)}, cả {number}"

    def field_place(self, difference):
        section = SESSION_SECTIONS.get(difference.names[0], SECTIONS[""])
        return f"{section} · {self.field_labels('', difference.differing_names)}"

    def text(self, difference, row):
        """The value on one side; of several fields "Trực tuyến, lý do: trống"."""
        if row is None:
            return ""
        table = difference.table
        if not difference.names:
            return self._row_text(table, row)
        first, *others = difference.differing_names
        texts = (
            f"{self.field_labels(table, [name]).lower()}: {self.value_text(table, name, row[name])}"
            for name in others
        )
        return ", ".join([self.value_text(table, first, row[first]), *texts])

    def _row_text(self, table, row):
        """The values of a row, without empty ones, ticks and the row's place."""
        fields = self.fields[table]
        names = (name for name in row if name not in UNSHOWN and not isinstance(fields[name], BooleanField))
        return "; ".join(self.value_text(table, name, row[name]) for name in names if any(row[name]))

    def value_text(self, table, name, values):
        field = self.fields[table][name]
        if isinstance(field, BooleanField):
            return "có" if values else "không"
        if name == "under":
            return self._parent_text(values)
        if name == "kept":
            values = [name_kept(value) for value in values]
        return ", ".join(self._choice_labels(field, values) if hasattr(field, "choices") else values) or "trống"

    @staticmethod
    def _parent_text(values):
        """The words of the directive that a task belongs to."""
        key = "".join(values)
        parent = Directive.objects.filter(pk=as_pk(key)).first() if as_pk(key) else None
        return str(parent) if parent else "một chỉ đạo mới" if key else "không, là một chỉ đạo"

    def _choice_labels(self, field, values):
        if isinstance(field, ModelChoiceField):
            keys = [key for value in values if (key := as_pk(value)) is not None]
            known = field.queryset.model._default_manager.in_bulk(keys)
            return [str(known[key]) for key in keys if key in known]
        labels = {str(value): str(label) for value, label in field.choices}
        return [labels.get(value, value) for value in values]

    def is_free_text(self, difference):
        """One field of free text: only such a field can be merged by hand."""
        if len(difference.names) != 1:
            return False
        widget = self.fields[difference.table][difference.names[0]].widget
        return isinstance(widget, Textarea | TextInput) and not isinstance(widget, NumberInput | DateTimeBaseInput)


class RowFormLabels(FormLabels):
    """The words of a form without numbered sections: a row is named after its list."""

    def __init__(self, form, formsets):
        super().__init__(form, formsets)
        self.sections = {rows.prefix: upper_first(str(rows.model._meta.verbose_name_plural)) for rows in formsets}

    def field_place(self, difference):
        return self.field_labels("", difference.differing_names)
