"""The pages for the signed copy of a paper: choose it, look at it, attach it, and revoke a wrong one."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from .. import issuing, printing, uploads
from ..models import Edition, EditionFile, Part, PrintedFile, Refused
from ..models.stored_file import StoredFile
from ..plain_data import plain, revive
from ..vietnamese import tidy
from ..writers.pdf.contents import Signature
from . import signed_copy_findings
from .desk_page import desk_page

SALT = "signed-copy"
MINUTES_TO_CONFIRM = 60


class SignedCopyForm(forms.Form):
    file = forms.FileField(
        label="Bản ký: tệp PDF ký số, hoặc bản quét PDF", error_messages={"required": "Hãy chọn tệp bản ký."}
    )

    def clean_file(self):
        upload = uploads.checked(self.cleaned_data["file"])
        if upload.file.extension != "pdf":
            raise ValidationError("Bản ký phải là tệp PDF. Nếu là ảnh quét, hãy quét lại thành PDF.")
        return upload


def edition_for(request, pk, permission):
    if not request.user.has_perm(permission):
        raise PermissionDenied
    editions = Edition.objects.select_related("session", "issued_by", "closed_by", "replaces", "replaced_by")
    return get_object_or_404(editions, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request, pk):
    """Asks for the file, then shows it and asks again; only the second POST attaches it."""
    edition = edition_for(request, pk, "meetings.sign_edition")
    try:
        if "chosen" in request.POST:
            return _attach(request, edition)
        if request.method == "POST":
            return _show_chosen(request, edition)
    except (Refused, printing.UnreadablePdf, printing.PressRefused) as refused:
        return _page(request, edition, refusal=str(refused))
    return _page(request, edition, form=SignedCopyForm())


def _show_chosen(request, edition):
    form = SignedCopyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, edition, form=form)
    upload = form.cleaned_data["file"]
    issuing.refuse_copy(edition, upload.file.sha256)
    contents = _contents(edition, upload.content)
    upload.file.keep(upload.content)
    kept = issuing.findings(edition, contents)
    chosen = {
        "edition": edition.pk,
        "by": request.user.pk,
        "sha256": upload.file.sha256,
        "name": upload.file.filename,
        "carries": kept["carries"] and kept["carries"].pk,
        "signatures": plain(kept["signatures"]),
        "is_scan": kept["is_scan"],
    }
    found = signed_copy_findings.lines(contents, edition)
    return _page(request, edition, chosen=signing.dumps(chosen, salt=SALT), upload=upload, found=found)


def _contents(edition, content):
    """Raises Refused where the file is another paper of ours."""
    ours = [_content(row.stored) for row in issuing.printed_files(edition)]
    contents = printing.contents(content, ours)
    issuing.refuse_other_paper(edition, contents.reference)
    return contents


def _attach(request, edition):
    file, chosen = _chosen(request, edition, request.POST["chosen"])
    found = {
        "carries": edition.files.filter(pk=chosen["carries"]).first(),
        "signatures": revive(tuple[Signature, ...], chosen["signatures"]),
        "is_scan": chosen["is_scan"],
    }
    content = _content(file)
    signed = PrintedFile(Part.SIGNED, file.filename, content, printing.page_count(content))
    issuing.sign(edition, signed, by=request.user, **found)
    messages.success(request, f"Đã gắn bản ký vào số {edition.reference}.")
    return redirect("admin:meetings_edition_change", edition.pk)


def _chosen(request, edition, token):
    """The file behind the token, and what was found in it. Raises Refused for an old token, and for one of another
    user, edition or release."""
    try:
        chosen = signing.loads(token, salt=SALT, max_age=MINUTES_TO_CONFIRM * 60)
        if (chosen["edition"], chosen["by"]) == (edition.pk, request.user.pk) and "carries" in chosen:
            return StoredFile(chosen["sha256"], chosen["name"]), chosen
    except signing.BadSignature:
        pass
    raise Refused(f"Đã quá {MINUTES_TO_CONFIRM} phút từ lúc xem tệp. Hãy chọn lại tệp bản ký.")


def _content(file):
    with default_storage.open(file.path) as content:
        return content.read()


def _page(request, edition, *, form=None, refusal="", **chosen):
    context = chosen | {
        "title": "Gắn bản ký",
        "edition": edition,
        "form": form or SignedCopyForm(),
        "refusal": refusal,
    }
    faulty = refusal or (form and form.errors)
    return desk_page(request, "edition/sign", context, status=409 if faulty else 200)


@require_safe
def look(request, pk) -> HttpResponse:
    """The chosen file, before it is attached."""
    edition = edition_for(request, pk, "meetings.sign_edition")
    try:
        return _chosen(request, edition, request.GET.get("tep", ""))[0].response(request)
    except Refused as refused:
        return _page(request, edition, refusal=str(refused))


@require_safe
def picture(request, pk) -> HttpResponse:
    """The first page of the chosen file as a picture, for the page that asks again."""
    edition = edition_for(request, pk, "meetings.sign_edition")
    try:
        file, _ = _chosen(request, edition, request.GET.get("tep", ""))
        drawn, _ = printing.picture(_content(file))
    except (Refused, printing.PressRefused, printing.UnreadablePdf):
        raise Http404 from None
    return HttpResponse(drawn, content_type="image/png", headers={"Cache-Control": "private, no-store"})


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request, pk, row):
    edition = edition_for(request, pk, "meetings.sign_edition")
    file = get_object_or_404(EditionFile, edition=edition, pk=row, part=Part.SIGNED)
    refusal, reason = "", tidy(request.POST.get("reason", ""))
    if request.method == "POST":
        try:
            issuing.revoke(file, by=request.user, reason=reason)
            messages.success(request, f"Đã gỡ bản ký {file.filename} khỏi số {edition.reference}.")
            return redirect("admin:meetings_edition_change", edition.pk)
        except Refused as refused:
            refusal = str(refused)
    context = {"title": "Gỡ bản ký", "edition": edition, "file": file, "refusal": refusal}
    return desk_page(request, "edition/revoke", context, status=409 if refusal else 200)


PATHS = [
    path("<int:pk>/ban-ky/", attach, name="meetings_edition_sign"),
    path("<int:pk>/ban-ky/xem/", look, name="meetings_edition_sign_look"),
    path("<int:pk>/ban-ky/hinh/", picture, name="meetings_edition_sign_picture"),
    path("<int:pk>/ban-ky/<int:row>/go/", revoke, name="meetings_edition_revoke"),
]
