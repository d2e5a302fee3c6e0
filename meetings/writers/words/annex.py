"""The annex: directives of earlier sessions that are still open."""

from ...paper import OwedRecord, PaperRecord
from ...record import SessionRecord
from ...vietnamese import date_words
from .text import Annex, Column, Table

_COLUMNS = (
    Column("TT", 0.06, centred=True),
    Column("Số", 0.16, centred=True),
    Column("Nội dung chỉ đạo", 0.34),
    Column("Cơ quan chủ trì", 0.19),
    Column("Thời hạn", 0.14, centred=True),
    Column("Tình trạng", 0.11, centred=True),
)


def _places(owed: list[OwedRecord]) -> list[str]:
    """1, 2, …: a task is a part of the directive above it and has no place of its own."""
    return [
        "" if directive.is_task else f"{sum(not row.is_task for row in owed[:at])}"
        for at, directive in enumerate(owed, 1)
    ]


def annex(record: SessionRecord, paper: PaperRecord, kind: str) -> Annex | None:
    owed = [directive for directive in paper.owed if not directive.only_public]
    if not owed:
        return None
    number = f" số {paper.reference}" if paper.reference else ""
    day = f" {date_words(paper.dated)}" if paper.dated else ""
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
    return Annex(
        heading="PHỤ LỤC",
        abstract=(
            "Các nội dung chỉ đạo của những phiên họp trước còn phải thực hiện",
            f"(Kèm theo {kind}{number}{day} của {record.council.committee_name})",
        ),
        table=Table(_COLUMNS, lines),
    )
