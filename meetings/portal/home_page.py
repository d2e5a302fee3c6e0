"""The first page of the portal: what was posted last, where each place is, how the month stands."""

from django.db.models import Count
from django.urls import reverse

from ..models.public_index import DirectiveEntry, overdue
from ..public.cached_page import kept, page
from ..public.directive_status import today
from . import posted
from .place_pages import BY_LETTER_FROM, last_met
from .places import Places
from .show import show

NEWEST = 5


@page
def home(request):
    places, day = Places(request), today()
    year, month = posted.month_told(day)
    of_month = posted.of(places).filter(year=year, month=month)
    letter = places.all[0].letter if places.all and len(places.all) >= BY_LETTER_FROM else ""
    context = {
        "newest": list(posted.with_facts(posted.newest(posted.of(places))[:NEWEST], places)),
        "letters": list(places.letters(letter)),
        "letter": letter,
        "shown": last_met(request, places.begun_with(letter) if letter else places.all),
        "year_told": year,
        "month_told": month,
        "month": kept(request, f"month {day}", lambda: _counts(of_month, places, day)),
    }
    return show(request, "home", reverse("portal:home"), places, **context)


def _counts(of_month, places, day):
    late = DirectiveEntry.objects.live().counted().filter(overdue(day), office__in=places.numbers)
    return {
        **of_month.order_by().aggregate(sessions=Count("pk"), offices=Count("office", distinct=True)),
        "late": late.order_by().count(),
    }
