"""What programs get: feeds, calendars, lists of addresses. Checked by content, free to any page of any site."""

from functools import wraps

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .cached_page import LIFE, unless_held


def for_machines(view):
    """An answer any shared cache may keep for a minute and any site's script may read."""

    @csrf_exempt
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
    return unless_held(request, HttpResponse(content, content_type=f"{content_type}; charset=utf-8"), modified)
