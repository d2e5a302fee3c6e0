"""The state of the public site: two answers to one address at one state are the same bytes."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.conf import settings
from django.db import connection
from django.utils import timezone

from council.release import RELEASE, RELEASED_AT

from ..models.edition import Edition
from ..models.office import known_offices
from ..models.office_scope import current, is_every
from ..models.public_index import Revision
from ..vietnamese import LOCAL_ZONE


@dataclass(frozen=True)
class State:
    revision: str
    moment: datetime
    """When something public last changed: a record, the release, or the day that pages count from."""

    def etag(self, *address) -> str:
        """Strong: that of the page at `address`, without quotes."""
        parts = (RELEASE, shown_settings(), self.revision, self.moment.isoformat(), *address)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def shown_settings() -> str:
    return repr([getattr(settings, name) for name in settings.SHOWN_ON_PAGES])


def now() -> State:
    """One query, in SQL: a page that the reader has already costs nothing more. An edition that is to appear later
    makes a new state when its moment comes; so does a new day. On the portal it is the state of all offices."""
    rows = _asked()
    today = datetime.combine(timezone.localdate(timezone=LOCAL_ZONE), time.min, LOCAL_ZONE)
    moments = [moment for _, *pair in rows for moment in map(_moment, pair) if moment]
    revision = " ".join(f"{token} {_moment(newest)}" for token, _, newest in rows)
    whose = _as_named() if is_every() else f"{current().pk} {current().is_sample} {current().look}"
    return State(f"{whose} {revision}", max(filter(None, (*moments, today, RELEASED_AT))))


def _asked():
    """Of each office that is seen: token, moment of the last change, of the newest page."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        if is_every():
            cursor.execute(f"{_ASKED} ORDER BY office_id", [now])
        else:
            cursor.execute(f"{_ASKED} WHERE office_id = %s", [now, current().pk])
        return cursor.fetchall()


def _as_named() -> str:
    """What the portal says of the offices themselves."""
    named = ("pk", "name", "hosts", "opened_on", "closed_on", "is_sample")
    rows = [[getattr(each, field) for field in named] for each in known_offices()]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


_NEWEST = (
    f"SELECT visible_from FROM {Edition._meta.db_table} AS page "
    f"WHERE page.office_id = {Revision._meta.db_table}.office_id AND visible_from <= %s "
    f"AND kind = '{Edition.Kind.NEWS}' AND state <> '{Edition.State.CANCELLED}' ORDER BY visible_from DESC LIMIT 1"
)
"""Only a page appears by itself: a paper waits for its page, or is public from the moment at which it is issued."""
_ASKED = f"SELECT token, changed_at, ({_NEWEST}) FROM {Revision._meta.db_table}"


def _moment(stored):
    """SQLite keeps moments as text or without a zone, in UTC."""
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment.replace(tzinfo=UTC) if moment and not moment.tzinfo else moment
