"""The words of a paper → a document of Word in the official form, filled into a template that an office may adapt.

The libraries of Word are imported when a document is written, and no earlier: only the press writes any.
"""

from ..words.text import PaperText
from .bad_template import BadTemplate
from .template_fields import FIELDS

__all__ = ["FIELDS", "BadTemplate", "check_template", "default_template", "left_out_of_pdf", "write"]


def write(sheets: list[PaperText], *, template: bytes | None = None, draft: bool = False) -> bytes:
    """The paper as one .docx, each sheet from a page of its own; the same words give the same bytes.

    A draft is marked DỰ THẢO on every page, and bears no number, nor an address to check it at.
    Raises BadTemplate, and NoUsableFont where no font is installed by which the rules can be measured.
    """
    from . import writing

    return writing.write(sheets, template=template, draft=draft)


def check_template(template: bytes) -> None:
    """Raises BadTemplate with what is wrong and where, in the words of a clerk; fills it with samples to be sure.

    Every word of the samples must be shown, and the sheet and its parts be set as the official form has it.
    """
    from . import writing

    writing.check_template(template)


def left_out_of_pdf(template: bytes) -> tuple[str, ...]:
    """What of an office's own form does not come into the PDF, in sentences for the clerk."""
    from . import writing

    return writing.left_out_of_pdf(template)


def default_template() -> bytes:
    """Our own template as a .docx, from which an office may make its own; the same bytes each time."""
    from . import template

    return template.default_template()
