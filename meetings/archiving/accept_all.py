"""The clean posts of a batch, taken together."""

import time
from contextlib import nullcontext

from django.db import transaction

from .. import intake, issuing
from ..models import Decision, Refused, Session, SessionState, UnitName, Verdict
from ..vietnamese import fold
from .accepting import refuse_publishing, take
from .deciding import DecidedUnits, answers, judge_anew
from .unit_guesses import Standing

AT_ONCE = 25
LONGEST_HOLD = 0.25
"""Seconds after which the database is let go, so that others may write."""


def accept_clean(batch, *, by=None, publish=False, verify_at="", progress=None, until=None):
    """Accept every post read without a doubt; with `publish`, also the untouched drafts that came of it before.

    Returns [(post, None or the error that kept it back)]; `progress(done, post)` is called after each. Each post is
    stored whole or not at all; a run that breaks off may store the last few anew. After the moment `until` (of
    time.monotonic) no further post is begun.
    """
    run, outcomes = _Run(batch, by, publish, verify_at), []
    keys = _clean(batch, publish)
    for start in range(0, len(keys), AT_ONCE):
        posts = _fetched(batch, keys[start : start + AT_ONCE])
        while posts:
            if until is not None and outcomes and time.monotonic() > until:
                return outcomes
            # Drafts go to the disk a few posts at a time; nothing is printed inside a transaction.
            with nullcontext() if publish else transaction.atomic():
                began = time.monotonic()
                while posts and time.monotonic() - began < LONGEST_HOLD:
                    if until is not None and outcomes and time.monotonic() > until:
                        break
                    post = posts.pop(0)
                    outcomes.append((post, run.taken(post)))
                    if progress:
                        progress(len(outcomes), post)
    return outcomes


def _clean(batch, publish):
    """The keys of what is to be taken, in the order of the batch."""
    clean = batch.posts.filter(verdict=Verdict.CLEAN, decision=Decision.PENDING)
    keys = list(clean.values_list("pk", flat=True))
    if publish:
        drafts = batch.posts.filter(session__state=SessionState.DRAFT, session__version=1)
        drafts = drafts.filter(verdict__in=(Verdict.CLEAN, Verdict.KNOWN))
        keys += drafts.exclude(decision=Decision.SKIPPED).values_list("pk", flat=True)
    return keys


def _fetched(batch, keys):
    """In the order of `keys`, whatever was decided on meanwhile."""
    posts = batch.posts.select_related("session").defer("source_text").in_bulk(keys)
    for post in posts.values():
        post.batch = batch
    return [posts[key] for key in keys if key in posts]


class _Run:
    """What the posts of one run share."""

    def __init__(self, batch, by, publish, verify_at):
        self.by, self.publish, self.verify_at = by, publish, verify_at
        self.answers = answers(batch)
        self.known = {row.folded: row.unit for row in UnitName.objects.select_related("unit")}

    def taken(self, post):
        """None, or why it was kept back."""
        try:
            self._take(post)
        except intake.AlreadyStored as known:
            judge_anew(post, Verdict.KNOWN, known.session)
            return known
        except intake.Unstorable as error:
            verdict, session = Standing().judge(post.record, post.source_hash, post.address, post.reading["doubts"])
            if session:
                judge_anew(post, verdict, Session.objects.get(pk=session))
            return error
        except Refused as error:
            return error
        finally:
            del post.reading  # fetched again if it is asked for: a large batch is never held whole
        return None

    def _take(self, post):
        if post.session_id:
            refuse_publishing(post.record, self.by)
            issuing.publish(post.session, "publish", by=self.by, verify_at=self.verify_at)
            return
        units = DecidedUnits(self.answers, self.known)
        take(post, units, self.by, self.publish, self.verify_at)
        self.known |= {fold(name): unit for name, unit in units.known.items() if unit}
