"""The public's error pages."""

import re

from django.shortcuts import render

from . import archive
from .page import newest_masthead

A_YEARFUL, FEW = 12, 5


def not_found(request, exception):
    """What might have been meant: the sessions of the year in the address, else the newest."""
    year = re.match(r"/phien-hop/([0-9]{4})/", request.path)
    of_year = list(archive.listed().filter(year=year[1])[:A_YEARFUL]) if year else []
    context = {
        "masthead": newest_masthead(),
        "by_year": of_year and year[1],
        "near": of_year or archive.listed()[:FEW],
    }
    return render(request, "public/404.html", context, status=404)


def broken(request):
    """Asks nothing of the database, which may be what is broken."""
    return render(None, "public/500.html", status=500)
