"""How the public site of the office looks: its name, picture, colour and foot. Papers keep the decree's form."""

import io

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path

from ... import uploads
from ...file_types import FileType
from ...models import Council, Office, Revision
from ...models.office_scope import current
from ...models.stored_file import StoredFile
from ..desk_page import desk_page
from ..merging.one_row import RowInfo, last_save, lock_row, merge_page_if_stale, signed_start

HIGHEST = 512
"""Pixels: a logo is shown some 64 high, sharp on any screen."""


class LookForm(forms.ModelForm):
    picture = forms.FileField(
        label="Biểu trưng",
        required=False,
        help_text="Ảnh PNG hoặc JPEG. Hiện bên cạnh tên trang, không in lên giấy tờ. Để trống thì giữ như cũ.",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )
    without_picture = forms.BooleanField(label="Bỏ biểu trưng đang có", required=False)

    class Meta:
        model = Office
        fields = ("site_name", "accent", "address", "telephone", "email", "responsible")
        widgets = {"accent": forms.RadioSelect}

    def clean_picture(self):
        """What is kept of the picture: nothing that a camera or a program wrote beside it."""
        if not (typed := self.cleaned_data["picture"]):
            return None
        upload = uploads.checked(typed)
        if upload.file.file_type not in (FileType.PNG, FileType.JPEG):
            raise ValidationError("Biểu trưng phải là ảnh PNG hoặc JPEG.")
        return _kept(upload)

    def save(self, commit=True):
        if self.cleaned_data["picture"] or self.cleaned_data["without_picture"]:
            self.instance.logo = self.cleaned_data["picture"]
        return super().save(commit)


def _kept(upload):
    """Puts the picture into the store, no larger than it is shown."""
    import hashlib

    from PIL import Image

    with Image.open(io.BytesIO(upload.content)) as image:
        image.thumbnail((2 * HIGHEST, HIGHEST))
        written = io.BytesIO()
        image.save(written, image.format or "PNG")
        size = {"width": image.width, "height": image.height}
    content, extension = written.getvalue(), upload.file.extension
    digest = hashlib.sha256(content).hexdigest()
    StoredFile(digest, f"logo.{extension}").keep(content)
    return {"sha256": digest, "extension": extension, **size}


@permission_required("meetings.change_office", raise_exception=True)
@transaction.atomic
def look(request):
    office = lock_row(Office, current().pk) if request.method == "POST" else Office.objects.get(pk=current().pk)
    if request.method == "POST":
        row = RowInfo("Trang của cơ quan", request.path, last_save(office))
        if page := merge_page_if_stale(request, LookForm(instance=office), (), row):
            return page
    form = LookForm(request.POST or None, request.FILES or None, instance=office)
    if form.is_valid():
        form.save()
        Revision.bump()
        LogEntry.objects.log_actions(request.user.pk, [office], CHANGE, "Sửa trang của cơ quan.", single_object=True)
        messages.success(request, "Đã lưu. Trang công khai hiện như vậy từ bây giờ.")
        return redirect("admin:office_look")
    council = Council.objects.in_office()
    base = signed_start(request, LookForm(instance=office))
    context = {"title": "Trang của cơ quan", "form": form, "office": office, "council": council, "base": base}
    return desk_page(request, "office/look", context)


PATHS = [path("trang-cua-co-quan/", look, name="office_look")]
