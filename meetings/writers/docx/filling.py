"""The words of a paper by the fields of a template: what is put in for one sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ...official_form import NUMBER_BLANK_MM, SIGNER_BLANK_MM
from ..words.no_break import held
from ..words.text import Block, Look, PaperText, Signature, Table, listed
from .marks import LINE, LINK_END, Words, blank, gap, link, mark, marked, plain, qr

_NOTHING = Words(())

_SHORT = 230
"""Letters of some three lines. A longer paragraph that is kept with the next goes over to the next page as a whole,
and leaves the page before it half empty."""


@dataclass(frozen=True, slots=True)
class Signer:
    quyen_han: Words = _NOTHING
    ho_ten: Words = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.quyen_han or self.ho_ten)


@dataclass(frozen=True, slots=True)
class Attached:
    """The annex."""

    ten: Words = _NOTHING
    trich_yeu: Words = _NOTHING
    """Its name in capitals."""
    kem_theo: Words = _NOTHING
    bang: Words = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.bang)


@dataclass(frozen=True, slots=True)
class Filling:
    """What is put into a template for one sheet: the words by field, and the tables that stand apart."""

    words: dict[str, Any]
    tables: list[Table]


def filling(sheet: PaperText) -> Filling:
    tables: list[Table] = []
    number = gap(NUMBER_BLANK_MM) if sheet.number == "" else plain(sheet.number or "")
    symbol = plain(sheet.symbol)
    left, right = _signers(sheet)
    words = {
        "co_quan": _lines(sheet.letterhead),
        "so": Words((number,)),
        "ky_hieu": Words((symbol,)),
        "so_ky_hieu": _NOTHING if sheet.number is None else Words((f"{number}/{symbol}",)),
        "noi_ngay": Words((marked(sheet.place_date, sheet.held),)),
        "ve_viec": _lines(filter(None, [sheet.subject]), sheet.held),
        "ten_loai": Words((plain(sheet.kind),)) if sheet.kind else _NOTHING,
        "trich_yeu": _lines(sheet.abstract, sheet.held),
        "than_bai": _body(sheet),
        "bang": _table(tables, sheet.table),
        "ket": Words(tuple(marked(paragraph.spans, sheet.held) for paragraph in sheet.ending)),
        "chu_ky": {"trai": left, "phai": right},
        "noi_nhan": Words(
            tuple(plain(f"- {held(line, *sheet.held)}") for line in listed(list(sheet.recipients))),
        ),
        "phu_luc": _annex(tables, sheet),
        "dia_chi": _lines(filter(None, [sheet.address]), sheet.held),
        "ma_qr": Words((qr(sheet.verify_link),)) if sheet.verify_link else _NOTHING,
        "kiem_tra": _verification(sheet),
    }
    return Filling(words, tables)


def _lines(lines: Iterable[str], names: tuple[str, ...] = ()) -> Words:
    return Words(tuple(plain(held(line, *names)) for line in lines), joint=LINE)


def _body(sheet: PaperText) -> Words:
    """Each block with its look and with whether it stays with the next: the last one stays with the ending."""
    return Words(tuple(_marked(*both, sheet.held) for both in zip_longest(sheet.body, sheet.body[1:])))


def _marked(block: Block, after: Block | None, names: tuple[str, ...]) -> str:
    return mark(f"look {block.look}") + (mark("keep") if _stays(block, after) else "") + marked(block.spans, names)


def _stays(block: Block, after: Block | None) -> bool:
    leads_on = after is None or after.look is Look.DETAIL or block.look in (Look.LEAD, Look.SECTION, Look.ITEM)
    return leads_on and len(block.text) <= _SHORT


def _signers(sheet: PaperText) -> tuple[Signer, Signer]:
    """Who signs left and who right; one who signs alone signs right."""
    signers = [_signer(signature, sheet.held) for signature in sheet.signatures]
    return (signers[0] if len(signers) > 1 else Signer()), (signers[-1] if signers else Signer())


def _signer(signature: Signature, names: tuple[str, ...]) -> Signer:
    name = plain(held(signature.name, *names)) if signature.name else blank(SIGNER_BLANK_MM)
    return Signer(quyen_han=_lines(signature.authority), ho_ten=Words((name,)))


def _verification(sheet: PaperText) -> Words:
    words = held(sheet.verification)
    if not sheet.verify_link:
        return Words((plain(words),))
    return Words(
        (plain(words.removesuffix(sheet.verify_at)) + link(sheet.verify_link) + plain(sheet.verify_at) + LINK_END,)
    )


def _table(tables: list[Table], table: Table | None) -> Words:
    if table is None:
        return _NOTHING
    tables.append(table)
    return Words((mark(f"table {len(tables) - 1}"),))


def _annex(tables: list[Table], sheet: PaperText) -> Attached:
    if not sheet.annex:
        return Attached()
    return Attached(
        ten=Words((plain(sheet.annex.heading),)),
        trich_yeu=_lines(sheet.annex.name, sheet.held),
        kem_theo=_lines(sheet.annex.belongs_to, sheet.held),
        bang=_table(tables, sheet.annex.table),
    )
