"""What every official letter (công văn) has around its text: "V/v …" under the number, and "Kính gửi"."""

from dataclasses import replace

from ... import official_form
from ...paper import PaperRecord
from ...record import SessionRecord
from ...vietnamese import paragraphs
from . import paper_heading
from .text import LINE, Block, Look, PaperText, blank, block, closed, listed, paragraph


def letter(record: SessionRecord, paper: PaperRecord, verify_at: str, about: str, points: list[Block]) -> PaperText:
    """The letter `about` something, with `points` between its opening and its closing; `paper` is complete."""
    *first, last = paragraphs(paper.opening)
    *middle, end = [*paper_heading.referring(paper), *paragraphs(paper.closing)]
    return replace(
        paper_heading.frame(record, paper, verify_at),
        place_date=paper_heading.place_date(record, paper),
        subject=f"V/v {about}",
        body=(
            *_addressed(paper.addressees),
            *map(paragraph, first),
            block(Look.LEAD, last),
            *points,
            *map(paragraph, middle),
        ),
        ending=(paragraph(end.rstrip(".") + official_form.DOCUMENT_END),),
    )


def _addressed(names: tuple[str, ...]) -> list[Block]:
    """One place on the line of "Kính gửi:", several below it: ND30-I.II.9a."""
    if len(names) < 2:
        return [block(Look.ADDRESSED, "Kính gửi: ", closed(names[0]) if names else blank(LINE))]
    rows = (block(Look.ADDRESSEE, f"- {line}") for line in listed(list(names)))
    return [block(Look.ADDRESSED, "Kính gửi:"), *rows]
