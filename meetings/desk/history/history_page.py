"""The read-only page of a session's history."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from ...models import Session
from ..desk_page import desk_page
from ..primary_keys import as_pk
from . import session_timeline


def timeline_view(request, pk):
    """The events, newest first; ?loc= keeps one kind of event, ?nguoi= the events of one person."""
    if not any(request.user.has_perm(f"meetings.{verb}_session") for verb in ("view", "change")):
        raise PermissionDenied
    session = get_object_or_404(Session, pk=as_pk(pk))
    editions = session_timeline.editions_of(session)
    events = session_timeline.events(session, editions)
    kind, person = request.GET.get("loc", ""), request.GET.get("nguoi", "")
    kind = kind if kind in session_timeline.EVENT_KINDS else ""
    people = sorted({event.by for event in events})
    theirs = [event for event in events if not person or event.by == person]
    context = {
        "session": session,
        "title": f"Lịch sử: {session}",
        "days": session_timeline.by_day(event for event in theirs if not kind or kind in event.kinds),
        "filters": list(_filters(theirs, kind)),
        "people": people,
        "kind": kind,
        "person": person,
        "editions": editions,
    }
    return desk_page(request, "session/history", context)


def _filters(events, chosen):
    yield "", "Tất cả", len(events), not chosen
    for key, label in session_timeline.EVENT_KINDS.items():
        yield key, label, sum(key in event.kinds for event in events), key == chosen
