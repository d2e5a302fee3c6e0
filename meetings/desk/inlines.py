"""The rows of the session screen: who, what, and what was directed."""

from django import forms
from django.contrib import admin

from ..models import AgendaItem, Attendee, Directive
from .forms import DirectiveForm, DirectiveFormSet


class RowFormSet(forms.BaseInlineFormSet):
    """Rows without a place go to the end, in the order they stand on the screen."""

    def save(self, commit=True):
        last = max((form.cleaned_data.get("order") or 0 for form in self.initial_forms if form.is_valid()), default=0)
        for form in self.extra_forms:
            if form.has_changed() and not form.cleaned_data.get("order"):
                last += 1
                form.instance.order = last
        return super().save(commit)


class DirectiveRows(RowFormSet, DirectiveFormSet):
    pass


class RowInline:
    extra = 0
    formset = RowFormSet

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "order":
            field.widget.attrs["class"] = "order"
            field.required = False
            field.initial = None
            field.empty_value = 0
        return field


class AttendeeInline(RowInline, admin.TabularInline):
    model = Attendee
    fields = ("order", "name", "position", "role", "headcount", "presence", "reason", "delegate")
    verbose_name = "người"


class AgendaInline(RowInline, admin.StackedInline):
    model = AgendaItem
    fields = (("order", "title", "presenter"), "summary", "opinions", "conclusion", ("opinions_public", "is_public"))


class DirectiveInline(RowInline, admin.StackedInline):
    model = Directive
    form = DirectiveForm
    formset = DirectiveRows
    fields = (
        ("order", "level", "topic"),
        ("assignment", "lead_unit", "coordinators"),
        "task",
        ("due_on", "due_text", "state", "closed_on", "is_public"),
    )
