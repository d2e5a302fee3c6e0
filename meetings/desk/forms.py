"""The forms of the session screen: the session itself, and each kind of row under it."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from ..models import Coordination, Directive, Session, Unit
from .fields import MonthField, UnitsField
from .units import UnitSelect, UnitsSelect


class SessionForm(forms.ModelForm):
    belongs_to = MonthField(label="Thuộc tháng", help_text="Ví dụ: 01/2021")
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Session
        fields = [
            "council",
            "kind",
            "expanded",
            "ordinal",
            "title",
            "held_on",
            "starts_at",
            "ends_at",
            "venue",
            "opening",
            "attendance",
            "assessment",
            "directives_intro",
            "closing",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        session = self.instance
        if session.pk:
            self.initial.setdefault("belongs_to", (session.year, session.month))
            self.initial["seen_version"] = session.version
            for name, sentence in session.composed().items():
                if name in self.fields:
                    self.fields[name].widget.attrs["placeholder"] = sentence

    def clean(self):
        cleaned = super().clean()
        if month := cleaned.get("belongs_to"):
            self.instance.year, self.instance.month = month
        self._refuse_overwriting(cleaned.get("seen_version"))
        return cleaned

    def _get_validation_exclusions(self):
        """Year and month are set in clean(): let the one-regular-session rule see them."""
        unseen = super()._get_validation_exclusions()
        return unseen if "belongs_to" in self.errors else unseen - {"year", "month"}

    def _refuse_overwriting(self, seen):
        if not self.instance.pk:
            return
        stored = Session.objects.only("version", "modified_at").get(pk=self.instance.pk)
        if seen != stored.version:
            when = localtime(stored.modified_at).strftime("%H:%M")
            raise ValidationError(
                f"Có người đã lưu phiên này lúc {when}, trong khi bạn đang sửa. Chữ bạn gõ còn nguyên bên dưới. "
                "Hãy mở phiên này ở một cửa sổ khác, đối chiếu, rồi chép phần của bạn sang đó.",
                code="stale",
            )


class DirectiveForm(forms.ModelForm):
    coordinators = UnitsField(
        queryset=Unit.objects.filter(active=True),
        required=False,
        label="phối hợp",
        widget=UnitsSelect(Directive._meta.get_field("coordinating_units"), admin.site),
    )

    class Meta:
        model = Directive
        fields = [
            "order",
            "level",
            "topic",
            "assignment",
            "task",
            "lead_unit",
            "due_on",
            "due_text",
            "is_public",
            "state",
            "closed_on",
        ]
        widgets = {
            "lead_unit": UnitSelect(Directive._meta.get_field("lead_unit"), admin.site),
            "topic": forms.Textarea(attrs={"rows": 2}),
            "task": forms.Textarea(attrs={"rows": 3}),
            "order": forms.NumberInput(attrs={"class": "order"}),
        }

    def __init__(self, *args, unit_names=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("lead_unit", "coordinators"):
            widget = self.fields[name].widget
            getattr(widget, "widget", widget).names = unit_names
        if self.instance.pk:
            self.initial["coordinators"] = [each.unit_id for each in self.instance.coordinations.all()]

    def clean_coordinators(self):
        units = self.cleaned_data["coordinators"]
        if self.cleaned_data.get("lead_unit") in units:
            raise ValidationError("Đơn vị chủ trì không đồng thời là đơn vị phối hợp.")
        return units

    def _save_m2m(self):
        super()._save_m2m()
        self.instance.coordinations.all().delete()
        Coordination.objects.bulk_create(
            Coordination(directive=self.instance, unit=unit, order=place)
            for place, unit in enumerate(self.cleaned_data["coordinators"], start=1)
        )


class DirectiveFormSet(forms.BaseInlineFormSet):
    """Looks up the names of all the rows' units at once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.queryset = self.queryset.prefetch_related("coordinations__unit").select_related("lead_unit")
        self._unit_names = None

    def get_form_kwargs(self, index):
        if self._unit_names is None:
            rows = list(self.get_queryset()) if self.instance.pk else []
            units = {each.unit for row in rows for each in row.coordinations.all()}
            units |= {row.lead_unit for row in rows if row.lead_unit}
            self._unit_names = {str(unit.pk): unit.name for unit in units}
        return {**super().get_form_kwargs(index), "unit_names": self._unit_names}
