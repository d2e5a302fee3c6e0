"""What programs get: feeds, calendars, lists of addresses. Checked by content, free to any page of any site."""

import hashlib
from functools import wraps

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from .cached_page import LIFE


def for_machines(view):
    """An answer any shared cache may keep for a minute and any site's script may read."""

    @require_safe
    @wraps(view)
    def answer(request, **named):
        response = view(request, **named)
        response["Cache-Control"] = LIFE
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def sent(request, content, content_type, modified=None):
    """`content`, or 304 to whoever has the same bytes already; `modified` is the moment of its last change."""
    response = HttpResponse(content, content_type=f"{content_type}; charset=utf-8")
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()}"'
    seconds = modified and int(modified.timestamp())
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    return get_conditional_response(request, etag=response["ETag"], last_modified=seconds, response=response)
