"""The words of a paper as plain data, in the order they stand: what PDF and Word are both set from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from ...official_form import HOUR_BLANK_MM, SIGNER_BLANK_MM
from ...vietnamese import upper_first

HOUR, SHORT, NAME, LINE = HOUR_BLANK_MM, HOUR_BLANK_MM / 2, SIGNER_BLANK_MM, 2 * SIGNER_BLANK_MM
"""The lengths of blanks for the hand, in millimetres."""

_STOPS = (".", ";", ":", "!", "?", "…")


class Look(StrEnum):
    """How a block is set."""

    PARAGRAPH = "paragraph"
    LEAD = "lead"
    """A paragraph that a list follows: never the last on a page."""
    SECTION = "section"
    """ "I. CÁC NỘI DUNG TRÌNH TẠI PHIÊN HỌP"."""
    ITEM = "item"
    """ "1. Kết quả công tác năm 2020"."""
    ROW = "row"
    """A row of a list: "- Đồng chí …"."""
    DETAIL = "detail"
    """A row that belongs to the words above it and stays with them: "- Cơ quan chủ trì: …"."""
    GROUND = "ground"
    """A legal ground, in italics: "Căn cứ …;"."""
    ADDRESSED = "addressed"
    """ "Kính gửi: Ủy ban nhân dân quận." of a letter, or its head alone (cell 9a)."""
    ADDRESSEE = "addressee"
    """A row under that head, its dash under the colon: "- Phòng Tư pháp;"."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style, or a blank for the hand."""

    text: str
    bold: bool = False
    blank_mm: float = 0.0
    """The length of a dotted blank that stands in place of words; 0 for words."""


@dataclass(frozen=True, slots=True)
class Block:
    look: Look
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone; a blank leaves none."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Column:
    head: str
    share: float
    """Its share of the text width."""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float = 0.0
    """The least height of a row: room for a signature."""


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows the signatures on a page of its own."""

    heading: str
    """ "Phụ lục"."""
    name: tuple[str, ...]
    """Its name in capitals, line by line."""
    belongs_to: tuple[str, ...]
    """ "(Kèm theo Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021 của …)", line by line."""
    table: Table


@dataclass(frozen=True, slots=True)
class Signature:
    authority: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """One paper, or one addressee's sheet of it."""

    title: str
    """For the file and for who reads it aloud, not printed: "Biên bản phiên họp tháng 01 năm 2021 của …"."""
    letterhead: tuple[str, ...]
    number: str | None
    """ "05"; "" leaves a blank; None for a list that bears no number."""
    symbol: str = ""
    place_date: tuple[Span, ...] = ()
    """ "Hai Bà Trưng, ngày 05 tháng 01 năm 2021"; the minutes have none."""
    kind: str
    """ "BIÊN BẢN"; "" of a letter."""
    abstract: tuple[str, ...] = ()
    subject: str = ""
    """ "V/v …", the abstract of a letter, which stands under its number."""
    body: tuple[Block, ...] = ()
    table: Table | None = None
    ending: tuple[Block, ...] = ()
    """The last words: they never part from the signatures."""
    signatures: tuple[Signature, ...] = ()
    """Two side by side, or one that stands beside the recipients."""
    recipients: tuple[str, ...] = ()
    annex: Annex | None = None
    address: str = ""
    """The office's address, at the foot of the first page; "" for none."""
    verification: str = ""
    """The small line at the foot of the last page; "" for none."""
    verify_at: str = ""
    """The address at its end, as it is printed."""
    verify_link: str = ""
    """Where that address and the QR code lead: to the answer for this very paper, where it has a number."""
    held: tuple[str, ...] = ()
    """Names that no line may break."""

    @property
    def words(self) -> str:
        """All that is printed but tables and page numbers, one part a line: what a reader of the file must find."""
        number = () if self.number is None else (f"Số: {self.number}/{self.symbol}",)
        date = "".join(span.text for span in self.place_date)
        parts = (
            *self.letterhead,
            *number,
            self.subject,
            date,
            self.kind,
            *self.abstract,
            *(block.text for block in (*self.body, *self.ending)),
            *(line for signature in self.signatures for line in (*signature.authority, signature.name)),
            *(f"- {line}" for line in self.recipients),
            self.address,
            self.verification,
        )
        return "\n".join(filter(None, parts))


def block(look: Look, *parts: str | Span) -> Block:
    return Block(look, tuple(Span(part) if isinstance(part, str) else part for part in parts))


def paragraph(*parts: str | Span) -> Block:
    return block(Look.PARAGRAPH, *parts)


def bold(text: str) -> Span:
    return Span(text, bold=True)


def blank(millimetres: float) -> Span:
    return Span("", blank_mm=millimetres)


def rows(lines: Iterable[str]) -> tuple[Block, ...]:
    """Lines as "- …;" with a full stop after the last; each begins with a capital (ND30-II.I)."""
    return tuple(block(Look.ROW, f"- {upper_first(line)}") for line in listed(list(lines)))


def rows_of_grounds(grounds: Iterable[str]) -> tuple[Block, ...]:
    """The legal grounds, each closed by ";" and the last by ".": ND30, Phụ lục I."""
    return tuple(block(Look.GROUND, line) for line in listed(list(grounds)))


def grouped(blocks: Iterable[Block]) -> Iterator[tuple[Look, list[Block]]]:
    """Runs of blocks of one look: rows that follow each other are one list."""
    for look, run in groupby(blocks, key=lambda part: part.look):
        yield look, list(run)


def listed(lines: list[str]) -> list[str]:
    """Rows of a list, closed by ";" and the last one by "."."""
    return [closed(line, "." if place == len(lines) else ";") for place, line in enumerate(lines, start=1)]


def closed(words: str, stop: str = ".") -> str:
    return words if words.endswith(_STOPS) else words + stop
