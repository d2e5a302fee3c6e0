"""Reading posts into a batch: each is read once, compared with the stored sessions, and kept for a decision."""

import hashlib
import re
from dataclasses import dataclass, field

from django.db import transaction

from .. import readers
from ..models import Decision, ImportedFile, ImportedPost, Verdict
from ..readers.inputs import Unread
from ..vietnamese import tidy
from . import judging, post_files, unit_names
from .office_names import known_office
from .run_counts import Tally
from .unit_guesses import StoredSessions

_READ_FIELDS = (
    *("form", "address", "source_text", "source_hash", "notes", "reading", "reason", "verdict", "session_id"),
    *("decision", "answers", "decided_by", "decided_at"),
)
"""The fields that a changed post takes from its new reading; it needs a new decision."""

AT_ONCE = 25
_CELLS = re.compile(r"(?<=\S) *\t[\t ]*(?=\S)")


@dataclass
class ReadPost:
    """The post of a source, not yet saved, and the files beside it."""

    post: ImportedPost
    files: tuple = field(default=(), repr=False)


def gather(batch, sources, *, progress=None) -> Tally:
    """Read the sources into the batch; a post that the batch holds with the same text stays as it is.

    Each post is stored whole or not at all; the next run continues one that breaks off. `progress(done, post)` is
    called after each.
    """
    tally, stored, writer = Tally(), StoredSessions(), BatchWriter(batch)
    office = known_office()
    try:
        for done, source in enumerate(sources, start=1):
            post = writer.held.get(_name(source))
            if post and _same(post, source):
                tally.unchanged += 1
            else:
                post = writer.add(read_post(source, stored, office), post)
                tally.read += 1
            tally.verdicts[Verdict(post.verdict)] += 1
            if progress:
                progress(done, post)
    finally:
        writer.flush()
    tally.units = unit_names.propose(batch)
    return tally


def read_post(source, stored, office) -> ReadPost:
    """The source as a post of the office; nothing is stored."""
    post = ImportedPost(name=_name(source), source_hash=_hash(source))
    if isinstance(source, Unread):
        post.verdict, post.reason = Verdict.REFUSED, source.reason
        return ReadPost(post)
    post.form, post.source_text, post.notes = source.form, _text_of(source), list(source.notes)
    post.address = source.address if len(source.address) <= 500 else ""
    try:
        reading = readers.read(source.text, office)
    except readers.UnreadablePost as error:
        post.verdict, post.reason = Verdict.REFUSED, str(error)
        return ReadPost(post)
    judging.judge(post, reading, stored)
    return ReadPost(post, tuple(source.files))


class BatchWriter:
    """Stores the posts of a batch, a few in each transaction; no post is read while a transaction is open."""

    def __init__(self, batch):
        self.batch, self.unsaved = batch, []
        self.held = {post.name: post for post in batch.posts.defer("source_text", "reading")}

    def add(self, new, before):
        """The row of the post: `before` with the new reading, or a new row."""
        post = new.post
        rows, notes = post_files.kept(new.files)
        post.notes = [*post.notes, *notes]
        if before:
            for name in _READ_FIELDS:
                setattr(before, name, getattr(post, name))
            post = before
        else:
            post.batch, post.order = self.batch, len(self.held) + 1
        self.held[post.name] = post
        self.unsaved.append((post, rows))
        if len(self.unsaved) == AT_ONCE:
            self.flush()
        return post

    @transaction.atomic
    def flush(self):
        posts = list({id(post): post for post, _ in self.unsaved}.values())
        again = [post for post in posts if post.pk]
        for post in again:
            post.save(update_fields=[name.removesuffix("_id") for name in _READ_FIELDS])
        ImportedFile.objects.filter(post__in=again).delete()
        ImportedPost.objects.bulk_create(post for post in posts if not post.pk)
        for post, rows in self.unsaved:
            for row in rows:
                row.post = post
        ImportedFile.objects.bulk_create(row for _, rows in self.unsaved for row in rows)
        for post in posts:
            del post.reading, post.source_text  # frees memory for a large batch
        self.unsaved = []


def _name(source):
    return source.name if len(source.name) <= 300 else f"{source.name[:230]}…{_digest(source.name)}"


def _text_of(source):
    """The tidied text, with the cells of a table's row kept apart, so that it can be read again."""
    return tidy(_CELLS.sub(" | ", source.text))


def _same(post, source):
    if isinstance(source, Unread):
        return post.verdict == Verdict.REFUSED and post.reason == source.reason
    return post.source_hash == _hash(source)


def _hash(source):
    return "" if isinstance(source, Unread) else _digest(tidy(source.text))


def _digest(text):
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def waiting(batch):
    """The posts that need a decision: all but those that are stored already. One that cannot be read is mended, or
    left out."""
    return batch.posts.filter(decision=Decision.PENDING).exclude(verdict=Verdict.KNOWN)
