"""Sessions that were posted, at whichever office: lists choose them by the public index."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max
from django.utils import timezone

from ..models.edition import Edition
from ..models.public_index import DirectiveEntry, SessionEntry
from ..vietnamese import LOCAL_ZONE
from .places import Place

HALF = 15


@dataclass(frozen=True)
class Posted:
    entry: SessionEntry
    place: Place
    directives: int
    has_minutes: bool

    @property
    def address(self):
        return self.place.at("session", self.entry.path)

    @property
    def title(self):
        """Without the name of the office, which stands beside it."""
        return self.entry.title.removesuffix(f" của {self.place.office.name}")

    @property
    def posted_on(self) -> date | None:
        return self.entry.posted_at and timezone.localdate(self.entry.posted_at, LOCAL_ZONE)


def of(places):
    return SessionEntry.objects.live().filter(office__in=places.numbers)


def newest(entries):
    """By the moment at which they were posted first."""
    return entries.filter(posted_at__isnull=False).order_by("-posted_at", "-key")


def with_facts(entries, places):
    """The entries with what a line of a list says of each, in two queries whatever their number."""
    entries = list(entries)
    sessions = [entry.session_id for entry in entries]
    counted = DirectiveEntry.objects.live().counted().filter(session__in=sessions).order_by()
    directives = dict(counted.values_list("session").annotate(Count("pk")))
    minutes = set(public_papers(Edition.Kind.MINUTES).filter(session__in=sessions).values_list("session", flat=True))
    for entry in entries:
        of_session = directives.get(entry.session_id, 0), entry.session_id in minutes
        yield Posted(entry, places.of(entry.office_id), *of_session)


def public_papers(*kinds):
    """The papers in force that the public may read."""
    return Edition.objects.told().filter(kind__in=kinds, state=Edition.State.LIVE, is_public=True).order_by()


def last_days():
    """The day on which each office met last, as far as it is posted: {office: day}."""
    rows = SessionEntry.objects.live().order_by().values_list("office").annotate(Max("held_on"))
    return {office: day for office, day in rows if day}


def month_told(day):
    """The month of which it is said how many have met: in the first half of a month the one before, whose sessions
    are still being posted. Its year and number."""
    if day.day > HALF:
        return day.year, day.month
    before = day.replace(day=1) - timedelta(days=1)
    return before.year, before.month


def years(places):
    """Those with a session that is posted, newest first: [2026, 2025]."""
    return list(of(places).order_by("-year").values_list("year", flat=True).distinct())
