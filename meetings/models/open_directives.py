"""What earlier sessions still owe, in the words of the editions that gave it: to the office, and to the public."""

from django.utils import timezone

from ..directive_states import OWED, DirectiveState
from ..paper import OwedRecord
from ..prose import directive_words
from ..vietnamese import LOCAL_ZONE, upper_first
from ..writers.follow_up import by_number, by_session, followed, standing
from .directive import AS_A_TREE, Directive
from .edition import Edition
from .handover import with_handovers
from .progress_report import is_followed
from .public_index import DirectiveEntry
from .session import Session


def owed_before(session) -> list[OwedRecord]:
    """The open directives of the sessions before this one, oldest first, whatever council gave them; where the office
    chose some for this session, those of them that are still open. One that is open to the office or to the
    public alone is marked so: each version of a paper lists its own."""
    chosen = _chosen(session)
    return [owed for row, owed in _open_before(session) if not chosen or row.pk in chosen]


def followed_of(session, *, closed_too=False) -> list[OwedRecord]:
    """The directives that the session itself gave, with how far each has come by its edition in force: those that the
    office waits for, or all of them. What the public may read of each is marked."""
    rows = Directive.objects.in_force().filter(session=session.pk).select_related("session").order_by(*AS_A_TREE)
    rows = rows.prefetch_related(with_handovers())
    public = DirectiveEntry.objects.live().filter(session=session.pk)
    following = _following({session.pk}, rows, public).get(session.pk)
    if not following:
        return []
    owed = [(_told if closed_too else _owed)(row, following) for row in rows]
    return [each for each in owed if each and not each.only_public]


def annex_choices(session):
    """[(key, OwedRecord)] of every directive that the annex of this session may have."""
    return [(row.pk, owed) for row, owed in _open_before(session)]


def _open_before(session):
    """Each open directive of the sessions before this one, with the open tasks below it."""
    earlier = Session.objects.before(session).order_by().values("pk")
    rows = Directive.objects.in_force().filter(session__in=earlier).select_related("session")
    public = DirectiveEntry.objects.live().filter(session__in=earlier)
    sessions = {*rows.open().values_list("session", flat=True), *public.owed().values_list("session", flat=True)}
    rows = rows.filter(session__in=sessions)
    following = _following(sessions, rows, public)
    rows = rows.order_by("session__year", "session__month", "session__held_on", "session", *AS_A_TREE)
    rows = rows.prefetch_related(with_handovers())
    known = [row for row in rows if row.session_id in following]
    owed = [(row, owed) for row in known if (owed := _owed(row, following[row.session_id]))]
    heads = {(row.session_id, row.number) for row, _ in owed}
    return [(row, each) for row, each in owed if (row.session_id, row.number.partition(".")[0]) in heads]


def _chosen(session):
    """The keys of the directives in the annex of this session, with those that the chosen tasks stand under."""
    rows = session.annex.values_list("pk", "parent") if session.pk else ()
    return {key for row in rows for key in row if key}


def issued_words(rows):
    """{the key of a directive: its words in the edition that gave it}; its own where no edition is in force."""
    editions = Edition.objects.live().filter(session__in={row.session_id for row in rows})
    words = {
        (edition.session_id, directive.number): directive_words(directive)
        for edition in editions
        for directive in edition.whole.directives
    }
    return {row.pk: words.get((row.session_id, row.number)) or directive_words(row.to_record()) for row in rows}


def _following(sessions, rows, public):
    """For each session the directives of its edition by number, once as the office knows them and once as the public
    does. What is internal has no public state: the index holds only what `record.public()` left.
    """
    today = timezone.localdate(timezone=LOCAL_ZONE)
    known = rows.filter(is_followed()).with_following()
    office_statuses = by_session((row.session_id, row.number, row.status_now) for row in known)
    public_statuses = by_session(public.filter(session__in=sessions).statuses())
    following = {}
    for edition in Edition.objects.live().filter(session__in=sessions):
        whole = edition.whole
        office = standing(whole, {}) | office_statuses.get(edition.session_id, {})
        statuses = office, public_statuses.get(edition.session_id, {})
        following[edition.session_id] = [by_number(followed(whole, each, today)) for each in statuses]
    return following


def _owed(row, following):
    """None where neither the office nor the public waits for it, or the edition does not know it."""
    office, public = (directives.get(row.number) for directives in following)
    state, public_state = _open_state(office), _open_state(public)
    if not state and not public_state:
        return None
    return OwedRecord(
        reference=row.reference,
        words=directive_words(office.task.directive),
        lead=_lead(row, office),
        due=office.deadline,
        state=state or public_state,
        is_public=bool(public_state),
        public_state=public_state if state and public_state != state else "",
        is_task=row.level > 0,
        only_public=not state,
    )


def _lead(row, directive):
    """Whoever owes it now: a reminder goes to the unit that took over."""
    return upper_first(row.taken_over.to_name) if row.taken_over else directive.lead


def _told(row, following):
    """None where the edition does not know it, or nobody follows it."""
    office, public = (directives.get(row.number) for directives in following)
    if not office or not office.progress:
        return None
    state = office.progress.words
    public_state = public.progress.words if public and public.progress else ""
    return OwedRecord(
        reference=row.reference,
        words=directive_words(office.task.directive),
        lead=_lead(row, office),
        due=office.deadline,
        state=state,
        is_public=bool(public_state),
        public_state=public_state if public_state != state else "",
        is_task=row.level > 0,
    )


def _open_state(directive):
    """The word for its state; "" where it is closed, or nothing is known of it."""
    progress = directive and directive.progress
    return progress.words if progress and progress.state in (DirectiveState.OVERDUE, *OWED) else ""
