"""The forms and formsets that all rows of the session form share."""

from django import forms

from ...vietnamese import squeeze

CHOSEN_FOR_YOU = {"order", "under", "role", "presence", "is_public", "opinions_public", "vote_shown"}
"""Cells with a default value: a row that has only these is blank."""

LAST_PLACE = 32767
"""The largest number of the column; rows with one place are in the order they were added."""


class GrowingText(forms.Textarea):
    """A cell that wraps its text; `rows` follows the length where the browser cannot size the cell."""

    def __init__(self, attrs=None, across=40):
        super().__init__({"rows": 1, **(attrs or {})})
        self.across = across

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [1 + len(line) // self.across for line in (value or "").split("\n")]
        context["widget"]["attrs"]["rows"] = max(sum(lines), int(self.attrs["rows"]))
        return context

    def value_from_datadict(self, data, files, name):
        """A browser sends "\\r\\n" for the stored "\\n"; that is no change."""
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if value else value


class WrappedLine(forms.CharField):
    """One line of text in a cell that wraps."""

    def to_python(self, value):
        return squeeze(super().to_python(value))


class RowForm(forms.ModelForm):
    def has_changed(self):
        typed = set(self.changed_data)
        return bool(typed - CHOSEN_FOR_YOU if self.instance._state.adding else typed)

    def clean_order(self):
        """A stored row whose place was emptied stays where it is."""
        place = self.cleaned_data["order"]
        return self.instance.order if place is None else place

    @property
    def is_blank(self):
        """A spare row nobody has typed in."""
        return self.instance._state.adding and not (self.is_bound and self.has_changed())


class RowFormSet(forms.BaseInlineFormSet):
    """Rows without a place go to the end, in the order of the screen."""

    def save(self, commit=True):
        self.give_places()
        return super().save(commit)

    def give_places(self):
        last = max((form.cleaned_data.get("order") or 0 for form in self.initial_forms if form.is_valid()), default=0)
        for form in self.extra_forms:
            if form.has_changed() and not form.cleaned_data.get("order"):
                form.instance.order = last = min(last + 1, LAST_PLACE)
