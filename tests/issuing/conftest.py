"""Papers ready to be issued: the January session with its hours, on a desk whose council has its defaults."""

from datetime import date, time

import pytest

from meetings import issuing
from meetings.models import Session

from ..apart import database_url, run_apart

__all__ = ["database_url", "run_apart"]
DAY = date(2021, 1, 5)


@pytest.fixture
def ready(january):
    """The January session with all that its papers need."""
    Session.objects.filter(pk=january.pk).update(starts_at=time(8, 30), ends_at=time(11), venue="Phòng họp số 2")
    return Session.objects.get(pk=january.pk)


@pytest.fixture
def issue(ready, chief):
    """issue("minutes", number=…, note=…): by the chief of office, dated on the day of the session."""

    def issue(kind, session=ready, by=chief, **order):
        return issuing.issue(session, kind, issuing.Order(**{"dated": DAY, **order}), by=by)

    return issue
