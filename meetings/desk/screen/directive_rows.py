"""The rows of directives in the session form."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.urls import reverse_lazy

from ...models import Coordination, Directive, Unit
from ..office_time import today
from .deadlines import Deadline, DeadlineField, read_back
from .form_fields import UnitsField
from .row_formsets import GrowingText, RowForm, WrappedLine
from .unit_widgets import UnitSelect, UnitsSelect

WRITTEN_ELSEWHERE = ("number", "state", "closed_on", "next_due_on", "review_on")


class DirectiveForm(RowForm):
    assignment = WrappedLine(
        label="Câu giao việc",
        max_length=500,
        required=False,
        help_text=Directive._meta.get_field("assignment").help_text,
        widget=GrowingText({"class": "printed"}),
    )
    coordinators = UnitsField(
        queryset=Unit.objects.all(),
        required=False,
        label="Phối hợp",
        widget=UnitsSelect(Directive._meta.get_field("coordinating_units"), admin.site),
    )
    due = DeadlineField(
        label="Thời hạn",
        max_length=120,
        required=False,
        widget=GrowingText(
            {"data-deadline": reverse_lazy("admin:meetings_session_deadline"), "placeholder": "ngày hoặc lời"},
            across=18,
        ),
    )

    under = forms.CharField(
        label="Thuộc chỉ đạo",
        max_length=20,
        required=False,
        widget=forms.TextInput({"class": "under", "list": "directives-heads", "size": 6}),
    )
    """The parent directive: a stored one by its key, a new one on the same screen by "+" and its place."""

    class Meta:
        model = Directive
        fields = ["order", "topic", "assignment", "task", "lead_unit", "product", "is_public"]
        labels = {"topic": "Về việc", "task": "Nội dung phải làm", "lead_unit": "Chủ trì"}
        help_texts = {"topic": ""}
        widgets = {
            "lead_unit": UnitSelect(Directive._meta.get_field("lead_unit"), admin.site),
            "topic": GrowingText({"class": "printed prose", "placeholder": "Về việc: Đối với…"}, across=60),
            "product": forms.TextInput({"list": "directives-products", "placeholder": "sản phẩm"}),
            "task": GrowingText({"class": "printed prose", "placeholder": "Nội dung phải làm"}, across=60),
        }

    def __init__(self, *args, unit_names=None, since=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("lead_unit", "coordinators"):
            self.fields[name].widget.names = unit_names
        self.deadline = Deadline(self.instance.due_on, self.instance.due_text)
        self.initial["due"] = self.deadline
        self.fields["due"].since = since
        self.initial["under"] = str(self.instance.parent_id or "")
        if self.instance.pk:
            self.initial["coordinators"] = [
                coordination.unit_id for coordination in self.instance.coordinations.all()
            ]

    @property
    def read_back(self):
        return "" if self.errors.get("due") else read_back(self.deadline, today())

    def clean(self):
        """An issued directive cannot be deleted: the public follows it under its number."""
        cleaned = super().clean()
        if self.instance.number and cleaned.get(DELETION_FIELD_NAME):
            cleaned[DELETION_FIELD_NAME] = False
            self.add_error(
                None,
                f"Chỉ đạo {self.instance.number} đã được phát hành nên không xóa được. "
                "Hãy bỏ chọn Công khai, hoặc ghi tiến độ “Thôi thực hiện”.",
            )
        return cleaned

    def clean_coordinators(self):
        units = self.cleaned_data["coordinators"]
        if self.cleaned_data.get("lead_unit") in units:
            raise ValidationError("Đơn vị chủ trì không đồng thời là đơn vị phối hợp.")
        return units

    def clean_due(self):
        """The deadline is set only when it is changed: an imported row may hold a day that its words do not name."""
        if "due" in self.changed_data:
            self.deadline = self.cleaned_data["due"]
            self.instance.due_on, self.instance.due_text = self.deadline.due_on, self.deadline.due_text
        return self.cleaned_data["due"]

    def save(self, commit=True):
        """A stored row saves the fields of this form alone: another request may have just written its number."""
        if self.instance._state.adding or not commit:
            return super().save(commit)
        self.instance.refresh_from_db(fields=WRITTEN_ELSEWHERE)
        self.instance.save(update_fields=[*DirectiveForm.Meta.fields, "parent", "due_on", "due_text"])
        self._save_m2m()
        return self.instance

    def _save_m2m(self):
        """Only changed coordinations are saved or deleted, so that the history shows the change alone."""
        super()._save_m2m()
        before = {coordination.unit_id: coordination for coordination in self.instance.coordinations.all()}
        for place, unit in enumerate(self.cleaned_data["coordinators"], start=1):
            row = before.pop(unit.pk, None) or Coordination(directive=self.instance, unit=unit)
            if row._state.adding or row.order != place:
                row.order = place
                row.save()
        for row in before.values():
            row.delete()
