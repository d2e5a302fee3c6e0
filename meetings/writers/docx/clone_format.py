"""New paragraphs and runs in the form of one in the template: what a clerk formats there, all words take."""

from copy import deepcopy
from typing import Any
from urllib.parse import quote

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.font import Font

Element = Any
"""An element of python-docx's XML, which carries no annotations."""
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%"


def paragraph_like(sample: Element) -> Element:
    made = OxmlElement("w:p")
    form = sample.find(qn("w:pPr"))
    if form is not None:
        made.append(deepcopy(form))
    return made


def run_like(sample: Element, child: Element) -> Element:
    made = OxmlElement("w:r")
    form = sample.find(qn("w:rPr"))
    if form is not None:
        made.append(deepcopy(form))
    made.append(child)
    return made


def words_like(sample: Element, text: str) -> Element:
    """A run of `text`, its spaces kept."""
    words = OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return run_like(sample, words)


def linked(run: Element, address: str) -> Element:
    """A field that leads to `address`: unlike Word's other link it needs no entry in the package."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f'HYPERLINK "{quote(address, safe=_IN_ADDRESSES)}"')
    field.append(run)
    return field


def make_bold(run: Element) -> None:
    font = Font(run)
    font.bold = font.cs_bold = True


def make_italic(run: Element) -> None:
    font = Font(run)
    font.italic = font.cs_italic = True


def words_of(paragraph: Element) -> str:
    """The words of the paragraph itself, without those of a text box inside it."""
    texts = paragraph.iter(qn("w:t"))
    return "".join(text.text or "" for text in texts if next(text.iterancestors(qn("w:p"))) is paragraph)


def paragraphs_under(root: Element) -> list[Element]:
    return list(root.iter(qn("w:p")))
