"""The sheets of a paper in one document, and what Word asks of a document beside its words."""

from copy import deepcopy

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.parfmt import ParagraphFormat

from .clone_format import Element
from .styles import ANNEX

_TABLE, _PARAGRAPH, _SECTION = qn("w:tbl"), qn("w:p"), qn("w:sectPr")

_AFTER_NUMBERS = tuple(f"w:{name}" for name in ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "docGrid"))
"""What the schema of Word lets follow the numbering of a section."""


def mend(root: Element) -> None:
    """End each cell in a paragraph, part two tables by one, leave no footer without one: else Word joins them, or
    calls the file damaged."""
    if not len(root):
        root.append(hairline())
    for cell in root.iter(qn("w:tc")):
        if not len(cell) or cell[-1].tag != _PARAGRAPH:
            cell.append(hairline())
    for table in list(root.iter(_TABLE)):
        after = table.getnext()
        if after is None or after.tag in (_TABLE, _SECTION):
            table.addnext(hairline())
    for frame in list(root.iter(qn("w:framePr"))):
        paragraph = frame.getparent().getparent()
        if paragraph.getnext() is None or paragraph.getnext().tag == _SECTION:
            paragraph.addnext(hairline())


def joined(documents: list[Document]) -> Document:
    """One document of all, made of one template: each sheet begins a page, and counts its own pages from 1."""
    first, *others = documents
    body = first.element.body
    for other in others:
        end = body[-1]
        pages = deepcopy(end)
        _start_at_one(pages)
        body[-2].get_or_add_pPr().append(pages)
        for element in list(other.element.body)[:-1]:
            end.addprevious(element)
        _start_at_one(end)
    for place, picture in enumerate(body.iter(qn("wp:docPr")), 1):
        picture.set("id", str(place))
    return first


def count_annex_apart(document: Document) -> None:
    """The annex in a section of its own, which counts its pages from 1: ND30-I.III.1đ."""
    body = document.element.body
    names = {style.style_id for style in document.styles if style.name == ANNEX}
    begins = next((each for each in body.iterchildren(_PARAGRAPH) if each.style in names), None)
    if begins is None:
        return
    ending = hairline()
    ending.pPr.append(deepcopy(body[-1]))
    begins.addprevious(ending)
    ParagraphFormat(begins).page_break_before = False
    _start_at_one(body[-1])


def _start_at_one(section: Element) -> None:
    """Headers and footers stay those of the first sheet: they are of one template."""
    for earlier in section.findall(qn("w:pgNumType")):
        section.remove(earlier)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section.insert_element_before(numbers, *_AFTER_NUMBERS)


def hairline() -> Element:
    """A paragraph as good as without height, kept with what follows."""
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )
