"""What every public page has: whose site it is, its one address, and a short life in any cache."""

from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..writers.masthead import NEUTRAL, masthead
from . import archive

SECONDS_IN_CACHE = 60


def page(view):
    """A page anybody may read and any cache may keep for a minute; what was withdrawn answers 410 with the reason."""

    @require_safe
    @cache_control(public=True, max_age=SECONDS_IN_CACHE)
    @wraps(view)
    def answer(request, **named):
        try:
            return view(request, **named)
        except archive.Withdrawn as withdrawn:
            edition = withdrawn.edition
            context = {"edition": edition, "masthead": masthead(edition.public.council)}
            return render(request, "public/withdrawn.html", context, status=410)

    return answer


def newest_masthead():
    """That of the council whose session is the newest; on a session's own page stands its own."""
    newest = archive.readable().newest_first().first()
    return masthead(newest.public.council) if newest else NEUTRAL


def show(request, template, address, **context) -> HttpResponse:
    """The page at its one `address`, whatever the query string it was asked with."""
    return render(request, f"public/{template}.html", {"canonical": request.build_absolute_uri(address), **context})
