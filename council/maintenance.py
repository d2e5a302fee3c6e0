"""Closed for a while: a file in DATA_DIR puts it on, and whatever needs the database answers 503 until it is gone.

A database that is down looks the same to the public.
"""

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.shortcuts import render
from django.utils import timezone

OPEN = ("/healthz", settings.STATIC_URL)
"""Answered all the same."""
DESK = "/quan-tri/"
SOON, LATER = timedelta(minutes=1), timedelta(minutes=10)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Notice:
    """What visitors are told."""

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
    """None where the site is open. A file put there by hand, whatever is in it, closes the site too."""
    try:
        words = _place().read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    try:
        given = json.loads(words)
        return Notice(str(given["message"]), datetime.fromisoformat(given["until"]) if given["until"] else None)
    except (ValueError, KeyError, TypeError):
        return Notice()


def _place():
    return settings.DATA_DIR / "maintenance"


def unavailable(told: Notice | None = None):
    """503 in the site's dress; asks nothing of the database. Without `told`, for want of it."""
    now = timezone.now()
    until = told.until if told and told.until and told.until > now else None
    wait = until - now if until else LATER if told else SOON
    context = {"told": told, "until": until}
    response = render(None, "public/503.html", context, status=503)
    response["Retry-After"] = max(int(wait.total_seconds()), int(SOON.total_seconds()))
    response["Cache-Control"] = "no-store"
    return response


class Maintenance:
    """Stands before all that touches the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        told = None if request.path.startswith(OPEN) else notice()
        return unavailable(told) if told else self.get_response(request)

    def process_exception(self, request, exception):
        """A public page that the database does not answer will be there again in a moment."""
        if isinstance(exception, OperationalError | InterfaceError) and not request.path.startswith(DESK):
            _log.error("Cơ sở dữ liệu không trả lời: %s", request.path, exc_info=exception)
            return unavailable()
        return None
