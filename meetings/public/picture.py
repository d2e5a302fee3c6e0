"""The picture a session's page is shared with, drawn once for a record."""

import hashlib
import logging

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response

from council.release import RELEASE

from ..writers.share_picture import NoUsableFont, share_picture
from . import archive
from .page import page

KEPT_SECONDS = 30 * 86_400

log = logging.getLogger(__name__)


@page
def picture(request, path):
    edition = archive.at(path)
    try:
        drawn = _drawn(edition)
    except NoUsableFont:
        raise Http404 from None
    response = HttpResponse(drawn, content_type="image/png")
    response["ETag"] = f'"{hashlib.sha256(drawn).hexdigest()}"'
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, etag=response["ETag"], response=response)


def _drawn(edition):
    """From the cache; where that does not answer, drawn anew."""
    key = f"picture:{RELEASE}:{edition.record_sha256}"
    try:
        return cache.get_or_set(key, lambda: share_picture(edition.public), KEPT_SECONDS)
    except NoUsableFont:
        raise
    except Exception as dead:  # whatever kind of cache it is
        log.warning("Bộ nhớ đệm không trả lời: %s", dead)
        return share_picture(edition.public)
