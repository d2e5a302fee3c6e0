"""What is read while the database does not answer: pages as they were made at the state that was known last.

A page that was withdrawn is not among them, for it was made at an older state.
"""

import logging
import time
from datetime import UTC, datetime

from django.core.cache import cache
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from ..models.office_scope import current, is_every
from .site_state import State

LEFT_ALONE = 5
"""So many seconds after a failure nobody asks the database for a public page: it would cost each its patience."""
REMEMBERED = 7 * 24 * 3600
_known: dict[str, tuple[State, datetime]] = {}
_asked_again_at = 0.0
_log = logging.getLogger(__name__)


def remember(state: State):
    """The state of the office at work, in this process and beside the pages."""
    key = _key()
    if key not in _known or _known[key][0] != state:
        _keep(key, (state, timezone.now()))
    _known[key] = state, timezone.now()


def _keep(key, known):
    try:
        cache.set(key, known, REMEMBERED)
    except Exception as dead:  # every cache has errors of its own
        _log.warning("Bộ nhớ đệm không nhận: %s", dead)


def forget():
    global _asked_again_at
    _known.clear()
    _asked_again_at = 0.0


def is_left_alone() -> bool:
    return time.monotonic() < _asked_again_at


def failed():
    global _asked_again_at
    _asked_again_at = time.monotonic() + LEFT_ALONE


def last_known() -> tuple[State | None, datetime]:
    """With when it held for certain."""
    found = _known.get(_key()) or cache.get(_key())
    return found or (None, datetime.min.replace(tzinfo=UTC))


def as_of(held, moment) -> HttpResponse:
    """The page, saying as of when."""
    headers, content, _ = held
    if headers.get("Content-Type", "").startswith("text/html"):
        band = render_to_string("public/_as_of.html", {"moment": moment}).encode()
        content = content.replace(b'<div class="sheet">', band + b'<div class="sheet">', 1)
    response = HttpResponse(content, headers=headers)
    response["Cache-Control"] = "no-store"
    return response


def _key():
    return f"state:{'every' if is_every() else current().pk}"
