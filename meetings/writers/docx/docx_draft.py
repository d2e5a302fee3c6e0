"""DỰ THẢO up the diagonal of every page of a draft, whatever the template: a watermark as Word itself makes it."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section, _Header

from ...official_form import FONT_FAMILIES

WORDS = "DỰ THẢO"
_WIDTH_MM, _HEIGHT_MM = 190, 40
_SLOPE_DEGREES = 308
_GREY = "#e6e6e6"
"""Solid: a transparent black would print as dots on an office printer."""

_NAMESPACES = (
    f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_TYPE = """<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>"""
"""The shape that Word draws letters in: by its name and this one Word knows a watermark, which a menu takes away."""


def mark_draft(document: Document) -> None:
    section, has_even = document.sections[0], document.settings.odd_and_even_pages_header_footer
    for place, header in enumerate(_headers(section, has_even), start=1):
        paragraphs = header._element.findall(qn("w:p"))
        (paragraphs[0] if paragraphs else header.add_paragraph()._p).append(parse_xml(_mark(place)))


def _headers(section: Section, has_even: bool) -> Iterator[_Header]:
    yield section.header
    if section.different_first_page_header_footer:
        yield section.first_page_header
    if has_even:
        yield section.even_page_header


def _mark(place: int) -> str:
    return (
        f"<w:r {_NAMESPACES}><w:pict>{_TYPE}"
        f'<v:shape id="PowerPlusWaterMarkObject{place}" o:spid="_x0000_s{2048 + place}" type="#_x0000_t136" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{_WIDTH_MM}mm;height:{_HEIGHT_MM}mm;'
        f"rotation:{_SLOPE_DEGREES};z-index:-251658752;mso-position-horizontal:center;"
        'mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" '
        f'o:allowincell="f" fillcolor="{_GREY}" stroked="f">'
        f"<v:textpath style=\"font-family:'{FONT_FAMILIES[0]}';font-size:1pt;font-weight:bold\" "
        f'string="{WORDS}"/></v:shape></w:pict></w:r>'
    )
