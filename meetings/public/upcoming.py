"""Sessions as their public invitations announce them, until the page of the session is published."""

from dataclasses import dataclass
from datetime import time
from functools import cached_property

from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import NullIf
from django.http import Http404

from ..models.edition import Edition
from ..record import SessionKind
from ..vietnamese import WEEKDAYS, date_digits, hour_words, month_and_year, upper_first
from . import edition_names, queries
from .directive_status import today

NEWS, INVITATION = Edition.Kind.NEWS, Edition.Kind.INVITATION
LIVE, REPLACED, WITHDRAWN = Edition.State.LIVE, Edition.State.REPLACED, Edition.State.WITHDRAWN


@dataclass(frozen=True)
class Announced:
    """A session that is announced; `before` are the public invitations that were replaced, the oldest first."""

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
    def changes(self):
        """What became different since the invitation before, in words: "Dời từ ngày 03/02/2021."."""
        now = _appointment(self.edition)
        then = next((before for before in reversed(self.before) if _appointment(before) != now), None)
        if then is None:
            return ()
        changes = []
        if then.held_on != self.edition.held_on:
            changes.append(f"Dời từ ngày {date_digits(then.held_on)}.")
        if then.starts != self.edition.starts and then.starts:
            changes.append(f"Đổi giờ họp, trước là {_hour(then)}.")
        if then.venue != self.edition.venue and then.venue:
            changes.append(f"Đổi địa điểm, trước là {then.venue}.")
        return tuple(changes)


def next_announced():
    """The next session that is announced and has no page yet, in one query; None where there is none."""
    page = Edition.objects.told().filter(kind=NEWS, session_id=OuterRef("session_id"))
    announced = Edition.objects.live(INVITATION).filter(is_public=True, held_on__gte=today())
    edition = with_facts(announced).filter(~Exists(page)).order_by("held_on", "pk").first()
    return edition and Announced(edition)


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
