"""A list of directives as a sheet without a number: what the desk shows under a filter, to hand round."""

from collections.abc import Iterable, Sequence

from ...record import CouncilRecord
from .text import Column, PaperText, Table, paragraph

KIND = "DANH SÁCH NỘI DUNG CHỈ ĐẠO"
_COLUMNS = (
    Column("TT", 0.07, centred=True),
    Column("Số", 0.15, centred=True),
    Column("Nội dung", 0.36),
    Column("Chủ trì", 0.18),
    Column("Tình trạng", 0.11, centred=True),
    Column("Thời hạn", 0.13, centred=True),
)


def text(council: CouncilRecord, chosen: str, day: str, rows: Iterable[Sequence[str]]) -> PaperText:
    """`chosen` says which they are, `day` of which day it is; a row is all but its place."""
    numbered = tuple((f"{place}", *row) for place, row in enumerate(rows, start=1))
    return PaperText(
        title=f"Danh sách nội dung chỉ đạo: {chosen}",
        letterhead=council.letterhead,
        number=None,
        kind=KIND,
        abstract=(chosen,),
        body=(paragraph(f"Có {len(numbered)} nội dung chỉ đạo, tính đến ngày {day}."),),
        table=Table(_COLUMNS, numbered),
    )
