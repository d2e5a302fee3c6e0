"""Names and posts that earlier sessions have written, offered while they are typed, accents aside."""

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db.models import F, Max
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ...models import Attendee, SessionState
from ...vietnamese import fold
from .paste_view import may_edit

_OFFERED = 8
_KEPT = 5_000
"""The latest values searched. To group a large table takes longer than to search these: they are kept a minute."""
_SECONDS = 60
_LONGEST_QUERY = 100


@never_cache
@require_GET
def suggest(request):
    """At most 8 earlier values of the cell `truong` whose words begin with the words of `q`."""
    if not may_edit(request.user):
        raise PermissionDenied
    earlier = {"name": _names, "position": _positions}.get(request.GET.get("truong"))
    if not earlier:
        return JsonResponse({"error": "Không rõ gợi ý cho ô nào."}, status=400)
    return JsonResponse({"results": _matching(_kept(earlier), request.GET.get("q", "")[:_LONGEST_QUERY])})


def _matching(values, typed):
    """Those that begin as typed first, then those with such words inside; the latest first in each."""
    whole = fold(typed)
    words = [f" {each}" for each in whole.split()]
    if not words:
        return []
    found = [
        (not folded.startswith(whole), value)
        for folded, value in values
        if all(word in f" {folded}" for word in words)
    ]
    return [value for _, value in sorted(found, key=lambda each: each[0])[:_OFFERED]]


def _kept(earlier):
    return cache.get_or_set(
        f"goi-y:{earlier.__name__}", lambda: [(fold(session["text"]), session) for session in earlier()], _SECONDS
    )


def _names():
    """Each name once, with the post it was last written with."""
    latest = {}
    for row in _latest(Attendee.objects.exclude(name="").values("name", "position")):
        known = latest.setdefault(row["name"], {"text": row["name"], "position": row["position"]})
        known["position"] = known["position"] or row["position"]
    return list(latest.values())


def _positions():
    return [{"text": row["position"]} for row in _latest(Attendee.objects.exclude(position="").values("position"))]


def _latest(grouped):
    """By the month of the session, not by when it was typed: old posts are read in later."""
    month = F("session__year") * 12 + F("session__month")
    grouped = grouped.exclude(session__state=SessionState.WITHDRAWN)
    return grouped.annotate(last=Max(month)).order_by("-last", *grouped.query.values_select)[:_KEPT]


PATHS = [path("goi-y/", suggest, name="meetings_session_suggest")]
