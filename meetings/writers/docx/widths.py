"""How wide words stand in the font of the papers, in points: a rule is as long as the words above it, or a part."""

from functools import cache

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from .. import fonts


def width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Without kerning, as Word sets words. Raises NoUsableFont."""
    advances, em = _advances(":bold" * bold + ":italic" * italic)
    return sum(advances.get(ord(letter), em / 2) for letter in text) * size_pt / em


@cache
def _advances(style: str) -> tuple[dict[int, int], int]:
    """How far each letter goes, and the em, in units of the font."""
    with TTFont(fonts.file_of(fonts.family(), style), fontNumber=0, lazy=True) as font:
        advances = font["hmtx"]
        return {letter: advances[name][0] for letter, name in font.getBestCmap().items()}, font["head"].unitsPerEm
