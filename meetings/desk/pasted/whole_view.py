"""The page that takes a whole pasted post, for a new session or an empty one, and the way back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST

from ... import intake
from ...archiving.giving_back import PASTED
from ...models import Refused, Session
from ...vietnamese import join_words
from ..desk_page import desk_page
from ..primary_keys import as_pk
from . import whole_post, whole_reading, whole_undo, whole_units


def new(request):
    if not request.user.has_perm("meetings.add_session"):
        raise PermissionDenied
    return _page(request) if request.method != "POST" else _take(request, None)


def into(request, pk):
    session = _session(request, pk)
    try:
        whole_post.refuse_filled(session)
    except whole_post.HasContent as reason:
        return _page(request, session, str(reason), may_paste=False)
    return _page(request, session) if request.method != "POST" else _take(request, session)


def _session(request, pk):
    """The session, for those who may change it now."""
    session = get_object_or_404(Session.objects.select_related("council"), pk=pk)
    if not (request.user.has_perm("meetings.change_session") and session.is_editable):
        raise PermissionDenied
    return session


def _take(request, session):
    known = None
    try:
        post = whole_reading.read(request.POST.get("bai", ""), session)
        known = Session.objects.filter(pk=post.session_id).first()
        if session:
            filled = whole_post.fill(post, session, by=request.user)
        else:
            filled = whole_post.make(post, by=request.user)
    except intake.AlreadyStored as stored:
        return _page(request, session, "Bài này đã có trên Bàn việc; chưa đổi gì.", stored.session)
    except intake.Unstorable as reason:
        words = str(reason)
        return _page(request, session, words[:1].upper() + words[1:], known if known != session else None)
    _report(request, filled, post)
    return redirect("admin:meetings_session_change", filled.pk)


def _report(request, session, post):
    record = post.record
    counts = ((record.attendees, "dòng thành phần"), (record.agenda, "nội dung"), (record.directives, "chỉ đạo"))
    read = join_words([f"{len(rows)} {words}" for rows, words in counts if rows]) or "không thấy dòng nào"
    doubts = len(post.reading["doubts"])
    unsure = f" Có {doubts} chỗ máy chưa chắc, xem bên cạnh." if doubts else ""
    messages.success(request, f"Đã đọc cả bài vào bản nháp {session}: {read}.{unsure}")
    if changed := whole_post.changed_frame(post):
        messages.warning(request, f"Đã đổi theo bài: {join_words(changed)}.")


def _page(request, session=None, refusal="", known=None, may_paste=True):
    context = {
        "title": f"Dán cả bài vào {session}" if session else "Dán cả bài thành phiên mới",
        "session": session,
        "text": request.POST.get("bai", ""),
        "refusal": refusal,
        "known": known,
        "may_paste": may_paste,
    }
    return desk_page(request, "session/whole", context, status=409 if refusal and request.method == "POST" else 200)


def _pasted(session):
    post = whole_post.pasted_into(session)
    if post is None or PASTED not in post.answers:
        raise Http404
    return post


@require_POST
def undo(request, pk):
    session = _session(request, pk)
    post = _pasted(session)
    if whole_undo.is_changed(session, post) and "chac-chan" not in request.POST:
        return _ask(request, session, post)
    try:
        seen = as_pk(request.POST.get("ban", ""))
        restored = whole_undo.undo(post, by=request.user, seen_version=seen)
    except Refused as reason:
        messages.error(request, str(reason))
        return redirect("admin:meetings_session_change", pk)
    kept = f"Bài đã dán vẫn giữ ở mục Nhập bài cũ, đợt “{post.batch}”."
    if restored is None:
        messages.success(request, f"Đã hoàn tác: bỏ bản nháp {session} do lần dán lập ra. {kept}")
        return redirect("admin:meetings_session_add")
    messages.success(request, f"Đã hoàn tác lần dán: {restored} trở lại như trước. {kept}")
    return redirect("admin:meetings_session_change", pk)


def _ask(request, session, post):
    context = {
        "title": "Hoàn tác lần dán cả bài",
        "session": session,
        "made": post.answers[PASTED]["made"],
    }
    return desk_page(request, "session/whole_undo", context, status=409)


@require_POST
def units(request, pk):
    """Gives the directives the units that were decided on since the paste."""
    session = _session(request, pk)
    post = _pasted(session)
    if number := whole_units.fill(post, session):
        messages.success(request, f"Đã điền đơn vị vào {number} chỉ đạo; câu chữ giữ nguyên.")
    else:
        messages.info(request, "Không có chỉ đạo nào cần điền đơn vị: tên chưa được quyết định, hoặc câu đã sửa.")
    return redirect("admin:meetings_session_change", pk)


PATHS = [
    path("dan-ca-bai/", new, name="meetings_session_whole"),
    path("<int:pk>/dan-ca-bai/", into, name="meetings_session_whole_into"),
    path("<int:pk>/hoan-tac-dan/", undo, name="meetings_session_whole_undo"),
    path("<int:pk>/dien-don-vi/", units, name="meetings_session_whole_units"),
]
