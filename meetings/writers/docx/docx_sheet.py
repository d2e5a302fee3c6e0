"""The sheet of our template: A4 with the form's margins, the page's number at its head, none on the first."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from ... import official_form as form
from .clone_format import Element

_HEADER_DISTANCE = Mm(7.5)
_CARRIED_ALONG = (
    "stylesWithEffects",
    "customXml",
    "numbering",
    "webSettings",
    "fontTable",
    "theme",
    "thumbnail",
    "extended-properties",
)
"""Parts of python-docx's empty document that a paper has no use for."""


def lay_out(document: Document) -> None:
    _leave_out(document)
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in form.PAGE_SIZE_MM)
    section.top_margin, section.bottom_margin = Mm(form.MARGIN_TOP_MM), Mm(form.MARGIN_BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(form.MARGIN_LEFT_MM), Mm(form.MARGIN_RIGHT_MM)
    section.header_distance = section.footer_distance = _HEADER_DISTANCE
    section.different_first_page_header_footer = True
    _number(section.header._element)
    _number(section.first_page_header._element, blank=True)


def _number(header: Element, *, blank: bool = False) -> None:
    """A header of the page's number alone; empty on the first page."""
    field = "" if blank else '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    for element in list(header):
        header.remove(element)
    header.append(parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{field}</w:p>'))


def _leave_out(document: Document) -> None:
    for holder in (document.part, document.part.package):
        for name in [name for name, rel in holder.rels.items() if rel.reltype.rpartition("/")[2] in _CARRIED_ALONG]:
            del holder.rels[name]
    settings = document.settings.element
    for setting in list(settings):
        settings.remove(setting)
    for setting in (
        '<w:defaultTabStop {0} w:val="720"/>',
        '<w:characterSpacingControl {0} w:val="doNotCompress"/>',
        '<w:compat {0}><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>',
        '<w:themeFontLang {0} w:val="vi-VN"/>',
        '<w:decimalSymbol {0} w:val=","/>',
        '<w:listSeparator {0} w:val=";"/>',
    ):
        settings.append(parse_xml(setting.format(nsdecls("w"))))
