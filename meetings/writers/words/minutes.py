"""The words of the minutes (biên bản), with blanks for what the record does not know."""

from dataclasses import replace

from ... import official_form, prose
from ...paper import PaperRecord
from ...paper_kinds.signing import acting
from ...record import AttendeeRecord, Role, SessionRecord
from ...vietnamese import paragraphs, upper_first
from . import moments, paper_heading
from .agenda_words import agenda
from .attendance_words import attendance
from .directive_words import directives, who_and_when
from .text import LINE, NAME, Block, Look, PaperText, Span, blank, block, bold, closed, paragraph

_ROMAN = ("I", "II", "III")


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    """The minutes of `record`; `paper` is complete."""
    last = [*paragraphs(record.closing), *paper_heading.referring(paper), *paragraphs(paper.closing)]
    ends = (Span("Phiên họp kết thúc vào "), *moments.hour_and_day(record.ends_at, record.held_on))
    return replace(
        paper_heading.frame(record, paper, verify_at),
        abstract=paper_heading.of_the_session(record),
        body=(*_facts(record), *_sections(record), *map(paragraph, last[:-1])),
        ending=(*map(paragraph, last[-1:]), paragraph(*ends, official_form.DOCUMENT_END)),
    )


def _facts(record: SessionRecord) -> list[Block]:
    presided, recorded = _named(acting(record, Role.CHAIR)), _named(acting(record, Role.SECRETARY))
    return [
        paragraph(bold("Thời gian bắt đầu:"), " ", *moments.hour_and_day(record.starts_at, record.held_on), "."),
        paragraph(bold("Địa điểm:"), " ", Span(closed(record.venue)) if record.venue else blank(LINE)),
        *attendance(record),
        paragraph(bold("Chủ trì (chủ tọa):"), " ", Span(presided) if presided else blank(LINE)),
        paragraph(bold("Thư ký (người ghi biên bản):"), " ", Span(recorded) if recorded else blank(NAME)),
        block(Look.LEAD, bold("Nội dung (theo diễn biến phiên họp):")),
    ]


def _named(people: list[AttendeeRecord]) -> str:
    """ "Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận."; blank where nobody is recorded."""
    words = "; ".join(prose.person(person) if person.name else f"đồng chí {person.position}" for person in people)
    return closed(upper_first(words)) if words else ""


def _sections(record: SessionRecord) -> list[Block]:
    """The sections that have something in them, the Roman numerals following; a blank where none has."""
    sections: list[Block] = []
    filled = [
        (name, blocks)
        for name, blocks in (
            ("CÁC NỘI DUNG TRÌNH TẠI PHIÊN HỌP", agenda(record.agenda)),
            ("ĐÁNH GIÁ CỦA CHỦ TỌA", [paragraph(line) for line in paragraphs(record.assessment)]),
            ("NỘI DUNG CHỈ ĐẠO CỦA CHỦ TỌA", _directives(record)),
        )
        if blocks
    ]
    for mark, (name, blocks) in zip(_ROMAN, filled, strict=False):
        sections += [block(Look.SECTION, f"{mark}. {name}"), *blocks]
    return sections or [paragraph(blank(LINE))]


def _directives(record: SessionRecord) -> list[Block]:
    *first, last = paragraphs(prose.directives_intro(record)) or [""]
    lead_in = [*map(paragraph, first), block(Look.LEAD, last)] if last else []
    return [*lead_in, *directives(prose.numbered(record.directives), who_and_when)]
