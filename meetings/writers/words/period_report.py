"""The words of the report on a quarter or a year: sums in sentences, and an annex by unit."""

from collections.abc import Callable
from dataclasses import replace

from ...paper import OwedRecord, PaperRecord
from ...period_account import PeriodAccount, Sums
from ...record import SessionRecord
from ...vietnamese import date_words, two_digits
from . import annex, paper_heading
from .text import Block, Column, Look, PaperText, Table, block, closed, paragraph, rows, rows_of_grounds

ANNEX_NAME = ("KẾT QUẢ THỰC HIỆN CHỈ ĐẠO", "THEO ĐƠN VỊ CHỦ TRÌ")
_NUMBERS: dict[str, Callable[[Sums], int]] = {
    "Từ trước": lambda row: row.carried + row.again,
    "Mới giao": lambda row: row.given,
    "Đúng hạn": lambda row: row.in_time,
    "Sau hạn": lambda row: row.late,
    "Khác": lambda row: row.untimed + row.dropped,
    "Còn hạn": lambda row: row.within,
    "Quá hạn": lambda row: row.overdue,
    "Chưa có ngày": lambda row: row.undated,
}
_NUMBER_SHARE = 0.083
_COLUMNS = (
    Column("TT", 0.06, centred=True),
    Column("Đơn vị chủ trì", 1 - 0.06 - len(_NUMBERS) * _NUMBER_SHARE),
    *(Column(head, _NUMBER_SHARE, centred=True) for head in _NUMBERS),
)


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    assert paper.account
    account, council, grounds = paper.account, record.council, rows_of_grounds(paper.grounds)
    return replace(
        paper_heading.opened_and_closed(record, paper, verify_at, _points(account, paper.owed), before=grounds),
        title=f"Báo cáo kết quả thực hiện chỉ đạo {account.name} của {council.committee_name}",
        abstract=("Kết quả thực hiện các nội dung chỉ đạo", account.name),
        annex=annex.of_table(record, paper, "Báo cáo", ANNEX_NAME, Table(_COLUMNS, _rows(account))),
    )


def _points(account: PeriodAccount, late: tuple[OwedRecord, ...]) -> list[Block]:
    total, day = account.total, date_words(account.until)
    named = [block(Look.LEAD, "4. Các nội dung đang quá hạn:"), *rows(map(late_row, late))] if late else []
    done = f"đã xong {_told(total.done)}: đúng hạn {_told(total.in_time)}, sau hạn {_told(total.late)}"
    owed = f"còn phải thực hiện {_told(total.owed)}: còn hạn {_told(total.within)}, quá hạn {_told(total.overdue)}"
    return [
        block(
            Look.LEAD,
            f"1. Có {_told(total.all)} nội dung chỉ đạo được theo dõi, gồm {_told(total.carried + total.again)} từ "
            f"trước chuyển sang và {_told(total.given)} mới giao. Đến hết {day}:",
        ),
        *rows(
            [
                f"{done}, không tính hạn {_told(total.untimed)}",
                *([f"thôi thực hiện {_told(total.dropped)}"] if total.dropped else []),
                f"{owed}, chưa có ngày {_told(total.undated)}",
                f"được gia hạn trong kỳ {_told(total.extended)}",
            ]
        ),
        paragraph(
            "2. Xong đúng hạn, trong số đã xong có thời hạn và đang quá hạn (gia hạn thì tính theo hạn mới): "
            f"{total.punctual}."
        ),
        block(Look.LEAD, "3. Theo phiên họp giao việc:"),
        *rows(map(_of_session, account.sessions)),
        *named,
        paragraph(f"{5 if named else 4}. Kết quả theo đơn vị chủ trì nêu tại Phụ lục kèm theo Báo cáo này."),
    ]


def late_row(row: OwedRecord) -> str:
    """The words of one that is late, with who leads and by when it was owed."""
    notes = "; ".join(filter(None, (row.lead, f"thời hạn: {row.due}" if row.due else "")))
    words = closed(row.words).rstrip(".")
    return f"{words} ({notes})" if notes else words


def _of_session(row: Sums) -> str:
    late = f", quá hạn {_told(row.overdue)}" if row.overdue else ""
    return f"{row.name}: theo dõi {_told(row.all)}, xong {_told(row.done)}, còn {_told(row.owed)}{late}"


def _rows(account: PeriodAccount) -> tuple[tuple[str, ...], ...]:
    rows = [*account.units, account.total]
    places = [*map(str, range(1, len(rows))), ""]
    return tuple(
        (place, row.name, *(_told(number(row)) for number in _NUMBERS.values()))
        for place, row in zip(places, rows, strict=True)
    )


def _told(number: int) -> str:
    """Numbers from 1 to 9 take a 0 before them; none is 0."""
    return two_digits(number) if number else "0"
