"""The page of a paper's draft, and its preview as PDF and as Word."""

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ... import printing
from ...file_types import BY_ENDING
from ...issuing import compose, mended_of, readiness, template_of
from ...models import Refused, Session, draft_of
from ...paper import PaperKind
from ...paper_prose import excerpt
from .. import preview
from ..desk_page import desk_page
from ..merging import one_row
from .draft_form import PaperDraftForm
from .draft_status import DraftStatus
from .papers_page import kind_called, label, session_for

NOT_NOW = (
    "Chưa lưu: văn bản này đã trình ký, hoặc đã ghi là không ra. Chữ bạn gõ còn nguyên ở dưới; hãy lấy lại văn bản "
    "ở một cửa sổ khác rồi bấm Lưu."
)


def draft(request, pk, slug):
    session, kind = session_for(request, pk), kind_called(slug)
    may_change = request.user.has_perm("meetings.change_paperdraft") and session.state != "withdrawn"
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    refusal = ""
    try:
        if request.method == "POST" and (answer := _merge_or_save(request, session, kind, slug)):
            return answer
    except Refused as reason:
        refusal = str(reason)
    form = PaperDraftForm(request.POST or None, instance=draft_of(session, kind))
    stored = draft_of(session, kind)
    ready, status = readiness(stored), DraftStatus(stored, request.user)
    context = {
        "title": f"{label(kind)}: {session}",
        "label": label(kind),
        "session": session,
        "slug": slug,
        "form": form,
        "base": one_row.signed_start(request, PaperDraftForm(instance=draft_of(session, kind))),
        "may_change": may_change and (stored.is_editable or bool(refusal)),
        "status": status,
        "refusal": refusal,
        "lacking": ready.missing,
        "warnings": ready.warnings,
        "left_out": printing.left_out_of_pdf(template_of(session, kind)),
        "mends": mended_of(session) if stored.described.corrects else (),
    }
    return desk_page(request, "papers/draft", context, status=409 if form.errors or refusal else 200)


@transaction.atomic
def _merge_or_save(request, session, kind, slug):
    """The merge page or the redirect after the save; None where the form has errors. Raises Refused while the paper
    awaits a signature: what was typed stays on the page.

    The session's row is locked, because a new draft has no row yet: of two saves at the same moment one waits here.
    """
    one_row.lock_row(Session, session.pk)
    if not draft_of(session, kind).is_editable:
        raise Refused(NOT_NOW)
    row = one_row.RowInfo(
        title=f"{label(kind)}: {session}",
        back=reverse("admin:meetings_session_paper", args=[session.pk, slug]),
        last=one_row.last_save(draft_of(session, kind)),
    )
    if answer := one_row.merge_page_if_stale(request, PaperDraftForm(instance=draft_of(session, kind)), [], row):
        return answer
    form = PaperDraftForm(request.POST, instance=draft_of(session, kind))
    if not form.is_valid():
        return None
    form.instance.saved_by = request.user
    draft = form.save()
    LogEntry.objects.log_actions(request.user.pk, [draft], CHANGE, "Lưu bản soạn.", single_object=True)
    messages.success(request, f"Đã lưu {label(kind).lower()}.")
    if request.POST.get("_verb") == "send":
        return redirect("admin:meetings_session_paper_verb", session.pk, slug, "send")
    return redirect("admin:meetings_session_paper", session.pk, slug)


def _preview(make):
    """A view of a paper that is not issued; no cache keeps the answer and no search engine lists it."""

    @require_safe
    @never_cache
    def view(request, pk, slug=""):
        session = session_for(request, pk)
        try:
            content, extension = make(session, slug)
        except printing.PressRefused as refused:
            return preview.refused(request, [str(refused)], status=503)
        answer = HttpResponse(content, content_type=BY_ENDING[extension].content_type)
        name = f"{slug}-du-thao" if slug else "phieu-diem-danh"
        how = "attachment" if extension == "docx" else "inline"
        answer["Content-Disposition"] = f'{how}; filename="{name}.{extension}"'
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return view


@_preview
def as_pdf(session, slug):
    composed = compose(session, kind_called(slug))
    return printing.draft(composed.record, composed.paper), "pdf"


@_preview
def as_word(session, slug):
    kind = kind_called(slug)
    composed = compose(session, kind)
    return printing.word_draft(composed.record, composed.paper, template_of(session, kind)), "docx"


@_preview
def attendance_sheet(session, slug):
    return printing.attendance_list(excerpt(PaperKind.MINUTES, session.to_record())), "pdf"


PATHS = [
    path("<int:pk>/giay-to/phieu-diem-danh.pdf", attendance_sheet, name="meetings_session_attendance_sheet"),
    path("<int:pk>/giay-to/<slug:slug>/", draft, name="meetings_session_paper"),
    path("<int:pk>/giay-to/<slug:slug>/xem-thu.pdf", as_pdf, name="meetings_session_paper_pdf"),
    path("<int:pk>/giay-to/<slug:slug>/xem-thu.docx", as_word, name="meetings_session_paper_word"),
]
