"""Wrong passwords by address, whatever the names: beyond so many within a few minutes an address waits. Django Axes
locks one account at one address; whoever guesses under ever new names is met here. An office may share an address, so
right passwords are not counted."""

import logging
import time

from django.contrib.auth.signals import user_login_failed
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver

from .refusals import address_of

MOST, WINDOW = 30, 300
"""So many within so many seconds; the next window lets everybody in again."""

_log = logging.getLogger(__name__)


class PerAddress:
    """Asked before any other backend. A cache that does not answer lets everybody try."""

    def authenticate(self, request, **credentials):
        if request is not None and _asked(cache.get, _key(request), 0) >= MOST:
            request.axes_locked_out, request.axes_credentials = True, credentials
            request.waits_seconds = WINDOW - int(time.time()) % WINDOW
            raise PermissionDenied("Địa chỉ này đã nhập sai quá nhiều lần.")
        return None


@receiver(user_login_failed)
def count(sender, request=None, **kwargs):
    if request is not None and not hasattr(request, "waits_seconds"):
        _asked(cache.add, _key(request), 0, WINDOW)
        _asked(cache.incr, _key(request))


def _asked(ask, *words):
    try:
        return ask(*words)
    except Exception:  # every cache has errors of its own
        _log.warning("Bộ nhớ đệm không trả lời: không đếm lần nhập sai.", exc_info=True)
        return 0


def _key(request):
    return f"wrong-passwords:{int(time.time()) // WINDOW}:{address_of(request)}"
