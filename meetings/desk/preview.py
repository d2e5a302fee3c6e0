"""What the saved draft would become: the page and the minutes, for staff only, marked DỰ THẢO."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.cache import never_cache

from ..models import Session
from ..writers import minutes
from ..writers.article import article


def draft(request, pk):
    """The session as it is saved now, for whoever may see it."""
    session = get_object_or_404(Session.objects.with_rows(), pk=pk)
    if not request.user.has_perm("meetings.view_session", session) and not request.user.has_perm(
        "meetings.view_session"
    ):
        raise PermissionDenied
    return session


@never_cache
def page(request, pk):
    record = draft(request, pk).to_record().public()
    answer = render(request, "public/session.html", {"article": article(record), "draft": True})
    answer["X-Robots-Tag"] = "noindex"
    return answer


@never_cache
def minutes_pdf(request, pk):
    paper = minutes.write(draft(request, pk).to_record(), draft=True)
    return HttpResponse(paper, content_type="application/pdf", headers={"X-Robots-Tag": "noindex"})


PATHS = [
    path("<int:pk>/xem-thu/", page, name="meetings_session_preview"),
    path("<int:pk>/xem-thu/bien-ban.pdf", minutes_pdf, name="meetings_session_preview_minutes"),
]
