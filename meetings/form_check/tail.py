"""Finds the parts below the body: the signatures and the recipients."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..vietnamese import fold
from .head import CELL_GAP_EM, joined
from .measured_sheet import Line, Page, Stroke

ON_BEHALF = re.compile(r"^(T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)[./]")
MINUTES_SIGNERS = ({"thu ky", "nguoi ghi bien ban"}, {"chu toa", "chu tri"})
_SIGNERS = MINUTES_SIGNERS[0] | MINUTES_SIGNERS[1]

END = re.compile(r"\./\.\s*$")

NAME_GAP_MM = 9.0
"""The lines of an authority are closer than this; the space for the signature is larger."""

BLANK_MM = 15.0
"""The blank for a name is under the post, with its middle within this distance."""


@dataclass(frozen=True)
class Signature:
    authority: tuple[Line, ...]
    name: Line | None
    blank: Stroke | None
    """The blank for handwriting, where there is no printed name."""

    @property
    def last(self) -> Line:
        return self.authority[-1]


@dataclass(frozen=True)
class Ending:
    start: tuple[int, float] | None = None
    """The page and the baseline at which the ending begins."""
    left: Signature | None = None
    right: Signature | None = None
    recipients_head: Line | None = None
    recipients: tuple[Line, ...] = ()
    """The rows below the head."""
    signatures: tuple[Signature, ...] = ()


def find(pages: Sequence[Page], heading: int) -> Ending:
    """The ending: it begins at its first part below the last "./.", or else in the last two pages."""
    lines = [line for page in pages for line in page.lines[heading if page is pages[0] else 0 :]]
    ends = [place for place, line in enumerate(lines) if END.search(line.text)]
    first = ends[-1] + 1 if ends else next((n for n, line in enumerate(lines) if line.page >= len(pages) - 1), 0)
    middle = pages[0].width / 2
    start = next((n for n in range(first, len(lines)) if _opens(lines[n], middle, bool(ends))), None)
    if start is None:
        return Ending()
    cells = [piece for line in lines[start:] for piece in line.pieces(CELL_GAP_EM)]
    left, right = _columns(cells, middle)
    head = next((n for n, line in enumerate(left) if _is_recipients_head(line)), None)
    blanks = [stroke for page in pages for stroke in page.strokes if page.number >= lines[start].page]
    sides = (_signature(left[:head], blanks), _signature(right, blanks))
    return Ending(
        start=(lines[start].page, lines[start].baseline),
        left=sides[0],
        right=sides[1],
        recipients_head=left[head] if head is not None else None,
        recipients=tuple(left[head + 1 :]) if head is not None else (),
        signatures=tuple(side for side in sides if side),
    )


def _columns(cells: Sequence[Line], middle: float) -> tuple[list[Line], list[Line]]:
    """The cells left and right of the middle; where by mistake the recipients alone stand on the right, they are the
    first all the same, and whoever signs the second."""
    head = next((cell for cell in cells if _is_recipients_head(cell)), None)
    others = [cell for cell in cells if cell is not head and cell.centre >= middle]
    if head and head.centre >= middle and not any(cell.bold for cell in others):
        return joined(cell for cell in cells if cell.x0 > head.x0 - 1), joined(
            cell for cell in cells if cell.x0 <= head.x0 - 1
        )
    right = joined(cell for cell in cells if cell.centre >= middle and not _is_of_recipients(cell))
    return joined(cell for cell in cells if cell.centre < middle or _is_of_recipients(cell)), right


def _opens(line: Line, middle: float, below_the_end: bool) -> bool:
    return any(_is_part(piece, middle, below_the_end) for piece in line.pieces(CELL_GAP_EM))


def _is_part(piece: Line, middle: float, below_the_end: bool) -> bool:
    words = fold(piece.text).strip(" .:")
    capitals = piece.text.isupper()
    if _is_recipients_head(piece) or (capitals and (ON_BEHALF.match(piece.text) or words in _SIGNERS)):
        return True
    return below_the_end and piece.centre > middle and (words in _SIGNERS or (capitals and piece.bold))


def _is_recipients_head(line: Line) -> bool:
    return fold(line.text).startswith("noi nhan") and len(line.text) < 14


def _is_of_recipients(cell: Line) -> bool:
    """A row of recipients begins with a dash, even where it reaches beyond the middle."""
    return _is_recipients_head(cell) or (cell.text.startswith(("- ", "– ")) and not cell.bold)


def _signature(column: Sequence[Line], blanks: Sequence[Stroke]) -> Signature | None:
    """The post is above the space to sign, the name below it; without a space the capitals end with the post."""
    column = [line for line in column if not line.text.startswith("(")]
    if not column:
        return None
    rooms = (n for n in range(1, len(column)) if not _is_near(column[n - 1], column[n]))
    shouted = next((n for n, line in enumerate(column) if not line.text.isupper()), len(column))
    count = next(rooms, max(shouted, 1))
    last, name = column[count - 1], column[count] if count < len(column) else None
    if name and set(name.text) <= set(".…_ "):
        return Signature(tuple(column[:count]), None, Stroke(name.x0, name.x1, name.baseline))
    below = [blank for blank in blanks if blank.y > last.baseline and abs(blank.centre - last.centre) < BLANK_MM]
    return Signature(
        tuple(column[:count]), name, None if name else min(below, key=lambda blank: blank.y, default=None)
    )


def _is_near(before: Line, line: Line) -> bool:
    return before.page == line.page and line.baseline - before.baseline < NAME_GAP_MM
