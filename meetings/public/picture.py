"""The picture a session's page is shared with, drawn once for a record."""

import hashlib

from django.core.cache import cache
from django.http import Http404, HttpResponse

from council.release import RELEASE

from ..writers.share_picture import NoUsableFont, share_picture
from . import archive
from .page import page

KEPT_SECONDS = 30 * 86_400


@page
def picture(request, path):
    edition = archive.at(path)
    key = f"picture:{RELEASE}:{edition.record_sha256}"
    try:
        drawn = cache.get(key) or share_picture(edition.public)
        cache.set(key, drawn, KEPT_SECONDS)
    except NoUsableFont:
        raise Http404 from None
    response = HttpResponse(drawn, content_type="image/png")
    response["ETag"] = f'"{hashlib.sha256(drawn).hexdigest()}"'
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
