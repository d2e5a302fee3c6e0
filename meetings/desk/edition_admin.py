"""The admin of the record room: editions are read, never changed; a paper can be withdrawn."""

from django.contrib import admin, messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from .. import issuing
from ..letters import invitation_letters
from ..models import Edition, EditionFile, Refused
from ..models.user_names import known_as
from ..recipients import file_copy
from ..vietnamese import tidy
from . import correcting_pages, signed_copy_pages
from .desk_page import desk_page
from .read_only import ReadOnly
from .register import closing_page, entry_page, register_files, register_page
from .signed_copy_pages import edition_for
from .staff_paths import staff_paths


@admin.register(Edition)
class EditionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("reference_or_page", "title", "kind", "sequence", "state", "dated", "issued_at", "issuer")
    list_filter = ("kind", "state", "year")
    search_fields = ("number", "folded")
    fields = ("title", "kind", "sequence", "state", "note", "issued_at", "issued_by", "replaces", "record_sha256")
    list_select_related = ("issued_by",)
    change_list_template = "admin/edition/list.html"
    noun = "bản"

    @admin.display(description="Số, ký hiệu", ordering="number")
    def reference_or_page(self, edition):
        return edition.reference or "trang"

    @admin.display(description="Người phát hành")
    def issuer(self, edition):
        return known_as(edition.issued_by)

    def get_queryset(self, request):
        return super().get_queryset(request).without_records()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return show(request, object_id)

    def get_urls(self):
        rooms = (register_page, register_files, entry_page, closing_page, signed_copy_pages, correcting_pages)
        return staff_paths(self.admin_site, PATHS, *(room.PATHS for room in rooms)) + super().get_urls()


def show(request, pk, refusal="", withdrawing=False):
    edition = edition_for(request, pk, "meetings.view_edition")
    in_force, paper = edition.is_paper_in_force, edition.paper_record if edition.paper else None
    entry = edition.register_entries.select_related("typed_by").last()
    context = {
        "title": f"{edition.get_kind_display()} {edition.reference}".strip(),
        "edition": edition,
        "paper": paper,
        "entry": entry,
        "file_copy": file_copy(paper) if paper else "",
        "mended": edition.mendings.select_related("mended"),
        "letters": issuing.letters_for(edition),
        "late": issuing.lateness(edition, entry) if edition.dated else "",
        "files": edition.files.select_related("added_by", "revocation__revoked_by"),
        "in_force": in_force,
        "may_sign": request.user.has_perm("meetings.sign_edition"),
        "may_withdraw": in_force and request.user.has_perm("meetings.issue_edition"),
        "refusal": refusal,
        "withdrawing": withdrawing or "thu-hoi" in request.GET,
    }
    return desk_page(request, "edition/page", context, status=409 if refusal else 200)


@require_safe
def file(request, pk, row) -> HttpResponse:
    edition = edition_for(request, pk, "meetings.view_edition")
    return get_object_or_404(EditionFile, edition=edition, pk=row).stored.response(request)


@require_POST
def withdraw(request, pk):
    edition = edition_for(request, pk, "meetings.issue_edition")
    try:
        issuing.withdraw(edition, by=request.user, note=tidy(request.POST.get("note", "")))
    except Refused as refused:
        return show(request, pk, refusal=str(refused), withdrawing=True)
    messages.success(request, f"Đã thu hồi {edition.reference}. Số này không cấp lại.")
    if edition.kind == Edition.INVITES:
        invitation_letters.call_off(Edition.objects.get(pk=pk))
    return redirect("admin:meetings_edition_change", pk)


PATHS = [
    path("<int:pk>/tep/<int:row>/", file, name="meetings_edition_file"),
    path("<int:pk>/thu-hoi/", withdraw, name="meetings_edition_withdraw"),
]
