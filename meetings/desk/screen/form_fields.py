"""Form fields for a month, a list of units in order, and a moment."""

import re
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError

from ...vietnamese import LOCAL_ZONE
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


class MomentField(forms.Field):
    """ "08:00 11/1/2021" or "11/1/2021 08:00", in Hà Nội time; None for anything else."""

    _PATTERNS = ("%H:%M %d/%m/%Y", "%H:%M, %d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y, %H:%M", "%Y-%m-%dT%H:%M")

    def to_python(self, value):
        for pattern in self._PATTERNS:
            try:
                return datetime.strptime(" ".join(value.split()), pattern).replace(tzinfo=LOCAL_ZONE)
            except ValueError:
                continue
        return None
