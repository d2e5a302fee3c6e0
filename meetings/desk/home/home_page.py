"""The desk's front page: what to do next, for whoever has logged in."""

from itertools import chain

from django.db.models import F, Max, Q, prefetch_related_objects

from ...models import Session
from ...vietnamese import WEEKDAYS, date_digits, month_words
from ..directives.due_words import due
from ..office_time import day_words, days_left, today
from ..screen import checklist
from .recent_activity import by_colleagues
from .session_list import by_state, counted
from .session_status import DRAFT, REOPENED, SUBMITTED, UNREAD, WITHDRAWN, Standing, scheduled, with_changes

SHOWN = 12
UNREAD_HERE = [name for name in UNREAD if name != "assessment"]
NEWEST = Max(F("year") * 12 + F("month"), filter=Q(kind="regular") & ~Q(state=WITHDRAWN))
"""The month of the latest regular session, counted from the year 0."""


def context(request):
    """What `admin/index.html` shows; as many queries for two hundred sessions as for one."""
    user = request.user
    told = {"title": "Bàn việc", "today": day_words(today()), "is_chief": user.has_perm("meetings.publish_session")}
    if user.has_perm("meetings.view_session"):
        told |= _sessions(user) | {"deeds": by_colleagues(user)}
    if user.has_perm("meetings.view_directive"):
        told["due"] = due()
    return told


def _sessions(user):
    at_work = Q(state__in=(DRAFT, SUBMITTED, REOPENED)) | scheduled()
    found = with_changes(Session.objects.filter(at_work | Q(held_on__gte=today()))).select_related("council")
    rows = [Standing(session, user) for session in found.defer(*UNREAD_HERE)]
    to_do = sorted((row for row in rows if row.session.state in (DRAFT, REOPENED)), key=_urgency)
    awaiting = sorted((row for row in rows if _awaits(row)), key=_waiting)
    first, then = (awaiting, to_do) if user.has_perm("meetings.publish_session") else (to_do, awaiting)
    counts = counted(Session.objects.all(), newest=NEWEST)
    return {
        "states": by_state(counts),
        "to_do": _with_checks(to_do[:SHOWN]),
        "to_do_total": len(to_do),
        "awaiting": awaiting[:SHOWN],
        "awaiting_total": len(awaiting),
        "out_first": next((each for each in chain(first, then) if each.step.ready), None),
        "coming": _coming(rows),
        "unprepared": _unprepared(counts["newest"]) if user.has_perm("meetings.add_session") else None,
    }


def _with_checks(rows):
    """Each row with how much should still be looked at."""
    prefetch_related_objects([row.session for row in rows], "attendees", "agenda", "directives")
    for row in rows:
        items = checklist.of(row.session) if row.is_late or row.is_returned else ()
        row.to_review = sum(item.rank == checklist.SHOULD for item in items)
    return rows


def _urgency(stands):
    """What was sent back first, then what was held and is not out, then corrections, then what is still to come."""
    rank = 0 if stands.is_returned else 1 if stands.is_late else 2 if stands.session.state == REOPENED else 3
    held = stands.session.held_on
    return rank, held is None, held or today(), stands.session.pk


def _awaits(stands):
    return stands.session.state == SUBMITTED or stands.session.is_scheduled


def _waiting(stands):
    return stands.session.is_scheduled, stands.last.at, stands.session.pk


def _unprepared(newest):
    """The regular session of this month or the next that nobody has begun yet: "Phiên tháng 02/2021", or None."""
    this = today().year * 12 + today().month
    following = newest + 1 if newest else this
    year, month = divmod(following - 1, 12)
    return f"Phiên tháng {month_words(month + 1)}/{year}" if following <= this + 1 else None


def _coming(rows):
    """The next session to be held: {"stands": …, "day": "thứ Ba 02/02/2021", "left": "còn 25 ngày"}, or None."""
    ahead = [row for row in rows if row.session.held_on and row.session.held_on >= today()]
    ahead = [each for each in ahead if each.session.state != WITHDRAWN]
    if not ahead:
        return None
    stands = min(ahead, key=lambda each: (each.session.held_on, each.session.pk))
    day = stands.session.held_on
    return {"stands": stands, "day": f"{WEEKDAYS[day.weekday()]} {date_digits(day)}", "left": days_left(day)}
