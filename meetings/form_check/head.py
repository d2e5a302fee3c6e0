"""Finds the parts above the body: the cells of the header, the kind of the paper, its abstract."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from .. import official_form as form
from ..paper import PaperKind
from ..paper_kinds import description
from ..vietnamese import fold
from .measured_sheet import Line, Page, Stroke

CELL_GAP_EM = 1.1
"""A wider gap is between two header cells, a narrower one between words of one cell."""

ALIKE = 0.7
"""A line is a fixed text if it has at least this share of it."""

KIND_LETTERS = 16
"""At most so many capitals after the kind's name belong to its line."""

ABSTRACT_LINES = 6

HEAD_LINES = 18
"""The head ends within so many lines of the first page."""

RULE_MM = (0.2, 6.0)
"""A rule this far below a baseline belongs to the line above; a nearer one is a blank for handwriting."""

CENTRED_MM = 4.0
"""A line whose middle is within this distance of the page's middle counts as centred."""


@dataclass(frozen=True)
class Head:
    nation: Line | None = None
    motto: Line | None = None
    issuer: tuple[Line, ...] = ()
    number: Line | None = None
    place_date: tuple[Line, ...] = ()
    kind_line: Line | None = None
    kind: PaperKind | None = None
    abstract: tuple[Line, ...] = ()
    subject: tuple[Line, ...] = ()
    """Of a letter: "V/v …" under its number."""
    addressed: tuple[Line, ...] = ()
    """Of a letter: "Kính gửi:" and the places that follow."""
    draft: bool = False
    """The head has the words "DỰ THẢO", as drafts from word processors do."""
    lines: int = 0
    """The number of lines of the first page that are the head."""


def find(page: Page) -> Head:
    top = page.lines[:HEAD_LINES]
    place, kind = _kind_line(top, page)
    abstract = _abstract(page, place + 1) if place is not None else ()
    addressed = _addressed(page) if place is None else []
    pieces = [piece for line in top[: _place_of(addressed, page) or place] for piece in _cells(line)]
    cells = [cell for cell in pieces if not fold(cell.text).startswith("du thao")]
    nation = _like(form.NATION, cells)
    boundary = nation.x0 - 1 if nation else page.width * 0.46
    left = joined(cell for cell in cells if cell.centre < boundary)
    right = joined(cell for cell in cells if cell.centre >= boundary)
    motto = _like(form.MOTTO, [line for line in right if line is not nation])
    number = next((line for line in left if fold(line.text).startswith("so") and "/" in line.text), None)
    number = number or next((line for line in left if line.text.startswith("Số")), None)
    subject = [line for line in left if number and addressed and line.baseline > number.baseline]
    below = motto or nation
    return Head(
        nation=nation,
        motto=motto,
        issuer=tuple(line for line in left if number is None or line.baseline < number.baseline),
        number=number,
        place_date=tuple(line for line in right if below and line.baseline > below.baseline),
        kind_line=top[place] if place is not None else None,
        kind=kind,
        abstract=tuple(abstract),
        subject=tuple(subject),
        addressed=tuple(addressed),
        draft=len(cells) < len(pieces),
        lines=_place_of(addressed, page) + len(addressed)
        or (place + 1 + len(abstract) if place is not None else _lines_of_header(top, nation, motto, number)),
    )


def _addressed(page: Page) -> list[Line]:
    """ "Kính gửi:" of a letter, and the rows below it: they begin further right than a paragraph does."""
    start = next(
        (n for n, line in enumerate(page.lines[:HEAD_LINES]) if fold(line.text).startswith("kinh gui")), None
    )
    if start is None:
        return []
    least = form.MARGIN_LEFT_MM + form.FIRST_LINE_INDENT_MM + CENTRED_MM
    rows = takewhile(lambda line: line.x0 > least, page.lines[start + 1 :])
    return [page.lines[start], *rows]


def _place_of(addressed: list[Line], page: Page) -> int:
    """0 where there is none."""
    return page.lines.index(addressed[0]) if addressed else 0


def _lines_of_header(top: Sequence[Line], *parts: Line | None) -> int:
    """A head without a kind ends below its last cell."""
    lowest = max((part.baseline for part in parts if part), default=0.0)
    return sum(line.baseline <= lowest + 1 for line in top)


def _kind_line(top: Sequence[Line], page: Page) -> tuple[int | None, PaperKind | None]:
    """The line with the paper's kind: known words, or else centred bold capitals under the header."""
    for place, line in enumerate(top):
        if kind := _kind_named(line):
            return place, kind
    header = [place for place, line in enumerate(top) if _is_of_header(line)]
    for place, line in enumerate(top):
        beneath = bool(header) and place > max(header)
        if beneath and line.bold and line.text.isupper() and _is_centred(line, page):
            return place, None
    return None, None


def _kind_named(line: Line) -> PaperKind | None:
    """The kind that the line names; a word may follow, as in "BIÊN BẢN HỌP"."""
    words = fold(line.text)
    for kind in PaperKind:
        name = fold(description(kind).heading)
        more = words.removeprefix(name).strip(" .:")
        if name and words.startswith(name) and (not more or (line.text.isupper() and len(more) < KIND_LETTERS)):
            return kind
    return None


def _is_of_header(line: Line) -> bool:
    return any(fold(words) in fold(line.text) for words in (form.NATION, form.MOTTO)) or line.text.startswith("Số:")


def _is_centred(line: Line, page: Page) -> bool:
    """Whether the line is in the middle of the text block, for any of the allowed margins."""
    middle = (form.MARGIN_LEFT_MM + page.width - form.MARGIN_RIGHT_MM) / 2
    return abs(line.centre - middle) < CENTRED_MM


def _abstract(page: Page, start: int) -> Sequence[Line]:
    """The lines under the kind: up to the rule below them, or else as long as they are bold and centred."""
    rest = page.lines[start : start + ABSTRACT_LINES]
    for count, line in enumerate(rest, start=1):
        if under(line, page.strokes) and (line.bold or _is_centred(line, page)):
            return rest[:count]
    count = 0
    while count < len(rest) and rest[count].bold and _is_centred(rest[count], page):
        count += 1
    return rest[:count]


def under(line: Line, strokes: Iterable[Stroke]) -> Stroke | None:
    """The rule centred below `line`, the nearest if there are several."""
    near = [
        stroke
        for stroke in strokes
        if RULE_MM[0] < stroke.y - line.baseline < RULE_MM[1] and abs(stroke.centre - line.centre) < CENTRED_MM
    ]
    return min(near, key=lambda stroke: stroke.y, default=None)


def _cells(line: Line) -> list[Line]:
    """The line cut into its cells, even where their words nearly touch."""
    openings = [form.NATION.split()[0], form.MOTTO.split()[0]]
    return [cell for piece in line.pieces(CELL_GAP_EM) for cell in piece.cut_before(openings)]


def _like(words: str, lines: Sequence[Line]) -> Line | None:
    """The line that is most like `words`; None where none is ALIKE."""
    wanted = fold(words)
    rated = [(SequenceMatcher(None, wanted, fold(line.text)).ratio(), line) for line in lines if len(line.text) < 80]
    ratio, line = max(rated, key=lambda rating: rating[0], default=(0.0, None))
    return line if ratio >= ALIKE else None


def joined(cells: Iterable[Line]) -> list[Line]:
    """The cells of one column, those on one baseline joined again: a gap between words is not always one between
    columns."""
    rows: list[Line] = []
    for cell in cells:
        if rows and rows[-1].page == cell.page and abs(rows[-1].baseline - cell.baseline) < 1:
            rows[-1] = Line.of(cell.page, (*rows[-1].words, *cell.words))
        else:
            rows.append(cell)
    return rows
