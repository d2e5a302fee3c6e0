"""The register (sổ văn bản) of one year: every number of each series, and the numbers given on paper alone."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.views.decorators.http import require_safe

from ..file_types import FileType
from ..models import Council, Edition
from ..models.paper_defaults import KINDS
from ..vietnamese import date_digits
from .desk_page import desk_page
from .downloads import download
from .office_time import today
from .primary_keys import as_pk

COLUMNS = ("Số, ký hiệu", "Ngày văn bản", "Trích yếu", "Người ký", "Nơi nhận", "Tình trạng", "Bản ký", "Ghi chú")
_WIDTHS = (16, 14, 60, 24, 40, 18, 8, 40)
_WORDS_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these is a formula to a spreadsheet."""


@dataclass(frozen=True)
class Line:
    cells: tuple
    edition: Edition | None = None
    """None for a gap: numbers that only the register on paper holds."""


@dataclass(frozen=True)
class Series:
    label: str
    lines: list


def series_of(council, year):
    """The numbers of `year` in their order, kind by kind, with a line for each gap."""
    papers = Edition.objects.filter(council=council, number_year=year).order_by("kind", "number")
    papers = papers.defer("record", "public_record", "folded").select_related("replaces", "replaced_by")
    papers = list(papers.prefetch_related("files__revocation"))
    return [Series(label, _lines([paper for paper in papers if paper.kind == kind])) for kind, label in KINDS]


def _lines(papers):
    lines, last = [], 0
    for paper in papers:
        if paper.number > last + 1:
            lines.append(_gap(last + 1, paper.number - 1, paper.symbol))
        lines.append(Line(_cells(paper), paper))
        last = paper.number
    return lines


def _gap(first, last, symbol):
    numbers = f"{first:02d}" if first == last else f"{first:02d} đến {last:02d}"
    return Line((f"{numbers}/{symbol}", "", "Cấp trên sổ giấy, không có ở đây", "", "", "", "", ""))


def _cells(edition):
    paper = edition.paper_record
    signers = ", ".join(signature.name for signature in paper.signatures if signature.name)
    notes = (
        f"Thay {edition.replaces.reference}" if edition.replaces else "",
        f"Được thay bằng {edition.replaced_by.reference}" if hasattr(edition, "replaced_by") else "",
        edition.note,
        edition.closed_note,
        f"Thể thức: {edition.form_note}" if edition.form_note else "",
    )
    signed = any(file.part == "signed" and not file.is_revoked for file in edition.files.all())
    return (
        edition.reference,
        date_digits(edition.dated),
        edition.abstract,
        signers,
        "; ".join(paper.recipients),
        edition.get_state_display(),
        "có" if signed else "",
        "; ".join(filter(None, notes)),
    )


def _council_and_year(request):
    """The council and the year of the request; by default the newest council and this year."""
    if not request.user.has_perm("meetings.view_edition"):
        raise PermissionDenied
    year = request.GET.get("nam", "") or str(today().year)
    if not year.isascii() or not year.isdecimal() or not 1946 <= int(year) <= 2100:
        raise Http404
    pk = as_pk(request.GET.get("hdnd", ""))
    council = Council.objects.filter(pk=pk).first() if pk else Council.objects.in_office()
    return council, int(year)


@require_safe
def show(request):
    council, year = _council_and_year(request)
    years = Edition.objects.exclude(number=None).order_by("-number_year").values_list("number_year", flat=True)
    context = {
        "title": f"Sổ văn bản năm {year}",
        "council": council,
        "councils": Council.objects.all(),
        "year": year,
        "years": sorted({*years.distinct(), today().year, year}, reverse=True),
        "series": series_of(council, year),
        "columns": COLUMNS,
    }
    return desk_page(request, "edition/register", context)


@require_safe
def as_csv(request):
    council, year = _council_and_year(request)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(("Loại", *COLUMNS))
    writer.writerows(
        (series.label, *map(_no_formula, line.cells)) for series in series_of(council, year) for line in series.lines
    )
    return download(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"so-van-ban-{year}.csv")


def _no_formula(cell):
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


@require_safe
def as_xlsx(request):
    import xlsxwriter

    council, year = _council_and_year(request)
    out = BytesIO()
    with xlsxwriter.Workbook(out, _WORDS_ONLY) as book:
        bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
        for series in series_of(council, year):
            sheet = book.add_worksheet(series.label[:31])
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, COLUMNS, bold)
            for place, width in enumerate(_WIDTHS):
                sheet.set_column(place, place, width, wrapped)
            for place, line in enumerate(series.lines, start=1):
                sheet.write_row(place, 0, line.cells)
    return download(out.getvalue(), FileType.XLSX.content_type, f"so-van-ban-{year}.xlsx")


PATHS = [
    path("so-van-ban/", show, name="meetings_edition_register"),
    path("so-van-ban/so-van-ban.csv", as_csv, name="meetings_edition_register_csv"),
    path("so-van-ban/so-van-ban.xlsx", as_xlsx, name="meetings_edition_register_xlsx"),
]
