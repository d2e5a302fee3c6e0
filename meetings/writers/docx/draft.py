"""DỰ THẢO at the head of every page of a draft, whatever the template holds."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section, _Header

from ...official_form import FONT_FAMILIES, PAGE_NUMBER_PT
from .tables import twips

WORDS = "DỰ THẢO"
_FROM_TOP_MM, _WIDTH_MM = 7.5, 40.0


def mark_draft(document: Document) -> None:
    """A frame at the right end of the top margin: it moves neither the page number nor the words below."""
    font = FONT_FAMILIES[0]
    for header in _headers(document.sections[0], document.settings.odd_and_even_pages_header_footer):
        header._element.insert(
            0,
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:framePr w:w="{twips(_WIDTH_MM)}" w:wrap="around" w:vAnchor="page" '
                f'w:hAnchor="margin" w:xAlign="right" w:y="{twips(_FROM_TOP_MM)}"/>'
                '<w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:right="0" w:firstLine="0"/>'
                '<w:jc w:val="right"/></w:pPr>'
                f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:b/><w:bCs/>'
                f'<w:sz w:val="{PAGE_NUMBER_PT * 2:.0f}"/></w:rPr><w:t>{WORDS}</w:t></w:r></w:p>'
            ),
        )


def _headers(section: Section, has_even: bool) -> Iterator[_Header]:
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if has_even:
        yield section.even_page_header
