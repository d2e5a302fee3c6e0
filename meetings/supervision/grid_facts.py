"""What the grid is made of, in a constant number of queries: public facts, and that a session was held."""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, Max, Min, OuterRef
from django.utils import timezone

from ..models.edition import Edition
from ..models.public_index import MONTH_BIT, DirectiveEntry, SessionEntry, overdue
from ..portal import posted
from ..vietnamese import LOCAL_ZONE, date_digits
from . import held_sessions

MINUTES, NOTICE, INVITATION = Edition.Kind.MINUTES, Edition.Kind.NOTICE, Edition.Kind.INVITATION
SLOW_DAYS, UNPOSTED_DAYS = 5, 10
"""After more days than these a posting counts as slow, and a session that is not posted is named."""


@dataclass
class Meeting:
    """A session of the month; `path` is "" where it is not posted."""

    held_on: date | None
    path: str = ""
    days: int | None = None
    """From the day it was held to that of its posting."""
    papers: frozenset[str] = frozenset()
    late: int = 0
    waits: int = 0
    """Days since it was held, of one that is not posted."""

    @property
    def has_minutes(self):
        return MINUTES in self.papers

    @property
    def has_notice(self):
        return NOTICE in self.papers

    @property
    def is_slow(self):
        return self.days is not None and self.days > SLOW_DAYS

    @property
    def is_unposted(self):
        return not self.path and self.waits > UNPOSTED_DAYS

    @property
    def day(self):
        """ "05"; "họp" where no day is recorded."""
        return f"{self.held_on:%d}" if self.held_on else "họp"

    @property
    def in_words(self):
        """ "họp 05/06/2026, đăng sau 3 ngày, có biên bản, chưa có thông báo kết luận"."""
        day = f"họp {date_digits(self.held_on)}" if self.held_on else "đã họp"
        if not self.path:
            return f"{day}, chưa đăng"
        posted = "" if self.days is None else f"đăng sau {self.days} ngày"
        minutes = "có biên bản" if self.has_minutes else "chưa có biên bản"
        notice = "có thông báo kết luận" if self.has_notice else "chưa có thông báo kết luận"
        return ", ".join(filter(None, (day, posted, minutes, notice)))

    @property
    def shape(self):
        """Both papers, one of them, none."""
        return ("open", "in_progress", "done")[len(self.papers & {MINUTES, NOTICE})]


@dataclass
class Facts:
    """Of one office in one year."""

    meetings: dict[int, list[Meeting]] = field(default_factory=lambda: defaultdict(list))
    planned: dict[int, date] = field(default_factory=dict)
    first: tuple[int, int] | None = None
    """The year and month of its first session that is posted."""
    told_on: date | None = None
    """The day of the latest public report on one of its directives."""


def facts(places, year, day):
    """Of each office: {office: Facts}."""
    offices, by_office = places.numbers, defaultdict(Facts)
    entries = _entries(offices, year)
    papers, late = _papers(offices, year), _late(offices, year, day)
    for office, month, session, path, held_on, posted_at in entries:
        posted_on = posted_at and timezone.localdate(posted_at, LOCAL_ZONE)
        days = (posted_on - held_on).days if posted_on and held_on else None
        has = frozenset(papers.get(session, ()))
        by_office[office].meetings[month].append(Meeting(held_on, path, days, has, late.get(session, 0)))
    known = {session for _, _, session, *_ in entries}
    for office, month, held_on, session in held_sessions.held(year, day, offices):
        if session not in known:
            by_office[office].meetings[month].append(Meeting(held_on, waits=(day - held_on).days))
    for office, month, held_on in _planned(offices, year, day):
        by_office[office].planned.setdefault(month, held_on)
    for office, key, told_on in _first_and_last(offices):
        by_office[office].first = _month_of(key) if key else None
        by_office[office].told_on = told_on
    return by_office


def _entries(offices, year):
    rows = SessionEntry.objects.live().filter(office__in=offices, year=year).order_by("key")
    return list(rows.values_list("office", "month", "session", "path", "held_on", "posted_at"))


def _papers(offices, year):
    rows = posted.public_papers(MINUTES, NOTICE).filter(office__in=offices, year=year)
    by_session = defaultdict(set)
    for session, kind in rows.values_list("session", "kind"):
        by_session[session].add(kind)
    return by_session


def _late(offices, year, day):
    rows = DirectiveEntry.objects.live().counted().filter(overdue(day), office__in=offices, year=year)
    return dict(rows.order_by().values_list("session").annotate(Count("pk")))


def _planned(offices, year, day):
    """What public invitations announce."""
    page = Edition.objects.told().filter(kind=Edition.Kind.NEWS, session_id=OuterRef("session_id"))
    rows = Edition.objects.live(INVITATION).filter(office__in=offices, year=year, is_public=True, held_on__gt=day)
    rows = rows.filter(~Exists(page)).order_by("held_on", "pk")
    return rows.values_list("office", "month", "held_on")


def _first_and_last(offices):
    """In two queries, for one over both tables would count each session by its directives."""
    first = SessionEntry.objects.live().filter(office__in=offices).order_by()
    told = DirectiveEntry.objects.live().filter(office__in=offices).order_by()
    keys = dict(first.values_list("office").annotate(Min("key")))
    days = dict(told.values_list("office").annotate(Max("told_on")))
    return [(office, keys.get(office), days.get(office)) for office in keys.keys() | days.keys()]


def _month_of(key):
    """The year and the month that an entry belongs to, by its key."""
    years, month = divmod((key >> MONTH_BIT) - 1, 12)
    return years, month + 1


def last_day(year, month):
    return date(year, month, monthrange(year, month)[1])
