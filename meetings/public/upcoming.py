"""Sessions as their public invitations announce them, until the page of the session is published."""

from dataclasses import dataclass
from datetime import time, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import NullIf
from django.http import Http404
from django.utils import timezone

from ..models.edition import Edition
from ..record import SessionKind
from ..vietnamese import LOCAL_ZONE, WEEKDAYS, date_digits, hour_words, month_and_year, upper_first
from ..working_days import working_days_between
from . import edition_names, queries
from .directive_status import today

NEWS, INVITATION = Edition.Kind.NEWS, Edition.Kind.INVITATION
LIVE, REPLACED, WITHDRAWN = Edition.State.LIVE, Edition.State.REPLACED, Edition.State.WITHDRAWN


SAID_AFTER = timedelta(days=30)
"""So long after its day the front goes on to say that a session was called off, or awaits its page."""


@dataclass(frozen=True)
class Announced:
    """A session that is announced; `before` are the public invitations before its last, the oldest first."""

    edition: Edition
    before: tuple[Edition, ...] = ()

    @property
    def weekday(self):
        return upper_first(WEEKDAYS[self.edition.held_on.weekday()])

    @property
    def hour(self):
        """ "08 giờ 30 phút"; "" where it is not recorded."""
        return _hour(self.edition)

    @property
    def venue(self):
        return self.edition.venue or ""

    @cached_property
    def session_words(self):
        """ "phiên họp tháng 02 năm 2021"."""
        return self.edition.session_words

    @cached_property
    def name(self):
        """ "Giấy mời số 03/GM-HĐND"."""
        return edition_names.name(self.edition)

    @property
    def is_called_off(self):
        return self.edition.state == WITHDRAWN

    @property
    def is_past(self):
        """Its day is over: it awaits its page."""
        return self.edition.held_on < today()

    @property
    def title(self):
        """What the invitation calls it; of one that was called off nothing that was typed."""
        return composed_title(self.edition) if self.is_called_off else upper_first(self.session_words)

    @property
    def status_words(self):
        """ "dự kiến ngày 03/02/2021", "đã họp ngày 03/02/2021, đang chờ công bố", "không họp ngày 03/02/2021"."""
        day = f"ngày {date_digits(self.edition.held_on)}"
        if self.is_called_off:
            return f"không họp {day}"
        return f"đã họp {day}, đang chờ công bố" if self.is_past else f"dự kiến {day}"

    @property
    def reason(self):
        """ "Giấy mời được thu hồi ngày 28/01/2021. Lý do: …"."""
        day = date_digits(timezone.localdate(self.edition.closed_at, LOCAL_ZONE))
        note = self.edition.closed_note.strip()
        return f"Giấy mời được thu hồi ngày {day}.{f' Lý do: {note}' if note else ''}"

    @property
    def moment(self):
        """When it came to be announced so."""
        return self.edition.closed_at if self.is_called_off else self.edition.visible_from

    @property
    def notice(self):
        """ "14 ngày (10 ngày làm việc)": from the day on which this day and hour were made public to the session."""
        same = [each for each in (*self.before, self.edition) if _appointment(each) == _appointment(self.edition)]
        told = timezone.localdate(same[0].visible_from, LOCAL_ZONE)
        days = (self.edition.held_on - told).days
        if days <= 0:
            return "trong ngày họp" if days == 0 else ""
        return f"{days} ngày ({working_days_between(told, self.edition.held_on)} ngày làm việc)"

    @property
    def moved_from(self):
        """The invitation whose day, hour or place was another; None where there is none."""
        now = _appointment(self.edition)
        return next((before for before in reversed(self.before) if _appointment(before) != now), None)

    @property
    def changes(self):
        """What became different since the invitation before, in words: "Dời từ ngày 03/02/2021."."""
        then = self.moved_from
        if then is None or self.is_called_off:
            return ()
        changes = []
        if then.held_on != self.edition.held_on:
            changes.append(f"Dời từ ngày {date_digits(then.held_on)}.")
        if then.starts != self.edition.starts and then.starts:
            changes.append(f"Đổi giờ họp, trước là {_hour(then)}.")
        if then.venue != self.edition.venue and then.venue:
            changes.append(f"Đổi địa điểm, trước là {then.venue}.")
        return tuple(changes)


def all_announced():
    """The sessions that are announced, called off, or past and without a page, of this year and the last, by their
    days, in one query."""
    page = Edition.objects.told().filter(kind=NEWS, session_id=OuterRef("session_id"))
    told = Edition.objects.told().filter(kind=INVITATION, is_public=True, year__gte=today().year - 1)
    rows = with_facts(told).filter(~Exists(page)).order_by("session_id", "pk")
    found = []
    for _, (*before, last) in ((key, list(group)) for key, group in groupby(rows, attrgetter("session_id"))):
        if last.held_on and last.state != REPLACED:
            found.append(Announced(last, tuple(before)))
    return sorted(found, key=lambda each: (each.edition.held_on, each.edition.pk))


def next_of(announced):
    """The next that is to be held; None where there is none."""
    return next((each for each in announced if not each.is_past and not each.is_called_off), None)


def beside(announced):
    """What the front says beside the next: those called off, and those that await their page, the latest first."""
    first = today() - SAID_AFTER
    rest = [each for each in announced if each.is_past or each.is_called_off]
    return [each for each in reversed(rest) if each.edition.held_on >= first]


def next_announced():
    """The next session that is announced and has no page yet, in one query; None where there is none."""
    return next_of(all_announced())


def at(path):
    """The session announced at an address that has no page. Raises Withdrawn where its invitation was withdrawn,
    Http404 where there was none."""
    editions = list(pages_and_invitations().filter(path=path, year=path[:4], kind=INVITATION).order_by("pk"))
    if not editions:
        raise Http404
    if editions[-1].state == WITHDRAWN:
        raise queries.Withdrawn(editions[-1])
    if editions[-1].state != LIVE or not editions[-1].held_on:
        raise Http404
    return Announced(editions[-1], tuple(editions[:-1]))


def pages_and_invitations():
    """Every edition that ever said in public when a session is or was held."""
    states = (LIVE, REPLACED, WITHDRAWN)
    editions = Edition.objects.told().filter(kind__in=(NEWS, INVITATION), state__in=states, is_public=True)
    return with_facts(editions)


def with_facts(editions):
    """`editions` without their records, but with hours ("08:30:00"), venue and kind from the public one."""
    columns = {"starts": "starts_at", "ends": "ends_at", "venue": "venue", "held_as": "kind"}
    return editions.without_records().annotate(**{column: _text(name) for column, name in columns.items()})


def _text(name):
    """A null in the record is None on PostgreSQL, and the text "null" on SQLite."""
    return NullIf(KT(f"public_record__{name}"), Value("null"), output_field=TextField())


def hour_of(words):
    return time.fromisoformat(words) if words else None


def composed_title(edition):
    """ "Phiên họp đột xuất tháng 12 năm 2020": nothing typed is shown of what was withdrawn."""
    words = ("Phiên họp", SessionKind(edition.held_as).in_names, month_and_year(edition.year, edition.month))
    return " ".join(filter(None, words))


def _appointment(edition):
    return edition.held_on, edition.starts, edition.venue


def _hour(edition):
    return hour_words(hour_of(edition.starts)) if edition.starts else ""
