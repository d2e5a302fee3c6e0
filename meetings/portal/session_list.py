"""The sessions of all offices: those posted last, or those of a month."""

from django.http import Http404
from django.urls import reverse

from ..public import paging
from ..public.cached_page import kept, page
from ..public.query_parameters import address, integer, parameters
from . import posted
from .places import Places
from .show import show

MONTHS = range(1, 13)


@page(query=parameters(year=integer("nam"), month=integer("thang"), number=integer("trang", default=1)))
def sessions(request, year, month, number):
    if month and (not year or month not in MONTHS):
        raise Http404
    places, at = Places(request), reverse("portal:sessions")
    narrow = {name: value for name, value in (("year", year), ("month", month)) if value}
    chosen = posted.of(places).filter(**narrow)
    entries = chosen.newest_first() if narrow else posted.newest(chosen)
    asked = {"nam": year, "thang": month}
    leaf = paging.leaf(entries, number, kept(request, f"sessions {asked}", entries.order_by().count))
    context = {
        "year": year,
        "month": month,
        "years": kept(request, "years of all", lambda: posted.years(places)),
        "months": [(each, address(at, nam=year, thang=each)) for each in MONTHS] if year else [],
        "rows": list(posted.with_facts(entries.filter(key__in=leaf.keys), places)),
        "leaf": leaf,
        **leaf.ways(at, **asked),
    }
    return show(request, "sessions", address(at, **asked, trang=number), places, **context)
