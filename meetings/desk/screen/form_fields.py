"""Form fields for a month and for a list of units in order."""

import re

from django import forms
from django.core.exceptions import ValidationError

from ..primary_keys import as_pk


class MonthField(forms.CharField):
    """ "1/2021" or "01.2021" as (2021, 1)."""

    default_error_messages = {"invalid": "Hãy ghi tháng và năm, ví dụ 01/2021."}

    def to_python(self, value):
        if isinstance(value, tuple) or value in self.empty_values:
            return value or None
        match = re.fullmatch(r"\s*(?:tháng\s*)?(\d{1,2})\s*(?:[/.\-]|năm|\s)\s*(\d{4})\s*", value, re.IGNORECASE)
        if not match or not 1 <= int(match[1]) <= 12:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(match[2]), int(match[1])

    def prepare_value(self, value):
        return f"{value[1]:02d}/{value[0]}" if isinstance(value, tuple) else value

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or "").strip()


class UnitsField(forms.ModelMultipleChoiceField):
    """Units in the order they were chosen."""

    def clean(self, value):
        keys = list(dict.fromkeys(as_pk(pk) for pk in value or ()))
        if None in keys:
            raise ValidationError("Hãy chọn đơn vị trong danh sách.", code="invalid_choice")
        chosen = {unit.pk: unit for unit in super().clean(keys)}
        return [chosen[key] for key in keys]

    def has_changed(self, initial, data):
        return [str(pk) for pk in initial or ()] != [str(pk) for pk in data or ()]
