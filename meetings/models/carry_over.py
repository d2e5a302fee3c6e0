"""What a session found owed, gave and closed, and what it leaves to the next: asked for each time, never stored."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ..vietnamese import LOCAL_ZONE
from .directive import Directive
from .progress_report import owed_on
from .session import Session
from .workflow import SessionState

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Balance:
    """Directives, a task being a part of the one above it."""

    opening: int
    given: int
    again: int
    """Opened again after they were closed, or followed from then on."""
    closed: int
    unposted: int
    """Typed in this session, and given once it is posted: no part of the sum until then."""
    until: date
    """The end of this day: the one before the next session, or today."""

    @property
    def closing(self):
        """What the next session finds owed."""
        return self.opening + self.given + self.again - self.closed


def found_owed(session):
    """The directives of earlier sessions that were owed when the day of this one began."""
    return _given_at(Session.objects.before(session)).filter(owed_on(session.day - A_DAY))


def balance(session) -> Balance:
    until, this = _until(session), Session.objects.filter(pk=session.pk)
    opening = _keys(found_owed(session))
    given = set() if session.source_hash else _keys(_given_at(this))
    closing = set()
    for sessions in (Session.objects.before(session), this):
        closing |= _keys(_given_at(sessions).filter(owed_on(until)))
    before, typed = opening | given, session.directives.counted().count()
    unposted = typed if session.state != SessionState.WITHDRAWN and not _given_at(this).exists() else 0
    return Balance(len(opening), len(given), len(closing - before), len(before - closing), unposted, until)


def _given_at(sessions):
    return Directive.objects.in_force().counted().filter(session__in=sessions.order_by().values("pk"))


def _until(session):
    following = Session.objects.not_withdrawn().after(session).order_by("year", "month", "held_on").first()
    today = timezone.localdate(timezone=LOCAL_ZONE)
    return min(today, following.day - A_DAY) if following else today


def _keys(directives):
    return set(directives.order_by().values_list("pk", flat=True))
