"""An address as a QR code, drawn as one filled outline: sharp on any printer, and no picture to fetch."""

from itertools import groupby

QUIET = 4
"""Modules of white around it, as the standard asks for."""


def svg(address: str) -> str:
    """Dark on the white of the paper, of which a quiet zone is kept around it."""
    import segno

    rows = list(segno.make(address, error="m", micro=False).matrix_iter(border=QUIET))
    size = len(rows)
    outline = "".join(
        f"M{x} {y}h{width}v1h-{width}z"
        for y, row in enumerate(rows)
        for x, width in _runs([bool(each) for each in row])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<path fill="#000" d="{outline}"/></svg>'
    )


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark modules follow each other: the first, and how many."""
    found, place = [], 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            found.append((place, width))
        place += width
    return found
