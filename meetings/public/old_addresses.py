"""Addresses of the old portal, which lead to the sessions' pages."""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from ..models.imports import OldAddress
from ..models.public_index import SessionEntry


def new_place(request):
    """The answer that sends on to the page of the session that the old post became, or None where there is none.

    One query, and none for an address of ours: that one never belonged to the old portal.
    """
    ours = request.resolver_match or request.path.startswith("/quan-tri/")
    if ours or request.method not in ("GET", "HEAD") or not (key := OldAddress.key(request.get_full_path())):
        return None
    session = OldAddress.objects.filter(path=key).values("session")
    path = SessionEntry.objects.live().filter(session__in=session).values_list("path", flat=True).first()
    return HttpResponsePermanentRedirect(reverse("public:session", args=[path])) if path else None
