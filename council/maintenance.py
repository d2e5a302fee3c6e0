"""Maintenance: while a file in DATA_DIR exists, every page that needs the database answers 503.

A page whose database does not answer shows the public the same.
"""

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.shortcuts import render
from django.utils import timezone

OPEN = (settings.STATIC_URL,)
"""These addresses are answered during maintenance."""
DESK = "/quan-tri/"
SOON, LATER = timedelta(minutes=1), timedelta(minutes=10)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Notice:
    """The words for visitors, and when the site opens again."""

    message: str = ""
    until: datetime | None = None


def close(notice: Notice):
    until = notice.until.isoformat() if notice.until else ""
    words = json.dumps({"message": notice.message, "until": until}, ensure_ascii=False)
    place = _place()
    beside = place.with_name("maintenance.new")
    beside.write_text(words, encoding="utf-8")
    beside.replace(place)


def reopen():
    _place().unlink(missing_ok=True)


def notice() -> Notice | None:
    """None where the site is open. A file made by hand closes the site too, whatever it holds."""
    try:
        words = _place().read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    try:
        data = json.loads(words)
        return Notice(str(data["message"]), datetime.fromisoformat(data["until"]) if data["until"] else None)
    except (ValueError, KeyError, TypeError):
        return Notice()


def _place():
    return settings.DATA_DIR / "maintenance"


def unavailable(closed: Notice | None = None):
    """The 503 page, made without the database. Without `closed`, the reason is a database that does not answer."""
    now = timezone.now()
    until = closed.until if closed and closed.until and closed.until > now else None
    wait = until - now if until else LATER if closed else SOON
    context = {"notice": closed, "until": until}
    response = render(None, "public/503.html", context, status=503)
    response["Retry-After"] = max(int(wait.total_seconds()), int(SOON.total_seconds()))
    response["Cache-Control"] = "no-store"
    return response


def while_silent(request):
    """The page while the database does not answer: what was typed, anywhere, is given back."""
    return _not_stored(request) if request.path.startswith(DESK) or request.method == "POST" else unavailable()


def _not_stored(request):
    """Nothing was stored. What was typed is in the page, to be sent again; passwords and files are not."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values if "password" not in name]
    context = {"path": request.get_full_path(), "sent": sent, "was_sent": request.method == "POST"}
    response = render(None, "admin/unavailable.html", context, status=503)
    response["Retry-After"], response["Cache-Control"] = int(SOON.total_seconds()), "no-store"
    return response


class Maintenance:
    """Comes before every middleware that uses the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        closed = None if request.path.startswith(OPEN) else notice()
        return unavailable(closed) if closed else self.get_response(request)

    def process_exception(self, request, exception):
        """A page whose database does not answer says that it will be back in a moment."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        _log.error("Cơ sở dữ liệu không trả lời: %s", request.path, exc_info=exception)
        return while_silent(request)
