"""What is asked of every kind of paper."""

from collections.abc import Callable
from dataclasses import dataclass

from ..paper import PaperKind, PaperRecord, SignatureRecord
from ..record import AttendeeRecord, SessionRecord
from .signing import presided, unsigned


@dataclass(frozen=True, slots=True, kw_only=True)
class KindDescription:
    """One kind of paper. Its functions compose what the office left blank, from the part of the record it tells."""

    kind: PaperKind
    name: str
    """ "Thông báo", as a sentence names it; in capitals it is the line of cell 5a."""
    label: str
    """ "Thông báo kết luận", as lists and registers name it."""
    slug: str
    """ "thong-bao", as its files and its address are named."""
    symbol: str
    """ "TB", the first half of the symbol: ND30, Phụ lục III."""
    title_lead: str = ""
    """ "Kết luận", put before the session's title in the register."""
    precedes_session: bool = False
    """It goes out before the session. Any other kind says what the session decided: its directives are numbered, it
    is dated no earlier than the session, and the public sees it only beside the session's page."""
    has_place_and_date: bool = True
    """Cell 4 is filled."""
    has_two_signatures: bool = False
    """Two sign side by side, and nobody for the committee."""
    counts_people: bool = False
    """It says how many came."""
    chooses_rows: bool = False
    """The office chooses which conclusions and directives it tells."""
    fields: tuple[str, ...]
    """What the office may set for it: names of fields of PaperDraft."""
    required_words: tuple[str, ...]
    """What it must say, in this order: ND30, Phụ lục III. Each opens a paragraph, but for those after "…"."""
    excerpt: Callable[[SessionRecord], SessionRecord] = lambda record: record
    """The part of a record that it tells."""
    missing: Callable[[PaperRecord, SessionRecord], list[str]] = lambda paper, record: []
    """What must still be filled in before it may be issued, beside the day of the session."""
    blanks: Callable[[PaperRecord, SessionRecord], list[str]] = lambda paper, record: unsigned(paper)
    """What it would be printed with as a blank, from the completed paper: nothing of it stops the issue."""
    presiding: Callable[[SessionRecord], list[AttendeeRecord]] = presided
    opening: Callable[[SessionRecord], str] = lambda record: ""
    """The words before the list; none where it begins otherwise."""
    closing: Callable[[SessionRecord], str]
    """The last sentence before the signatures, without the mark that ends a document."""
    addressees: Callable[[SessionRecord], tuple[str, ...]] = lambda record: ()
    signatures: Callable[[SessionRecord], tuple[SignatureRecord, ...]]
    recipients: Callable[[SessionRecord], tuple[str, ...]]
    """The lines under "Nơi nhận:"."""

    @property
    def heading(self) -> str:
        """ "THÔNG BÁO", the line of cell 5a."""
        return self.name.upper()
