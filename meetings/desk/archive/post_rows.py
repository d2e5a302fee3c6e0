"""The rows of a batch's list: what each post is about, what waits there, and whose copy it is."""

from dataclasses import dataclass

from django.db.models.functions import Left

from ...archiving import unit_decisions
from ...models import Decision, Verdict
from ...record import SessionKind
from ...vietnamese import squeeze
from .copies import originals_in_batch
from .doubts import lettered

_FIRST_LETTERS = 400
_LONGEST_TITLE = 160


@dataclass(frozen=True)
class Row:
    post: object
    title: str
    """The title that was read; of a refused post its first line; of a file without words its name."""
    original: object = None
    """The earlier post of the batch with the very text."""
    council: str = ""
    month: str = ""
    kind: str = ""
    held_on: str = ""
    doubts: int = 0
    unseen: int = 0
    directives: int = 0

    @property
    def waits(self):
        return self.post.decision == Decision.PENDING and self.post.verdict != Verdict.KNOWN

    @property
    def is_read(self):
        return self.post.reading is not None

    @property
    def copies_session(self):
        """A session has the very text, and no decision on this post made it."""
        return self.post.decision == Decision.PENDING and self.post.verdict == Verdict.KNOWN


def of_list(posts):
    """The posts without what the list does not show: of the text only its beginning."""
    posts = posts.select_related("session").defer("source_text", "session__source_text")
    return posts.annotate(beginning=Left("source_text", _FIRST_LETTERS))


def rows(batch, posts):
    """One query for the copies, and one for the unit names in doubts."""
    originals = originals_in_batch(batch, posts)
    said = [doubt["said"] for post in posts if post.reading for doubt in post.reading["doubts"]]
    settled = unit_decisions.settled(batch.pk, said)
    return [_row(post, originals.get(post.pk), settled) for post in posts]


def _row(post, original, settled):
    record = (post.reading or {}).get("record")
    if not record:
        return Row(post, _first_line(post.beginning) or post.name, original)
    doubts = lettered(post, settled)
    return Row(
        post,
        record["title"] or _first_line(post.beginning),
        original,
        council=record["council"]["short_name"],
        month=f"{record['month']:02d}/{record['year']}",
        kind=SessionKind(record["kind"]).label.lower(),
        held_on="/".join(reversed(record["held_on"].split("-"))) if record["held_on"] else "",
        doubts=len(doubts),
        unseen=sum(not doubt.is_answered for doubt in doubts),
        directives=len(record["directives"]),
    )


def _first_line(beginning):
    line = squeeze(beginning.strip().partition("\n")[0])
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rpartition(' ')[0]} …"
