"""The rules under the body's name, the Tiêu ngữ and the abstract: fitted to the words that stand above them.

A rule is an empty paragraph whose border runs from indent to indent, so that it can be seen and moved in Word.
"""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.text.font import Font
from docx.text.paragraph import Paragraph

from ...official_form import BODY_PT, RULE_SHARE
from .. import fonts
from .clone_format import Element

SHORT_RULE, LONG_RULE = "Kẻ ngắn", "Kẻ dài"
_SHARES = {SHORT_RULE: RULE_SHARE, LONG_RULE: 1.0}


def fit_rules(document: Document) -> None:
    """Give each rule its length; one whose words are gone goes too."""
    for element in list(document.element.body.iter(qn("w:p"))):
        rule = Paragraph(element, document._body)
        share = _SHARES.get(rule.style.name or "") if rule.style else None
        if share is None:
            continue
        above = element.getprevious()
        words = _last_line_width(Paragraph(above, document._body)) if _is_paragraph(above) else 0.0
        room = _room(element, document)
        if words and room:
            side = Pt(round((room - min(words * share, room)) / 2, 1))
            rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = side
        elif not words and _is_paragraph(above, element.getnext()):
            element.getparent().remove(element)


def _is_paragraph(*elements: Element | None) -> bool:
    return any(element is not None and element.tag == qn("w:p") for element in elements)


def _last_line_width(paragraph: Paragraph) -> float:
    """In points, of the words after the last line break."""
    line = 0.0
    for run in paragraph.runs:
        _, broken, last = run.text.rpartition("\n")
        size, bold, italic = (_of(run.font, paragraph.style, name) for name in ("size", "bold", "italic"))
        words = fonts.width(last, size.pt if size else BODY_PT, bold=bool(bold), italic=bool(italic))
        line = words if broken else line + words
    return line


def _of(font: Font, style: ParagraphStyle | None, name: str) -> Any:
    """What the letters' own form says, or the nearest style."""
    while getattr(font, name) is None and style:
        font, style = style.font, style.base_style
    return getattr(font, name)


def _room(rule: Element, document: Document) -> float:
    """In points, how wide the cell or the page is where the rule stands; 0 where a cell does not say."""
    cell = next(rule.iterancestors(qn("w:tc")), None)
    if cell is not None:
        return float(cell.width.pt) if cell.width else 0.0
    return float(text_width(document).pt)


def text_width(document: Document) -> Length:
    """Between the margins of the first page."""
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return Length((page or 0) - (left or 0) - (right or 0))
