"""The rows of a batch's list: what each post is about, what waits there, and whose copy it is."""

from dataclasses import dataclass

from django.db.models.functions import Left

from ...models import Decision, Verdict
from ...record import SessionKind
from ...vietnamese import squeeze
from .copies import originals_in_batch

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
    """One query, for the copies."""
    originals = originals_in_batch(batch, posts)
    return [_row(post, originals.get(post.pk)) for post in posts]


def _row(post, original):
    record = (post.reading or {}).get("record")
    if not record:
        return Row(post, _first_line(post.beginning) or post.name, original)
    doubts = post.reading["doubts"]
    return Row(
        post,
        record["title"] or _first_line(post.beginning),
        original,
        council=record["council"]["short_name"],
        month=f"{record['month']:02d}/{record['year']}",
        kind=SessionKind(record["kind"]).label.lower(),
        held_on="/".join(reversed(record["held_on"].split("-"))) if record["held_on"] else "",
        doubts=len(doubts),
        unseen=sum(str(place) not in post.answers for place in range(len(doubts))),
        directives=len(record["directives"]),
    )


def _first_line(beginning):
    line = squeeze(beginning.strip().partition("\n")[0])
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rpartition(' ')[0]} …"
