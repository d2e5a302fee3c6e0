"""Posts into a batch: each read once, judged against the desk, kept for one decision."""

import hashlib
from dataclasses import dataclass, field

from django.db import transaction

from .. import readers
from ..models import Decision, ImportedFile, ImportedPost, Verdict
from ..readers.inputs import Unread
from ..vietnamese import tidy
from . import councils, post_files, unit_names
from .run_counts import Tally
from .unit_guesses import Standing

_READ = (
    *("form", "address", "source_text", "source_hash", "notes", "reading", "reason", "verdict", "session_id"),
    *("decision", "answers", "decided_by", "decided_at"),
)
"""What a post that changed since takes over from its new reading; it is to be decided on anew."""

AT_ONCE = 25


@dataclass
class Look:
    """A source as it was read: the row of the post, not yet saved, and the files beside it."""

    post: ImportedPost
    files: tuple = field(default=(), repr=False)


def gather(batch, sources, *, progress=None) -> Tally:
    """Read the sources into the batch; what it holds already of the same text is left alone.

    Each post is kept whole or not at all; a run that breaks off goes on where it stopped. `progress(done, post)` is
    called after each.
    """
    tally, standing, shelf = Tally(), Standing(), Shelf(batch)
    try:
        for done, source in enumerate(sources, start=1):
            post = shelf.held.get(_name(source))
            if post and _same(post, source):
                tally.alone += 1
            else:
                post = shelf.put(look(source, standing), post)
                tally.fresh += 1
            tally.verdicts[Verdict(post.verdict)] += 1
            if progress:
                progress(done, post)
    finally:
        shelf.keep()
    tally.units = unit_names.propose(batch)
    return tally


def look(source, standing) -> Look:
    """The source as a post, stored nowhere."""
    post = ImportedPost(name=_name(source), source_hash=_hash(source))
    if isinstance(source, Unread):
        post.verdict, post.reason = Verdict.REFUSED, source.reason
        return Look(post)
    post.form, post.source_text, post.notes = source.form, tidy(source.text), list(source.notes)
    post.address = source.address if len(source.address) <= 500 else ""
    try:
        reading = readers.read(source.text)
    except readers.UnreadablePost as error:
        post.verdict, post.reason = Verdict.REFUSED, str(error)
        return Look(post)
    known = reading.record.council.committee_name in standing.councils
    post.reading = reading.to_data() if known else councils.doubted(reading)
    doubts = post.reading["doubts"]
    post.verdict, post.session_id = standing.judge(reading.record, post.source_hash, post.address, doubts)
    return Look(post, tuple(source.files))


class Shelf:
    """The posts of a batch as they are read, kept a few a transaction: nothing is read while the database is held."""

    def __init__(self, batch):
        self.batch, self.read = batch, []
        self.held = {post.name: post for post in batch.posts.defer("source_text", "reading")}

    def put(self, seen, before):
        """The post as it will stand."""
        post = seen.post
        rows, notes = post_files.kept(seen.files)
        post.notes = [*post.notes, *notes]
        if before:
            for name in _READ:
                setattr(before, name, getattr(post, name))
            post = before
        else:
            post.batch, post.order = self.batch, len(self.held) + 1
        self.held[post.name] = post
        self.read.append((post, rows))
        if len(self.read) == AT_ONCE:
            self.keep()
        return post

    @transaction.atomic
    def keep(self):
        posts = list({id(post): post for post, _ in self.read}.values())
        again = [post for post in posts if post.pk]
        for post in again:
            post.save(update_fields=[name.removesuffix("_id") for name in _READ])
        ImportedFile.objects.filter(post__in=again).delete()
        ImportedPost.objects.bulk_create(post for post in posts if not post.pk)
        for post, rows in self.read:
            for row in rows:
                row.post = post
        ImportedFile.objects.bulk_create(row for _, rows in self.read for row in rows)
        for post in posts:
            del post.reading, post.source_text  # a large batch is never held whole
        self.read = []


def _name(source):
    return source.name if len(source.name) <= 300 else f"{source.name[:230]}…{_digest(source.name)}"


def _same(post, source):
    if isinstance(source, Unread):
        return post.verdict == Verdict.REFUSED and post.reason == source.reason
    return post.source_hash == _hash(source)


def _hash(source):
    return "" if isinstance(source, Unread) else _digest(tidy(source.text))


def _digest(text):
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def waiting(batch):
    """The posts that somebody must still decide on."""
    undecided = batch.posts.filter(decision=Decision.PENDING)
    return undecided.exclude(verdict__in=(Verdict.REFUSED, Verdict.KNOWN))
