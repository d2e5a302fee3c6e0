"""The archival marks of a PDF: PDF/A-3a with the public record inside, and the sign of PDF/UA-1 beside it."""

# mypy: allow-untyped-calls
# (WeasyPrint carries no annotations.)

from datetime import datetime
from typing import Any

import pydyf

from . import signature_fields
from .engine import weasyprint
from .signature_fields import object_of

VARIANT = "pdf/a-3a"
"""The "a" level asks for tags; the third part allows a file of data inside."""

DATA_NAME = "du-lieu.json"
_PRINTED = 1 << 2
_NO_MOMENT = datetime(2000, 1, 1)
"""A file inside has dates of its own; the moment of printing would make each print another."""

_END = b"</rdf:RDF>"
_UNIVERSAL_ACCESS = b"""<rdf:Description rdf:about="" pdfuaid:part="1"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A lets in a foreign property, here that of PDF/UA, only where the file describes it."""


def attachments(data: str) -> list[weasyprint.Attachment]:
    """The public record as a file inside the PDF; none for ""."""
    if not data:
        return []
    inside = weasyprint.Attachment(
        string=data,
        name=DATA_NAME,
        description="Hồ sơ công khai của phiên họp",
        created=_NO_MOMENT,
        modified=_NO_MOMENT,
        relationship="Data",
    )
    return [inside]


def finish(document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves to do: the second mark, the title in the window's bar, each file named once."""
    metadata = object_of(pdf, pdf.catalog["Metadata"])
    metadata.stream = [part.replace(_END, _UNIVERSAL_ACCESS + _END) for part in metadata.stream]
    finish_without_marks(document, pdf)


def finish_without_marks(document: Any, pdf: Any) -> None:
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    if "AF" in pdf.catalog:
        once = dict.fromkeys(pdf.catalog["AF"])
        pdf.catalog["AF"].clear()
        pdf.catalog["AF"].extend(once)
    signature_fields.finish(pdf)
    _tell_links(pdf)


def _tell_links(pdf: Any) -> None:
    """Each link is printed and says aloud where it leads; the only ones are those of the line of verification."""
    for link in [
        each for each in pdf.objects if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Link"
    ]:
        link["F"] = _PRINTED
        link["Contents"] = pydyf.String(f"Trang kiểm tra văn bản: {link['A']['URI'].string}")
        signature_fields.element_of(pdf, link)["Alt"] = pydyf.String("Trang kiểm tra văn bản này")
