"""The annex: directives of earlier sessions that are still open (ND30-I.III.1)."""

from ...official_form import ANNEX
from ...paper import OwedRecord, PaperRecord
from ...record import SessionRecord
from ...vietnamese import date_words, fold
from .text import Annex, Column, Table

_COLUMNS = (
    Column("TT", 0.06, centred=True),
    Column("Số", 0.15, centred=True),
    Column("Nội dung chỉ đạo", 0.34),
    Column("Cơ quan chủ trì", 0.2),
    Column("Thời hạn", 0.14, centred=True),
    Column("Tình trạng", 0.11, centred=True),
)


_LONG_LINE = 68
"""Letters of 14 pt italics that one line of the text block is sure to hold."""

NAME = ("CÁC NỘI DUNG CHỈ ĐẠO CỦA NHỮNG PHIÊN HỌP TRƯỚC", "CÒN PHẢI THỰC HIỆN")


def _places(owed: list[OwedRecord]) -> list[str]:
    """1, 2, …: a task is a part of the directive above it and has no place of its own."""
    return [
        "" if directive.is_task else f"{sum(not row.is_task for row in owed[:at])}"
        for at, directive in enumerate(owed, 1)
    ]


def pointing(paper: PaperRecord, kind: str) -> list[str]:
    """The sentence that leads to the annex (ND30-I.III.1a); none where the office's own words lead there."""
    says_so = "phu luc" in fold(f"{paper.opening} {paper.closing}")
    if says_so or not _listed(paper):
        return []
    words = "Các nội dung chỉ đạo của những phiên họp trước còn phải thực hiện nêu tại Phụ lục kèm theo"
    return [f"{words} {kind} này."]


def _listed(paper: PaperRecord) -> list[OwedRecord]:
    return [directive for directive in paper.owed if not directive.only_public]


def _broken(which: str, whose: str) -> tuple[str, ...]:
    """One line where it holds both, else broken where the sense breaks."""
    return (f"{which} {whose}",) if len(which) + len(whose) < _LONG_LINE else (which, whose)


def annex(record: SessionRecord, paper: PaperRecord, kind: str, name: tuple[str, ...] = NAME) -> Annex | None:
    owed = _listed(paper)
    if not owed:
        return None
    lines = tuple(
        (
            place,
            directive.reference,
            directive.words,
            directive.lead or "không nêu",
            directive.due or "không nêu",
            directive.state,
        )
        for place, directive in zip(_places(owed), owed, strict=True)
    )
    return of_table(record, paper, kind, name, Table(_COLUMNS, lines))


def of_table(record: SessionRecord, paper: PaperRecord, kind: str, name: tuple[str, ...], table: Table) -> Annex:
    number = f" số {paper.reference}" if paper.reference else ""
    day = f" {date_words(paper.dated)}" if paper.dated else ""
    return Annex(
        heading=ANNEX,
        name=name,
        belongs_to=_broken(f"(Kèm theo {kind}{number}{day}", f"của {record.council.committee_name})"),
        table=table,
    )
