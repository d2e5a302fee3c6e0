"""Outside the desk no cookie is read and none is set."""

from .maintenance import DESK


def unknown(get_response):
    """Comes before the session middleware, which answers an old or forged cookie with a cookie that renews or deletes
    it; a shared cache would give that answer to everybody."""

    def respond(request):
        if request.path.startswith(DESK):
            return get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = get_response(request)
        response.cookies.clear()
        return response

    return respond
