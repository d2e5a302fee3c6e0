"""What every page of the portal has: whose it is, and its one address."""

from django.conf import settings
from django.shortcuts import render

from ..public.cached_page import origin
from ..public.directive_status import today
from ..vietnamese import upper_first
from ..writers.masthead import Masthead

BODY = "Hội đồng nhân dân các cấp"


def whose():
    return Masthead(body=BODY, place=upper_first(settings.PORTAL_NAME or "các địa phương"), has_spoken=False)


def shown_around(places):
    """What the frame of a page shows."""
    return {"masthead": whose(), "places": places, "today": today()}


def show(request, template, address, places, **context):
    shown = {"canonical": origin(request) + address, **shown_around(places), **context}
    return render(request, f"portal/{template}.html", shown)
