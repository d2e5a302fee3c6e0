"""The boxes for what a post does not say: its council, its month, the day held."""

import re

from django import forms
from django.core.exceptions import ValidationError

from ... import archiving
from ...archiving import FrameAnswers
from ...models import Refused
from ...vietnamese import date_digits
from ..typed_days import NoSuchDay, read_day

_MONTH = re.compile(r"(?:tháng )?([0-9]{1,2}) ?[/.-] ?([0-9]{4})", re.IGNORECASE)
_HAS_YEAR = re.compile(r".*[0-9]{4}")
"""An old post's day is never guessed from today's."""
FIRST_YEAR, LAST_YEAR = 1946, 2100
_TYPED = {"autocomplete": "off"}


class MendForm(forms.Form):
    council = forms.ChoiceField(required=False)
    new_council = forms.CharField(max_length=160, required=False, widget=forms.TextInput(attrs=_TYPED))
    yes = forms.BooleanField(required=False)
    month = forms.CharField(
        max_length=20, required=False, widget=forms.TextInput(attrs={**_TYPED, "placeholder": "tháng/năm"})
    )
    held_on = forms.CharField(
        max_length=20, required=False, widget=forms.TextInput(attrs={**_TYPED, "placeholder": "ngày/tháng/năm"})
    )

    def __init__(self, *args, councils, may_add, **kwargs):
        """`councils` are CouncilRecords; `may_add`: whether the clerk may confirm one that is not among them."""
        super().__init__(*args, **kwargs)
        self.councils = {council.committee_name: council for council in councils}
        choices = [(key, council.short_name) for key, council in self.councils.items()]
        self.fields["council"].choices = [("", "chưa chọn"), *choices]
        self.may_add = may_add

    def clean_month(self):
        """(year, month), or None."""
        if not (typed := self.cleaned_data["month"]):
            return None
        match = _MONTH.fullmatch(typed)
        if not match or not 1 <= int(match[1]) <= 12 or not FIRST_YEAR <= int(match[2]) <= LAST_YEAR:
            raise ValidationError("Hãy ghi tháng và năm, ví dụ 07/2020.")
        return int(match[2]), int(match[1])

    def clean_held_on(self):
        if not (typed := self.cleaned_data["held_on"]):
            return None
        try:
            day = read_day(typed) if _HAS_YEAR.match(typed) else None
        except NoSuchDay as why:
            raise ValidationError(str(why)) from why
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError("Hãy ghi ngày, tháng, năm, ví dụ 04/08/2020.")
        return day

    def clean(self):
        values = super().clean()
        if self.may_add and values.get("new_council"):
            try:
                values["added"] = self._confirmed(values)
            except Refused as refused:
                self.add_error("council", str(refused))
        return values

    @staticmethod
    def _confirmed(values):
        """A council that is not on the list needs its name and a yes of its own."""
        if values.get("council"):
            raise Refused("Hãy chọn hội đồng trong danh sách, hoặc điền tên hội đồng khác, không cả hai.")
        council = archiving.council_named(values["new_council"])
        if not values["yes"]:
            raise Refused(f"{council.short_name} chưa có trong danh sách: đúng thì hãy chọn ô xác nhận.")
        return council

    def answers(self):
        """What the valid form answers; a council that was confirmed is on the list from now on."""
        values = self.cleaned_data
        council = self.councils.get(values["council"])
        if added := values.get("added"):
            archiving.add_council(added)
            council = added
        year, month = values["month"] or (None, None)
        return FrameAnswers(council, year, month, values["held_on"])


def initial(answers):
    """The boxes with what was answered before."""
    return {
        "council": answers.council.committee_name if answers.council else "",
        "month": f"{answers.month:02d}/{answers.year}" if answers.month else "",
        "held_on": date_digits(answers.held_on) if answers.held_on else "",
    }
