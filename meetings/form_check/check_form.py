"""Checks one paper against every rule of the form."""

from ..paper import PaperKind
from . import layout, pdf_reading, rulebook, rules  # noqa: F401  (each rule registers itself in the rulebook)
from .finding import Report, Unreadable
from .hints import hints


def check(pdf: bytes, kind: PaperKind | None = None) -> Report:
    sheet = pdf_reading.read(pdf)
    try:
        paper = layout.find(sheet, kind)
        findings = tuple(rulebook.check_all(paper))
        return Report(kind=paper.kind, pages=len(sheet.pages), findings=findings, hints=hints(paper))
    except Exception as error:
        raise Unreadable("bố cục của tệp khác thường nên không đo được. Hãy mở bản gốc rồi xuất lại PDF.") from error
