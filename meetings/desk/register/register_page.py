"""The register (sổ văn bản) of one year as a page; a year that was closed is shown as it was frozen."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.views.decorators.http import require_safe

from ... import issuing
from ...models import Council, Edition
from ...register_book import COLUMNS
from ..desk_page import desk_page
from ..office_time import today
from ..primary_keys import as_pk


def council_and_year(request, permission="meetings.view_edition"):
    """The council and the year of the request; by default the newest council and this year."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    year = asked.get("nam", "") or str(today().year)
    if not year.isascii() or not year.isdecimal() or not 1946 <= int(year) <= 2100:
        raise Http404
    pk = as_pk(asked.get("hdnd", ""))
    council = Council.objects.filter(pk=pk).first() if pk else Council.objects.in_office()
    return council, int(year)


def book_and_closing(council, year):
    """The book to show, frozen where it was closed, and its closing; None, None of an office without a council."""
    if council is None:
        return None, None
    if closing := issuing.closing_of(council, year):
        return closing.frozen_book, closing
    return issuing.book_of(council, year), None


@require_safe
def show(request):
    council, year = council_and_year(request)
    book, closing = book_and_closing(council, year)
    years = Edition.objects.exclude(number=None).order_by("-number_year").values_list("number_year", flat=True)
    context = {
        "title": f"Sổ văn bản năm {year}",
        "council": council,
        "councils": Council.objects.all(),
        "year": year,
        "years": sorted({*years.distinct(), today().year, year}, reverse=True),
        "book": book,
        "closing": closing,
        "since": issuing.since_closing(closing) if closing else [],
        "columns": COLUMNS,
        "may_enter": not closing and request.user.has_perm("meetings.add_registerentry"),
        "may_close": bool(book and book.count and not closing)
        and request.user.has_perm("meetings.add_registerclosing"),
    }
    return desk_page(request, "register/page", context)


PATHS = [path("so-van-ban/", show, name="meetings_edition_register")]
