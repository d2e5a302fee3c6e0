"""The inline of a session's documents: each is a checked file with a title, public or internal."""

from contextlib import suppress

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core import signing
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from ... import uploads
from ...file_types import accepted_endings, accepted_words
from ...models import AgendaItem, Attachment
from ...models.stored_file import StoredFile
from ..screen.inlines import RowInline
from ..screen.row_formsets import GrowingText, RowForm, RowFormSet, WrappedLine

SALT, A_DAY = "meetings.attachment", 24 * 3600


def link_to(row):
    address = reverse("admin:meetings_session_file", args=[row.session_id, row.pk])
    return format_html('<a href="{}" target="_blank" rel="noopener">{}</a>', address, row.filename)


class KeptFileInput(forms.FileInput):
    """Shows the stored file, and takes another in its place."""

    received = ""

    def render(self, name, value, attrs=None, renderer=None):
        row = getattr(value, "instance", None)
        now = format_html('<span class="file-now">{}</span> ', link_to(row)) if row and row.pk and value else ""
        if self.received:
            now = format_html('<span class="file-now">Đã nhận {}, bấm Lưu để giữ.</span> ', self.received)
        return format_html('<span class="file">{}{}</span>', now, super().render(name, value, attrs, renderer))


class AttachmentForm(RowForm):
    title = WrappedLine(
        label="Tên tài liệu",
        max_length=300,
        required=False,
        widget=GrowingText({"placeholder": "để trống thì lấy theo tên tệp"}, across=60),
    )
    file = forms.FileField(
        label="Tệp",
        required=False,
        allow_empty_file=True,
        widget=KeptFileInput(attrs={"accept": accepted_endings()}),
    )
    kept = forms.CharField(label="Tệp", required=False, widget=forms.HiddenInput)
    """The token of a checked file: after an error elsewhere in the form it need not be chosen again."""
    agenda_item = forms.ModelChoiceField(AgendaItem.objects.none(), required=False, label="Thuộc nội dung")

    class Meta:
        model = Attachment
        fields = ["order", "title", "file", "agenda_item", "is_public"]

    def __init__(self, *args, items=(), **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.fields["agenda_item"]
        chosen.queryset = AgendaItem.objects.filter(pk__in=[item.pk for item in items])
        chosen.choices = [("", "cả phiên họp"), *((item.pk, item.title[:80]) for item in items)]

    def clean_file(self):
        upload = self.files.get(self.add_prefix("file"))
        if upload is not None:
            return self._set_file(_stored_upload(upload))
        if token := self.data.get(self.add_prefix("kept")):
            return self._set_file(_opened(token))
        if not self.instance.file:
            raise ValidationError("Hãy chọn tệp.", code="required")
        return self.instance.file

    def _set_file(self, facts):
        """Sets the file's facts on the row, and its token on the form for the case that the form is shown again."""
        file = StoredFile(facts["sha256"], facts["name"])
        row, self.facts = self.instance, facts
        row.sha256, row.size, row.kind = file.sha256, facts["size"], file.file_type.label
        self.data = self.data.copy()
        self.data[self.add_prefix("kept")] = _token(facts)
        self.fields["file"].widget.received = file.filename
        return file.path

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("title") and hasattr(self, "facts"):
            cleaned["title"] = self.facts["title"]
        return cleaned


def kept_fields(files):
    """Chosen files that are not saved, as fields that another page can carry: {"attachments-0-kept": "…"}.

    A file that would be refused is left out: its field says why when it is chosen again.
    """
    fields = {}
    for name, upload in files.items():
        if name.startswith("attachments-") and name.endswith("-file"):
            with suppress(ValidationError):
                fields[name.removesuffix("file") + "kept"] = _token(_stored_upload(upload))
    return fields


def name_kept(token):
    """The name of the file behind a token of `kept_fields`; "" for an invalid token."""
    with suppress(ValidationError):
        return _opened(token)["name"]
    return ""


def _stored_upload(upload):
    """Checks and stores the upload; returns its facts."""
    checked = uploads.checked(upload)
    checked.file.keep(checked.content)
    return checked.facts


def _token(facts):
    return signing.dumps(facts, salt=SALT)


def _opened(token):
    try:
        return signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        raise ValidationError("Hãy chọn lại tệp.", code="required") from None


class AttachmentFormSet(RowFormSet):
    """Fetches the agenda items, which every row offers, with one query."""

    _items = None

    def get_form_kwargs(self, index):
        if self._items is None:
            self._items = list(self.instance.agenda.all()) if self.instance.pk else []
        return {**super().get_form_kwargs(index), "items": self._items}

    def save(self, commit=True):
        """A document of a deleted item belongs to the whole session."""
        existing = set(self.instance.agenda.values_list("pk", flat=True))
        for form in self.forms:
            if form.instance.agenda_item_id not in existing:
                form.instance.agenda_item = None
        return super().save(commit)


class AttachmentInline(RowInline, admin.StackedInline):
    model = Attachment
    form = AttachmentForm
    formset = AttachmentFormSet
    verbose_name = noun = "tài liệu"
    readonly_fields = ("file_link",)
    endings, types_in_words = accepted_endings(), accepted_words()
    """For drop.js, as the next two: what it looks at before a file is sent."""

    @property
    def most_megabytes(self):
        return uploads.most_megabytes()

    @property
    def most_files(self):
        """One form's; a row without a new file counts too."""
        return settings.DATA_UPLOAD_MAX_NUMBER_FILES

    def get_fieldsets(self, request, obj=None):
        """In a session that cannot be edited the file is a link."""
        file = ("file", "kept") if obj is None or obj.is_editable else ("file_link",)
        return (
            ("Thứ tự", {"fields": ("order",), "classes": ("cell-order",)}),
            ("Tài liệu", {"fields": ("title", *file, "agenda_item"), "classes": ("cell-words",)}),
            ("Công khai", {"fields": ("is_public",), "classes": ("cell-last",)}),
        )

    @admin.display(description="Tệp")
    def file_link(self, row):
        return link_to(row) if row.pk and row.file else ""
