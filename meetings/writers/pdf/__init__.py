"""The words of a paper → a PDF in the official form: tagged, archival, the same bytes for the same words."""

from ..words.text import PaperText
from . import sheet


def write(sheets: list[PaperText], *, draft: bool = False, data: str = "") -> bytes:
    """The paper as one PDF/A-3a file.

    A draft is marked DỰ THẢO on every page. `data` is the public record as JSON, which an issued
    paper carries inside.
    Raises NoUsableFont where no font fit for an official paper is installed.
    """
    return sheet.pdf(sheet.html(sheets, draft=draft), data=data)
