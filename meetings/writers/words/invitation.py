"""The words of the invitation (giấy mời): whom, to what, when, where, and what will be discussed."""

from dataclasses import replace

from ... import official_form, prose
from ...paper import PaperRecord
from ...paper_kinds import description
from ...record import SessionRecord
from ...vietnamese import WEEKDAYS, fold, paragraphs, upper_first
from . import moments, paper_heading
from .text import LINE, Block, Look, PaperText, Span, blank, block, bold, closed, paragraph, rows, rows_of_grounds


def sheets(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> list[PaperText]:
    """One sheet for all, or one for each who is invited; `paper` is complete."""
    if not paper.one_sheet_each or len(paper.addressees) < 2:
        return [_sheet(record, paper, verify_at)]
    return [_sheet(record, replace(paper, addressees=(name,)), verify_at) for name in paper.addressees]


def _sheet(record: SessionRecord, paper: PaperRecord, verify_at: str) -> PaperText:
    *middle, end = [
        *paper_heading.referring(paper),
        *paragraphs(paper.closing),
        *map(_contact, paragraphs(paper.contact)),
    ]
    return replace(
        paper_heading.frame(record, paper, verify_at),
        title=paper_heading.title("Giấy mời dự", record),
        place_date=paper_heading.place_date(record, paper),
        abstract=(f"Dự {prose.session_name(record)}", *paper_heading.whose(record)),
        body=(
            *rows_of_grounds(paper.grounds),
            *_invited(paper),
            *_facts(record, paper),
            *(paragraph(closed(line)) for line in middle),
        ),
        ending=(paragraph(end.rstrip(".") + official_form.DOCUMENT_END),),
    )


def _contact(words: str) -> str:
    """A name and a number alone are said to be whom to ask."""
    says_so = fold(words).startswith(("lien he", "chi tiet", "moi chi tiet", "moi thong tin", "de nghi", "xin"))
    return words if says_so else f"Chi tiết xin liên hệ: {words}"


def _invited(paper: PaperRecord) -> list[Block]:
    *first, last = paragraphs(paper.opening)
    if paper.one_sheet_each and len(paper.addressees) == 1:
        return [*map(paragraph, first), paragraph(f"{last} {closed(paper.addressees[0])}")]
    whom = rows(paper.addressees) or (paragraph(blank(LINE)),)
    return [*map(paragraph, first), block(Look.LEAD, last), *whom]


def _facts(record: SessionRecord, paper: PaperRecord) -> list[Block]:
    presiding = description(paper.kind).presiding(record)
    presides = "; ".join(prose.person(attendee) or attendee.position for attendee in presiding)
    weekday = (Span(f", {WEEKDAYS[record.held_on.weekday()]}, "),) if record.held_on else (Span(", "),)
    agenda = [paragraph(f"{place}. {closed(item.title)}") for place, item in enumerate(record.agenda, start=1)]
    session = f"{upper_first(prose.session_name(record))} của {record.council.committee_name}."
    return [
        paragraph(bold("Tới dự:"), f" {session}"),
        paragraph(bold("Chủ trì:"), " ", Span(closed(upper_first(presides))) if presides else blank(LINE)),
        paragraph(
            bold("Thời gian:"), " ", *moments.hour(record.starts_at), *weekday, *moments.day(record.held_on), "."
        ),
        paragraph(bold("Địa điểm:"), " ", Span(closed(record.venue)) if record.venue else blank(LINE)),
        block(Look.LEAD, bold("Nội dung:"), *(() if agenda else (Span(" "), blank(LINE)))),
        *agenda,
    ]
