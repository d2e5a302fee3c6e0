"""The form of a progress report: its state, its words, its proof, and what of it everybody may read."""

from datetime import date

from django import forms

from ...directive_states import OWED
from ...file_types import MAY_BE_PUBLIC, words
from ...models import ProgressReport
from ...models.stored_file import StoredFile
from ...uploads.kept_file import KeptFileForm
from ...vietnamese import date_digits
from ..office_time import today
from ..typed_days import DayField
from .proof import MAY_WAIVE, ask_for_proof, waiver_field

MAY_LET_OUT = "meetings.publish_session"


class ReportForm(KeptFileForm, forms.ModelForm):
    file_is_public = forms.BooleanField(label="Cho công khai cả tệp", required=False)

    class Meta:
        model = ProgressReport
        fields = ("state", "occurrence", "reported_on", "note", "extended_to", "evidence", "is_public")
        widgets = {
            "state": forms.RadioSelect,
            "note": forms.Textarea(attrs={"rows": 3}),
            "reported_on": forms.DateInput(attrs={"autocomplete": "off"}),
            "extended_to": forms.DateInput(attrs={"autocomplete": "off"}),
        }
        field_classes = {"reported_on": DayField, "extended_to": DayField}
        labels = {"is_public": "Cho công khai"}
        help_texts = {
            "reported_on": "Viết như 05/01/2021, 5-1 hoặc hôm qua.",
            "extended_to": "Chỉ ghi khi cơ quan đồng ý gia hạn; nội dung báo cáo nêu vì sao.",
            "evidence": "Số, ký hiệu và ngày của văn bản, hoặc đường dẫn. Xong thì phải có, hoặc kèm tệp.",
            "is_public": "Không chọn thì chỉ người trong cơ quan đọc được.",
        }

    def __init__(self, *typed, directive, internal, user):
        super().__init__(*typed, instance=ProgressReport(directive=directive))
        self.label_suffix = ""
        self.file_of = f"directive {directive.pk}"
        self.fields["state"].choices = ProgressReport._meta.get_field("state").flatchoices
        self.initial.update(state=directive.state, reported_on=today())
        self.user = user
        if user.has_perm(MAY_WAIVE):
            self.fields["waived"] = waiver_field()
        if internal:
            del self.fields["is_public"], self.fields["file_is_public"]
        if directive.term.months:
            self.fields["occurrence"] = OccurrenceField(days := directive.owed_occurrences(today()))
            self.initial["occurrence"] = days[0] if days else ""
        else:
            del self.fields["occurrence"]

    def clean(self):
        """What comes again is not done because one occurrence is: to end it is a choice of its own."""
        cleaned = super().clean()
        if "occurrence" in cleaned and not cleaned["occurrence"] and cleaned.get("state") in OWED:
            self.add_error("occurrence", "Hãy chọn kỳ báo cáo. Dòng cuối chỉ dùng khi xong hoặc thôi cả chỉ đạo.")
        ask_for_proof(self, cleaned.get("state"), self.facts)
        file = StoredFile.of_facts(self.facts)
        if file and cleaned.get("file_is_public") and not file.file_type.may_be_public:
            self.add_error("file_is_public", f"Chỉ công khai được {words(MAY_BE_PUBLIC)}. Hãy lưu tệp thành PDF.")
        return cleaned

    @property
    def said(self):
        """What `Directive.report` is told."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in KeptFileForm.base_fields}
        said |= {"file": self.facts, "file_is_public": bool(self.facts and said.get("file_is_public"))}
        return said | asked_for_public(self.user, self.instance.directive, said.get("is_public", False))


class OccurrenceField(forms.TypedChoiceField):
    """The occurrences that are owed, the longest owed first; last the directive as a whole."""

    def __init__(self, days):
        choices = [(f"{day}", f"kỳ {date_digits(day)}") for day in days]
        choices.append(("", "cả chỉ đạo: kết thúc, không báo cáo nữa"))
        how = {"coerce": date.fromisoformat, "empty_value": None, "required": False}
        super().__init__(label="Kỳ báo cáo", choices=choices, **how)


def asked_for_public(user, directive, is_public):
    """For `Directive.report`: where the office wants four eyes, what a clerk ticks waits for the chief."""
    waits = is_public and directive.session.council.four_eyes and not user.has_perm(MAY_LET_OUT)
    return {"is_public": is_public and not waits, "awaits_chief": waits}
