"""Readers of a session's page: people, each once in half an hour, known by nothing that could be traced to them.

A page comes from caches, so that it cannot count; it asks here when somebody reads it.
"""

import base64
import logging
import re
import secrets
import time

from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from council.refusals import address_of

from ..models.catalogue import SessionEntry
from . import archive
from .tally import tally

HALF_AN_HOUR = 1800
A_DAY = 86_400
MOST_KNOWN = 10_000
ROBOTS = re.compile(
    r"bot|crawl|spider|slurp|preview|headless|lighthouse|monitor|scan|fetch|feed|facebookexternalhit|curl|wget|python|java/"
    r"|go-http|okhttp|axios|node|libwww|http-client|^$",
    re.IGNORECASE,
)
A_DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

log = logging.getLogger(__name__)
_own_salt = secrets.token_hex(16)
_known_here = {}
"""Whom this process has counted, where the cache cannot say: by when each may count again."""


# A forged request could add one reader, as any visit does; a token would set a cookie on every visitor.
@csrf_exempt
@never_cache
@require_POST
def counted(request, path):
    """Counts, and says the number as it is now."""
    _count(request, path)
    return JsonResponse({"views": archive.views_at(path) + tally.of(_session_at(path))})


@never_cache
@require_safe
def counted_without_script(request, path):
    _count(request, path)
    return HttpResponse(A_DOT, content_type="image/gif")


def _session_at(path):
    return get_object_or_404(SessionEntry.objects.live(), path=path).session_id


def _count(request, path):
    session_id = _session_at(path)
    if _is_a_person(request) and _is_new(_anonymous(request, session_id)):
        tally.add(session_id)


def _is_a_person(request):
    fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    return not fetched_ahead and not ROBOTS.search(request.headers.get("User-Agent", ""))


def _anonymous(request, session_id):
    """The same for one reader of one page within half an hour, and nobody's address: the salt is gone in a day."""
    window = int(time.time() // HALF_AN_HOUR)
    reader = "\0".join(
        (address_of(request) or "", request.headers.get("User-Agent", ""), f"{session_id}", f"{window}")
    )
    return salted_hmac(_salt(), reader, algorithm="sha256").hexdigest()


def _salt():
    key = f"views:salt:{int(time.time() // A_DAY)}"
    try:
        cache.add(key, secrets.token_hex(16), A_DAY)
        return cache.get(key) or _own_salt
    except Exception:  # each cache fails in its own way
        return _own_salt


def _is_new(reader):
    try:
        return cache.add(f"views:{reader}", 1, HALF_AN_HOUR)
    except Exception as dead:
        log.warning("Bộ nhớ đệm không trả lời, lượt xem được nhớ tạm trong tiến trình: %s", dead)
        return _is_new_here(reader)


def _is_new_here(reader):
    now = time.monotonic()
    if _known_here.get(reader, 0) > now:
        return False
    if len(_known_here) >= MOST_KNOWN:
        _known_here.clear()
    _known_here[reader] = now + HALF_AN_HOUR
    return True
