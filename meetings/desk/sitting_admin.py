"""The admin of the plenary sittings to come, by which terms in words end."""

from django import forms
from django.contrib import admin

from ..models import PlenarySitting
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
