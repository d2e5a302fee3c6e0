"""The public's error pages."""

import re
from datetime import timedelta
from urllib.parse import unquote

from django.db import InterfaceError, OperationalError
from django.shortcuts import render
from django.utils import timezone
from django.views.defaults import permission_denied

from council import maintenance

from ..vietnamese import LOCAL_ZONE, tidy
from ..writers.masthead import NEUTRAL
from . import old_addresses, queries
from .cached_page import newest_masthead

A_YEARFUL, FEW = 12, 5
LONGEST_GUESS = 60
OURS = {"phien", "hop", "chi", "dao", "don", "vi", "tim", "kiem", "xac", "minh", "ban", "tep", "trang"}
"""Words of our own addresses: they name the section, not what is sought there."""


def not_found(request, exception):
    """Where the page stands now, if the old portal had it here. Else what might have been meant: the sessions nearest
    the month in the address, or of its year, else the newest; and a search for its words."""
    asked = re.match(r"/phien-hop/([0-9]{4})/(?:(0?[1-9]|1[0-2])(?:/|$))?", request.path)
    year, month = (int(group) if group else None for group in asked.groups()) if asked else (None, None)
    try:
        if answer := old_addresses.new_place(request):
            return answer
        near = list(queries.near(year, month)) if month else []
        of_year = list(queries.listed().filter(year=year)[:A_YEARFUL]) if year and not near else []
        context = {
            "masthead": newest_masthead(),
            "by_month": near and {"year": year, "month": month},
            "by_year": of_year and year,
            "near": near or of_year or list(queries.listed()[:FEW]),
            "guess": f"tháng {month:02d} năm {year}" if month else _words_of(request.path),
        }
    except (OperationalError, InterfaceError):
        return maintenance.unavailable()
    return render(request, "public/404.html", context, status=404)


def _words_of(path):
    """The words of an address as one would type them into the search: "giam sat" of "/chi-dao/giam-sat.html"."""
    words = re.split(r"[\W_]+", tidy(re.sub(r"\.\w{2,5}$", "", unquote(path))))
    sought = [word for word in words if word.lower() not in OURS and re.search(r"[^\W\d]", word)]
    return " ".join(sought)[:LONGEST_GUESS].strip()


def too_many(request, seconds):
    """Asks nothing of the database: it is there to spare it."""
    again = timezone.localtime(timezone.now() + timedelta(seconds=seconds), LOCAL_ZONE)
    return _plain("429", 429, again=again, seconds=seconds)


def not_understood(request, exception):
    return _plain("400", 400)


def forbidden(request, exception):
    """The desk has a page of its own for it."""
    if request.path.startswith("/quan-tri/"):
        return permission_denied(request, exception)
    return _plain("403", 403)


def broken(request):
    """Asks nothing of the database, which may be what is broken."""
    return render(None, "public/500.html", {"request_id": getattr(request, "id", "")}, status=500)


def _plain(template, status, **context):
    response = render(None, f"public/{template}.html", {"masthead": NEUTRAL, **context}, status=status)
    response["Cache-Control"] = "no-store"
    return response
