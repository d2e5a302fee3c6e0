"""What every paper has around its text: letterhead, number, place and date, signatures, the verification line."""

from collections.abc import Iterable
from dataclasses import replace

from ... import official_form, paper_reference, prose
from ...paper import PaperRecord
from ...paper_kinds import description
from ...record import CouncilRecord, SessionRecord
from ...vietnamese import paragraphs, squeeze, upper_first
from . import annex, moments
from .text import SHORT, Block, Look, PaperText, Signature, Span, block, paragraph

_LONG_LINE = 52
"""Letters of 14 pt bold that one line of the text block is sure to hold."""


def frame(record: SessionRecord, paper: PaperRecord, verify_at: str) -> PaperText:
    """A paper without its words yet; `paper` is complete."""
    kind = description(paper.kind)
    names = tuple(squeeze(signature.name) for signature in paper.signatures)
    return PaperText(
        title=title(kind.name, record),
        letterhead=record.council.letterhead,
        number="" if paper.number is None else f"{paper.number:02d}",
        symbol=paper.symbol,
        kind=kind.heading,
        signatures=tuple(
            Signature(signature.authority, name) for signature, name in zip(paper.signatures, names, strict=True)
        ),
        recipients=tuple(map(upper_first, paper.recipients)),
        annex=None if kind.follows else annex.annex(record, paper, kind.name),
        address=_address(record.council),
        verification=_verification(kind.name, record, paper, verify_at),
        verify_at=verify_at,
        verify_link=_verify_link(paper, verify_at),
        held=held(record, *names),
    )


def _address(council: CouncilRecord) -> str:
    """ "Địa chỉ: …; điện thoại: …": ND30-I.III.4; "" where the office does not print it."""
    named = (
        ("địa chỉ", council.address),
        ("thư điện tử", council.email),
        ("trang thông tin điện tử", council.website),
        ("điện thoại", council.telephone),
    )
    parts = [f"{label}: {words}" for label, words in named if words]
    return upper_first("; ".join(parts)) if council.address_on_papers else ""


def whose(record: SessionRecord) -> list[str]:
    """ "của Thường trực Hội đồng nhân dân quận …"; broken before the place where one line cannot hold it."""
    line, place = f"của {record.council.committee_full_name}", f" {record.council.locality}"
    if len(line) > _LONG_LINE and len(place) > 1 and line.endswith(place):
        return [line.removesuffix(place), place.strip()]
    return [line]


def of_the_session(record: SessionRecord) -> tuple[str, ...]:
    """The abstract of what is of the session as a whole, broken where the sense breaks."""
    return (upper_first(prose.session_name(record)), *whose(record))


def title(kind: str, record: SessionRecord) -> str:
    """ "Biên bản phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"."""
    return f"{kind} {prose.session_name(record)} của {record.council.committee_name}"


def place_date(record: SessionRecord, paper: PaperRecord) -> tuple[Span, ...]:
    """ "Quận Hai Bà Trưng, ngày 05 tháng 01 năm 2021", with short blanks in a draft."""
    return Span(f"{record.council.place_on_papers}, "), *moments.day(paper.dated, blanks_mm=SHORT)


def _verification(kind: str, record: SessionRecord, paper: PaperRecord, verify_at: str) -> str:
    """ "Biên bản số 05/BB-HĐND, bản 1, phiên họp 2021-01. Kiểm tra văn bản tại: …". Never the file's own hash: it
    cannot stand inside the bytes it is taken of."""
    if not verify_at:
        return ""
    session = f"phiên họp {record.path.replace('/', '-')}"
    which = (
        f"{kind} số {paper.reference}, bản {paper.sequence}, {session}" if paper.reference else f"{kind} {session}"
    )
    return f"{which}. Kiểm tra văn bản tại: {verify_at}"


def _verify_link(paper: PaperRecord, verify_at: str) -> str:
    if not verify_at or paper.number is None or paper.dated is None:
        return verify_at
    return paper_reference.address(verify_at, paper.number, paper.symbol, paper.dated)


def held(record: SessionRecord, *names: str) -> tuple[str, ...]:
    return tuple(filter(None, (record.council.place_name, *names)))


def referring(paper: PaperRecord) -> list[str]:
    """The sentences that lead to the annex, and to the paper that this one takes the place of."""
    described = description(paper.kind)
    kind = described.type_name
    replaced = [f"{kind} này thay thế {kind} số {paper.replaces}."] if paper.replaces else []
    return [*([] if described.follows else annex.pointing(paper, kind)), *replaced]


def _lead(words: str) -> list[Block]:
    return [block(Look.LEAD, words)] if words else []


def opened_and_closed(
    record: SessionRecord, paper: PaperRecord, verify_at: str, points: Iterable[Block], before: Iterable[Block] = ()
) -> PaperText:
    """A dated paper of `points` between its opening, if it has one, and its closing; `before` stands above that."""
    *first, last = paragraphs(paper.opening) or [""]
    *middle, end = [*referring(paper), *paragraphs(paper.closing)]
    return replace(
        frame(record, paper, verify_at),
        place_date=place_date(record, paper),
        body=(*before, *map(paragraph, first), *_lead(last), *points, *map(paragraph, middle)),
        ending=(paragraph(end.rstrip(".") + official_form.DOCUMENT_END),),
    )
