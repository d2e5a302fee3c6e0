"""The state of the public site: two answers to one address at one state are the same bytes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Subquery
from django.utils import timezone

from council.release import RELEASE, RELEASED_AT

from ..models.catalogue import Revision
from ..models.edition import Edition
from ..vietnamese import LOCAL_ZONE


@dataclass(frozen=True)
class State:
    revision: str
    moment: datetime
    """When something public last changed: a record, the release, or the day that pages count from."""

    def etag(self, *address) -> str:
        """Strong: that of the page at `address`, without quotes."""
        parts = (RELEASE, self.revision, self.moment.isoformat(), *address)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def now() -> State:
    """One query. What was set to appear later makes a new state when its moment comes; so does each day."""
    came = Edition.objects.filter(visible_from__lte=timezone.now()).order_by("-visible_from")
    came = came.values("visible_from")[:1]
    row = Revision.objects.annotate(came=Subquery(came)).values_list("token", "changed_at", "came").first()
    token, changed_at, newest = row or ("", None, None)
    today = datetime.combine(timezone.localdate(timezone=LOCAL_ZONE), time.min, LOCAL_ZONE)
    moments = [each for each in (changed_at, newest, today, RELEASED_AT) if each]
    return State(f"{token} {newest}", max(moments))
