"""Which office a request is for: its host says so, and all that the request asks of the database is asked there.

One host is no office's but the portal's: it has addresses of its own, over the public things of all offices.
"""

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponseNotFound, HttpResponsePermanentRedirect
from django.http.request import split_domain_port

from council.maintenance import DESK, while_silent

from .models.office import heir_of, known_offices, shows_samples
from .models.office_scope import at_office, every_office

PORTAL_URLCONF = "council.portal_urls"


class OfficeOfHost:
    """One office answers to every host. Of several each answers to its own, and any other host is told nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        host = split_domain_port(request.get_host())[0]
        if settings.PORTAL_HOST and host == settings.PORTAL_HOST:
            request.urlconf = PORTAL_URLCONF
            with every_office():
                return _marked(self.get_response(request), shows_samples())
        try:
            office = _of(host)
        except (OperationalError, InterfaceError):
            return while_silent(request)
        if office is None:
            return HttpResponseNotFound("Không có trang này.\n", content_type="text/plain; charset=utf-8")
        if heir := _heir(office):
            return HttpResponsePermanentRedirect(f"{request.scheme}://{heir}{request.get_full_path()}")
        with at_office(office):
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = _at_work(office, response.streaming_content)
        if response.status_code == 404:
            response = self._of_a_predecessor(request, office) or response
        return _marked(response, office.is_sample)

    def _of_a_predecessor(self, request, office):
        """The page that an office which this one took over from has at the address: addresses are for ever."""
        if request.path.startswith(DESK) or request.method not in ("GET", "HEAD"):
            return None
        for predecessor in known_offices():
            if predecessor.successor_id == office.pk and predecessor.is_closed:
                with at_office(predecessor):
                    response = self.get_response(request)
                if response.status_code != 404:
                    return response
        return None


def _marked(response, is_sample):
    """Sample data are kept out of search engines."""
    if is_sample:
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _at_work(office, parts):
    """What is still asked of the database while the answer is on its way, is asked at the office too."""
    parts = iter(parts)
    while True:
        with at_office(office):
            part = next(parts, None)
        if part is None:
            return
        yield part


def _of(host):
    """None for a host that no office has where there are several."""
    offices = known_offices()
    if len(offices) == 1:
        return offices[0]
    return next((office for office in offices if host in office.host_names), None)


def _heir(office):
    """The host of the office that took over from a closed one; "" where it is open, or nobody did."""
    heir = heir_of(office)
    return heir.host_names[0] if heir.pk != office.pk and heir.host_names else ""


def is_portal(request) -> bool:
    return getattr(request, "urlconf", None) == PORTAL_URLCONF
