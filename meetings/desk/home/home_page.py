"""The desk's front page: what the logged-in user has to do next."""

from itertools import chain

from django.db.models import F, Max, Q, prefetch_related_objects
from django.urls import reverse

from ...models import PaperState, Session
from ...models.workflow import AWAITING, EDITABLE
from ...vietnamese import WEEKDAYS, date_digits, month_words
from .. import error_report_admin
from ..directives.due_words import due_directives
from ..letters import letter_admin
from ..office_time import day_words, days_left, today
from ..proposals import proposal_list
from ..screen import checklist
from ..setup.open_ends import for_front_page
from ..tabs import tab_counts, tabs_with_counts
from . import awaiting, prepared_drafts, unfinished
from .recent_activity import by_colleagues
from .session_list import STATES
from .session_status import REOPENED, UNREAD, WITHDRAWN, SessionStatus, scheduled, with_changes

SHOWN, MOST = 12, 8
"""Rows of the panels; `?cho=tat-ca` shows everything that awaits."""
UNREAD_HERE = [name for name in UNREAD if name != "assessment"]
NEWEST = Max(F("year") * 12 + F("month"), filter=Q(kind="regular") & ~Q(state=WITHDRAWN))
"""The month of the latest regular session, counted from the year 0."""


def context(request):
    """The context of `admin/index.html`, in a fixed number of queries."""
    user = request.user
    page = {"title": "Bàn việc", "today": day_words(today()), "is_chief": user.has_perm("meetings.publish_session")}
    page["open_ends"] = for_front_page(user)
    if user.has_perm("meetings.view_session"):
        everything = request.GET.get("cho") == "tat-ca"
        page |= _sessions(user, None if everything else MOST) | {"activity": by_colleagues(user)}
        page["unfinished"], page["unfinished_total"] = unfinished.rows(user, MOST)
        page["unfinished_headings"] = unfinished.headings()
        page["prepared"] = prepared_drafts.rows(user)
    page["letters"] = letter_admin.for_front_page(user)
    page["proposals"] = proposal_list.for_front_page(user)
    page["to_let_out"] = proposal_list.to_let_out(user)
    page["error_reports"] = error_report_admin.for_front_page(user)
    if user.has_perm("meetings.view_directive"):
        page["due"] = due_directives()
    return page


def _sessions(user, most):
    at_work = Q(state__in=(*EDITABLE, *AWAITING)) | scheduled()
    sessions = with_changes(Session.objects.with_gaps().filter(at_work | Q(held_on__gte=today())))
    rows = [SessionStatus(session, user) for session in sessions.defer(*UNREAD_HERE)]
    to_do = sorted((row for row in rows if row.session.is_editable), key=_urgency)
    sent = [row for row in rows if row.session.is_awaiting or row.session.is_scheduled]
    await_chief, total = awaiting.rows(sent, user, most)
    first, then = (await_chief, to_do) if user.has_perm("meetings.publish_session") else (to_do, await_chief)
    counts = tab_counts(STATES, Session.objects.all(), newest=NEWEST)
    return {
        "states": tabs_with_counts(STATES, counts),
        "to_do": _with_checks(to_do[:SHOWN]),
        "to_do_total": len(to_do),
        "returned": [_returned(status) for status in awaiting.drafts(PaperState.RETURNED, user)],
        "awaiting": await_chief,
        "awaiting_total": total,
        "out_first": next((status for status in chain(first, then) if status.step.ready), None),
        "coming": _coming(rows),
        "unprepared": _unprepared(counts["newest"]) if user.has_perm("meetings.add_session") else None,
    }


def _with_checks(rows):
    """Each row with the number of places to look at again."""
    prefetch_related_objects([row.session for row in rows], "council__members", "attendees", "agenda", "directives")
    for row in rows:
        items = checklist.items(row.session) if row.is_late or row.is_returned else ()
        row.to_review = len(checklist.shoulds(items))
    return rows


def _urgency(status):
    """Sort key: returned drafts first, then late ones, then corrections, then sessions still to be held."""
    rank = 0 if status.is_returned else 1 if status.is_late else 2 if status.session.state == REOPENED else 3
    held = status.session.held_on
    return rank, held is None, held or today(), status.session.pk


def _returned(status):
    """A paper that came back: "Biên bản phiên tháng 01/2021", with the chief's words."""
    session = status.draft.session
    return {
        "name": awaiting.paper_name(status.draft.kind, session),
        "link": reverse("admin:meetings_session_paper", args=[session.pk, status.draft.described.slug]),
        "status": status,
    }


def _unprepared(newest):
    """The regular session of this month or the next that has no draft yet: "Phiên tháng 02/2021", or None."""
    this = today().year * 12 + today().month
    following = newest + 1 if newest else this
    year, month = divmod(following - 1, 12)
    return f"Phiên tháng {month_words(month + 1)}/{year}" if following <= this + 1 else None


def _coming(rows):
    """The next session to be held: {"status": …, "day": "thứ Ba 02/02/2021", "left": "còn 25 ngày"}, or None."""
    ahead = [row for row in rows if row.session.held_on and row.session.held_on >= today()]
    ahead = [row for row in ahead if row.session.state != WITHDRAWN]
    if not ahead:
        return None
    status = min(ahead, key=lambda row: (row.session.held_on, row.session.pk))
    day = status.session.held_on
    return {"status": status, "day": f"{WEEKDAYS[day.weekday()]} {date_digits(day)}", "left": days_left(day)}
