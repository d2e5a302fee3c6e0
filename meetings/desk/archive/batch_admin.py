"""The list of batches, and the page where a clerk uploads files for a new batch."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from ... import archiving
from ...file_types import accepted_endings
from ...models import ImportBatch
from ...readers import inputs
from ...vietnamese import date_digits
from ..office_time import today
from .post_status import TABS, progress

ON_A_PAGE = 25
MOST_MB = 200
ACCEPTED = f".txt,.html,.htm,.mhtml,.rtf,.csv,{accepted_endings()}"
"""Posts, and the files that lie beside them."""


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(file, initial) for file in data or [None]]


class BatchForm(forms.Form):
    name = forms.CharField(
        label="Tên đợt nhập", max_length=200, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    files = FilesField(
        label="Các tệp bài cũ",
        widget=FilesInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": "Hãy chọn ít nhất một tệp.", "empty": "Có tệp rỗng, không có chữ nào."},
    )

    def clean_files(self):
        files = self.cleaned_data["files"]
        if sum(file.size for file in files) > MOST_MB * 1_000_000:
            raise forms.ValidationError(f"Các tệp cộng lại quá {MOST_MB} MB. Hãy chia thành nhiều đợt.")
        return files


@require_safe
def show(request):
    if not request.user.has_perm("meetings.view_importbatch"):
        raise PermissionDenied
    counts = {key: Count("posts", filter=_of_posts(test())) for key, (_, test) in TABS.items()}
    batches = ImportBatch.objects.select_related("made_by").annotate(all=Count("posts"), **counts)
    batches = batches.order_by("-made_at", "-pk")
    page = Paginator(batches, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        **admin.site.each_context(request),
        "title": "Nhập bài cũ",
        "page": page,
        "rows": [_row(batch) for batch in page.object_list],
        "may_add": request.user.has_perm("meetings.add_importbatch"),
    }
    return render(request, "admin/archive/batches.html", context)


def _row(batch):
    counts = vars(batch)
    work = counts["can-xem"] + counts["khac-ban"]
    return {
        "batch": batch,
        "decided": progress(counts),
        "work": work,
        "clean": counts["tron-ven"],
        "refused": counts["khong-doc-duoc"],
    }


def _of_posts(test):
    """A test on posts as a test on the posts of a batch."""
    return Q(*((f"posts__{name}", value) for name, value in test.children))


def add(request):
    if not request.user.has_perm("meetings.add_importbatch"):
        raise PermissionDenied
    form = BatchForm(request.POST or None, request.FILES or None, initial={"name": _usual_name()})
    if request.method == "POST" and form.is_valid():
        batch = ImportBatch.objects.create(name=form.cleaned_data["name"] or _usual_name(), made_by=request.user)
        messages.success(request, _summary(_read(batch, form.cleaned_data["files"])))
        return redirect("admin:meetings_importbatch_change", batch.pk)
    context = {**admin.site.each_context(request), "title": "Đợt nhập mới", "form": form, "most": MOST_MB}
    return render(request, "admin/archive/new.html", context, status=409 if form.is_bound else 200)


def _usual_name():
    return f"Đợt nhập ngày {date_digits(today())}"


def _read(batch, uploads):
    """The files are read from one folder, so that a page finds the pictures uploaded with it."""
    with TemporaryDirectory(prefix="nhap-bai-cu-") as folder:
        for upload in uploads:
            place = _free_path(Path(folder), Path(upload.name).name.lstrip(".") or "tep")
            with place.open("wb") as file:
                for chunk in upload.chunks():
                    file.write(chunk)
        return archiving.gather(batch, inputs.sources([Path(folder)]))


def _free_path(folder, name):
    """Two files with one name, from two folders, are two posts."""
    stem, suffix = Path(name).stem[:120], Path(name).suffix[:12]
    place, number = folder / f"{stem}{suffix}", 1
    while place.exists():
        number += 1
        place = folder / f"{stem} ({number}){suffix}"
    return place


def _summary(tally):
    counts = (
        (tally["clean"], "đọc trọn vẹn"),
        (tally["doubts"], "có chỗ chưa chắc"),
        (tally["changed"], "khác bản đã nhập"),
        (tally["known"], "đã có từ trước"),
        (tally["refused"], "không đọc được"),
    )
    parts = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"Đã đọc {tally.posts} bài: {parts}." if tally.posts else "Không thấy bài nào trong các tệp đã gửi."


PATHS = [
    path("", show, name="meetings_importbatch_changelist"),
    path("them/", add, name="meetings_importbatch_add"),
]
