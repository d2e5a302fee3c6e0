"""The places by the letters of their names, and by the names that they had before."""

from django.http import Http404
from django.urls import reverse

from ..public.cached_page import kept, page
from ..public.query_parameters import Parameter, address, parameters
from . import posted
from .former_names import former_names
from .places import IN_ADDRESSES, Places
from .show import show

BY_LETTER_FROM = 25
"""Fewer places are shown all at once."""
_LETTERS = {word: letter for letter, word in IN_ADDRESSES.items()}


def _letter(text):
    if len(text) > 1 and text not in _LETTERS:
        raise Http404
    return _LETTERS.get(text, text.lower())


@page(query=parameters(letter=Parameter("chu", _letter)))
def places_page(request, letter):
    places = Places(request)
    if letter and not places.begun_with(letter):
        raise Http404
    context = {
        "letter": letter,
        "letters": list(places.letters(letter)),
        "shown": last_met(request, places.begun_with(letter) if letter else places.all),
    }
    here = address(reverse("portal:places"), chu=IN_ADDRESSES.get(letter, letter))
    return show(request, "places", here, places, **context)


@page
def former(request):
    places = Places(request)
    named = [(each, places.of(each.office_id)) for each in former_names(request)]
    rows = [(each.name, place) for each, place in named if place]
    return show(request, "former", reverse("portal:former"), places, rows=rows)


def last_met(request, places):
    """Each with the day on which it met last; None where nothing is posted."""
    days = kept(request, "last days", posted.last_days)
    return [(place, days.get(place.office.pk)) for place in places]
