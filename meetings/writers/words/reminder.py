"""The words of the reminder (công văn đôn đốc): each open directive, whose it is, by when, and where it stands."""

from ... import prose
from ...paper import OwedRecord, PaperRecord
from ...record import SessionRecord
from ...vietnamese import list_letter, upper_first
from .letter_heading import letter
from .text import Block, Look, PaperText, block, closed, listed, paragraph


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    about = f"đôn đốc thực hiện các nội dung chỉ đạo tại {prose.session_name(record)}"
    return letter(record, paper, verify_at, about, points(paper.owed))


def points(owed: tuple[OwedRecord, ...]) -> list[Block]:
    """Each with its details below it."""
    blocks: list[Block] = []
    head = task = 0
    for row in owed:
        head, task = (head, task + 1) if row.is_task and head else (head + 1, 0)
        mark = f"{list_letter(task - 1)})" if task else f"{head}."
        blocks.append(paragraph(f"{mark} {upper_first(closed(row.words))}"))
        blocks += [block(Look.DETAIL, f"- {line}") for line in listed(_details(row))]
    return blocks


def _details(row: OwedRecord) -> list[str]:
    named = (("Cơ quan chủ trì", row.lead), ("Thời hạn", row.due), ("Tình trạng", row.state.lower()))
    return [f"{label}: {words}" for label, words in named if words]
