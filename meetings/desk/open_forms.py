"""Who has the form of a session open now. A browser says so while its window is seen; the cache forgets it soon."""

from time import time

from django.contrib.auth.decorators import permission_required
from django.core.cache import cache
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..models.user_names import known_as
from ..vietnamese import join_words
from .primary_keys import as_pk

KEPT = 75
"""Seconds; a browser asks every 30, so that one lost request is forgiven."""
MOST = 100
"""Sessions in one question: a list shows fewer."""


def opened(session_pk, user):
    """Note that `user` has the form open. Two at one moment may lose one of them, until its browser asks again."""
    cache.set(_key(session_pk), {**_open(session_pk), user.pk: (known_as(user), time())}, KEPT)


def left(session_pk, user):
    people = _open(session_pk)
    if people.pop(user.pk, None):
        cache.set(_key(session_pk), people, KEPT)


def words(session_pks, user):
    """{7: "Phạm Thu Hà đang mở phiên này"} for the sessions that others than `user` have open."""
    found = cache.get_many([_key(pk) for pk in session_pks])
    said = {}
    for pk in session_pks:
        names = [name for key, (name, at) in found.get(_key(pk), {}).items() if key != user.pk and _is_fresh(at)]
        if names:
            said[pk] = f"{join_words(sorted(names))} đang mở phiên này"
    return said


def _open(session_pk):
    return {key: (name, at) for key, (name, at) in cache.get(_key(session_pk), {}).items() if _is_fresh(at)}


def _is_fresh(at):
    return time() - at < KEPT


def _key(session_pk):
    return f"open-form:{session_pk}"


@never_cache
@require_POST
@permission_required("meetings.view_session", raise_exception=True)
def ask(request):
    """Who has which session open. `mo` is the session that the asker has open, `thoi` the one just closed."""
    pks = [pk for pk in map(as_pk, request.POST.getlist("phien")[:MOST]) if pk]
    if pk := as_pk(request.POST.get("mo", "")):
        opened(pk, request.user)
        pks.append(pk)
    if pk := as_pk(request.POST.get("thoi", "")):
        left(pk, request.user)
    return JsonResponse({"open": words(pks, request.user)})


PATHS = [path("dang-mo/", ask, name="meetings_session_open")]
