"""The directives of all offices, by where they stand: each leads to its own page at its office."""

from django.http import Http404
from django.urls import reverse

from ..models.public_index import DirectiveEntry
from ..public import paging
from ..public.cached_page import kept, page
from ..public.directive_pages import TABS, count, in_state, state_tabs, total_of
from ..public.directive_status import tracked
from ..public.query_parameters import address, choice, integer, parameters, slug
from .places import Places
from .show import show


@page(query=parameters(tab=choice("tinh-trang", TABS), office=slug("co-quan"), number=integer("trang", default=1)))
def directives(request, tab, office, number):
    places, at = Places(request), reverse("portal:directives")
    place = places.called(office)
    if office and not place:
        raise Http404
    offices = [place.office.pk] if place else places.numbers
    chosen = DirectiveEntry.objects.live().counted().filter(office__in=offices)
    asked = {"co_quan": office}
    counts = kept(request, f"directives {asked}", lambda: count(chosen))
    state = TABS[tab]
    rows = in_state(chosen, state).most_pressing_first()
    leaf = paging.leaf(rows, number, total_of(counts, state))
    context = {
        "tabs": list(state_tabs(at, tab, counts, asked)),
        "tab": tab,
        "place": place,
        "rows": [_at_its_place(each, places) for each in tracked(leaf.keys)],
        "leaf": leaf,
        **leaf.ways(at, tinh_trang=tab, **asked),
    }
    return show(request, "directives", address(at, tinh_trang=tab, **asked, trang=number), places, **context)


def _at_its_place(directive, places):
    place = places.of(directive.entry.office_id)
    return directive, place, place.at("directive", directive.reference)
