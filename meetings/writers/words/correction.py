"""The words of the letter of correction (công văn đính chính): what stands in a paper, and how it is to be read."""

from ...paper import CorrectionRecord, MendedRecord, PaperRecord
from ...record import SessionRecord
from .letter_heading import letter
from .text import Block, Look, PaperText, block, closed, paragraph


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    names = [mended.name for mended in paper.mends]
    about = f"đính chính {names[0]}" if len(names) == 1 else "đính chính văn bản đã phát hành"
    points = [each for place, mended in enumerate(paper.mends, start=1) for each in _points(place, mended)]
    return letter(record, paper, verify_at, about, points)


def _points(place: int, mended: MendedRecord) -> list[Block]:
    rows = (block(Look.ROW, f"- {closed(sentence(each))}") for each in mended.corrections)
    kept = "Các nội dung khác của văn bản này không thay đổi."
    return [block(Look.LEAD, f"{place}. {mended.name}:"), *rows, paragraph(kept)]


def sentence(correction: CorrectionRecord) -> str:
    """ "Tại phần …, đã ghi: “…”; nay đính chính là: “…”"."""
    where = f"Tại {correction.place}"
    if not correction.wrong:
        return f"{where}, nay bổ sung: “{correction.right}”"
    if not correction.right:
        return f"{where}, đã ghi: “{correction.wrong}”; nay bỏ những chữ này"
    return f"{where}, đã ghi: “{correction.wrong}”; nay đính chính là: “{correction.right}”"
