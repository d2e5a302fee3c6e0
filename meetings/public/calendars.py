"""The calendars: one of all sessions, and one for every session."""

from itertools import groupby
from operator import attrgetter

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ..models.office_scope import current
from ..vietnamese import LOCAL_ZONE, date_digits
from ..writers.session_event import SessionEvent, Status
from . import upcoming
from .cached_page import newest_masthead, origin
from .crawlers import for_machines, sent
from .upcoming import INVITATION, LIVE, NEWS, WITHDRAWN, hour_of

YEARS_KEPT = 2


@for_machines
def all_sessions(request):
    """The sessions of the last two years and all that are announced."""
    first = upcoming.today().replace(day=1)
    first = first.replace(year=first.year - YEARS_KEPT)
    near = upcoming.pages_and_invitations().filter(year__gte=first.year - 1)
    editions = near.filter(path__in=near.filter(held_on__gte=first).values("path"))
    return _answer(request, f"Phiên họp - {newest_masthead().name}", *_events(request, editions))


@for_machines
def one_session(request, path):
    """The event of one session. If the session was withdrawn the event is cancelled, so that calendars drop it."""
    events, changed = _events(request, upcoming.pages_and_invitations().filter(path=path, year=path[:4]))
    if not events:
        raise Http404
    return _answer(request, events[0].title, events, changed)


def _events(request, editions):
    """The events that `editions` make, by day, and when the last of them changed."""
    editions = list(editions.order_by("path", "pk"))
    events = [_event(list(group), origin(request)) for _, group in groupby(editions, attrgetter("path"))]
    changed = [moment for edition in editions for moment in (edition.visible_from, edition.closed_at) if moment]
    return sorted(filter(None, events), key=lambda event: (event.day, event.path)), max(changed, default=None)


def _answer(request, name, events, changed):
    from ..writers.calendar import calendar

    answer = sent(request, calendar(name, events), "text/calendar", changed)
    answer["Content-Disposition"] = 'inline; filename="lich.ics"'
    return answer


def _event(editions, here):
    """The event of one session, from all its `editions`; None where its day is not known or not public any more."""
    speaking, status = _speaking(editions)
    if speaking is None or speaking.held_on is None:
        return None
    withdrawn = sum(edition.state == WITHDRAWN for edition in editions)
    facts = _withdrawn(speaking) if speaking.state == WITHDRAWN else _in_force(speaking, editions, here)
    return SessionEvent(
        office=f"{current().key}",
        path=speaking.path,
        sequence=len(editions) - 1 + withdrawn,
        day=speaking.held_on,
        starts_at=hour_of(speaking.starts),
        ends_at=hour_of(speaking.ends),
        status=status,
        address=here + reverse("public:session", args=[speaking.path]),
        **facts,
    )


def _speaking(editions):
    """The last page if there ever was one, else the last invitation; None if its successor is not public. A session
    that was posted was held: a post that is withdrawn calls it off only together with its invitation."""
    pages = [edition for edition in editions if edition.kind == NEWS]
    invitations = [edition for edition in editions if edition.kind == INVITATION]
    last = (pages or editions)[-1]
    if last.state != WITHDRAWN:
        return (last if last.state == LIVE else None), Status.CONFIRMED
    invited = invitations[-1] if invitations else None
    if not pages or (invited and invited.state == WITHDRAWN):
        return last, Status.CANCELLED
    return (invited if invited and invited.state == LIVE else last), Status.CONFIRMED


def _in_force(edition, editions, here):
    notes = ()
    if edition.kind == INVITATION:
        before = (earlier for earlier in editions if earlier.kind == INVITATION and earlier.pk < edition.pk)
        announced = upcoming.Announced(edition, tuple(before))
        invitation = here + reverse("public:paper", args=[edition.path, INVITATION, "pdf"])
        notes = (*announced.changes, f"{announced.name}: {invitation}")
    return {
        "title": edition.title,
        "venue": edition.venue or "",
        "notes": notes,
        "stamp": max([edition.visible_from, *(page.closed_at for page in editions if _is_withdrawn_page(page))]),
    }


def _is_withdrawn_page(edition):
    return edition.kind == NEWS and edition.state == WITHDRAWN


def _withdrawn(edition):
    """The day and the reason of the withdrawal, and nothing typed of what was withdrawn."""
    what = "Giấy mời" if edition.kind == INVITATION else "Bài đăng"
    day = date_digits(timezone.localtime(edition.closed_at, LOCAL_ZONE))
    reason = f" Lý do: {edition.closed_note}" if edition.closed_note else ""
    return {
        "title": upcoming.composed_title(edition),
        "notes": (f"{what} đã được thu hồi ngày {day}.{reason}",),
        "stamp": edition.closed_at,
    }
