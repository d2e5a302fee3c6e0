"""What a filled document of Word shows: its lines with the letters they are set in, by run, style and defaults."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .clone_format import Element, paragraphs_under

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WORDS_OWN_FONT = "Times New Roman"
"""What Word takes where a file names no font."""


@dataclass(frozen=True, slots=True)
class Letters:
    text: str
    font: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph that can be seen."""

    text: str
    """Its lines parted by "\\n", spaces made plain."""
    letters: tuple[Letters, ...]
    centred: bool
    justified: bool
    indent_mm: float


def shown(document: Document, roots: list[Element]) -> list[Shown]:
    """Every paragraph under `roots` with words in it: of the body, of tables, of text boxes, of headers."""
    theme = _theme_fonts(document)
    found = [_shown(Paragraph(each, document._body), theme) for root in roots for each in _paragraphs(root)]
    return [each for each in found if each.text]


def plain(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\t", " ").split("\n")
    return "\n".join(re.sub(r" +", " ", line).strip() for line in lines).strip()


def _paragraphs(root: Element) -> Iterator[Element]:
    for paragraph in paragraphs_under(root):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def _shown(paragraph: Paragraph, theme: dict[str, str]) -> Shown:
    own = (each for each in paragraph._p.iter(qn("w:r")) if next(each.iterancestors(qn("w:p"))) is paragraph._p)
    runs = [Run(each, paragraph) for each in own]
    letters = tuple(
        _letters(run, paragraph, theme) for run in runs if run.text.strip() and not _hidden(run, paragraph)
    )
    words = "".join(run.text for run in runs if not _hidden(run, paragraph))
    align = _laid(paragraph, "alignment")
    indent = _laid(paragraph, "first_line_indent")
    return Shown(
        text=plain(words),
        letters=letters,
        centred=align == WD_ALIGN_PARAGRAPH.CENTER,
        justified=align == WD_ALIGN_PARAGRAPH.JUSTIFY,
        indent_mm=float(indent.mm) if indent is not None else 0.0,
    )


def _letters(run: Run, paragraph: Paragraph, theme: dict[str, str]) -> Letters:
    size = _font(run, paragraph, "size")
    return Letters(
        text=run.text,
        font=_family(run, paragraph, theme),
        size=float(size.pt) if size else _default_size(paragraph),
        bold=bool(_font(run, paragraph, "bold")),
        italic=bool(_font(run, paragraph, "italic")),
    )


def _hidden(run: Run, paragraph: Paragraph) -> bool:
    """Hidden letters, and white ones."""
    colour = run.font.color.rgb if run.font.color is not None else None
    return bool(_font(run, paragraph, "hidden")) or str(colour) == "FFFFFF"


def _styles(paragraph: Paragraph) -> Iterator[Any]:
    style = paragraph.style
    while style is not None:
        yield style
        style = style.base_style


def _font(run: Run, paragraph: Paragraph, name: str) -> Any:
    """What the run says, or else the nearest style."""
    fonts = [run.font]
    if run.style is not None and run.style.font is not None:
        fonts.append(run.style.font)
    fonts += [style.font for style in _styles(paragraph)]
    return next((value for font in fonts if (value := getattr(font, name)) is not None), None)


def _laid(paragraph: Paragraph, name: str) -> Any:
    layers = [paragraph.paragraph_format, *(style.paragraph_format for style in _styles(paragraph))]
    return next((value for each in layers if (value := getattr(each, name)) is not None), None)


def _default(paragraph: Paragraph, tag: str) -> Element | None:
    return paragraph.part.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn(tag)}")  # type: ignore[attr-defined]


def _default_size(paragraph: Paragraph) -> float:
    size = _default(paragraph, "w:sz")
    return float(size.get(qn("w:val"))) / 2 if size is not None else 10.0


def _family(run: Run, paragraph: Paragraph, theme: dict[str, str]) -> str:
    layers = [run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")]
    layers += [style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for style in _styles(paragraph)]
    layers.append(_default(paragraph, "w:rFonts"))
    for fonts in layers:
        if fonts is None:
            continue
        if named := fonts.get(qn("w:asciiTheme")):
            return theme.get("major" if named.startswith("major") else "minor", WORDS_OWN_FONT)
        if named := fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")):
            return str(named)
    return WORDS_OWN_FONT


def _theme_fonts(document: Document) -> dict[str, str]:
    part = next((each.target_part for each in document.part.rels.values() if each.reltype == REL.THEME), None)
    found = re.findall(rb"<a:(major|minor)Font>\s*<a:latin typeface=\"([^\"]+)\"", part.blob if part else b"")
    return {kind.decode(): name.decode() for kind, name in found}
