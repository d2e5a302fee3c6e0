"""The page of a paper's verb (send, send back, leave out, …): GET says what will happen and asks, POST does it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path

from ... import issuing
from ...letters import notices
from ...models import PAPER_VERBS, Refused, draft_of
from ..desk_page import desk_page
from .draft_status import DraftStatus
from .papers_page import kind_called, label, session_for

DONE = {
    "send": "Đã trình ký. Chánh Văn phòng xem rồi mới phát hành.",
    "take_back": "Đã lấy lại để sửa.",
    "send_back": "Đã trả lại cho văn thư kèm lời nhắn.",
    "omit": "Đã ghi là không ra văn bản này.",
    "resume": "Đã ghi là vẫn ra văn bản này.",
}
"""The issue has a page of its own."""


def verb(request, pk, slug, name):
    """A stale or forged click is refused with who did what when."""
    if name not in DONE:
        raise Http404
    chosen = PAPER_VERBS[name]
    if not request.user.has_perm(f"meetings.{chosen.permission}"):
        raise PermissionDenied
    session, kind = session_for(request, pk), kind_called(slug)
    refusal = ""
    if request.method == "POST":
        try:
            return _do(request, session, kind, slug, name)
        except Refused as reason:
            refusal = str(reason)
    draft = draft_of(session, kind)
    ready, status = issuing.readiness(draft), DraftStatus(draft, request.user)
    context = {
        "title": chosen.label.rstrip("…"),
        "label": label(kind),
        "session": session,
        "slug": slug,
        "verb": chosen,
        "status": status,
        "may_still": name in status.verbs,
        "lacking": ready.missing if name == "send" else [],
        "warnings": ready.warnings if name in ("send", "send_back") else [],
        "contents": ready.contents,
        "token": issuing.compose(session, kind).token,
        "note": request.POST.get("note", ""),
        "refusal": refusal,
    }
    return desk_page(request, "papers/verb", context, status=409 if refusal else 200)


def _do(request, session, kind, slug, name):
    note = request.POST.get("note", "")
    if name == "send":
        if request.POST.get("token") != issuing.compose(session, kind).token:
            raise Refused("Phiên họp hoặc giấy tờ vừa được sửa sau khi bạn mở trang. Hãy xem lại rồi bấm lần nữa.")
        draft = issuing.send(session, kind, by=request.user)
    else:
        draft = draft_of(session, kind)
        draft.move(name, by=request.user, note=note)
    notices.of_paper(draft, name, by=request.user)
    messages.success(request, f"{label(kind)}, {session}: {DONE[name]}")
    return redirect("admin:meetings_session_paper", session.pk, slug)


PATHS = [path("<int:pk>/giay-to/<slug:slug>/viec/<slug:name>/", verb, name="meetings_session_paper_verb")]
