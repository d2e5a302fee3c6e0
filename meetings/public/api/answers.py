"""What every answer of the API has: read-only, for scripts of any site, refusals after RFC 9457 in Vietnamese."""

from functools import wraps

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from .. import queries
from ..cached_page import LIFE, page
from ..rate_limit import limited
from .parameters import Asked, Wrong
from .system_objects import PROBLEM

PER_MINUTE = 600
METHODS = "GET, HEAD, OPTIONS"
FREE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}
PLAIN = {"ensure_ascii": False}


def data(body):
    return JsonResponse(body, json_dumps_params=PLAIN)


def problem(status, title, **more):
    body = PROBLEM.write({"title": title, "status": status, **more})
    return free(JsonResponse(body, status=status, content_type="application/problem+json", json_dumps_params=PLAIN))


def free(response):
    """The answer, for the scripts of any site to read."""
    for name, value in FREE.items():
        response[name] = value
    response["X-Content-Type-Options"] = "nosniff"
    return response


def endpoint(*parameters):
    """A view of the API. It gets the values of its `parameters` as `asked`."""

    def query(texts):
        asked = Asked.of(texts, parameters)
        return {"asked": asked} if parameters else {}

    def make(view):
        @page(query=query)
        @wraps(view)
        def inner(request, **named):
            try:
                return view(request, **named)
            except queries.Withdrawn as withdrawn:
                return _taken_back(withdrawn.edition)
            except Http404:
                return _not_there()

        @for_reading
        @limited(PER_MINUTE, name="api", refuse=_too_many)
        @wraps(view)
        def answer(request, **named):
            try:
                return free(inner(request, **named))
            except Wrong as wrong:
                refusal = problem(400, wrong.reason, parameter=wrong.name)
                refusal["Cache-Control"] = LIFE
                return refusal

        return answer

    return make


def for_reading(view):
    """A view that only reads, also for the scripts of other sites; it knows no one, so no request can be forged."""

    @csrf_exempt
    @wraps(view)
    def answer(request, **named):
        if request.method == "OPTIONS":
            return free(HttpResponse(status=204, headers={"Allow": METHODS, **PREFLIGHT}))
        if request.method not in ("GET", "HEAD"):
            refusal = problem(405, "Dữ liệu chỉ để đọc: dùng GET.")
            refusal["Allow"] = METHODS
            return refusal
        return view(request, **named)

    return answer


@for_reading
def missing(request, rest):
    return _not_there()


def _too_many(request, seconds):
    return problem(429, f"Quá nhiều yêu cầu. Đề nghị thử lại sau {seconds} giây.")


def _taken_back(edition):
    """It was withdrawn with its page, or a correction dropped it: then the note of the correction says why."""
    is_dropped = edition.state == edition.State.REPLACED
    title = "Không còn trong bản đính chính." if is_dropped else "Đã thu hồi."
    return problem(410, title, detail=queries.reason_gone(edition) or None)


def _not_there():
    return problem(404, "Không có địa chỉ hoặc dữ liệu này.", detail="Xem /api/openapi.json.")
