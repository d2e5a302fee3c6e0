"""The grid of all offices by month, for who supervises, and the same as a spreadsheet."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse

from ..portal import posted
from ..portal.places import Places
from ..portal.show import show
from ..public.directive_status import today
from ..public.query_parameters import Parameter, address, choice, integer, parameters
from ..vietnamese import date_digits, tidy
from ..writers.spreadsheet import Sheet, workbook
from .door import for_supervisors
from .grid import MONTHS, ORDERS, SHOWN, in_words, rows, sums

ON_A_PAGE = 20
LONGEST_NAME = 80
ASKED = parameters(
    name=Parameter("ten", lambda text: tidy(text)[:LONGEST_NAME]),
    year=integer("nam"),
    order=choice("xep", ORDERS),
    shown=choice("hien", SHOWN),
    number=integer("trang", default=1),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (22, 30, *(12 for _ in MONTHS), 12)
HEADS = ("Nơi", "Cần chú ý", *(f"Tháng {month}" for month in MONTHS), "Báo cáo gần nhất")


@for_supervisors
def grid_page(request):
    places, day, asked, number = _asked(request)
    found = rows(places, **asked, day=day)
    whole = found if not _narrows(asked) else rows(places, asked["year"], day)
    leaves = Paginator(found, ON_A_PAGE)
    if number > leaves.num_pages:
        raise Http404
    leaf, at = leaves.page(number), reverse("supervision:grid")
    query = {"ten": asked["name"], "nam": asked["year"], "xep": asked["order"], "hien": asked["shown"]}
    context = {
        "asked": asked,
        "query": query,
        "years": sorted({day.year, asked["year"], *posted.years(places)}, reverse=True),
        "orders": ORDERS,
        "choices": SHOWN,
        "rows": leaf.object_list,
        "found": len(found),
        "months": MONTHS,
        "sums": sums(whole, asked["year"], day),
        "leaf": {"number": number, "pages": leaves.num_pages},
        "previous": leaf.has_previous() and address(at, **query, trang=number - 1),
        "next": leaf.has_next() and address(at, **query, trang=number + 1),
        "spreadsheet": address(reverse("supervision:spreadsheet"), **query),
    }
    return show(request, "grid", address(at, **query, trang=number), places, **context)


@for_supervisors
def spreadsheet(request):
    places, day, asked, _ = _asked(request)
    year = asked["year"]
    sheet = Sheet(
        name=f"Năm {year}",
        heads=HEADS,
        widths=WIDTHS,
        rows=[_cells(row) for row in rows(places, **asked, day=day)],
    )
    answer = HttpResponse(workbook(f"Giám sát ngày {date_digits(day)}", [sheet]), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="giam-sat-{year}.xlsx"'
    return answer


def _cells(row):
    told = date_digits(row.told_on) if row.told_on else ""
    return (row.place.name, row.why, *(in_words(cell) for cell in row.cells), told)


def _asked(request):
    asked, day = ASKED(request.GET), today()
    number = asked.pop("number")
    return Places(request), day, {**asked, "year": asked["year"] or day.year}, number


def _narrows(asked):
    return asked["name"] or asked["shown"]
