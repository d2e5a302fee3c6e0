"""Outside the desk nobody is known: no cookie is read there, and none is set, whatever came with the request."""

from .maintenance import DESK


def unknown(get_response):
    """Stands before the session: an old or forged cookie would be answered with one that renews or deletes it, and a
    shared cache would hand that to everybody."""

    def respond(request):
        if request.path.startswith(DESK):
            return get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = get_response(request)
        response.cookies.clear()
        return response

    return respond
