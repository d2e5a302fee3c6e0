"""A new session's draft, made of what earlier ones had: who comes, what is dealt with, what is still owed."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from ...models import AgendaItem, Attendee, Council, Session
from ...record import Presence, Role, SessionKind
from ...vietnamese import LOCAL_ZONE
from . import prepare_review
from .usual_agenda import AMONG, advanced, fresh, months_from, usual

REGULAR = SessionKind.REGULAR.value


class AlreadyThere(Exception):
    """Somebody made that session a moment ago, or long before."""

    def __init__(self, session):
        super().__init__(str(session))
        self.session = session


@dataclass
class Draft:
    """A session not yet made, to be looked at and then kept."""

    session: Session
    source: Session | None
    """Whose roster it takes over."""
    agenda: list = field(default_factory=list)
    owed: list = field(default_factory=list)
    """The directives to review."""

    @cached_property
    def roster(self):
        """The source's people, as invited again: nothing said of who came, why not, or for whom."""
        rows = self.source.attendees.all() if self.source else ()
        kept = ("order", "role", "name", "position", "unit_id", "headcount")
        return [Attendee(**{name: getattr(row, name) for name in kept}, presence=Presence.UNKNOWN) for row in rows]

    def keep(self, *, by, seen):
        """Make it. Raises AlreadyThere where such a session has been made since the page showed `seen` as the last.

        A month has one regular session whenever it was made; of other kinds there may be more, but not by one
        click too many: what another request made meanwhile is looked for once our own row is in.
        """
        try:
            with transaction.atomic():
                self.session.save()
                if twin := self._twins().filter(pk__gt=seen).first():
                    raise AlreadyThere(twin)
                self._keep_rows(by)
        except IntegrityError:
            self.session.pk = None
            if twin := self._twins().order_by("-pk").first():
                raise AlreadyThere(twin) from None
            raise
        return self.session

    def _twins(self):
        new = self.session
        same = Session.objects.not_withdrawn().filter(
            council=new.council, kind=new.kind, year=new.year, month=new.month
        )
        return same.exclude(pk=new.pk)

    def _keep_rows(self, by):
        for model, rows in ((Attendee, self.roster), (AgendaItem, self.agenda)):
            for order, row in enumerate(rows, start=1):
                row.session, row.order = self.session, order
            bulk_create_with_history(rows, model, default_user=by)

    @property
    def missing(self):
        """What is still to be filled in, in words."""
        new = self.session
        blank = {"ngày họp": new.held_on, "giờ họp": new.starts_at, "địa điểm": new.venue}
        chaired = any(row.role == Role.CHAIR for row in self.roster)
        return [words for words, value in blank.items() if not value] + ([] if chaired else ["người chủ trì"])


def monthly(kind, year, month):
    """The regular session of a month: the last one's roster and place, the usual agenda, what is still owed."""
    earlier = Q(year__lt=year) | Q(year=year, month__lt=month)
    last = list(_regular().filter(earlier).prefetch_related("agenda")[:AMONG])
    draft = _begun(kind, year, month, last[0] if last else None)
    draft.agenda = usual(last, year, month)
    return _with_review(draft)


def extraordinary(kind, year, month):
    """A session between the regular ones: the last roster, and an agenda of its own."""
    return _begun(kind, year, month, roster_before())


def copied(source, kind, year, month):
    """A new session like `source`: its people, its place, and its agenda with the months moved on."""
    draft = _begun(kind, year, month, source)
    draft.session.expanded = source.expanded
    months = months_from(source, year, month)
    items = [item for item in source.agenda.all() if not prepare_review.is_review(item.title)]
    draft.agenda = [fresh(item, advanced(item.title, months)) for item in items]
    return _with_review(draft) if kind == REGULAR else draft


def month_to_prepare():
    """The first month after the latest regular session; this month where there is none."""
    if latest := _regular().first():
        return (latest.year, latest.month + 1) if latest.month < 12 else (latest.year + 1, 1)
    return this_month()


def this_month():
    today = timezone.localdate(timezone=LOCAL_ZONE)
    return today.year, today.month


def roster_before(session=None):
    """Whose roster may be taken over: the last regular session before `session`, else the last of any kind."""
    known = Session.objects.not_withdrawn().filter(pk__in=Attendee.objects.values("session"))
    if session:
        earlier = Q(year__lt=session.year) | Q(year=session.year, month__lte=session.month)
        known = known.filter(earlier, council=session.council_id).exclude(pk=session.pk)
    return known.filter(kind=REGULAR).first() or known.first()


def _regular():
    return Session.objects.not_withdrawn().filter(kind=REGULAR).select_related("council")


def _begun(kind, year, month, source):
    council = source.council if source else Council.objects.in_office(date(year, month, 1))
    venue = source.venue if source else ""
    session = Session(council=_sitting(council, year, month), kind=kind, year=year, month=month, venue=venue)
    return Draft(session, source)


def _sitting(council, year, month):
    """The council of that month: a dissolved one's work goes to its successor."""
    for each in council.line() if council else ():
        council = each
        if each.valid_to is None or each.valid_to >= date(year, month, 1):
            break
    return council


def _with_review(draft):
    """What is still owed comes first."""
    draft.owed = prepare_review.open_directives()
    if draft.owed:
        draft.agenda = [prepare_review.item(draft.owed), *draft.agenda]
    return draft
