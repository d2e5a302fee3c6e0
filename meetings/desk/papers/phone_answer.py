"""An answer to an invitation that came by telephone or on paper: the office writes it down for who gave it."""

from django import forms

from ...models.invitation import Answer, Invitation


class PhoneAnswerForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["answer", "substitute", "substitute_position", "reason"]

    def __init__(self, *args, instance, **named):
        super().__init__(*args, instance=instance, prefix=f"{instance.pk}", label_suffix="", **named)
        self.fields["answer"].required = True
        self.fields["answer"].error_messages["required"] = "Chưa chọn trả lời."
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def clean(self):
        typed = super().clean()
        if typed.get("answer") == Answer.SUBSTITUTE and not typed.get("substitute"):
            self.add_error("substitute", "Chưa ghi họ và tên người dự thay.")
        return typed

    def save_by(self, person):
        self.instance.reply(**self.cleaned_data, by=person)
