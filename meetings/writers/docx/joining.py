"""The sheets of a paper in one document, and what Word asks of a document beside its words."""

from copy import deepcopy

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from .likeness import Element

_TABLE, _PARAGRAPH, _SECTION = qn("w:tbl"), qn("w:p"), qn("w:sectPr")


def mend(root: Element) -> None:
    """A cell ends in a paragraph, and between two tables stands one, else Word joins them or calls the file damaged."""
    for cell in root.iter(qn("w:tc")):
        if cell[-1].tag != _PARAGRAPH:
            cell.append(_hairline())
    for table in list(root.iter(_TABLE)):
        after = table.getnext()
        if after is None or after.tag in (_TABLE, _SECTION):
            table.addnext(_hairline())
    for frame in list(root.iter(qn("w:framePr"))):
        paragraph = frame.getparent().getparent()
        if paragraph.getnext() is None or paragraph.getnext().tag == _SECTION:
            paragraph.addnext(_hairline())


def joined(documents: list[Document]) -> Document:
    """One document of all, made of one template: each sheet begins a page, and counts its own pages from 1."""
    first, *others = documents
    body = first.element.body
    for other in others:
        end = body[-1]
        pages = deepcopy(end)
        _start_at_one(pages)
        body[-2].get_or_add_pPr().append(pages)
        for each in list(other.element.body)[:-1]:
            end.addprevious(each)
        _start_at_one(end)
    return first


def _start_at_one(section: Element) -> None:
    """Headers and footers stay those of the first sheet: they are of one template."""
    for each in section.findall(qn("w:pgNumType")):
        section.remove(each)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    margins = section.find(qn("w:pgMar"))
    margins.addnext(numbers)


def _hairline() -> Element:
    """A paragraph as good as without height, kept with what follows."""
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )
