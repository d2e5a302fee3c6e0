"""One line in the log for each request, and an id by which a visitor's error page leads to it."""

import logging
import re
import time
from uuid import uuid4

from django.db import connection

from .database_patience import PUBLIC_SECONDS, SAVE_SECONDS, patience
from .json_log import at_work
from .maintenance import DESK
from .refusals import address_of

_SAFE = re.compile(r"[A-Za-z0-9._-]{8,64}")
_log = logging.getLogger("council.request")


class RequestLog:
    """Comes first, so that a refusal of any other middleware is told too. Form values and searches are not told."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        request.id = given if _SAFE.fullmatch(given) else uuid4().hex
        known = {"request": request.id}
        mark, began, count = at_work.set(known), time.monotonic(), Counter()
        try:
            is_read = request.method in ("GET", "HEAD") and not request.path.startswith(DESK)
            seconds = PUBLIC_SECONDS if is_read else SAVE_SECONDS
            with connection.execute_wrapper(count), patience(seconds):
                response = self.get_response(request)
            response["X-Request-ID"] = request.id
            self._tell(request, response, known, round((time.monotonic() - began) * 1000), count.queries)
        finally:
            at_work.reset(mark)
        return response

    def _tell(self, request, response, known, ms, queries):
        known["office"] = getattr(getattr(request, "office", None), "slug", None)
        known["user"] = getattr(getattr(request, "_cached_user", None), "pk", None)
        said = {"method": request.method, "path": request.path, "status": response.status_code, "ms": ms}
        said |= {"queries": queries, "from": address_of(request)}
        _log.info("%s %s %s", request.method, request.path, response.status_code, extra={"said": said})


class Counter:
    """Counts the queries of the request."""

    def __init__(self):
        self.queries = 0

    def __call__(self, execute, *args):
        self.queries += 1
        return execute(*args)
