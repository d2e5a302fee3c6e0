"""What the clerk adds to a paper's line in the register: who keeps the copy, copies, day sent, receipt, notes."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path

from ... import issuing
from ...models import Refused, RegisterEntry
from ...recipients import file_copy
from ...working_days import next_working_day
from ..desk_page import desk_page
from ..primary_keys import as_pk
from ..signed_copy_pages import edition_for
from ..typed_days import DayField

FIELDS = ("kept_by", "copies", "sent_on", "receipt", "note")


class EntryForm(forms.ModelForm):
    sent_on = DayField(
        label="Ngày chuyển",
        required=False,
        help_text="Ngày gửi văn bản đi; viết như 06/01/2021, 6-1 hoặc hôm nay.",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )

    class Meta:
        model = RegisterEntry
        fields = FIELDS
        error_messages = {
            "copies": {
                "invalid": "Hãy ghi số bản bằng chữ số, ví dụ 12; hoặc để trống.",
                "min_value": "Số bản ít nhất là 1; chưa biết thì để trống.",
                "max_value": "Số bản nhiều nhất là 999.",
            }
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""


def enter(request, pk):
    edition = edition_for(request, pk, "meetings.view_edition")
    may_enter = request.user.has_perm("meetings.add_registerentry")
    if request.method == "POST" and not may_enter:
        raise PermissionDenied
    entries = list(edition.register_entries.select_related("typed_by"))
    last = entries[-1] if entries else None
    closing = edition.number and issuing.closing_of(edition.council, edition.number_year)
    form = EntryForm(request.POST or None, instance=_copy_of(last))
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            return _save(request, edition, form)
        except Refused as refused:
            refusal = str(refused)
    paper = edition.paper_record if edition.paper else None
    context = {
        "title": "Ghi vào sổ văn bản",
        "edition": edition,
        "form": form,
        "entries": entries[::-1],
        "last": last,
        "closing": closing,
        "may_enter": may_enter and edition.number and not closing,
        "file_copy": file_copy(paper) if paper else "",
        "deadline": next_working_day(edition.dated) if edition.dated else None,
        "late": issuing.lateness(edition, last) if edition.dated else "",
        "refusal": refusal,
    }
    return desk_page(request, "register/entry", context, status=409 if refusal or form.errors else 200)


def _copy_of(entry):
    """A new row that begins with what stands there: rows are added, never changed."""
    return RegisterEntry(**{name: getattr(entry, name) for name in FIELDS}) if entry else RegisterEntry()


def _save(request, edition, form):
    after = as_pk(request.POST.get("after", ""))
    if form.has_changed():
        issuing.enter(edition, form.save(commit=False), by=request.user, after=after)
    messages.success(request, f"Đã ghi vào sổ văn bản năm {edition.number_year}: {edition.reference}.")
    return redirect("admin:meetings_edition_change", edition.pk)


PATHS = [path("<int:pk>/so/", enter, name="meetings_edition_enter")]
