"""The pages that refuse a log-in or a stale form, with how long and whom to ask."""

import re
from datetime import timedelta
from ipaddress import ip_address

from axes.models import AccessAttempt
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from meetings.office_host import is_portal

_WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|([\d.]+):\d+")


def address_of(request):
    """The visitor's own address: behind PROXY_COUNT proxies, the one that the outermost proxy added.

    The addresses before it in the header are ignored: the visitor sent them.
    """
    header = request.META.get("HTTP_X_FORWARDED_FOR", "")
    addresses = [address.strip() for address in header.split(",") if address.strip()]
    count = settings.PROXY_COUNT
    claimed = addresses[-count] if count and len(addresses) >= count else ""
    return _address(claimed) or request.META.get("REMOTE_ADDR")


def _address(words):
    """The address in "203.0.113.7:5060" or "[2001:db8::7]:5060"; "" for words without one, such as "unknown"."""
    with_port = _WITH_PORT.fullmatch(words)
    bare = (with_port[1] or with_port[2]) if with_port else words
    try:
        return str(ip_address(bare.partition("%")[0]))
    except ValueError:
        return ""


def locked_out(request, response=None, credentials=None):
    """The page after too many wrong passwords; it locks one account at one address, nobody else. Or the whole address
    waits, where the names were ever new."""
    waits = timedelta(seconds=getattr(request, "waits_seconds", 0))
    username = (credentials or {}).get("username") or request.POST.get("username", "")
    opens_at = timezone.now() + waits if waits else _last_attempt(request, username) + settings.AXES_COOLOFF_TIME
    left = max(opens_at - timezone.now(), timedelta(minutes=1))
    context = {
        "title": "Tài khoản tạm khóa",
        "username": username,
        "minutes": -(-left // timedelta(minutes=1)),
        "opens_at": opens_at,
        "limit": settings.AXES_FAILURE_LIMIT,
        "is_address": bool(waits),
    }
    answer = render(request, f"{_room(request)}/locked.html", context, status=429)
    answer["Retry-After"] = int(left.total_seconds())
    answer["Cache-Control"] = "no-store"
    return answer


def _last_attempt(request, username):
    tried = AccessAttempt.objects.filter(username=username, ip_address=request.axes_ip_address)
    last = tried.order_by("-attempt_time").first()
    return last.attempt_time if last else timezone.now()


def stale_form(request, reason=""):
    """The page for a form that was opened before the last log-in or in another browser; nothing was done."""
    return render(request, f"{_room(request)}/stale_form.html", {"title": "Trang đã cũ"}, status=403)


def _room(request):
    """Where the templates of whose page it is stand."""
    return "portal" if is_portal(request) else "admin"
