"""What somebody who is invited answers. The reason is never shown to who has the link."""

from django import forms

from ..models.invitation import Answer
from ..vietnamese import squeeze, tidy
from .typed_words import no_longer_than

LONGEST_NAME, LONGEST = 120, 200


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label="Đồng chí có dự được không?",
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn trả lời."},
    )
    substitute = forms.CharField(label="Họ và tên người dự thay", required=False)
    substitute_position = forms.CharField(label="Chức vụ", required=False)
    reason = forms.CharField(label="Lý do (không bắt buộc)", required=False)

    def __init__(self, *args, **named):
        super().__init__(*args, label_suffix="", **named)
        for name in ("substitute", "substitute_position", "reason"):
            self.fields[name].widget.attrs |= {"aria-describedby": f"{name}-noi", "autocomplete": "off"}

    def clean_substitute(self):
        return self._bounded(LONGEST_NAME, "substitute")

    def clean_substitute_position(self):
        return self._bounded(LONGEST, "substitute_position")

    def clean_reason(self):
        return self._bounded(LONGEST, "reason")

    def clean(self):
        typed = self.cleaned_data
        if typed.get("answer") == Answer.SUBSTITUTE and typed.get("substitute") == "":
            self.add_error("substitute", "Chưa ghi họ và tên người dự thay.")

    def _bounded(self, most, name):
        return no_longer_than(most, squeeze(tidy(self.cleaned_data[name])))
