"""Setting a paper, and looking at it: as PDF, as Word, held against the official form."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ... import printing
from ...issuing import compose, draft_of, missing, template_of
from ...models.stored_file import CONTENT_TYPES
from ...paper import PaperKind, told
from .. import preview
from .draft_form import PaperDraftForm
from .session_papers import kind_called, label, session_for


def draft(request, pk, slug):
    session, kind = session_for(request, pk), kind_called(slug)
    may_change = request.user.has_perm("meetings.change_paperdraft") and session.state != "withdrawn"
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    form = PaperDraftForm(request.POST or None, instance=draft_of(session, kind))
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, f"Đã lưu {label(kind).lower()}. Xem thử rồi phát hành.")
        return redirect("admin:meetings_session_paper", pk, slug)
    context = {
        **admin.site.each_context(request),
        "title": f"{label(kind)}: {session}",
        "label": label(kind),
        "session": session,
        "slug": slug,
        "form": form,
        "may_change": may_change,
        "lacking": missing(session, kind),
    }
    return render(request, "admin/papers/draft.html", context, status=409 if form.errors else 200)


def _look(make):
    """A look at what is not issued, which no cache keeps and no search engine lists."""

    @require_safe
    @never_cache
    def view(request, pk, slug=""):
        session = session_for(request, pk)
        try:
            content, extension = make(session, slug)
        except printing.PressRefused as refused:
            return preview.refused(request, [str(refused)], status=503)
        answer = HttpResponse(content, content_type=CONTENT_TYPES[extension])
        name = f"{slug}-du-thao" if slug else "phieu-diem-danh"
        how = "attachment" if extension == "docx" else "inline"
        answer["Content-Disposition"] = f'{how}; filename="{name}.{extension}"'
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return view


@_look
def as_pdf(session, slug):
    composed = compose(session, kind_called(slug))
    return printing.draft(composed.record, composed.paper), "pdf"


@_look
def as_word(session, slug):
    kind = kind_called(slug)
    composed = compose(session, kind)
    return printing.word_draft(composed.record, composed.paper, template_of(session, kind)), "docx"


@_look
def attendance_sheet(session, slug):
    return printing.attendance_list(told(PaperKind.MINUTES, session.to_record())), "pdf"


PATHS = [
    path("<int:pk>/giay-to/phieu-diem-danh.pdf", attendance_sheet, name="meetings_session_attendance_sheet"),
    path("<int:pk>/giay-to/<slug:slug>/", draft, name="meetings_session_paper"),
    path("<int:pk>/giay-to/<slug:slug>/xem-thu.pdf", as_pdf, name="meetings_session_paper_pdf"),
    path("<int:pk>/giay-to/<slug:slug>/xem-thu.docx", as_word, name="meetings_session_paper_word"),
]
