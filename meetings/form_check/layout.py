"""The components of a paper, found on its pages. A missing one is None or empty, and its rules report it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .. import official_form as form
from ..paper import PaperKind
from ..paper_kinds import description
from ..vietnamese import fold
from . import annexes, body_parts, head, strays, tail
from .body_parts import Paragraph
from .measured_sheet import Line, Page, Sheet, Stroke

FOOT_NOTE_PT = form.VERIFICATION_PT + 1.5
"""Smaller lines at the foot of a page are notes, such as the address where the paper can be verified."""

ADDRESS_MOST_PT = form.ADDRESS_RANGE_PT[1] + 0.5

FOOT_NOTE_MM = 45.0
"""A note at the foot begins at most so far above the lower edge of the sheet."""

BLANK_MM = (1.0, 9.0)
"""A blank for handwriting is near the baseline, or near that of the next line where the line has no room."""


@dataclass(frozen=True)
class Passage:
    text: str
    first: Line
    opens: bool
    """Whether a paragraph surely begins with it."""


@dataclass(frozen=True)
class Layout:
    kind: PaperKind | None
    sheet: Sheet
    pages: tuple[Page, ...]
    """The pages before an annex, without page numbers and notes at the foot."""
    annexes: tuple[annexes.Annex, ...]
    numbers: dict[int, Line]
    """The page number printed on each page."""
    notes: tuple[Line, ...]
    head: head.Head
    ending: tail.Ending
    body: tuple[Line, ...]

    @property
    def annex(self) -> tuple[Page, ...]:
        """The pages of all annexes."""
        return tuple(page for each in self.annexes for page in each.pages)

    @property
    def main_lines(self) -> list[Line]:
        """The lines below the head, in tables and in the ending too."""
        return [line for page in self.pages for line in page.lines[self.head.lines if page is self.pages[0] else 0 :]]

    @property
    def is_letter(self) -> bool:
        """Công văn: it has no kind's name, and its abstract stands under the number."""
        return description(self.kind).is_letter if self.kind else self.head.is_of_letter

    @property
    def draft(self) -> bool:
        return self.head.draft or any(page.draft_mark for page in self.pages)

    @cached_property
    def edges(self) -> tuple[float, float]:
        """Where the text block begins and ends from left to right."""
        above = self.pages[0].lines[: self.head.lines]
        return body_parts.edges(self.body, above, self.ending.recipients, self.pages[0].width)

    @property
    def centre(self) -> float:
        return sum(self.edges) / 2

    @cached_property
    def pitch(self) -> float | None:
        """Points between the lines of a paragraph; None where no paragraph has two lines."""
        return body_parts.pitch(self.body, self.edges)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        broken = {
            (each.page, round(each.baseline, 1)) for each in self.sheet.strays if each.character in strays.BREAKS
        }
        return tuple(body_parts.paragraphs(self.body, self.edges, self.pitch, broken))

    @cached_property
    def text(self) -> str:
        """The words of title and body."""
        lines = (self.head.kind_line, *self.head.abstract, *self.head.addressed)
        title = [line.text for line in lines if line]
        return "\n".join((*title, *(paragraph.text for paragraph in self.paragraphs)))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The abstract, the addressees and the paragraphs, each as one text."""
        above = [lines for lines in (self.head.abstract, self.head.addressed) if lines]
        return (
            *(Passage(" ".join(line.text for line in lines), lines[0], False) for lines in above),
            *(Passage(each.text, each.first, self._surely_opens(each)) for each in self.paragraphs),
        )

    def _surely_opens(self, paragraph: Paragraph) -> bool:
        """A line at the edge may be the rest of the paragraph above."""
        return paragraph.first.x0 - self.edges[0] > body_parts.INDENTED_MM and not paragraph.centred

    def strokes(self, page: int) -> tuple[Stroke, ...]:
        return self.sheet.pages[page - 1].strokes

    def is_filled(self, line: Line) -> bool:
        """Whether a blank for handwriting follows the words of the line, or is on the line below."""
        below = ((stroke, stroke.y - line.baseline) for stroke in self.strokes(line.page))
        return any(-BLANK_MM[0] < off < BLANK_MM[1 if stroke.x0 < line.x1 else 0] for stroke, off in below)


def find(sheet: Sheet, kind: PaperKind | None) -> Layout:
    numbers = {page.number: line for page in sheet.pages if (line := _page_number(page))}
    bare = [_without(page, numbers.get(page.number)) for page in sheet.pages]
    annex = annexes.first_page(bare)
    main, notes = zip(*(_parted(page) for page in bare[:annex]), strict=True)
    top = head.find(main[0])
    ending = tail.find(main, top.lines)
    return Layout(
        kind=kind or top.kind,
        sheet=sheet,
        pages=main,
        annexes=annexes.find(bare[annex:]),
        numbers=numbers,
        notes=tuple(line for note in notes for line in note),
        head=top,
        ending=ending,
        body=tuple(_body(main, top.lines, ending)),
    )


def _page_number(page: Page) -> Line | None:
    """The first or the last line, if it is a number alone in a margin."""
    top, bottom = form.MARGIN_TOP_RANGE_MM[1], page.height - form.MARGIN_BOTTOM_RANGE_MM[1]
    ends = [*page.lines[:1], *page.lines[-1:]]
    return next((line for line in ends if (line.top < top or line.bottom > bottom) and _is_number(line.text)), None)


def _is_number(text: str) -> bool:
    bare = text.strip(" -–—.").lower().removeprefix("trang").strip()
    return bool(bare) and len(bare) < 8 and (set(bare) <= set("0123456789/") or set(bare) <= set("ivxl"))


def _without(page: Page, number: Line | None) -> Page:
    return replace(page, lines=tuple(line for line in page.lines if line is not number))


def _parted(page: Page) -> tuple[Page, tuple[Line, ...]]:
    """The page without the small notes at its foot, and the notes."""
    end = _address(page)
    while end and _is_note(page.lines[end - 1], page):
        end -= 1
    return replace(page, lines=page.lines[:end]), page.lines[end:]


def _address(page: Page) -> int:
    """Where the office's address begins at the foot of the first page; the number of lines where there is none."""
    low = page.height - FOOT_NOTE_MM
    for place, line in enumerate(page.lines):
        if (
            page.number == 1
            and line.top > low
            and line.size < ADDRESS_MOST_PT
            and fold(line.text).startswith("dia chi:")
        ):
            return place
    return len(page.lines)


def _is_note(line: Line, page: Page) -> bool:
    low = line.top > page.height - FOOT_NOTE_MM
    return low and line.size <= FOOT_NOTE_PT and not line.text.startswith(("-", "–"))


def _body(pages: Sequence[Page], heading: int, ending: tail.Ending) -> list[Line]:
    """The lines between the head and the ending that are not in a table."""
    lines: list[Line] = []
    for page in pages:
        for line in page.lines[heading if page is pages[0] else 0 :]:
            if ending.start and (line.page, line.baseline) >= ending.start:
                return lines
            if not page.has_in_table(line):
                lines.append(line)
    return lines
