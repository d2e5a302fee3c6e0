"""The words of a paper → a document of Word in the official form, filled into a template that an office may adapt."""

from dataclasses import replace
from io import BytesIO

from ..words.text import PaperText
from . import fill, samples
from .bad_template import BadTemplate
from .draft import mark_draft
from .fields import FIELDS
from .package import same_each_time
from .properties import describe
from .template import default_template

__all__ = ["FIELDS", "BadTemplate", "check_template", "default_template", "write"]


def write(sheets: list[PaperText], *, template: bytes | None = None, draft: bool = False) -> bytes:
    """The paper as one .docx, each sheet from a page of its own; the same words give the same bytes.

    A draft is marked DỰ THẢO on every page, and bears no number, nor an address to check it at.
    Raises BadTemplate, and NoUsableFont where no font is installed by which the rules can be measured.
    """
    if template is not None:
        fill.check(template)
    return _written(sheets, default_template() if template is None else template, draft)


def check_template(template: bytes) -> None:
    """Raises BadTemplate with what is wrong and where, in the words of a clerk; fills it with samples to be sure."""
    fill.check(template)
    for sheet in samples.SHEETS:
        for draft in (False, True):
            _written([sheet], template, draft)


def _written(sheets: list[PaperText], template: bytes, draft: bool) -> bytes:
    document = fill.fill(template, [_unnumbered(each) for each in sheets] if draft else sheets)
    if draft:
        mark_draft(document)
    describe(document, f"{sheets[0].title} (dự thảo)" if draft else sheets[0].title)
    made = BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _unnumbered(sheet: PaperText) -> PaperText:
    return replace(sheet, number=None if sheet.number is None else "", verification="")
