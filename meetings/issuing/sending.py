"""A paper on its way to whoever issues it: what it needs before it may be sent."""

from django.utils import timezone

from ..models import Refused, draft_of
from ..vietnamese import LOCAL_ZONE, date_digits
from .composing import readiness


def send(session, kind, *, by, note="", at=None):
    """Lay the paper before whoever issues it. Raises Refused while something is missing, and for a paper that says
    what a session decided, before it is held."""
    draft = draft_of(session, kind)
    if lacking := readiness(draft).missing:
        raise Refused(f"Còn thiếu {', '.join(lacking)}. Hãy điền rồi làm lại.")
    described, today = draft.described, timezone.localdate(timezone=LOCAL_ZONE)
    if not described.precedes_session and session.held_on > today:
        day = date_digits(session.held_on)
        raise Refused(f"Phiên họp ngày {day} chưa diễn ra. Họp xong mới trình ký {described.name.lower()}.")
    draft.move("send", by=by, note=note, at=at)
    return draft
