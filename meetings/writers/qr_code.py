"""An address as a QR code: for PDF one filled outline, sharp on any printer; for Word a black and white picture."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET = 4
"""Modules of white around it, as the standard asks for."""
_DOTS = 8
"""To a module of the picture: some 400 dots an inch on paper."""


@lru_cache(maxsize=16)
def svg(address: str) -> str:
    """Dark on the white of the paper, of which a quiet zone is kept around it."""
    rows = [[bool(module) for module in row] for row in _made(address).matrix_iter(border=0)]
    size = len(rows) + 2 * QUIET
    outline = "".join(f"M{x} {y}h{width}v{height}h-{width}z" for x, y, width, height in _boxes(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{QUIET} -{QUIET} {size} {size}" width="{size}" '
        f'height="{size}"><path fill="#000" d="{outline}"/></svg>'
    )


@lru_cache(maxsize=16)
def png(address: str) -> bytes:
    """Dark on white with its quiet zone, the same bytes each time."""
    made = BytesIO()
    _made(address).save(made, kind="png", scale=_DOTS, border=QUIET)
    return made.getvalue()


def _made(address: str) -> "QRCode":
    import segno

    return segno.make(address, error="m", micro=False)


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
