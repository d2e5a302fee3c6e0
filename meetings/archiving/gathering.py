"""Posts into a batch: each read once, judged against the desk, kept for one decision."""

import hashlib
from dataclasses import dataclass, field

from django.db import transaction

from .. import readers
from ..models import Decision, ImportedFile, ImportedPost, Verdict
from ..vietnamese import tidy
from . import files, unit_names
from .standing import Standing
from .tally import Tally

_READ = (
    *("form", "address", "source_text", "source_hash", "notes", "reading", "reason", "verdict", "session_id"),
    *("decision", "answers", "decided_by", "decided_at"),
)
"""What a post that changed since takes over from its new reading; it is to be decided on anew."""


@dataclass
class Look:
    """A source as it was read: the row of the post, not yet saved, and the files beside it."""

    post: ImportedPost
    files: tuple = field(default=(), repr=False)


def gather(batch, sources, *, progress=None) -> Tally:
    """Read the sources into the batch, one transaction a post; what it holds already of the same text is left alone.

    `progress(done, post)` is called after each.
    """
    tally, standing = Tally(), Standing()
    held = {post.name: post for post in batch.posts.defer("source_text", "reading")}
    for done, source in enumerate(sources, start=1):
        post = held.get(_name(source))
        if post and _same(post, source):
            tally.alone += 1
        else:
            post = _keep(batch, look(source, standing), post, len(held) + 1)
            held[post.name] = post
            tally.fresh += 1
        tally.verdicts[Verdict(post.verdict)] += 1
        if progress:
            progress(done, post)
    tally.units = unit_names.propose(batch)
    return tally


def look(source, standing) -> Look:
    """The source as a post, stored nowhere."""
    post = ImportedPost(name=_name(source), source_hash=_hash(source))
    if not hasattr(source, "text"):
        post.verdict, post.reason = Verdict.REFUSED, source.reason
        return Look(post)
    post.form, post.source_text, post.notes = source.form, tidy(source.text), list(source.notes)
    post.address = source.address if len(source.address) <= 500 else ""
    try:
        reading = readers.read(source.text)
    except readers.UnreadablePost as error:
        post.verdict, post.reason = Verdict.REFUSED, str(error)
        return Look(post)
    post.reading = reading.to_data()
    post.verdict, post.session_id = standing.judge(reading.record, post.source_hash, post.address, reading.doubts)
    return Look(post, tuple(source.files))


@transaction.atomic
def _keep(batch, seen, before, order):
    post = seen.post
    rows, notes = files.kept(seen.files)
    post.notes = [*post.notes, *notes]
    if before:
        for name in _READ:
            setattr(before, name, getattr(post, name))
        before.save(update_fields=[name.removesuffix("_id") for name in _READ])
        before.files.all().delete()
        post = before
    else:
        post.batch, post.order = batch, order
        post.save()
    for row in rows:
        row.post = post
    ImportedFile.objects.bulk_create(rows)
    return post


def _name(source):
    return source.name if len(source.name) <= 300 else f"{source.name[:230]}…{_digest(source.name)}"


def _same(post, source):
    if hasattr(source, "text"):
        return post.source_hash == _hash(source)
    return post.verdict == Verdict.REFUSED and post.reason == source.reason


def _hash(source):
    return _digest(tidy(source.text)) if hasattr(source, "text") else ""


def _digest(text):
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def waiting(batch):
    """The posts that somebody must still decide on."""
    undecided = batch.posts.filter(decision=Decision.PENDING)
    return undecided.exclude(verdict__in=(Verdict.REFUSED, Verdict.KNOWN))
