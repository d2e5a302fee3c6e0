"""The pages that turn somebody away at the desk's door, saying for how long and whom to ask."""

import re
from datetime import timedelta
from ipaddress import ip_address

from axes.models import AccessAttempt
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

_WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|([\d.]+):\d+")


def address_of(request):
    """The visitor's own address: behind PROXY_COUNT proxies, the one the outermost of them wrote down.

    What stands before it in the header was sent by the visitor and is not believed.
    """
    written = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    count = settings.PROXY_COUNT
    claimed = written[-count] if count and len(written) >= count else ""
    return _address(claimed) or request.META.get("REMOTE_ADDR")


def _address(words):
    """The address alone of "203.0.113.7:5060" or "[2001:db8::7]:5060"; "" where there is none, as in "unknown"."""
    with_port = _WITH_PORT.fullmatch(words)
    bare = (with_port[1] or with_port[2]) if with_port else words
    try:
        return str(ip_address(bare.partition("%")[0]))
    except ValueError:
        return ""


def locked_out(request, response=None, credentials=None):
    """Five wrong passwords for one account from one address: nobody else is shut out by it."""
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    opens_at = _last_attempt(request, username) + settings.AXES_COOLOFF_TIME
    left = max(opens_at - timezone.now(), timedelta(minutes=1))
    context = {
        "title": "Tài khoản tạm khóa",
        "username": username,
        "minutes": -(-left // timedelta(minutes=1)),
        "opens_at": opens_at,
        "limit": settings.AXES_FAILURE_LIMIT,
    }
    answer = render(request, "admin/locked.html", context, status=429)
    answer["Retry-After"] = int(left.total_seconds())
    answer["Cache-Control"] = "no-store"
    return answer


def _last_attempt(request, username):
    tried = AccessAttempt.objects.filter(username=username, ip_address=request.axes_ip_address)
    last = tried.order_by("-attempt_time").first()
    return last.attempt_time if last else timezone.now()


def stale_form(request, reason=""):
    """The form was opened before the last log-in, or not by this browser: nothing was done."""
    return render(request, "admin/stale_form.html", {"title": "Trang đã cũ"}, status=403)
