"""A look at a PDF that came from outside: its first page as a picture, and how many pages it has."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]

from .unreadable import UNOPENED, UnreadablePdf

WIDTH_PX = 700
LONGEST_PX = 2_000


def first_page(content: bytes) -> tuple[bytes, int]:
    try:
        document = pypdfium2.PdfDocument(content)
        page = document[0]
        width, height = page.get_size()
        scale = min(WIDTH_PX / width, LONGEST_PX / height)
        drawn = BytesIO()
        page.render(scale=scale).to_pil().save(drawn, "PNG")
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError, ValueError) as error:
        raise UnreadablePdf(UNOPENED) from error
    return drawn.getvalue(), len(document)


def page_count(content: bytes) -> int:
    try:
        return len(pypdfium2.PdfDocument(content))
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(UNOPENED) from error
