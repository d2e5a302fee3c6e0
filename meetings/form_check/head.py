"""Finds the parts above the body: the cells of the header, the kind of the paper, its abstract."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import dropwhile

from .. import official_form as form
from ..paper import PaperKind
from ..paper_kinds import description
from ..vietnamese import fold
from . import addressees
from .measured_sheet import Line, Page, Stroke

CELL_GAP_EM = 1.1
"""A wider gap is between two header cells, a narrower one between words of one cell."""

ALIKE = 0.7
"""A line is a fixed text if it has at least this share of it."""

KIND_LETTERS = 16
"""At most so many capitals after the kind's name belong to its line."""

ABSTRACT_LINES = 6

RULE_MM = (0.2, 6.0)
"""A rule this far below a baseline belongs to the line above; a nearer one is a blank for handwriting."""

LETTER = "cong van"

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
    """ "Kính gửi:" and the places that follow: of a letter, and of a report to a higher body."""
    draft: bool = False
    """The head has the words "DỰ THẢO", as drafts from word processors do."""
    lines: int = 0
    """The number of lines of the first page that are the head."""

    @property
    def is_of_letter(self) -> bool:
        """A letter is known by "Kính gửi" without a kind's name, or by "CÔNG VĂN" for one, which it may not bear."""
        return fold(self.kind_line.text).startswith(LETTER) if self.kind_line else bool(self.addressed)


def find(page: Page) -> Head:
    top = page.lines[: addressees.HEAD_LINES]
    place, kind = _kind_line(top, page)
    abstract = _abstract(page, place + 1) if place is not None else ()
    addressed = addressees.find(page, place or 0)
    header_end = page.lines.index(addressed[0]) if addressed and place is None else place
    pieces = [piece for line in top[:header_end] for piece in _cells(line)]
    cells = [cell for cell in pieces if not fold(cell.text).startswith("du thao")]
    nation = _like(form.NATION, cells)
    left, right = _columns(cells, nation, page)
    motto = _like(form.MOTTO, [line for line in right if line is not nation])
    number = next((line for line in left if fold(line.text).startswith("so") and "/" in line.text), None)
    number = number or next((line for line in left if line.text.startswith("Số")), None)
    subject = _subject(left, number) if addressed else []
    below = motto or nation
    return Head(
        nation=nation,
        motto=motto,
        issuer=tuple(
            line for line in left if line not in subject and (number is None or line.baseline < number.baseline)
        ),
        number=number,
        place_date=tuple(line for line in right if below and line.baseline > below.baseline),
        kind_line=top[place] if place is not None else None,
        kind=kind,
        abstract=tuple(abstract),
        subject=tuple(subject),
        addressed=tuple(addressed),
        draft=len(cells) < len(pieces),
        lines=_lines(page, place, len(abstract), addressed) or _lines_of_header(top, nation, motto, number),
    )


def _columns(cells: Sequence[Line], nation: Line | None, page: Page) -> tuple[list[Line], list[Line]]:
    """The cells of the issuing body and those of the Quốc hiệu: left and right, or right and left by mistake."""
    if nation and nation.centre < page.width / 2 and any(cell.x0 > nation.x1 for cell in cells):
        right, left = _cut(cells, nation.x1)
    else:
        left, right = _cut(cells, nation.x0 - 1 if nation else page.width * 0.46)
    return left, right


def _cut(cells: Sequence[Line], boundary: float) -> tuple[list[Line], list[Line]]:
    first = joined(cell for cell in cells if cell.centre < boundary)
    return first, joined(cell for cell in cells if cell.centre >= boundary)


def _subject(left: Sequence[Line], number: Line | None) -> list[Line]:
    """Of a letter: what stands under its number, or begins "V/v" where it has none."""
    below = dropwhile(lambda line: not line.text.startswith("V/v"), left)
    return [line for line in left if line.baseline > number.baseline] if number else list(below)


def _lines(page: Page, place: int | None, abstract: int, addressed: Sequence[Line]) -> int:
    """How many lines the head has down to the abstract or the addressees; 0 where it has neither."""
    if addressed:
        return page.lines.index(addressed[0]) + len(addressed)
    return place + 1 + abstract if place is not None else 0


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
