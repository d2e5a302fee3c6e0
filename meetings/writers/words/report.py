"""The words of the report (báo cáo) on directives: how many stand how, which are late, and an annex of all."""

from collections import Counter
from dataclasses import replace

from ... import prose
from ...directive_states import AS_SUMMED, DirectiveState
from ...paper import OwedRecord, PaperRecord
from ...record import SessionRecord
from ...vietnamese import two_digits
from . import annex, paper_heading, period_report
from .text import Block, Look, PaperText, block, paragraph, rows, rows_of_grounds

ANNEX_NAME = ("TÌNH HÌNH THỰC HIỆN", "CÁC NỘI DUNG CHỈ ĐẠO")


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    grounds = rows_of_grounds(paper.grounds)
    return replace(
        paper_heading.opened_and_closed(record, paper, verify_at, _points(paper.owed), before=grounds),
        abstract=("Kết quả thực hiện các nội dung chỉ đạo", f"tại {prose.session_name(record)}"),
        annex=annex.annex(record, paper, "Báo cáo", ANNEX_NAME),
    )


def _points(owed: tuple[OwedRecord, ...]) -> list[Block]:
    counted = [row for row in owed if not row.is_task]
    numbers = Counter(row.state for row in counted)
    sums = [f"{state.label}: {two_digits(numbers[state.label])}" for state in AS_SUMMED if numbers[state.label]]
    late = [row for row in counted if row.state == DirectiveState.OVERDUE.label]
    blocks = [
        block(Look.LEAD, f"1. Có {two_digits(len(counted))} nội dung chỉ đạo được theo dõi, trong đó:"),
        *rows(sums),
    ]
    if late:
        blocks.append(block(Look.LEAD, "2. Các nội dung đã quá hạn:"))
        blocks += rows(map(period_report.late_row, late))
    where = "Từng nội dung, cơ quan chủ trì, thời hạn và tình trạng thực hiện nêu tại Phụ lục kèm theo Báo cáo này."
    return [*blocks, paragraph(f"{3 if late else 2}. {where}")]
