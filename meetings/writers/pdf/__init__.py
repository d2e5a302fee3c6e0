"""The words of a paper → a PDF in the official form: tagged, archival, the same bytes for the same words.

WeasyPrint is imported when a paper is printed, and no earlier: only the press prints any.
"""

from collections.abc import Mapping

from ...register_book import RegisterBook
from ..words.text import PaperText
from .contents import Contents
from .unreadable import UnreadablePdf

__all__ = ["Contents", "UnreadablePdf", "contents_of", "first_page", "page_count", "write", "write_register"]


def write(sheets: list[PaperText], *, draft: bool = False, data: str = "") -> bytes:
    """The paper as one PDF/A-3a file.

    A draft is marked DỰ THẢO on every page. `data` is the public record as JSON, which an issued
    paper carries inside.
    Raises NoUsableFont where no font fit for an official paper is installed.
    """
    from . import pdf_sheet

    return pdf_sheet.pdf(pdf_sheet.html(sheets, draft=draft), data=data)


def write_register(book: RegisterBook) -> bytes:
    """The register of papers sent as one PDF: cover, first page, the lines. Raises NoUsableFont as `write` does."""
    from . import pdf_sheet, register_sheet

    return pdf_sheet.pdf(register_sheet.html(book))


def page_count(content: bytes) -> int:
    """Raises UnreadablePdf."""
    from . import page_picture

    return page_picture.page_count(content)


def first_page(content: bytes) -> tuple[bytes, int]:
    """The first page of a PDF from outside as a PNG, and the number of its pages. Raises UnreadablePdf."""
    from . import page_picture

    return page_picture.first_page(content)


def contents_of(content: bytes, ours: list[bytes], roots: Mapping[str, bytes]) -> Contents:
    """What is inside a PDF from outside, beside `ours`, the files printed of the same paper; `roots` are the files of
    certificates that the operator trusts, by name. Raises UnreadablePdf."""
    from . import contents_reading

    return contents_reading.contents(content, ours, roots)
