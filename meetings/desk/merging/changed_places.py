"""The places of the session screen in words: which section, which row, which cell, and what stands in it."""

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
UNTOLD = ("order", "under")
ROW_NAMES = ("name", "position", "title", "topic", "task")


class Places:
    """Names and values of the forms' places, as the clerk reads them on the screen."""

    def __init__(self, form, formsets):
        self.fields = {"": fields_of(form)} | {rows.prefix: fields_of_rows(rows) for rows in formsets}
        self.sections = SECTIONS

    def label(self, table, names):
        return ", ".join(upper_first(str(self.fields[table][name].label or name)) for name in names)

    def row(self, table, row, screen):
        """ "2 · Thành phần, dòng 4: Vũ Thị Lan"."""
        rows = screen.get(table, {})
        words = next((text for name in ROW_NAMES if (text := "".join(rows.get(row, {}).get(name, ())))), "")
        named = Truncator(words).words(8, truncate="…")
        return self.sections.get(table, table) + ", " + self.number(row, rows) + (f": {named}" if named else "")

    def number(self, row, rows):
        return "dòng mới" if row.startswith("+") or row not in rows else f"dòng {list(rows).index(row) + 1}"

    def of(self, difference, *screens):
        """Where it is; of a whole row the words follow anyway, so that only its number is told."""
        if difference.table == "":
            return self.of_field(difference)
        held = next((screen for screen in screens if difference.row in screen.get(difference.table, {})), {})
        if difference.names:
            named = self.row(difference.table, difference.row, held)
            return f"{named}, {self.label(difference.table, difference.telling)}"
        number = self.number(difference.row, held[difference.table])
        return f"{self.sections.get(difference.table, difference.table)}, cả {number}"

    def of_field(self, difference):
        section = SESSION_SECTIONS.get(difference.names[0], SECTIONS[""])
        return f"{section} · {self.label('', difference.telling)}"

    def text(self, difference, words):
        """What stands there on one side: the cell's words; of several cells "Trực tuyến, lý do: trống"."""
        if words is None:
            return ""
        if not difference.names:
            return self._row_text(difference.table, words)
        first, *others = ((name, self.cell(difference.table, name, words[name])) for name in difference.telling)
        told = (f"{self.label(difference.table, [name]).lower()}: {text}" for name, text in others)
        return ", ".join([first[1], *told])

    def _row_text(self, table, words):
        """The cells of a row that say something of their own."""
        fields = self.fields[table]
        told = (name for name in words if name not in UNTOLD and not isinstance(fields[name], BooleanField))
        return "; ".join(self.cell(table, name, words[name]) for name in told if any(words[name]))

    def cell(self, table, name, values):
        field = self.fields[table][name]
        if isinstance(field, BooleanField):
            return "có" if values else "không"
        if name == "under":
            return self._head(values)
        if name == "kept":
            values = [name_kept(value) for value in values]
        return ", ".join(self._chosen(field, values) if hasattr(field, "choices") else values) or "trống"

    @staticmethod
    def _head(values):
        """The directive a task stands under, by what it says."""
        key = "".join(values)
        head = Directive.objects.filter(pk=as_pk(key)).first() if as_pk(key) else None
        return str(head) if head else "một chỉ đạo mới" if key else "không, là một chỉ đạo"

    def _chosen(self, field, values):
        if isinstance(field, ModelChoiceField):
            keys = [key for value in values if (key := as_pk(value)) is not None]
            known = field.queryset.model._default_manager.in_bulk(keys)
            return [str(known[key]) for key in keys if key in known]
        labels = {str(value): str(label) for value, label in field.choices}
        return [labels.get(value, value) for value in values]

    def is_text(self, difference):
        """One cell of free words: only such can be put together by hand."""
        if len(difference.names) != 1:
            return False
        widget = self.fields[difference.table][difference.names[0]].widget
        return isinstance(widget, Textarea | TextInput) and not isinstance(widget, NumberInput | DateTimeBaseInput)


class RowPlaces(Places):
    """Those of a form without numbered sections: a field by its own name, a row by the name of its list."""

    def __init__(self, form, formsets):
        super().__init__(form, formsets)
        self.sections = {rows.prefix: upper_first(str(rows.model._meta.verbose_name_plural)) for rows in formsets}

    def of_field(self, difference):
        return self.label("", difference.telling)
