"""What is asked of every kind of paper."""

from collections.abc import Callable
from dataclasses import dataclass

from ..paper import PaperKind, PaperRecord, SignatureRecord
from ..period_account import Period
from ..record import AttendeeRecord, CouncilRecord, SessionRecord
from .signing import presided, unsigned

DRAFTING_UNIT = "VP"
"""The office, as the symbol of a letter names it where the council's entry says nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindDescription:
    """One kind of paper. Its functions compose what the office left blank, from the part of the record it tells."""

    kind: PaperKind
    name: str
    """ "Thông báo", as a sentence names it."""
    heading_name: str = ""
    """ "Báo cáo", as cell 5a names it in capitals, where that is not `name`."""
    label: str
    """ "Thông báo kết luận", as lists and registers name it."""
    slug: str
    """ "thong-bao", as its files and its address are named."""
    symbol: str
    """ "TB", the first half of the symbol: ND30, Phụ lục III; "" of a letter."""
    is_letter: bool = False
    """Công văn: no line of cell 5a, its abstract under the number (5b), "Kính gửi" (9a), the number followed by the
    body and the unit that drafted it, "12/HĐND-VP". All letters share one series of numbers."""
    period: Callable[[int, int], Period] | None = None
    """The period it gives account of, from the year and month of its session; None where it tells of that session."""
    title_lead: str = ""
    """ "Kết luận", put before the session's title in the register."""
    precedes_session: bool = False
    """It goes out before the session. Any other kind says what the session decided: its directives are numbered, it
    is dated no earlier than the session, and the public sees it only beside the session's page."""
    goes_out_when_needed: bool = False
    """No session lacks it."""
    follows: bool = False
    """It lists the directives of its session with how far each has come."""
    follows_closed: bool = False
    """Those among them, too, that are done or dropped."""
    follows_late: bool = False
    """Those among them alone whose day is past."""
    corrects: bool = False
    """It mends other papers of the session, which stay in force."""
    has_place_and_date: bool = True
    """Cell 4 is filled."""
    has_two_signatures: bool = False
    """Two sign side by side, and nobody for the committee."""
    counts_people: bool = False
    """It says how many came."""
    chooses_rows: bool = False
    """The office chooses which conclusions and directives it tells."""
    fields: tuple[str, ...]
    """What the office may set for it, in the order of its form: names of fields of PaperDraft."""
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
    addressees: Callable[[PaperRecord, SessionRecord], tuple[str, ...]] = lambda paper, record: ()
    internal_addressees: Callable[[PaperRecord], tuple[str, ...]] = lambda paper: ()
    """Those of them who are addressed for the sake of internal words alone."""
    has_public_words: Callable[[PaperRecord], bool] = lambda paper: True
    """Whether anything of it may be told to the public at all."""
    signatures: Callable[[SessionRecord], tuple[SignatureRecord, ...]]
    recipients: Callable[[SessionRecord], tuple[str, ...]]
    """The lines under "Nơi nhận:"."""

    @property
    def heading(self) -> str:
        """ "THÔNG BÁO", the line of cell 5a; "" of a letter."""
        return "" if self.is_letter else self.type_name.upper()

    @property
    def type_name(self) -> str:
        """ "Thông báo": the kind of paper as the decree knows it; of every letter "Công văn"."""
        return "Công văn" if self.is_letter else self.heading_name or self.name

    def symbol_of(self, council: CouncilRecord) -> str:
        """ "TB-HĐND"; of a letter "HĐND-VP": ND30-I.II.3b."""
        if self.is_letter:
            return f"{council.symbol_suffix}-{council.drafting_unit or DRAFTING_UNIT}"
        return f"{self.symbol}-{council.symbol_suffix}"
