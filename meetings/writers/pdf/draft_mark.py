"""DỰ THẢO up the diagonal of the sheet, as outlines: letters set as text would be extracted as words."""

from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from ...official_form import PAGE_SIZE_MM
from .. import fonts

_WORDS = "DỰ THẢO"
_SIZE_MM = 54
_SLOPE_DEGREES = -52
_GREY = "#e6e6e6"
"""Solid: a transparent black would print as dots on an office printer."""


@cache
def svg() -> str:
    """The mark as an SVG of the whole sheet, in the bold letters of the font the paper is set in."""
    outline, width, em = _outline(fonts.file_of(fonts.family(), ":bold"))
    across, down = PAGE_SIZE_MM
    scale = _SIZE_MM / em
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}mm" height="{down}mm" viewBox="0 0 {across} {down}">'
        f'<g transform="translate({across / 2} {down / 2}) rotate({_SLOPE_DEGREES}) scale({scale:.5f} {-scale:.5f})'
        f' translate({-width / 2:.0f} {-0.33 * em:.0f})"><path fill="{_GREY}" d="{outline}"/></g></svg>'
    )


def _outline(file: str) -> tuple[str, int, int]:
    """The words as one path, with its width and the size of the em, in units of the font."""
    with TTFont(file, fontNumber=0) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        pen, width = SVGPathPen(glyphs, ntos=lambda figure: f"{figure:.0f}"), 0
        for letter in _WORDS:
            glyph = glyphs[names[ord(letter)]]
            glyph.draw(TransformPen(pen, (1, 0, 0, 1, width, 0)))
            width += glyph.width
        return pen.getCommands(), width, font["head"].unitsPerEm
