"""Turns one page of a PDF into plain lines and rules."""

# mypy: allow-untyped-calls

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTImage

from . import letters
from .letters import Letter
from .measured_sheet import MM, Page, Stroke
from .strays import Stray, is_stray

THIN_MM = 1.3
"""A rule under words is at most 3 pt thick; a thicker one is a bar."""

LARGE_PT = 30
"""Larger letters are a watermark, not text."""

LARGE_DRAWING_MM = 10
"""A filled pale outline higher than this is a letter of a watermark."""

DARK, PALE = 0.12, 0.4
"""Ink from 0 (black) to 1 (white): black is seldom exactly 0; a watermark is at least this pale."""


def components(source: Any) -> list[LTComponent]:
    """The letters, drawings and images of a page of pdfplumber, those inside forms too."""
    result: list[LTComponent] = []
    containers = [source.layout]
    while containers:
        for component in containers.pop():
            (containers if isinstance(component, LTContainer) else result).append(component)
    return result


def is_turned(parts: list[LTComponent]) -> bool:
    """Whether most letters lie on their side or stand on their head as the page is shown."""
    turned = [char.matrix[0] <= 0 for char in parts if isinstance(char, LTChar) and char.size <= LARGE_PT]
    return sum(turned) * 2 > len(turned)


def read(source: Any, parts: list[LTComponent]) -> Page:
    """The page with its components, measured from its visible corner."""
    left, top, right, bottom = map(float, source.cropbox)
    corner = (left - source.mediabox[0], source.mediabox[3] - top)  # in points, up from the file's own corner
    chars = [part for part in parts if isinstance(part, LTChar)]
    drawn = [part for part in parts if isinstance(part, LTCurve) and _is_visible(part)]
    images = [part for part in parts if isinstance(part, LTImage)]
    level = [part for part in (*drawn, *images) if part.height <= THIN_MM * MM and part.height < part.width]
    strokes = _joined(_stroke(part, *corner) for part in level)  # LibreOffice draws a blank in dashes of 1,2 mm
    words = (_letter(char, *corner) for char in chars if _is_legible(char))
    lines, typed = letters.without_rules(letters.lines(source.page_number, words))
    upright = [part for part in drawn if part.width <= THIN_MM * MM and part.height > LARGE_DRAWING_MM * MM]
    return Page(
        number=source.page_number,
        width=(right - left) / MM,
        height=(bottom - top) / MM,
        lines=lines,
        strokes=(*typed, *(stroke for stroke in strokes if stroke.x1 - stroke.x0 > THIN_MM)),
        table=_extent(upright, corner[1]) if upright else None,
        draft_mark=any(map(_is_watermark, drawn)) or any(char.size > LARGE_PT for char in chars),
    )


def strays(source: Any, parts: list[LTComponent]) -> list[Stray]:
    """The letters that the form's font lacks; left out of the lines, no other rule trips over them."""
    top = source.mediabox[3] - float(source.cropbox[1])
    found = (part for part in parts if isinstance(part, LTChar) and _is_text(part) and is_stray(part.get_text()))
    return [Stray(_known(part.get_text()), source.page_number, (top - part.matrix[5]) / MM) for part in found]


def _known(text: str) -> str:
    return "" if text.startswith("(cid:") or text == "\ufffd" else text


def _is_legible(char: LTChar) -> bool:
    return _is_text(char) and not is_stray(char.get_text())


def _letter(char: LTChar, left: float, top: float) -> Letter:
    font, bold, italic = _face(str(char.fontname))
    ink = _ink(char.graphicstate.ncolor)
    return Letter(
        text=char.get_text(),
        x0=(char.x0 - left) / MM,
        x1=(char.x1 - left) / MM,
        baseline=(top - char.matrix[5]) / MM,
        size=round(char.size, 2),
        font=font,
        bold=bold,
        italic=italic or abs(char.matrix[2]) > 0.1 * abs(char.matrix[3]),
        black=ink is None or ink <= DARK,
    )


@lru_cache(maxsize=256)
def _face(name: str) -> tuple[str, bool, bool]:
    """The font's own name, and whether it is bold and italic."""
    font = letters.font_name(name)
    return font, letters.is_bold(font), letters.is_italic(font)


def _stroke(drawing: LTComponent, left: float, top: float) -> Stroke:
    middle = (drawing.y0 + drawing.y1) / 2
    return Stroke((drawing.x0 - left) / MM, (drawing.x1 - left) / MM, (top - middle) / MM)


def _extent(drawings: list[LTCurve], top: float) -> tuple[float, float]:
    """From the highest to the lowest of them."""
    return (top - max(drawing.y1 for drawing in drawings)) / MM, (top - min(drawing.y0 for drawing in drawings)) / MM


def _is_text(char: LTChar) -> bool:
    """Whether the letter is neither part of a watermark nor turned on its side in a table."""
    return bool(char.upright) and char.size <= LARGE_PT


def _is_watermark(drawing: LTCurve) -> bool:
    ink = _ink(drawing.non_stroking_color)
    return drawing.fill and drawing.height > LARGE_DRAWING_MM * MM and ink is not None and ink >= PALE


def _is_visible(drawing: LTCurve) -> bool:
    colour = drawing.stroking_color if drawing.stroke else drawing.non_stroking_color
    return (drawing.stroke or drawing.fill) and _ink(colour) != 1


def _ink(colour: Any) -> float | None:
    """The lightness of a colour from 0 (black) to 1 (white); None for a pattern and without a colour."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return None
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(0.0, 1 - max(parts[:3]) - parts[3]) if parts[3] < 1 - DARK else 0.0
    return float(max(parts))


def _joined(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """The strokes, with the pieces of one rule joined: some makers draw a rule in parts."""
    held: Stroke | None = None
    for stroke in sorted(strokes, key=lambda stroke: (round(stroke.y, 1), stroke.x0)):
        if held and abs(stroke.y - held.y) < 0.3 and stroke.x0 - held.x1 < 0.4:
            held = Stroke(held.x0, max(held.x1, stroke.x1), held.y)
            continue
        if held:
            yield held
        held = stroke
    if held:
        yield held
