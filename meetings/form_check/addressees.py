"""Finds to whom a paper is sent (cell 9a): "Kính gửi:" of a letter, and of a report to a higher body."""

from itertools import takewhile

from .. import official_form as form
from ..vietnamese import fold
from .measured_sheet import Line, Page

HEAD_LINES = 18
"""The head ends within so many lines of the first page."""

BEYOND_INDENT_MM = 4.0
"""A row begins at least so much further right than the first line of a paragraph does."""


def find(page: Page, start: int) -> list[Line]:
    """The line "Kính gửi:" from the line `start` on, and its rows: those of a list begin with a dash."""
    top = page.lines[:HEAD_LINES]
    place = next((n for n in range(start, len(top)) if fold(top[n].text).startswith("kinh gui")), None)
    if place is None:
        return []
    edge = min(form.MARGIN_LEFT_RANGE_MM[1], *(line.x0 for line in page.lines))
    least = edge + form.FIRST_LINE_INDENT_MM + BEYOND_INDENT_MM
    listed = top[place].text.rstrip().endswith(":")
    rows = takewhile(lambda line: line.x0 > least or (listed and is_row(line)), page.lines[place + 1 :])
    return [top[place], *rows]


def is_row(line: Line) -> bool:
    """Whether the line begins a row of a list."""
    return line.text.startswith(("-", "–"))
