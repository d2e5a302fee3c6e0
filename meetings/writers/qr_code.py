"""An address as a QR code, drawn as one filled outline: sharp on any printer, and no picture to fetch."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

QUIET = 4
"""Modules of white around it, as the standard asks for."""


@lru_cache(maxsize=16)
def svg(address: str) -> str:
    """Dark on the white of the paper, of which a quiet zone is kept around it."""
    import segno

    rows = [
        [bool(module) for module in row] for row in segno.make(address, error="m", micro=False).matrix_iter(border=0)
    ]
    size = len(rows) + 2 * QUIET
    outline = "".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in _boxes(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{QUIET} -{QUIET} {size} {size}" width="{size}" '
        f'height="{size}"><path fill="#000" d="{outline}"/></svg>'
    )


def _boxes(rows: list[list[bool]]) -> Iterator[tuple[int, int, int, int]]:
    """The dark modules as boxes (x, y, width, height): runs that stand on equal runs are one."""
    begun: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*rows, []]):
        here = set(_runs(row))
        for x, width in sorted(begun.keys() - here):
            top = begun.pop((x, width))
            yield x, top, width, y - top
        begun |= {run: y for run in here - begun.keys()}


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Where dark modules follow each other: the first, and how many."""
    place = 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            yield place, width
        place += width
