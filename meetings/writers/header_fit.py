"""The header of a paper: sizes and split by which place and date stay on one line, however long the place is."""

from dataclasses import dataclass, replace

from .. import official_form as form
from . import fonts
from .words.text import PaperText

MM = 72 / 25.4
_SET_WIDER = 1.03
"""Word processors space italics by so much."""
_PARTED = 0.4
"""The share of the left cell, where place and date are long: 66 of 165 mm."""
_GAP_MM = 2.0
"""Between what stands left and what stands right."""


@dataclass(frozen=True, slots=True)
class HeaderFit:
    """Sizes in points; those of the Quốc hiệu, the Tiêu ngữ and the date go in pairs (ND30-I.V)."""

    nation_pt: float
    motto_pt: float
    place_date_pt: float
    issuer_pt: float
    left_share: float
    """Of the text width."""

    def letterhead(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines of the issuing body, one that is longer than its cell parted in two (ND30-I.II.2b)."""
        return tuple(part for line in lines for part in self._parted(line))

    def _parted(self, line: str) -> list[str]:
        words, room = line.split(" "), text_mm() * self.left_share
        if self._wide(line) <= room or len(words) == 1:
            return [line]
        halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
        return list(min(halves, key=lambda half: max(map(self._wide, half))))

    def _wide(self, words: str) -> float:
        return fonts.width(words, self.issuer_pt, bold=True) / MM


def usual() -> HeaderFit:
    return HeaderFit(form.NATION_PT, form.MOTTO_PT, form.PLACE_DATE_PT, form.ISSUER_PT, form.HEADER_LEFT_SHARE)


def text_mm() -> float:
    return form.PAGE_SIZE_MM[0] - form.MARGIN_LEFT_MM - form.MARGIN_RIGHT_MM


def fit(sheet: PaperText) -> HeaderFit:
    """The usual header where place and date fit into it; else a wider right cell, then the smaller pair of sizes too.

    Raises NoUsableFont.
    """
    smaller = HeaderFit(*form.SMALLER_HEADER_PT, form.HEADER_LEFT_SHARE)
    for look in (usual(), smaller):
        right = _right_mm(sheet, look) * _SET_WIDER + _GAP_MM / 2
        if right <= text_mm() * (1 - look.left_share):
            return look
        if right + _left_mm(sheet, look) + _GAP_MM / 2 <= text_mm():
            break
    return replace(look, left_share=max(1 - right / text_mm(), form.HEADER_LEFT_LEAST))


def fits_one_line(place_date: str) -> bool:
    """Whether place and date stay on one line of a head parted 66 to 99 mm, in the smaller pair of sizes.

    Raises NoUsableFont.
    """
    wide = fonts.width(place_date, form.SMALLER_HEADER_PT[2], italic=True) / MM * _SET_WIDER + _GAP_MM / 2
    return wide <= text_mm() * (1 - _PARTED)


def _right_mm(sheet: PaperText, look: HeaderFit) -> float:
    date = "".join(span.text for span in sheet.place_date)
    blanks = sum(span.blank_mm for span in sheet.place_date)
    return fonts.width(date, look.place_date_pt, italic=True) / MM + blanks


def _left_mm(sheet: PaperText, look: HeaderFit) -> float:
    return max((fonts.width(line, look.issuer_pt, bold=True) / MM for line in sheet.letterhead), default=0.0)


def with_letterhead(sheet: PaperText, look: HeaderFit) -> PaperText:
    return replace(sheet, letterhead=look.letterhead(sheet.letterhead))
