"""A new session made from earlier ones: their roster, their usual agenda and the directives still open."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db import IntegrityError, transaction
from django.db.models import Q
from simple_history.utils import bulk_create_with_history

from ...models import AgendaItem, Attachment, Attendee, Council, Edition, PaperDraft, Session
from ...models.quorum import members_of
from ...record import Role, SessionKind
from ..office_time import today
from . import copied_parts, new_roster, prepare_review
from .usual_agenda import AMONG, months_from, usual_items

REGULAR = SessionKind.REGULAR.value


class AlreadyThere(Exception):
    """The month has such a session already."""

    def __init__(self, session):
        super().__init__(str(session))
        self.session = session


@dataclass
class Draft:
    """A session that is shown before it is stored."""

    session: Session
    source: Session | None
    """The session whose roster it copies."""
    usual: list = field(default_factory=list)
    """The items that come back, without the review of open directives."""
    open_directives: list = field(default_factory=list)
    directives: list = field(default_factory=list)
    """Of a copy: new rows, each with the units that coordinate."""
    files: list = field(default_factory=list)
    takes_people: bool = True
    offered: Session | None = None
    """The last session of another council, whose people and venue are taken only if somebody asks for them."""
    reviewed: set = field(default_factory=set)
    """The keys of the open directives that the agenda takes up."""
    annexed: set = field(default_factory=set)
    """The keys of those in the annex of the session's papers; where none is chosen the annex has them all."""

    @cached_property
    def roster(self):
        return new_roster.roster(self.session, self.source) if self.takes_people else []

    @cached_property
    def members(self):
        return members_of(self.session)

    @cached_property
    def agenda(self):
        """The review of the chosen directives is the first item."""
        chosen = [row for row in self.open_directives if row.pk in self.reviewed]
        return [prepare_review.item(chosen), *self.usual] if chosen else self.usual

    @property
    def directives_by_unit(self):
        return prepare_review.by_unit(self.open_directives)

    def choose(self, *, reviewed, annexed):
        """Only of directives that are open: a key from elsewhere chooses nothing."""
        known = {row.pk for row in self.open_directives}
        self.reviewed, self.annexed = known & reviewed, known & annexed

    def store(self, *, by, seen, invites=False):
        """Stores the session, with its invitation if it `invites`. Raises AlreadyThere where such a session was made
        after the session with key `seen`.

        A month has one regular session. It may have more sessions of other kinds, but a second click makes none: the
        other request's row is looked for after this one is stored.
        """
        try:
            with transaction.atomic():
                self.session.save()
                if twin := self._twins().filter(pk__gt=seen).first():
                    raise AlreadyThere(twin)
                self._keep_rows(by)
                if invites:
                    self._keep_invitation()
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
        for model, rows in ((Attendee, self.roster), (AgendaItem, self.agenda), (Attachment, self.files)):
            for order, row in enumerate(rows, start=1):
                row.session, row.order = self.session, order
            bulk_create_with_history(rows, model, default_user=by)
        copied_parts.store_directives(self.session, self.directives, by=by)
        self.session.annex.set(self.annexed)

    def _keep_invitation(self):
        """Its words are composed until the clerk types others; the annex goes with it where one was chosen."""
        PaperDraft.objects.create(session=self.session, kind=Edition.INVITES.value, with_owed=bool(self.annexed))

    @property
    def missing(self):
        """The names of the fields that are still blank."""
        new = self.session
        fields = {"ngày họp": new.held_on, "giờ họp": new.starts_at, "địa điểm": new.venue}
        has_chair = any(row.role == Role.CHAIR for row in self.roster)
        return [name for name, value in fields.items() if not value] + ([] if has_chair else ["người chủ trì"])


def monthly(kind, year, month, others_too=False):
    """The regular session of a month: roster and venue of the last one, the usual agenda, the open directives.
    `others_too`: of the last one also where another council held it."""
    earlier = Q(year__lt=year) | Q(year=year, month__lt=month)
    last = list(_regular().filter(earlier).prefetch_related("agenda")[:AMONG])
    draft = _draft(kind, year, month, last[0] if last else None, others_too)
    draft.usual = usual_items(last, year, month)
    return _with_review(draft)


def extraordinary(kind, year, month, others_too=False):
    """A session between the regular ones: the last roster and no agenda."""
    return _draft(kind, year, month, roster_before(), others_too)


def copied(source, kind, year, month, parts=copied_parts.USUAL):
    """A new session with the venue of `source` and those `parts` of it; months in titles move on."""
    draft = _draft(kind, year, month, source, others_too=True)
    draft.session.expanded = source.expanded
    if copied_parts.PEOPLE not in parts:
        draft.source, draft.takes_people = None, False
    items = copied_parts.items(source, months_from(source, year, month)) if copied_parts.AGENDA in parts else {}
    draft.usual = list(items.values())
    if copied_parts.WORDS in parts:
        for name, words in copied_parts.words(source).items():
            setattr(draft.session, name, words)
    if copied_parts.DIRECTIVES in parts:
        draft.directives = copied_parts.directives(source)
    if copied_parts.FILES in parts:
        draft.files = copied_parts.files(source, items)
    return _with_review(draft) if kind == REGULAR else draft


def month_to_prepare():
    """The first month after the latest regular session; this month where there is none. A council begins in its own
    first month, were the last session of the one before it long ago."""
    latest, council = _regular().first(), Council.objects.in_office()
    if latest is None:
        return this_month()
    following = (latest.year, latest.month + 1) if latest.month < 12 else (latest.year + 1, 1)
    begins = council and council.valid_from
    return max(following, (begins.year, begins.month)) if begins else following


def this_month():
    return today().year, today().month


def roster_before(session=None):
    """The session whose roster can be copied: the last regular one before `session`, else the last of any kind."""
    known = (
        Session.objects.not_withdrawn().filter(pk__in=Attendee.objects.values("session")).select_related("council")
    )
    if session:
        earlier = Q(year__lt=session.year) | Q(year=session.year, month__lte=session.month)
        known = known.filter(earlier, council=session.council_id).exclude(pk=session.pk)
    return known.filter(kind=REGULAR).first() or known.first()


def _regular():
    return Session.objects.not_withdrawn().filter(kind=REGULAR).select_related("council")


def _draft(kind, year, month, source, others_too=False):
    """Of the council that sits at the end of the month: one that begins in its course holds it."""
    council = Council.objects.in_office(date(year, month, monthrange(year, month)[1]))
    is_of_another = bool(source and source.council_id != council.pk)
    taken = None if is_of_another and not others_too else source
    session = Session(council=council, kind=kind, year=year, month=month, venue=taken.venue if taken else "")
    return Draft(session, taken, offered=source if is_of_another else None)


def _with_review(draft):
    """All open directives are reviewed unless the clerk chooses among them."""
    draft.open_directives = prepare_review.open_directives()
    draft.reviewed = {row.pk for row in draft.open_directives}
    return draft
