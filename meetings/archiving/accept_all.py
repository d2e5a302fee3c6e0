"""Accepting all clean posts of a batch together."""

import time
from contextlib import nullcontext

from django.db import transaction

from .. import intake, issuing
from ..models import Decision, Refused, Session, SessionState, UnitName, Verdict
from ..vietnamese import fold
from .accepting import accept_with, refuse_publishing
from .deciding import DecidedUnits, answers, judge_anew
from .unit_guesses import StoredSessions

AT_ONCE = 25
LONGEST_HOLD = 0.25
"""A transaction ends after so many seconds, so that others can write."""


def accept_clean(batch, *, by=None, publish=False, progress=None, until=None):
    """Accept every clean post; with `publish`, also publish the untouched drafts that clean posts became before.

    Returns [(post, None or the error that refused it)]; `progress(done, post)` is called after each. Each post is
    stored whole or not at all; after a run that breaks off, the next run may repeat the last few. After the moment
    `until` (of time.monotonic) no further post is started.
    """
    run, outcomes = _Run(batch, by, publish), []
    keys = _keys(batch, publish)
    for start in range(0, len(keys), AT_ONCE):
        posts = _fetched(batch, keys[start : start + AT_ONCE])
        while posts:
            if until is not None and outcomes and time.monotonic() > until:
                return outcomes
            # Drafts are committed a few at a time; publishing prints, which must not happen inside a transaction.
            with nullcontext() if publish else transaction.atomic():
                began = time.monotonic()
                while posts and time.monotonic() - began < LONGEST_HOLD:
                    if until is not None and outcomes and time.monotonic() > until:
                        break
                    post = posts.pop(0)
                    outcomes.append((post, run.accept(post)))
                    if progress:
                        progress(len(outcomes), post)
    return outcomes


def clean_posts(batch):
    return batch.posts.filter(verdict=Verdict.CLEAN, decision=Decision.PENDING)


def untouched_drafts(batch):
    """The posts whose session is a draft that nobody changed: publishing the clean posts publishes these too."""
    drafts = batch.posts.filter(session__state=SessionState.DRAFT, session__version=1)
    return drafts.filter(verdict__in=(Verdict.CLEAN, Verdict.KNOWN)).exclude(decision=Decision.SKIPPED)


def _keys(batch, publish):
    """The keys of the posts to accept, in the order of the batch."""
    keys = list(clean_posts(batch).values_list("pk", flat=True))
    if publish:
        keys += untouched_drafts(batch).values_list("pk", flat=True)
    return keys


def _fetched(batch, keys):
    """The posts in the order of `keys`; deleted ones are left out."""
    posts = batch.posts.select_related("session").defer("source_text").in_bulk(keys)
    for post in posts.values():
        post.batch = batch
    return [posts[key] for key in keys if key in posts]


class _Run:
    """The data that the posts of one run share."""

    def __init__(self, batch, by, publish):
        self.by, self.publish = by, publish
        self.answers = answers(batch)
        self.known = {row.folded: row.unit for row in UnitName.objects.select_related("unit")}

    def accept(self, post):
        """None, or the error that refused the post."""
        try:
            self._accept(post)
        except intake.AlreadyStored as known:
            judge_anew(post, Verdict.KNOWN, known.session)
            return known
        except intake.Unstorable as error:
            doubts = post.reading["doubts"]
            verdict, session = StoredSessions().judge(post.record, post.source_hash, post.address, doubts)
            if session:
                judge_anew(post, verdict, Session.objects.get(pk=session))
            return error
        except Refused as error:
            return error
        finally:
            del post.reading  # frees memory for a large batch; Django fetches it again where it is read
        return None

    def _accept(self, post):
        if post.session_id:
            refuse_publishing(post.record, self.by)
            issuing.publish(post.session, "publish", by=self.by)
            return
        units = DecidedUnits(self.answers, self.known)
        accept_with(post, units, self.by, self.publish)
        self.known |= {fold(name): unit for name, unit in units.known.items() if unit}
