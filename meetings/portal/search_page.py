"""Search over all offices: first the places by their names, of today and before, then sessions and directives."""

from django.urls import reverse

from ..public.cached_page import page
from ..public.query_parameters import Parameter, address, choice, integer, parameters
from ..public.rate_limit import limited
from ..public.search_hits import hits_of
from ..public.search_page import KINDS, MOST, Results, also_spelled, kind_tabs, leaf_of
from ..public.search_query import Query, sought_words
from ..vietnamese import fold
from .errors import too_many
from .former_names import former_names
from .places import Places
from .show import show

PLACES_SHOWN = 12


@limited(name="search", refuse=too_many)
@page(
    query=parameters(query=Parameter("q", Query.of), kind=choice("loai", KINDS), number=integer("trang", default=1))
)
def search(request, query, kind, number):
    places, at = Places(request), reverse("portal:search")
    asked = {"q": query.text, "loai": kind}
    context = {"query": query, "asked": asked}
    if query.phrases:
        groups = query.groups({})
        results = Results.of(groups, "", None, KINDS.get(kind))
        leaf = leaf_of(results.keys[:MOST], number)
        hits = hits_of(leaf.keys, sought_words(groups))
        named = _named(request, places, query.text) if number == 1 and not kind else []
        context |= {
            "found": results,
            "leaf": leaf,
            "named": named[:PLACES_SHOWN],
            "named_more": max(len(named) - PLACES_SHOWN, 0),
            "hits": list(_with_places(hits, places)),
            "also": also_spelled(query, results, hits),
            "tabs": list(kind_tabs(at, asked, results)),
            **leaf.ways(at, **asked),
        }
    return show(request, "search", address(at, **asked, trang=number), places, **context)


def _named(request, places, text):
    """The places whose name has every word, accents aside, and those that were called so before: [(place, names it
    had), …], each once. A name that begins so goes first."""
    wanted = fold(text)
    before = {}
    for each in former_names(request):
        place = places.of(each.office_id)
        if place and place.name != each.name and _has(fold(each.name), wanted):
            before.setdefault(place, []).append(each.name)
    today = [place for place in places.all if _has(place.named.folded, wanted)]
    today.sort(key=lambda place: not fold(place.bare).startswith(wanted))
    return [(place, ", ".join(before.get(place, ()))) for place in dict.fromkeys((*today, *before))]


def _has(folded_name, wanted):
    return set(wanted.split()) <= set(folded_name.split())


def _with_places(hits, places):
    """Those that can be read somewhere, each with its place and its address there."""
    for hit in hits:
        if place := places.of(hit.office_id):
            yield {"hit": hit, "place": place, "address": place.at(*hit.address)}
