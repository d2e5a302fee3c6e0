"""The pictures pages are shared with: a session's, drawn once for a record, and the council's."""

import hashlib
import logging

from django.core.cache import cache
from django.http import Http404, HttpResponse

from council.release import RELEASE

from ..models.office_scope import current
from ..writers.fonts import NoUsableFont
from . import queries, upcoming
from .cached_page import page, unless_held

KEPT_SECONDS = 30 * 86_400

log = logging.getLogger(__name__)


@page
def picture(request, path):
    edition = queries.at(path)
    return _sent(request, edition.record_sha256, "share_picture", edition.public)


@page
def logo(request, digest, extension):
    """The picture that the office set beside its name, at the address of its bytes."""
    kept = current().picture
    if kept is None or (kept.sha256, kept.extension) != (digest, extension):
        raise Http404
    return kept.response(request)


@page
def of_council(request):
    """The picture of the council in office, or of the one whose session is announced before any page is published."""
    newest = queries.newest_in_office() or getattr(upcoming.next_announced(), "edition", None)
    if newest is None:
        raise Http404
    council = newest.public.council
    words = repr((council.committee_full_name, council.locality))
    return _sent(request, hashlib.sha256(words.encode()).hexdigest(), "council_picture", council)


def _sent(request, name, *what):
    try:
        drawn = _drawn(name, lambda: _draw(*what))
    except NoUsableFont:
        raise Http404 from None
    response = HttpResponse(drawn, content_type="image/png")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return unless_held(request, response)


def _draw(writer, data):
    """Pillow is imported by the first picture, not by every process that serves the site."""
    from ..writers import share_picture

    return getattr(share_picture, writer)(data)


def _drawn(name, draw):
    """From the cache; where that does not answer, drawn anew."""
    try:
        return cache.get_or_set(f"picture:{RELEASE}:{name}", draw, KEPT_SECONDS)
    except NoUsableFont:
        raise
    except Exception as dead:  # whatever kind of cache it is
        log.warning("Bộ nhớ đệm không trả lời: %s", dead)
        return draw()
