"""The admin of the plenary sittings to come, by which terms in words end."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction

from .. import due_terms
from ..models import Directive, PlenarySitting
from ..models.workflow import EDITABLE
from .merging.one_row import MergesStaleSaves
from .typed_days import DayField


class SittingForm(forms.ModelForm):
    opens_on = DayField(
        label="Ngày khai mạc",
        widget=forms.DateInput(attrs={"autocomplete": "off", "placeholder": "ngày/tháng/năm"}),
        error_messages={"required": "Hãy ghi ngày khai mạc, hoặc ngày dự kiến."},
    )


@admin.register(PlenarySitting)
class PlenarySittingAdmin(MergesStaleSaves, admin.ModelAdmin):
    form = SittingForm
    fields = ("kind", "ordinal", "opens_on")
    list_display = ("__str__", "ordinal", "opens_on")
    actions = None
    noun = "kỳ họp"
    none_yet = (
        "Chưa ghi kỳ họp nào. Có ngày khai mạc thì thời hạn như “trước kỳ họp giữa năm” tính được thành ngày, "
        "và được nhắc khi quá hạn."
    )
    who_begins = "Văn thư hoặc Chánh Văn phòng thêm kỳ họp."

    @transaction.atomic
    def save_model(self, request, sitting, form, change):
        super().save_model(request, sitting, form, change)
        if dated := _date_what_waited():
            messages.info(request, f"{dated} thời hạn đang chờ ngày khai mạc đã tính được thành ngày.")


def _date_what_waited() -> int:
    """Terms of drafts that name a sitting nobody had entered yet. What was published says what it said."""
    drafts = Directive.objects.filter(session__state__in=EDITABLE, session__source_hash="", due_on=None)
    dated = 0
    for row in drafts.exclude(due_text="").select_related("session"):
        named_one = due_terms.read(row.due_text, row.session.day).lacks_sitting
        term = due_terms.read(row.due_text, row.session.day, PlenarySitting.objects.coming())
        if named_one and term.day:
            row.due_on = term.day
            row.save(update_fields=["due_on"])
            dated += 1
    return dated
