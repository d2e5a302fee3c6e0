"""The font of an official paper: one of those the form allows, installed, with every Vietnamese letter.

The library of fonts is imported when a font is looked into, and no earlier.
"""

import subprocess
from functools import cache

from ..official_form import FONT_FAMILIES
from ..vietnamese import LETTERS

_STYLES = ("", ":bold", ":italic", ":bold:italic")


class NoUsableFont(RuntimeError):
    """No installed font may print an official paper."""


def family() -> str:
    """The first of FONT_FAMILIES that carries every Vietnamese letter in all four styles.

    Raises NoUsableFont: another font would put boxes, or letters of two faces, into a signed paper.
    """
    for name in FONT_FAMILIES:
        if all(_carries_vietnamese(file_of(name, style)) for style in _STYLES):
            return name
    raise NoUsableFont(
        f"Máy chưa cài phông chữ nào có đủ chữ tiếng Việt trong số {', '.join(FONT_FAMILIES)} "
        "nên không in được văn bản. Hãy cài gói fonts-croscore (Debian, Ubuntu)."
    )


def is_installed() -> bool:
    """Whether a font with every Vietnamese letter is there to print and draw with."""
    try:
        return bool(family())
    except NoUsableFont:
        return False


@cache
def file_of(name: str, style: str = "") -> str:
    """The file that `name` is printed from, or "" where another family would stand in for it."""
    ask = ["fc-match", "--format", "%{family}\n%{file}", name + style]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
    families, _, file = answer.partition("\n")
    return file if name in families.split(",") else ""


@cache
def _carries_vietnamese(file: str) -> bool:
    """The name is not enough: "Liberation Serif" 1.07 lacks 92 of the letters, and 2.x has them all."""
    if not file:
        return False
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(file, fontNumber=0, lazy=True) as font:
        return all(ord(letter) in font.getBestCmap() for letter in LETTERS + LETTERS.upper())


def lacks(text: str) -> set[str]:
    """The signs of `text` that the font of the papers does not carry. Raises NoUsableFont."""
    advances, _ = _advances("")
    return {sign for sign in set(text) if ord(sign) not in advances and not sign.isspace()}


def width(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide the words stand in the font of the papers, in points: without kerning, as Word sets them.

    Raises NoUsableFont.
    """
    advances, em = _advances(":bold" * bold + ":italic" * italic)
    return sum(advances.get(ord(letter), em / 2) for letter in text) * size_pt / em


@cache
def _advances(style: str) -> tuple[dict[int, int], int]:
    """How far each letter goes, and the em, in units of the font."""
    from fontTools.ttLib import TTFont

    with TTFont(file_of(family(), style), fontNumber=0, lazy=True) as font:
        advances = font["hmtx"]
        return {letter: advances[name][0] for letter, name in font.getBestCmap().items()}, font["head"].unitsPerEm
