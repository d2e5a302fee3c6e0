"""The register of papers sent as HTML for the printer: cover and first page of ND30, Phụ lục IV.I, then the lines."""

from ... import register_book
from ...register_book import RegisterBook
from ...vietnamese import date_digits
from .. import fonts
from . import pdf_sheet

PAGE_MM = (297, 210)
"""The decree shows ten columns on one sheet and leaves its size to the office: A4 lying."""
MARGINS_MM = (20, 12, 15, 25)
"""Top, right, bottom, left: room to bind it on the left."""
FONT_PT, LINE_PT = 11, 13.5


def html(book: RegisterBook) -> str:
    page = pdf_sheet.environment().get_template("register.html")
    return page.render(
        book=book,
        title=f"{register_book.TITLE} năm {book.year}",
        heading=register_book.TITLE.upper(),
        days=[date_digits(day) for day in book.days],
        numbers=[part.numbers for part in book.parts if part.numbers],
        parts=[part for part in book.parts if part.lines],
        columns=register_book.COLUMNS,
        shares=register_book.SHARES,
        centred=register_book.CENTRED,
        font=fonts.family(),
        page=PAGE_MM,
        margins=MARGINS_MM,
        font_pt=FONT_PT,
        line_pt=LINE_PT,
    )
