"""One paper against every rule of the form."""

from ..paper import PaperKind
from . import layout, pdf_reading, rulebook, rules  # noqa: F401  (the rules enter themselves in the rulebook)
from .finding import Report, Unreadable
from .hints import hints


def check(pdf: bytes, kind: PaperKind | None = None) -> Report:
    sheet = pdf_reading.read(pdf)
    try:
        found = layout.find(sheet, kind)
        findings = tuple(rulebook.hold(found))
        return Report(kind=found.kind, pages=len(sheet.pages), findings=findings, hints=hints(found))
    except Exception as error:
        raise Unreadable(
            "bố cục của tệp khác thường nên không đo được. Đề nghị mở bản gốc rồi xuất lại PDF."
        ) from error
