"""One file beside other boxes: once checked it is kept, and need not be chosen again where another box is mended."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from .upload_check import checked, most_megabytes

FILE_LIVES = 24 * 60 * 60
"""So many seconds a checked file is known to the form that it came with."""


class KeptFileForm(forms.Form):
    """`facts` is what Upload.facts says of the file, None without one; it is known once the form was cleaned."""

    file = forms.FileField(label="Ảnh hoặc tệp", required=False, allow_empty_file=True)
    drop_file = forms.BooleanField(label="Bỏ tệp này", required=False)
    kept_file = forms.CharField(required=False, widget=forms.HiddenInput)
    facts, is_too_big, file_of = None, False, ""
    """`file_of` says what the file belongs to: a mark of another form is none of ours."""

    def refuse_file(self, file):
        """Raises ValidationError for a checked file that may not stand here."""

    def clean_file(self):
        if self.is_too_big:
            raise ValidationError(f"Tệp lớn hơn {most_megabytes()} MB. Đề nghị chọn ảnh nhỏ hơn.")
        if upload := self.cleaned_data["file"]:
            found = checked(upload)
            self.refuse_file(found.file)
            found.file.keep(found.content)
            self.facts = found.facts
        return upload

    def clean(self):
        cleaned = super().clean()
        self.facts = self.facts or self._kept()
        return cleaned

    def _kept(self):
        """The file that came with the form when it was last refused."""
        try:
            kept = signing.loads(self.data.get("kept_file", ""), salt=self._salt, max_age=FILE_LIVES)
        except signing.BadSignature:
            return None
        return None if self.cleaned_data.get("drop_file") else kept

    @property
    def kept_mark(self):
        return signing.dumps(self.facts, salt=self._salt) if self.facts else ""

    @property
    def _salt(self):
        return f"meetings.kept_file {self.file_of}"
