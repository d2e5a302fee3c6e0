"""What a unit types on one of its tasks. A file that was checked is kept while other boxes are mended."""

import hashlib
import json
import secrets

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..desk.typed_days import DayField
from ..file_types import MAY_BE_PUBLIC, words
from ..models.proposal import ExtensionState, Proposal
from ..uploads.kept_file import KeptFileForm
from ..vietnamese import LOCAL_ZONE, squeeze, tidy
from .typed_words import no_longer_than

LONGEST, LONGEST_REASON, LONGEST_NAME = 600, 300, 120
STATES = [("open", "Chưa làm"), ("in_progress", "Đang làm"), ("done", "Xong")]
ENDINGS = ",".join(ending for kind in MAY_BE_PUBLIC for ending in kind.endings)


class UnitReportForm(KeptFileForm):
    state = forms.ChoiceField(
        label="Việc này đến đâu rồi?",
        choices=STATES,
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn tình trạng."},
    )
    note = forms.CharField(
        label="Kết quả đến nay",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Chưa ghi kết quả."},
    )
    extend_to = DayField(label="Xin đến ngày", required=False, widget=forms.TextInput)
    extend_reason = forms.CharField(label="Vì sao", required=False)
    sender = forms.CharField(label="Người báo cáo", error_messages={"required": "Chưa có họ tên."})
    form_token = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, link, task, is_too_big=False, **named):
        super().__init__(*args, label_suffix="", **named)
        self.link, self.task, self.is_too_big = link, task, is_too_big
        self.file_of = f"{link.pk} {task.directive}"
        self.fields["file"].widget.attrs["accept"] = ENDINGS
        self.fields["sender"].widget.attrs["autocomplete"] = "name"
        self.initial.setdefault("form_token", secrets.token_urlsafe(16))
        for name in ("note", "file", "extend_to", "extend_reason", "sender"):
            self.fields[name].widget.attrs["aria-describedby"] = f"{name}-noi"

    def clean_note(self):
        return no_longer_than(LONGEST, tidy(self.cleaned_data["note"]))

    def clean_extend_reason(self):
        return no_longer_than(LONGEST_REASON, squeeze(tidy(self.cleaned_data["extend_reason"])))

    def clean_sender(self):
        return no_longer_than(LONGEST_NAME, squeeze(tidy(self.cleaned_data["sender"])))

    def clean_extend_to(self):
        day = self.cleaned_data["extend_to"]
        if day and day <= max(timezone.localdate(timezone=LOCAL_ZONE), self.task.due_on or day.min):
            raise ValidationError("Ngày xin phải sau hôm nay và sau thời hạn đang có.")
        return day

    def refuse_file(self, file):
        if not file.file_type.may_be_public:
            raise ValidationError(f"Chỉ nhận {words(MAY_BE_PUBLIC)}. Đề nghị lưu tệp thành PDF rồi chọn lại.")

    def clean(self):
        typed = super().clean()
        if typed.get("state") == "done" and not self.facts and "file" not in self.errors:
            self.add_error("file", "Báo xong thì cần kèm ảnh hoặc văn bản chứng minh.")
        if typed.get("state") == "done" and typed.get("extend_to"):
            self.add_error("extend_to", "Việc đã xong thì không xin gia hạn. Đề nghị bỏ ngày, hoặc chọn Đang làm.")
        until, reason = typed.get("extend_to"), typed.get("extend_reason")
        if until and reason == "":
            self.add_error("extend_reason", "Chưa ghi vì sao xin gia hạn.")
        if reason and "extend_to" in typed and until is None:
            self.add_error("extend_to", "Chưa ghi xin gia hạn đến ngày nào.")

    def propose(self):
        """The proposal; the same form sent again gives the one that is there."""
        typed = self.cleaned_data
        said = {name: typed[name] for name in ("state", "note", "extend_to", "extend_reason", "sender")}
        said |= {"file": self.facts, "extension": ExtensionState.ASKED if typed["extend_to"] else ""}
        whole = json.dumps([self.task.directive, typed["form_token"], said], default=str, sort_keys=True)
        return Proposal.objects.get_or_create(
            link=self.link,
            key=hashlib.sha256(whole.encode()).hexdigest(),
            defaults={"directive_id": self.task.directive, **said},
        )[0]
