"""What a program may ask, and the answer where it asks wrongly: RFC 9457, in Vietnamese."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from ...models.public_index import PUBLIC_STATES
from ...record import SessionKind
from ...vietnamese import LOCAL_ZONE
from .. import queries
from ..cached_page import LIFE, page
from ..rate_limit import limited

DEFAULT_LIMIT, MOST = 20, 100
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
EARLIEST, LATEST = datetime(1000, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""Between them every database keeps a moment, whatever its zone."""


class Wrong(Exception):
    """A parameter that is refused: its name, and the sentence that says why."""

    def __init__(self, name, reason):
        super().__init__(name)
        self.name, self.reason = name, reason


def _not_valid(name, allowed):
    return Wrong(name, f"Tham số {name} không hợp lệ: {allowed}")


def problem(status, title, **more):
    body = {"type": "about:blank", "title": title, "status": status, **more}
    return _free(JsonResponse(body, status=status, content_type="application/problem+json", json_dumps_params=PLAIN))


PLAIN = {"ensure_ascii": False}


def data(body):
    return JsonResponse(body, json_dumps_params=PLAIN)


def _free(response):
    for name, value in FREE.items():
        response[name] = value
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _too_many(request, seconds):
    return problem(429, f"Quá nhiều yêu cầu. Đề nghị thử lại sau {seconds} giây.")


def endpoint(*names, **readers):
    """A view of the API. It gets the values of its parameters, `names`, as `asked`; `readers` are its own."""

    def query(given):
        asked = Asked.of(given, names, **readers)
        return {"asked": asked} if names else {}

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
                return _free(inner(request, **named))
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
            return _free(HttpResponse(status=204, headers={"Allow": METHODS, **PREFLIGHT}))
        if request.method not in ("GET", "HEAD"):
            refused = problem(405, "Dữ liệu chỉ để đọc: dùng GET.")
            refused["Allow"] = METHODS
            return refused
        return view(request, **named)

    return answer


@for_reading
def missing(request, rest):
    return _not_there()


def _taken_back(edition):
    """With its page, or by a correction that has it no more: then the note of the correction says why."""
    is_dropped = edition.state == edition.State.REPLACED
    title = "Không còn trong bản đính chính." if is_dropped else "Đã thu hồi."
    reason = queries.reason_gone(edition)
    return problem(410, title, **({"detail": reason} if reason else {}))


def _not_there():
    return problem(404, "Không có địa chỉ hoặc dữ liệu này.", detail="Xem /api/openapi.json.")


@dataclass(frozen=True)
class Asked:
    """The parameters of a list, and the `texts` that they were read from, by name, the cursor last."""

    texts: tuple[tuple[str, str], ...] = ()
    limit: int = DEFAULT_LIMIT
    cursor: int | str | None = None
    modified_since: datetime | None = None
    year: int | None = None
    kind: str = ""
    organization: str = ""
    state: str = ""

    @classmethod
    def of(cls, given, allowed, **readers):
        """From request.GET. Raises Wrong for a name that is not `allowed`, one given twice, and a wrong value."""
        if unknown := sorted(set(given) - set(allowed)):
            names = f"chỉ có {', '.join(allowed)}" if allowed else "địa chỉ này không có tham số"
            raise Wrong(unknown[0], f"Không có tham số {unknown[0]}: {names}.")
        for name, texts in given.lists():
            if len(texts) > 1:
                raise _not_valid(name, "chỉ ghi một lần.")
        readers = {**_READ, **readers}
        values = {name: readers[name](text) for name, text in given.items()}
        texts = sorted(given.items(), key=lambda item: (item[0] == "cursor", item))
        return cls(tuple(texts), **values)


def _limit(text):
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= MOST:
        raise _not_valid("limit", f"số từ 1 đến {MOST}.")
    return int(text)


def _year(text):
    if not re.fullmatch("[0-9]{4}", text) or text == "0000":
        raise _not_valid("year", "năm gồm bốn chữ số, ví dụ 2021.")
    return int(text)


_FROM_LINKS = "dùng địa chỉ trong links.next của trang trước."


def _cursor(text):
    if not re.fullmatch("[0-9a-z]{1,12}", text):
        raise _not_valid("cursor", _FROM_LINKS)
    return int(text, 36)


def slug_cursor(text):
    if not _is_slug(text):
        raise _not_valid("cursor", _FROM_LINKS)
    return text


def _moment(text):
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            moment = datetime.combine(date.fromisoformat(text), time.min, LOCAL_ZONE)
        elif re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", text) and (read := datetime.fromisoformat(text)).tzinfo:
            moment = read
        else:
            raise ValueError
    except ValueError:
        days = "ngày (2021-01-31) hoặc ngày giờ có múi giờ (2021-01-31T08:00:00+07:00)"
        raise _not_valid("modified_since", f"{days}; trong địa chỉ, dấu + viết là %2B.") from None
    return sorted((EARLIEST, moment, LATEST))[1]


def _one_of(name, choices):
    def read(text):
        if text not in choices:
            raise _not_valid(name, f"một trong {', '.join(choices)}.")
        return text

    return read


def _is_slug(text):
    return bool(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text)) and len(text) <= 120


def _slug(text):
    if not _is_slug(text):
        raise _not_valid("organization", "phần cuối địa chỉ của đơn vị, ví dụ ban-phap-che.")
    return text


_READ = {
    "limit": _limit,
    "cursor": _cursor,
    "modified_since": _moment,
    "year": _year,
    "kind": _one_of("kind", [each.value for each in SessionKind]),
    "organization": _slug,
    "state": _one_of("state", [*dict(PUBLIC_STATES), "overdue"]),
}


def written(key):
    """A key as a cursor."""
    digits, text = "0123456789abcdefghijklmnopqrstuvwxyz", ""
    while key:
        key, digit = divmod(key, 36)
        text = digits[digit] + text
    return text or "0"
