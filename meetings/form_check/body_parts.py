"""The paragraphs of the body, recognised by what a reader sees: the indent, the gap above, the short line before."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from .. import official_form as form
from .measured_sheet import MM, Line

AT_EDGE_MM = 1.5
"""A line within this distance of the left edge begins at it."""

INDENTED_MM = 4.0
"""A line this far from the left edge is indented on purpose."""

GAP_SEEN_PT = 2.0
"""A distance of so much more than the usual pitch is a gap."""

STOPS = (".", ";", ":", "!", "?", "…", "”", ")")
"""A paragraph nearly always ends with one of these, and a line in the middle of it seldom does."""

SAME_SIZE_PT = 0.3
"""Between lines whose sizes differ by more, no gap is measured: makers of PDFs place such lines differently."""

SPACE_MM = 1.8
"""The room that a word needs before it: a little more than a space at 14 pt."""


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[Line, ...]
    text: str
    gap: float | None
    """Points beyond the pitch below the paragraph above; None at the top of a page and after another size."""
    centred: bool

    @property
    def first(self) -> Line:
        return self.lines[0]


def edges(
    body: Sequence[Line], head: Sequence[Line], recipients: Sequence[Line], width: float
) -> tuple[float, float]:
    """The left and right edge of the text block, from where its lines begin and end.

    Where no two lines of the body end together, the body is not justified and may end short of the edge. Then the
    header gives the right edge, because it nearly fills its width.
    """
    if not body:
        return form.MARGIN_LEFT_MM, width - form.MARGIN_RIGHT_MM
    left = min(line.x0 for line in body)
    if max(line.x0 for line in body) - left < INDENTED_MM and recipients:
        left = min(left, *(line.x0 for line in recipients))
    wrapped = any(abs(line.x0 - left) < AT_EDGE_MM for line in body)
    right = max(line.x1 for line in body)
    if sum(right - line.x1 < AT_EDGE_MM for line in body) < 2:
        widest = max((line.x1 for line in head), default=right)
        right = max(right, min(widest, width - form.MARGIN_RIGHT_RANGE_MM[0]))
    return left, right if wrapped else max(right, width - form.MARGIN_RIGHT_MM)


def pitch(body: Sequence[Line], block: tuple[float, float]) -> float | None:
    """Points between the lines of a paragraph: the usual distance from a full line to one at the left edge."""
    left, right = block
    steps: Counter[float] = Counter()
    for before, line in pairwise(body):
        if before.text.endswith(STOPS) or before.page != line.page or _has_room(before, line, right):
            continue
        if line.x0 - left < AT_EDGE_MM:
            steps[round((line.baseline - before.baseline) * MM, 1)] += 1
    if not steps:
        return None
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.5 * most)


def paragraphs(
    body: Sequence[Line],
    block: tuple[float, float],
    usual: float | None,
    broken: Set[tuple[int, float]] = frozenset(),
) -> Iterator[Paragraph]:
    """`broken` are the lines, by page and baseline, that a stray character ends: the paragraph goes on below."""
    lines: list[Line] = []
    above: Line | None = None
    for line in body:
        before = lines[-1] if lines else None
        goes_on = before and (before.page, round(before.baseline, 1)) in broken
        if before and not goes_on and _starts(before, line, block, usual):
            yield _paragraph(lines, above, block, usual)
            above, lines = before, []
        lines.append(line)
    if lines:
        yield _paragraph(lines, above, block, usual)


def _starts(before: Line, line: Line, block: tuple[float, float], usual: float | None) -> bool:
    left, right = block
    if line.x0 - left > INDENTED_MM:
        return True
    if before.page == line.page and before.text.endswith(STOPS):
        step = (line.baseline - before.baseline) * MM
        if usual is None or step > usual + GAP_SEEN_PT:
            return True
    return _has_room(before, line, right)


def _has_room(before: Line, line: Line, right: float) -> bool:
    """Whether the line before has room for the first word of `line`: then it was ended on purpose."""
    return right - before.x1 > first_word(line) + SPACE_MM


def first_word(line: Line) -> float:
    """The width of the first word with its glued pieces."""
    end = line.words[0].x1
    for word in line.words[1:]:
        if not word.glued:
            break
        end = word.x1
    return end - line.x0


def _paragraph(
    lines: Sequence[Line], above: Line | None, block: tuple[float, float], usual: float | None
) -> Paragraph:
    first, gap = lines[0], None
    if above and above.page == first.page and abs(above.size - first.size) < SAME_SIZE_PT:
        gap = (first.baseline - above.baseline) * MM - (usual or form.BODY_LINE_RANGE[0] * first.size)
    sides = (first.x0 - block[0], block[1] - first.x1)
    return Paragraph(
        lines=tuple(lines),
        text=" ".join(line.text for line in lines),
        gap=gap,
        centred=abs(sides[0] - sides[1]) < 2 * AT_EDGE_MM and sides[0] > 1.3 * max(form.FIRST_LINE_INDENT_CHOICES_MM),
    )
