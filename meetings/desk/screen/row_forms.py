"""The form of the session itself: its kind, month, times, place and prose."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from ... import prose
from ...models import Session
from ...record import PLAIN_FIELDS, PROSE_FIELDS
from ..merging import browser_drafts
from ..typed_days import DayField
from .form_fields import MonthField
from .row_formsets import GrowingText, WrappedLine

PROSE = {"class": "printed prose"}
SENTENCES = {
    "title": prose.title,
    "opening": prose.opening,
    "attendance": prose.attendance,
    "directives_intro": prose.directives_intro,
}


def grey_sentences(record):
    """The sentences that are printed for blank fields; filled fields have one too."""
    blank = replace(record, **dict.fromkeys(SENTENCES, ""))
    return {name: composed(blank) for name, composed in SENTENCES.items()}


class SessionForm(forms.ModelForm):
    belongs_to = MonthField(label="Thuộc tháng", widget=forms.TextInput(attrs={"placeholder": "01/2021"}))
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Session
        fields = ["council", "kind", *(name for name in PLAIN_FIELDS if name not in ("year", "month"))]
        widgets = {
            "ordinal": forms.NumberInput(attrs={"placeholder": "để trống được"}),
            "held_on": forms.DateInput(attrs={"placeholder": "ngày/tháng/năm"}),
            "starts_at": forms.TimeInput(format="%H:%M", attrs={"placeholder": "giờ:phút"}),
            "ends_at": forms.TimeInput(format="%H:%M", attrs={"placeholder": "giờ:phút"}),
            "title": GrowingText(across=60),
            "venue": GrowingText(across=60),
            **{name: GrowingText(PROSE, across=110) for name in PROSE_FIELDS},
            "assessment": GrowingText(PROSE | {"rows": 4}, across=110),
        }
        field_classes = {"title": WrappedLine, "venue": WrappedLine, "held_on": DayField}

    stored = None
    """The stored session with its rows; None for a new one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session = self.instance
        if (council := self.fields.get("council")) and len(choices := list(council.queryset[:2])) == 1:
            council.widget, council.initial = forms.HiddenInput(), choices[0].pk
        if session.pk:
            self.initial.setdefault("belongs_to", (session.year, session.month))
            self.initial["seen_version"] = session.version
            self.fields["belongs_to"].disabled = session.editions.exists()  # the month is in its public addresses
            self.stored = Session.objects.with_rows().get(pk=session.pk)
            for name, sentence in grey_sentences(self.stored.to_record()).items():
                if name in self.fields:
                    self.fields[name].widget.attrs["placeholder"] = sentence

    def clean(self):
        cleaned = super().clean()
        if month := cleaned.get("belongs_to"):
            self.instance.year, self.instance.month = month
        browser_drafts.refuse_to_save(self.data)
        self._refuse_overwriting(cleaned.get("seen_version"))
        return cleaned

    def _get_validation_exclusions(self):
        """clean() sets year and month: the constraint of one regular session a month needs them and the state."""
        unseen = super()._get_validation_exclusions()
        return unseen if "belongs_to" in self.errors else unseen - {"year", "month", "state"}

    def _refuse_overwriting(self, seen):
        if not self.instance.pk:
            return
        stored = Session.objects.select_for_update().only("version", "modified_at").get(pk=self.instance.pk)
        if seen != stored.version:
            when = localtime(stored.modified_at).strftime("%H:%M")
            raise ValidationError(
                f"Có người đã lưu phiên này lúc {when}, trong khi bạn đang sửa. Chữ bạn gõ còn nguyên bên dưới. "
                "Hãy bấm Lưu lần nữa để gộp hai bản.",
                code="stale",
            )
