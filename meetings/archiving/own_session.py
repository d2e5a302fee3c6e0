"""A post of another day than the stored session of its month: it can be a session of its own, of another kind.

The database allows one regular session a month; extraordinary and thematic ones are told apart by their days.
"""

from dataclasses import replace

from ..models import Decision, Refused, Verdict
from ..record import SessionKind
from .accepting import accept
from .frame_answers import same_opening
from .unit_guesses import StoredSessions

KINDS = (SessionKind.EXTRAORDINARY, SessionKind.THEMATIC)


def other_day(post):
    """Whether the post and the stored session that it is compared with were held on two days."""
    stored = post.session
    if post.verdict != Verdict.CHANGED or post.decision != Decision.PENDING or stored is None or not post.reading:
        return False
    held_on = post.record.held_on
    return bool(held_on and stored.held_on and held_on != stored.held_on)


def may_be_own(post):
    """Whether another kind makes it a session of its own: the month alone is taken, not the old address."""
    if not other_day(post):
        return False
    stored = StoredSessions()
    return any(_is_free(stored, post, kind) for kind in KINDS)


def accept_as_own(post, kind, *, by):
    """The session that the post becomes, of that kind. Raises like `accept`."""
    if not other_day(post):
        raise Refused("Bài này không khác ngày họp với phiên đã có.")
    return accept(post, by=by, record=_of_kind(post.record, kind))


def _of_kind(record, kind):
    return same_opening(replace(record, kind=kind), record)


def _is_free(stored, post, kind):
    record = replace(post.record, kind=kind)
    return stored.judge(record, post.source_hash, post.address, ())[0] != Verdict.CHANGED
