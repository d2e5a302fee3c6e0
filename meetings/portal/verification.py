"""Verification over all offices: is a file one of theirs, and whose. That office's own site says the rest."""

from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from ..public import file_status, uploaded_hash
from ..public.cached_page import page, unless_held
from ..public.query_parameters import Parameter, address, parameters
from ..public.rate_limit import limited
from ..public.uploaded_hash import LONGEST, LONGEST_MB
from ..public.verification import COUNTED, SeeOther
from .errors import too_many
from .places import Places
from .show import show


# Nothing changes and no one is known here, as on the page of an office.
@csrf_exempt
def verify(request):
    return hashed(request) if request.method == "POST" else answer(request)


@page(query=parameters(digest=Parameter("ma", uploaded_hash.typed_hash)))
def answer(request, digest):
    if not digest:
        return _shown(request)
    if fault := uploaded_hash.fault_of(digest):
        return _shown(request, status=400, fault=fault)
    standing, places = file_status.of(digest), Places(request)
    place = standing and places.of(standing.edition.office_id)
    at_office = place and f"{place.at('verify')}?ma={digest}"
    found = {"standing": standing if place else None, "place": place, "at_office": at_office}
    return unless_held(request, _shown(request, sha256=digest, **found))


@limited(name=COUNTED, refuse=too_many)
def hashed(request):
    """For a browser that does not hash, as at an office."""
    sha256, fault, status = uploaded_hash.hash_or_fault(request)
    if fault:
        return _shown(request, status=status, fault=fault)
    return SeeOther(f"{reverse('portal:verify')}?ma={sha256}")


def _shown(request, *, status=200, **context):
    here = address(reverse("portal:verify"), ma=context.get("sha256"))
    context |= {"longest": LONGEST, "longest_mb": LONGEST_MB}
    response = show(request, "verify", here, Places(request), **context)
    response.status_code = status
    return response
