"""What supervisors know of the desk: that a session that is not posted was held, and on which day.

Nothing else of the desk is read in this room, and what it reads is shown behind the log-in alone.
"""

from ..models.session import Session
from ..models.workflow import SessionState


def held(year, day, offices):
    """Sessions of `year` held by `day` at these offices, of today's work and not of old posts: (office, month, day,
    session)."""
    rows = Session.objects.filter(year=year, held_on__lte=day, office__in=offices, source_hash="")
    rows = rows.exclude(state=SessionState.WITHDRAWN).order_by("held_on", "pk")
    return rows.values_list("office", "month", "held_on", "pk")
