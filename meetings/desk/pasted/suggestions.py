"""Suggests names and posts while a clerk types, accents aside: the members first, then those of earlier sessions."""

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db.models import F, Max
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ...models import Attendee, Council, SessionState
from ...models.member import bare_name
from ...models.office_scope import current
from ...vietnamese import fold
from ..office_time import today
from .paste_view import may_edit

_OFFERED = 8
_KEPT = 5_000
"""So many of the latest values are searched. The cache keeps them a minute: grouping a large table is slow."""
_SECONDS = 60
_LONGEST_QUERY = 100


@never_cache
@require_GET
def suggest(request):
    """At most 8 values of the cell `truong` that have words beginning like those of `q`."""
    if not may_edit(request.user):
        raise PermissionDenied
    cell, typed = request.GET.get("truong"), request.GET.get("q", "")[:_LONGEST_QUERY]
    earlier = {"name": _names, "position": _positions}.get(cell)
    if not earlier:
        return JsonResponse({"error": "Không rõ gợi ý cho ô nào."}, status=400)
    ours = _members(cell)
    known = {bare_name(value["text"]) for _, value in ours}
    others = [(folded, value) for folded, value in _kept(earlier) if bare_name(value["text"]) not in known]
    return JsonResponse({"results": [*_matching(ours, typed), *_matching(others, typed)][:_OFFERED]})


def _members(cell):
    """The members who sit today, in the order of protocol: the name with its post and role, or the post alone."""
    council = Council.objects.in_office()
    members = council.members_on(today()) if council else []
    if cell == "position":
        return [(fold(post), {"text": post}) for post in dict.fromkeys(member.post for member in members)]
    return [
        (fold(member.name), {"text": member.name, "position": member.post, "role": member.role.value})
        for member in members
    ]


def _matching(values, typed):
    """Values that begin as typed, then values with such words inside; in both the first of `values` first."""
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
        f"goi-y:{current().pk}:{earlier.__name__}",
        lambda: [(fold(value["text"]), value) for value in earlier()],
        _SECONDS,
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
