"""How often one address may ask for what costs: counted in the cache by a hash of the address, in fixed windows."""

import logging
import math
import time
from functools import wraps

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from council.refusals import address_of

from ..models.office_scope import work_name
from . import errors

A_MINUTE = 60
FOR_AN_OFFICE = 120
"""A minute: a whole office may stand behind one address."""

_log = logging.getLogger(__name__)


def limited(per_minute=FOR_AN_OFFICE, *, name="", refuse=errors.too_many):
    """Answers 429 from the visitor's `per_minute`-th request of a minute on; views of one `name` count together.

    `refuse(request, seconds)` makes the answer. A cache that does not answer lets everybody in.
    """

    def limit(view):
        counter = name or f"{view.__module__}.{view.__qualname__}"

        @wraps(view)
        def answer(request, *args, **named):
            window, passed = divmod(time.time(), A_MINUTE)
            if _count(f"limit:{work_name()}:{counter}:{window:.0f}:{_who(request)}") <= per_minute:
                return view(request, *args, **named)
            seconds = math.ceil(A_MINUTE - passed)
            response = refuse(request, seconds)
            response["Retry-After"] = seconds
            response["Cache-Control"] = "no-store"
            return response

        return answer

    return limit


def _count(key):
    """This request's place in its window; 0 where nobody counts."""
    try:
        cache.add(key, 0, timeout=2 * A_MINUTE)
        return cache.incr(key)
    except Exception:  # every cache has errors of its own, and none is the visitor's fault
        _log.warning("Bộ nhớ đệm không trả lời: không đếm số lần yêu cầu.", exc_info=True)
        return 0


def _who(request):
    return salted_hmac("meetings.public.rate_limit", address_of(request) or "", algorithm="sha256").hexdigest()
