"""An Excel workbook as text: a row a line, a tab between the cells, as it comes when cells are copied."""

from io import BytesIO

from ...vietnamese import squeeze, tidy
from .archives import Archive
from .xlsx_sheet import Workbook


def xlsx_text(content: bytes) -> str:
    """The sheets that are shown, one below the other. Raises UnreadablePost for what is no workbook, or too large."""
    with Archive(BytesIO(content)) as archive:
        book = Workbook(archive)
        rows = [cells for sheet in book.sheets if not sheet.hidden for _, cells in book.rows(sheet)]
    return "\n".join("\t".join(squeeze(tidy(cell)) for cell in cells) for cells in rows)
