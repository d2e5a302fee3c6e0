"""A session beside the edition that the public reads, and beside what was sent before it came back."""

from dataclasses import dataclass
from functools import cached_property

from ...comparison import Section, compare
from ...comparison.sessions import Mark
from ...models import Edition
from ...record import SessionRecord
from ..screen.screen_sections import SECTIONS
from .touched import followed_now, touched_directives

HEADINGS = {key: (number, name) for number, (key, name, _) in enumerate(SECTIONS, start=1)}
FOLD_OVER = 40
"""With more places than this the sections are folded, with their counts."""


@dataclass(frozen=True)
class ShownSection:
    """A section of the page: its number and name on the form, and its rows, each with whether it was mended since."""

    number: int
    name: str
    section: Section
    rows: list


class Comparison:
    """Fetch the session with `with_rows()`. What the public will read is compared; internal places are counted."""

    def __init__(self, session, *, only_mended=False):
        self.session, self.only_mended = session, only_mended
        self.live = session.editions.live().first()
        """The edition that the public reads; None before the first."""
        self.came_back = session.sent_back
        """The state change that sent it back with words."""
        self.sent = session.sent_before(self.came_back) if self.came_back else None

    @property
    def is_possible(self):
        return bool(self.live or self.sent)

    @property
    def base_words(self):
        """ "bản 1", "lần gửi trước": what the session is compared with."""
        return f"bản {self.live.sequence}" if self.live else "lần gửi trước"

    @cached_property
    def now(self):
        return self.session.as_issued()

    @cached_property
    def before(self):
        """What it is compared with."""
        return SessionRecord.from_data(self.live.record) if self.live else self.sent

    @cached_property
    def sections(self):
        return compare(self.before.public(), self.now.public())

    @cached_property
    def mended(self) -> frozenset[Mark]:
        """The places that changed since it came back."""
        if not self.sent:
            return frozenset()
        return _marks(compare(self.sent.public(), self.now.public()))

    @property
    def parts(self):
        """The sections to show, each row with whether it was mended since it came back."""
        for section in self.sections:
            rows = [(row, bool(row.marks & self.mended)) for row in section.rows]
            rows = [(row, since) for row, since in rows if since or not self.only_mended]
            if rows:
                yield ShownSection(*HEADINGS[section.key], section, rows)

    @property
    def same_parts(self):
        """The numbers of the sections in which nothing differs."""
        differing = {section.key for section in self.sections}
        shown = [key for key in HEADINGS if key != "publication"]
        return [str(HEADINGS[key][0]) for key in shown if key not in differing]

    @cached_property
    def places(self):
        return _places(self.sections)

    @property
    def mended_places(self):
        return sum(
            len(row.cells) or 1 for section in self.sections for row in section.rows if row.marks & self.mended
        )

    @property
    def is_long(self):
        return self.places > FOLD_OVER

    @cached_property
    def internal_places(self):
        """How many places differ that nobody outside will read."""
        return max(_places(compare(self.before, self.now)) - self.places, 0)

    @cached_property
    def touched(self):
        """The directives followed now that differ: see touched.py."""
        if not self.live:
            return []
        return touched_directives(self.session, self.followed, self.sections, self.before, self.now)

    @property
    def touched_heads(self):
        """How many of `followed` they are: a task counts with the directive it stands under."""
        return len({touched.head for touched in self.touched})

    @cached_property
    def papers(self):
        """The papers in force that say what the session decided: a correction of the page does not reach them."""
        waiting = self.session.editions.filter(kind__in=Edition.WAIT_FOR_THE_PAGE, state=Edition.State.LIVE)
        return list(waiting.without_records().order_by("kind")) if self.live else []

    @cached_property
    def followed(self):
        """The numbers of the directives that units are working on."""
        return set(followed_now(self.session).values_list("number", flat=True))


def _places(sections):
    return sum(len(row.cells) or 1 for section in sections for row in section.rows)


def _marks(sections):
    return frozenset(mark for section in sections for row in section.rows for mark in row.marks)
