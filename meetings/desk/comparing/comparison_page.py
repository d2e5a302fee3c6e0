"""The chief's page before a decision: only what differs, old beside new, and what follows from it."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from ...models import Session
from ..desk_page import desk_page
from ..home.session_status import SessionStatus
from ..screen import checklist
from .comparison import Comparison

MENDED = "sau-khi-tra-lai"


@require_safe
@permission_required("meetings.view_session", raise_exception=True)
def page(request, pk):
    session = get_object_or_404(Session.objects.with_rows(), pk=pk)
    comparison = Comparison(session, only_mended=request.GET.get("loc") == MENDED)
    verbs = {verb.name: verb for verb in session.verbs_for(request.user)}
    context = {
        "title": f"{session}: so với {comparison.base_words}",
        "session": session,
        "comparison": comparison,
        "status": SessionStatus(session, request.user),
        "verbs": verbs,
        "decides": verbs.get("republish") or verbs.get("publish"),
        "note": session.proposed_note,
        "mended_filter": MENDED,
        **checklist.by_rank(checklist.items(session)),
    }
    return desk_page(request, "session/comparison", context)


PATHS = [path("<int:pk>/so-ban/", page, name="meetings_session_comparison")]
