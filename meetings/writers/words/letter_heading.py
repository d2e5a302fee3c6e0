"""What every official letter (công văn) has around its text: "V/v …" under the number, and "Kính gửi"."""

from dataclasses import replace

from ...paper import PaperRecord
from ...record import SessionRecord
from . import paper_heading
from .text import LINE, Block, Look, PaperText, blank, block, closed, listed


def letter(record: SessionRecord, paper: PaperRecord, verify_at: str, about: str, points: list[Block]) -> PaperText:
    """The letter `about` something, with `points` between its opening and its closing; `paper` is complete."""
    addressed = _addressed(paper.addressees)
    framed = paper_heading.opened_and_closed(record, paper, verify_at, points, before=addressed)
    return replace(framed, subject=f"V/v {about}")


def _addressed(names: tuple[str, ...]) -> list[Block]:
    """One place on the line of "Kính gửi:", several below it: ND30-I.II.9d."""
    if len(names) < 2:
        return [block(Look.ADDRESSED, "Kính gửi: ", closed(names[0]) if names else blank(LINE))]
    rows = (block(Look.ADDRESSEE, f"- {line}") for line in listed(list(names)))
    return [block(Look.ADDRESSED, "Kính gửi:"), *rows]
