"""The page that asks before a session goes out, and says what the public will read."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from ..models import Refused, Session
from ..writers.article import article


def may_publish(user):
    return user.has_perm("meetings.publish_session")


def publish(request, pk):
    if not may_publish(request.user):
        raise PermissionDenied
    session = get_object_or_404(Session.objects.with_rows(), pk=pk)
    note, refusal = request.POST.get("note", ""), ""
    if request.method == "POST":
        try:
            return _published(request, session, note)
        except Refused as reason:
            refusal = str(reason)
    context = {
        "session": session,
        "article": article(session.to_record().public()),
        "live": session.editions.live().first(),
        "lacking": session.missing(),
        "note": note,
        "refusal": refusal,
        "title": "Đăng phiên họp",
    }
    return render(request, "admin/session/publish.html", context, status=409 if refusal else 200)


def _published(request, session, note):
    if request.POST.get("version") != str(session.version):
        raise Refused("Phiên họp này vừa được sửa sau khi bạn mở trang. Hãy xem lại rồi bấm Đăng lần nữa.")
    edition = session.publish(by=request.user, note=note)
    messages.success(request, f"Đã đăng {edition.title} (bản {edition.sequence}).")
    return HttpResponseRedirect(reverse("admin:meetings_session_change", args=[session.pk]))


PATHS = [path("<int:pk>/dang/", publish, name="meetings_session_publish")]
