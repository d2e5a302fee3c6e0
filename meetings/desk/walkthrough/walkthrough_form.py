"""What is said of one directive during a session: its state, words, a new day where it is put off."""

from django import forms
from django.core.exceptions import ValidationError

from ...directive_states import DirectiveState
from ..directives.proof import ask_for_proof, waiver_field
from ..directives.report_form import asked_for_public
from ..typed_days import DayField

EXTEND = "extend"
CHOICES = [
    (DirectiveState.DONE.value, "Xong"),
    (DirectiveState.IN_PROGRESS.value, "Đang làm"),
    (EXTEND, "Gia hạn"),
    (DirectiveState.OPEN.value, "Chưa làm"),
    (DirectiveState.DROPPED.value, "Thôi thực hiện"),
]
"""In the order of their keys, 1 to 5."""


class WalkthroughForm(forms.Form):
    what = forms.ChoiceField(
        label="Tại phiên",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn tình trạng."},
    )
    note = forms.CharField(
        label="Ghi lại, một hai câu", required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    extended_to = DayField(
        label="Hạn mới",
        required=False,
        help_text="Khi gia hạn.",
        widget=forms.DateInput({"autocomplete": "off", "placeholder": "ngày/tháng/năm"}),
    )
    evidence = forms.CharField(
        label="Văn bản kèm theo", required=False, max_length=300, help_text="Số văn bản, đường dẫn. Xong thì phải có."
    )
    is_public = forms.BooleanField(label="Công khai", required=False)

    def __init__(self, typed, *, internal, may_waive):
        super().__init__(typed)
        self.label_suffix = ""
        if may_waive:
            self.fields["waived"] = waiver_field()
        if internal:
            del self.fields["is_public"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("what") == EXTEND and not cleaned.get("extended_to") and "extended_to" not in self.errors:
            self.add_error("extended_to", "Hãy ghi hạn mới.")
        ask_for_proof(self, cleaned.get("what"))
        return cleaned

    def store(self, directive, *, session, by, day):
        """The report, or None where it cannot be: then the form says why."""
        said = dict(self.cleaned_data)
        what, extended_to = said.pop("what"), said.pop("extended_to")
        common = {**said, "by": by, "session": session, "reported_on": day}
        common |= asked_for_public(by, directive, said.get("is_public", False))
        try:
            if what == EXTEND:
                return directive.extend(to=extended_to, reason=common.pop("note"), **common)
            return directive.report(state=what, **common)
        except ValidationError as why:
            self.add_error(None, why)

    def add_error(self, field, error):
        """The day of the report is the session's, and no box of this form."""
        if field is None and hasattr(error, "error_dict") and "reported_on" in error.error_dict:
            error = ValidationError(error.error_dict["reported_on"])
        super().add_error(field, error)

    @property
    def first_fault(self):
        """The name of the box to go to; the state where nothing was refused."""
        return next((name for name in self.errors if name in self.fields), "what")
