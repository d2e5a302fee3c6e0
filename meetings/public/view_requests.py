"""Views of a session's page: a person counts once in half an hour, a few of one address, and nothing is kept that
leads back to them.

Caches serve the page, so that serving it cannot count; the page sends a request here when somebody reads it.
"""

import base64
import logging
import re
import secrets
import threading
import time
from functools import wraps
from ipaddress import ip_address, ip_network

from django.core.cache import cache
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from council.refusals import address_of

from ..models.public_index import SessionEntry
from . import queries
from .view_counter import tally

HALF_AN_HOUR = 1800
A_DAY = 86_400
A_FEW = 3
"""Of one address so many browsers count, each page and half hour: what a browser calls itself is its own word."""
IN_A_NETWORK = 64
"""Bits of an IPv6 address that name a household; the others it chooses itself, as often as it likes."""
# A Cubot is a telephone.
ROBOTS = re.compile(
    r"(?<!cu)bot|crawl|spider|slurp|preview|headless|lighthouse|monitor|scan|fetch|feed|facebookexternalhit|curl|wget|python|java/"
    r"|go-http|okhttp|axios|node|libwww|http-client|^$",
    re.IGNORECASE,
)
A_DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

log = logging.getLogger(__name__)


def harmless(view):
    """If counting fails, the log says so and the answer is empty: the reader need not know."""

    @wraps(view)
    def answer(request, path):
        try:
            return view(request, path)
        except Http404:
            raise
        except Exception as broken:  # every database and cache has errors of its own
            log.warning("Chưa đếm được một lượt xem: %s", broken)
            return HttpResponse(status=204)

    return answer


# No one is known here, and a token would set a cookie on every visitor; what other sites send is not counted.
@csrf_exempt
@never_cache
@require_POST
@harmless
def counted(request, path):
    """Counts, and answers with the number as it is now."""
    waiting = tally.of(_counted(request, path))
    return JsonResponse({"views": waiting + queries.views_at(path)})


@never_cache
@require_GET
@harmless
def counted_without_script(request, path):
    _counted(request, path)
    return HttpResponse(A_DOT, content_type="image/gif")


def _counted(request, path):
    """The session at `path`, with this reader counted."""
    session_id = _session_at(path)
    if _is_a_person(request):
        reader = _anonymous(request, session_id, request.headers.get("User-Agent", ""))
        if _is_new(reader) and _is_one_of_few(_anonymous(request, session_id)):
            tally.add(session_id)
    return session_id


def _session_at(path):
    session_id = SessionEntry.objects.live().filter(path=path).values_list("session", flat=True).first()
    if session_id is None:
        raise Http404
    return session_id


def _is_a_person(request):
    fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    from_our_page = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    return from_our_page and not fetched_ahead and not ROBOTS.search(request.headers.get("User-Agent", ""))


class Salt:
    """The salt of a day, the same for all processes: only the cache holds it.

    This process remembers it for the day. If the cache does not answer, the process uses its own; if the cache lost
    the salt, the process puts it back. The salt of the next day overwrites it.
    """

    KEPT_UNDER = "views:salt"

    def __init__(self):
        self.here = (None, "")

    def of(self, day):
        here = self.here if self.here[0] == day else (day, secrets.token_hex(16))
        try:
            kept = cache.get(self.KEPT_UNDER)
            if kept and kept[0] == day:
                here = kept
            else:
                cache.set(self.KEPT_UNDER, here, A_DAY)
        except Exception as dead:
            log.warning("Bộ nhớ đệm không trả lời: %s", dead)
        self.here = here
        return here[1]


class Known:
    """The readers that this process counted last."""

    def __init__(self, most=10_000):
        self.most, self.lock, self.readers = most, threading.Lock(), {}

    def is_new(self, reader):
        return self.times(reader) == 1

    def times(self, reader):
        """How often it was asked about, this time included."""
        with self.lock:
            self.readers[reader] = self.readers.get(reader, 0) + 1
            if len(self.readers) > self.most:
                del self.readers[next(iter(self.readers))]
            return self.readers.get(reader, 1)


_salt, _known = Salt(), Known()


def _anonymous(request, session_id, agent=""):
    """A hash of one reader of one page within half an hour; without an `agent` of all at the address. The salt is
    gone in a day, so it leads to no address."""
    now = time.time()
    reader = "\0".join((_network(address_of(request) or ""), agent, f"{session_id}", f"{int(now // HALF_AN_HOUR)}"))
    return salted_hmac(_salt.of(int(now // A_DAY)), reader, algorithm="sha256").hexdigest()


def _network(address):
    """The address; of IPv6 the network alone."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return f"{ip_network((address, IN_A_NETWORK), strict=False)}" if parsed.version == 6 else address


def _is_one_of_few(place):
    """Whether no more than a few browsers of this address were counted, by this process and, by the cache, by all."""
    if _known.times(place) > A_FEW:
        return False
    try:
        cache.add(f"views:{place}", 0, HALF_AN_HOUR)
        return cache.incr(f"views:{place}") <= A_FEW
    except Exception as dead:
        log.warning("Bộ nhớ đệm không trả lời, người đọc chỉ được nhớ trong tiến trình: %s", dead)
        return True


def _is_new(reader):
    """Whether neither this process nor, by the cache, any other has counted the reader."""
    if not _known.is_new(reader):
        return False
    try:
        return cache.add(f"views:{reader}", 1, HALF_AN_HOUR)
    except Exception as dead:
        log.warning("Bộ nhớ đệm không trả lời, người đọc chỉ được nhớ trong tiến trình: %s", dead)
        return True
