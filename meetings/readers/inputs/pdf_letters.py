"""Takes the letters and the rules out of the pages of a PDF with pdfminer; runs in a process of its own."""

# mypy: allow-untyped-calls

import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

LARGE_PT = 40
"""Larger letters are a watermark."""
_THIN_PT, _SHORT_PT = 2, 4
_SCAN_SHARE = 0.6
"""A picture over more of a page is a scan of paper."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_TURNS = (0, 90, 180, 270)
_MOST_RULES = 4_000
_MOST_LETTERS = 20_000
"""Of one page; a full one has 4,000."""


@dataclass(slots=True)
class Letter:
    text: str
    x0: float
    x1: float
    y: float
    """Of its foot, up from the lower edge, in points."""
    size: float
    font: str


@dataclass(slots=True)
class PageLetters:
    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    """Rules between columns: x, lower end, upper end."""
    level: list[tuple[float, float, float]] = field(default_factory=list)
    """Rules between rows: y, left end, right end."""
    scanned: bool = False


class Overfull(Exception):
    """A page has more letters or drawings than any paper."""


def pages(data: bytes, most: int) -> Iterator[PageLetters]:
    """At most so many pages. Raises what pdfminer raises."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    document = PDFDocument(PDFParser(BytesIO(data)))
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number == most:
            raise Overfull
        interpreter.process_page(page)
        layout = device.get_result()
        for turn in _TURNS:
            if not _is_turned(layout):
                break
            page.rotate = turn  # a page put into the scanner or the writer sideways is read all the same
            interpreter.process_page(page)
            layout = device.get_result()
        yield _page(layout)


def _is_turned(layout: Any) -> bool:
    """Whether most letters lie on their side or stand on their head. The few on the page itself tell."""
    from pdfminer.layout import LTChar

    turned = [part.matrix[0] <= 0 for part in layout if isinstance(part, LTChar) and part.size <= LARGE_PT]
    return sum(turned) * 2 > len(turned)


def _page(layout: Any) -> PageLetters:
    from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage

    left, low, right, high = layout.bbox
    page = PageLetters(right - left, high - low)
    waiting = [iter(layout)]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
        elif isinstance(part, LTChar):
            _add_letter(page, part, left, low)
        elif isinstance(part, LTCurve):
            _add_rules(page, part, left, low)
        elif isinstance(part, LTContainer):
            waiting.append(iter(part))
        if isinstance(part, LTImage) and part.width * part.height > _SCAN_SHARE * page.width * page.height:
            page.scanned = True
    return page


def _add_letter(page: PageLetters, part: Any, left: float, low: float) -> None:
    text = part.get_text().translate(_LIGATURES)
    if not part.upright or not 1 <= part.size <= LARGE_PT:
        return
    if page.letters and unicodedata.combining(text[:1] or " "):
        page.letters[-1].text += text  # a mark drawn over the letter before it
        return
    if len(page.letters) >= _MOST_LETTERS:
        raise Overfull
    font = str(part.fontname).rpartition("+")[2]
    page.letters.append(Letter(text, part.x0 - left, part.x1 - left, part.matrix[5] - low, part.size, font))


def _add_rules(page: PageLetters, part: Any, left: float, low: float) -> None:
    """A thin drawing is a rule; the four sides of a box are rules too, unless it is a mere ground of colour."""
    x0, x1, y0, y1 = part.x0 - left, part.x1 - left, part.y0 - low, part.y1 - low
    if len(page.upright) + len(page.level) >= _MOST_RULES:
        raise Overfull
    if x1 - x0 <= _THIN_PT and y1 - y0 > _SHORT_PT:
        page.upright.append((x0, y0, y1))
    elif y1 - y0 <= _THIN_PT and x1 - x0 > _SHORT_PT:
        page.level.append((y0, x0, x1))
    elif part.stroke and len(part.pts) in (4, 5) and x1 - x0 > _SHORT_PT and y1 - y0 > _SHORT_PT:
        page.upright += [(x0, y0, y1), (x1, y0, y1)]
        page.level += [(y0, x0, x1), (y1, x0, x1)]
