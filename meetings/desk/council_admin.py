"""The admin of councils: names, letterheads, members, and the usual words of their papers."""

from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from .. import printing, uploads
from ..file_types import FileType
from ..models import Council, PaperDefaults
from ..models.paper_defaults import KINDS, NO_AUTHORITY, WORDS
from ..paper import PaperKind
from ..paper_kinds import description
from .downloads import download
from .member_rows import DAYS, CouncilForm, MemberInline
from .merging.one_row import MergesStaleSaves
from .plain_widgets import PlainWidgets
from .staff_paths import staff_paths
from .succession import succession_page


class PaperDefaultsForm(forms.ModelForm):
    class Meta:
        model = PaperDefaults
        fields = ("kind", *WORDS, "template")

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.left_out_of_pdf = _left_out(self.instance)

    def clean(self):
        cleaned = super().clean()
        typed = PaperDefaults(signer=cleaned.get("signer", ""), authority=cleaned.get("authority", ""))
        if _has_signer(cleaned.get("kind")) and typed.signer_lacks_authority():
            self.add_error("authority", NO_AUTHORITY)
        return cleaned

    def clean_template(self):
        """Refuses a template that no paper can be filled into."""
        template = self.cleaned_data.get("template")
        if isinstance(template, UploadedFile):
            upload = uploads.checked(template)
            if upload.file.file_type is not FileType.DOCX:
                raise ValidationError("Mẫu phải là tệp Word (.docx). Hãy lưu lại thành .docx rồi chọn lại.")
            try:
                printing.check_template(upload.content)
            except (printing.BadTemplate, printing.PressRefused) as bad:
                raise ValidationError(str(bad)) from bad
            template.seek(0)
        return template


def _left_out(defaults):
    """What of the office's own form the PDF does not show; nothing where the file is gone."""
    try:
        return printing.left_out_of_pdf(defaults.own_template()) if defaults.template else []
    except OSError:
        return []


def _has_signer(kind):
    """Whether papers of the kind bear the signature that an office may set; of a kind not chosen yet they may."""
    return not kind or "signer" in description(PaperKind(kind)).fields


class PaperDefaultsInline(admin.StackedInline):
    model = PaperDefaults
    form = PaperDefaultsForm
    template = "admin/council/paper_defaults.html"
    extra = 0
    max_num = len(KINDS)


@admin.register(Council)
class CouncilAdmin(PlainWidgets, MergesStaleSaves, admin.ModelAdmin):
    form = CouncilForm
    inlines = [MemberInline, PaperDefaultsInline]
    list_display = ("short_name", "locality", "valid_from", "valid_to")
    formfield_overrides = DAYS
    actions = None
    noun = "hội đồng"
    none_yet = "Chưa có hội đồng nhân dân nào. Phải có hội đồng thì mới soạn được phiên họp."
    who_begins = "Người giữ vai trò Quản trị thêm hội đồng."

    def get_fields(self, request, obj=None):
        """Who may not edit is shown no box to paste into."""
        fields = super().get_fields(request, obj)
        may_edit = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return fields if may_edit else [name for name in fields if name != "pasted_members"]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.add_pasted()

    def get_urls(self):
        return staff_paths(self.admin_site, PATHS, succession_page.COUNCIL_PATHS) + super().get_urls()


@require_safe
@permission_required("meetings.view_council", raise_exception=True)
def our_template(request):
    """The system's own Word template, for an office that starts its own."""
    return _word(printing.default_template(), "mau-giay-to.docx")


@require_safe
@permission_required("meetings.view_council", raise_exception=True)
def template(request, pk):
    """The Word template that an office uploaded."""
    defaults = get_object_or_404(PaperDefaults.objects.exclude(template=""), pk=pk)
    return _word(defaults.own_template(), f"mau-{defaults.kind}.docx")


def _word(content, name):
    return download(content, FileType.DOCX.content_type, name)


PATHS = [
    path("mau-giay-to.docx", our_template, name="meetings_council_our_template"),
    path("mau-rieng/<int:pk>.docx", template, name="meetings_council_template"),
]
