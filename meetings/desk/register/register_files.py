"""The register of a year to print and to take away: PDF as a book, XLSX and CSV."""

from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from ... import printing
from ...file_types import FileType
from ...register_book import CENTRED, COLUMNS, SHARES, TITLE
from ...writers import spreadsheet
from ..desk_page import desk_page
from ..downloads import download
from .register_page import book_and_closing, council_and_year

_LETTERS = 165
"""How many letters the ten columns hold side by side where they are printed."""


@require_safe
def as_pdf(request) -> HttpResponse:
    """The book as it was frozen, or as it stands now."""
    council, year = council_and_year(request)
    book, closing = book_and_closing(council, year)
    if closing:
        return closing.stored.response(request)
    if book is None:
        raise Http404("Chưa có hội đồng nhân dân nào.")
    try:
        return download(printing.register(book), FileType.PDF.content_type, f"so-dang-ky-van-ban-di-{year}.pdf")
    except printing.PressRefused as refused:
        return desk_page(request, "register/refused", {"title": TITLE, "refusal": str(refused)}, status=503)


@require_safe
def as_csv(request):
    council, year = council_and_year(request)
    rows = [("Loại", *COLUMNS), *((part.label, *line.cells) for part in _parts(council, year) for line in part.lines)]
    content = spreadsheet.csv_text(rows).encode()
    return download(content, "text/csv; charset=utf-8", f"so-van-ban-{year}.csv")


@require_safe
def as_xlsx(request):
    council, year = council_and_year(request)
    widths = [round(share * _LETTERS, 1) for share in SHARES]
    sheets = [
        spreadsheet.Sheet(part.label, COLUMNS, widths, [_cells(line) for line in part.lines], CENTRED)
        for part in _parts(council, year)
    ] or [spreadsheet.Sheet("Sổ văn bản", COLUMNS, widths, [])]
    title = f"{TITLE} năm {year}" + (f", {council.short_name}" if council else "")
    return download(spreadsheet.workbook(title, sheets), FileType.XLSX.content_type, f"so-van-ban-{year}.xlsx")


def _parts(council, year):
    book, _ = book_and_closing(council, year)
    return book.parts if book else ()


def _cells(line):
    """The number of copies stays a number, to be added up."""
    cells = list(line.cells)
    cells[6] = line.copies if line.copies is not None else ""
    return cells


PATHS = [
    path("so-van-ban/so-van-ban.csv", as_csv, name="meetings_edition_register_csv"),
    path("so-van-ban/so-van-ban.xlsx", as_xlsx, name="meetings_edition_register_xlsx"),
    path("so-van-ban/so-dang-ky-van-ban-di.pdf", as_pdf, name="meetings_edition_register_pdf"),
]
