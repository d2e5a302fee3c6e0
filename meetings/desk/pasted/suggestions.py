"""Suggests names and posts of earlier sessions while a clerk types, accents aside."""

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
"""So many of the latest values are searched. The cache keeps them a minute: grouping a large table is slow."""
_SECONDS = 60
_LONGEST_QUERY = 100


@never_cache
@require_GET
def suggest(request):
    """At most 8 earlier values of the cell `truong` that have words beginning like those of `q`."""
    if not may_edit(request.user):
        raise PermissionDenied
    earlier = {"name": _names, "position": _positions}.get(request.GET.get("truong"))
    if not earlier:
        return JsonResponse({"error": "Không rõ gợi ý cho ô nào."}, status=400)
    return JsonResponse({"results": _matching(_kept(earlier), request.GET.get("q", "")[:_LONGEST_QUERY])})


def _matching(values, typed):
    """Values that begin as typed, then values with such words inside; in both the latest first."""
    whole = fold(typed)
    words = [f" {word}" for word in whole.split()]
    if not words:
        return []
    matches = [
        (not folded.startswith(whole), value)
        for folded, value in values
        if all(word in f" {folded}" for word in words)
    ]
    return [value for _, value in sorted(matches, key=lambda match: match[0])[:_OFFERED]]


def _kept(earlier):
    return cache.get_or_set(
        f"goi-y:{earlier.__name__}", lambda: [(fold(value["text"]), value) for value in earlier()], _SECONDS
    )


def _names():
    """Each name once, with its latest post."""
    latest = {}
    for row in _latest(Attendee.objects.exclude(name="").values("name", "position")):
        known = latest.setdefault(row["name"], {"text": row["name"], "position": row["position"]})
        known["position"] = known["position"] or row["position"]
    return list(latest.values())


def _positions():
    return [{"text": row["position"]} for row in _latest(Attendee.objects.exclude(position="").values("position"))]


def _latest(grouped):
    """Ordered by the month of the session: old posts are imported later than newer sessions."""
    month = F("session__year") * 12 + F("session__month")
    grouped = grouped.exclude(session__state=SessionState.WITHDRAWN)
    return grouped.annotate(last=Max(month)).order_by("-last", *grouped.query.values_select)[:_KEPT]


PATHS = [path("goi-y/", suggest, name="meetings_session_suggest")]
