"""What every public page has: whose site it is, its one address, and the same bytes for the same state of the site.

A page depends on the state of the site and its own address, never on who asks. What was rendered once is kept under
these two, plain and compressed; whoever has it already gets 304, and nothing is rendered.
"""

import gzip
import hashlib
import logging
from dataclasses import replace
from functools import wraps

from django.core.cache import cache
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, quote_etag
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from council.release import RELEASE

from ..models.office_scope import current, is_every
from ..vietnamese import month_and_year
from ..writers import fonts, linked_data
from ..writers.masthead import NEUTRAL, masthead, of_name
from . import outage, queries, site_state
from .query_parameters import parameters

LIFE = "public, max-age=0, s-maxage=60, stale-if-error=86400"
"""A browser asks again each time, so that whoever corrected a page sees the correction; the answer is mostly a 304. A
cache that many share may serve it for a minute."""
KEPT_SECONDS = 24 * 3600
NO_PARAMETERS = parameters()
WORTH_COMPRESSING = 1024
COMPRESSED = ("text/", "application/json", "application/xml", "application/rss", "application/atom", "image/svg")

log = logging.getLogger(__name__)


def page(view=None, *, query=NO_PARAMETERS, beside=None):
    """A page anybody may read and any cache may keep; what was withdrawn answers 410 with the reason.

    `query` reads the parameters of the address: the view gets its values as keyword arguments, and the answer is
    kept under them. `beside(**named)` is what the page shows that does not make it a new page, as the count of its
    readers does not.
    """
    if view is None:
        return lambda view: page(view, query=query, beside=beside)

    @csrf_exempt  # it reads alone: what is sent to it is refused by its method, not for want of a token
    @require_safe
    @wraps(view)
    def answer(request, **named):
        asked = query(request.GET)
        try:
            return answer_now(request, named, asked)
        except (OperationalError, InterfaceError) as silent:
            if found := _while_silent(request, asked):
                log.error("Cơ sở dữ liệu không trả lời, trang đã giữ được đưa ra: %s", silent)
                return found
            raise

    def answer_now(request, named, asked):
        now = request.state = _state()
        etag = now.etag(origin(request), request.path, repr(asked))
        if unchanged := _unchanged(request, etag, now.moment):
            return unchanged
        shown = str(beside(**named)) if beside else ""
        kept_under = f"page:{hashlib.sha256(f'{etag} {shown}'.encode()).hexdigest()}"
        if held := _kept(kept_under):
            return _sent(request, *held, etag, now.moment)
        try:
            response = view(request, **named, **asked)
        except queries.Withdrawn as withdrawn:
            return gone(request, withdrawn.edition)
        if response.streaming and response.status_code == 200 and not response.has_header("ETag"):
            return _headed(response, quote_etag(etag), now.moment)
        if response.streaming or response.status_code != 200 or response.has_header("ETag"):
            response.headers.setdefault("Cache-Control", LIFE)
            return response
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        made = headers, response.content, _compressed(headers, response.content)
        _keep(kept_under, made)
        _keep(f"last:{etag}", kept_under)
        return _sent(request, *made, etag, now.moment)

    return answer


def _state():
    if outage.is_left_alone():
        raise OperationalError("vừa không trả lời")
    try:
        state = site_state.now()
    except (OperationalError, InterfaceError):
        outage.failed()
        raise
    outage.remember(state)
    return state


def _while_silent(request, asked):
    """The page as it was last made, at the state that was known last; None where it was not."""
    state, moment = outage.last_known()
    etag = state and state.etag(origin(request), request.path, repr(asked))
    kept_under = etag and _kept(f"last:{etag}")
    held = kept_under and _kept(kept_under)
    return outage.as_of(held, moment) if held else None


def origin(request):
    """Where the site is, as its pages name themselves: "https://hdnd.example"."""
    site = "" if is_every() else current().site
    return site or f"{request.scheme}://{request.get_host()}"


def _unchanged(request, etag, moment):
    """304 to whoever names the page at this state, plain or compressed. No query is made for it."""
    asked = request.headers.get("If-None-Match", "")
    current = next((version for version in (quote_etag(f"{etag}-gz"), quote_etag(etag)) if version in asked), None)
    return _headed(HttpResponseNotModified(), current, moment) if current else None


def _headed(response, etag, moment):
    response["ETag"], response["Cache-Control"] = etag, LIFE
    response["Last-Modified"] = http_date(moment.timestamp())
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _compressed(headers, content):
    """None where the content is too short or of a kind that does not shrink."""
    worth = len(content) >= WORTH_COMPRESSING and headers.get("Content-Type", "").startswith(COMPRESSED)
    return gzip.compress(content, 6, mtime=0) if worth else None


def _sent(request, headers, plain, compressed, etag, moment):
    fits = compressed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(compressed if fits else plain, headers=headers)
    if fits:
        response["Content-Encoding"] = "gzip"
    response = _headed(response, quote_etag(f"{etag}-gz" if fits else etag), moment)
    return get_conditional_response(request, response["ETag"], int(moment.timestamp()), response)


def unless_held(request, response, modified=None):
    """The answer, or 304 to whoever has the same bytes already; `modified` is the moment of its last change."""
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()}"'
    seconds = modified and int(modified.timestamp())
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    return get_conditional_response(request, etag=response["ETag"], last_modified=seconds, response=response)


def kept(request, name, make):
    """What `make()` returns, made once for a state of the site: for counts over everything."""
    return _made_once(f"fact:{request.state.etag(name)}", make)


def kept_of(edition, beside, make):
    """What `make()` renders of a frozen record and of what is shown `beside` it, kept under the record's hash."""
    parts = (RELEASE, site_state.shown_settings(), edition.record_sha256, f"{edition.pk}", repr(beside))
    return _made_once(f"record:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}", make)


def _made_once(key, make):
    if (value := _kept(key)) is None:
        _keep(key, value := make())
    return value


def _kept(key):
    try:
        return cache.get(key)
    except Exception as dead:  # every cache has errors of its own; the page is made without it
        log.warning("Bộ nhớ đệm không trả lời: %s", dead)
        return None


def _keep(key, value):
    try:
        cache.set(key, value, KEPT_SECONDS)
    except Exception as dead:
        log.warning("Bộ nhớ đệm không nhận: %s", dead)


def gone(request, edition):
    context = {
        "edition": edition,
        "masthead": with_contacts(masthead(edition.public.council)),
        "is_dropped": edition.state == edition.State.REPLACED,
        "reason": queries.reason_gone(edition),
    }
    if edition.kind == edition.INVITES and edition.held_on:
        context |= {"called_off": edition.held_on, "linked": _called_off(request, edition)}
    response = render(request, "public/withdrawn.html", context, status=410)
    response["Cache-Control"] = LIFE
    return response


def _called_off(request, edition):
    site, council = origin(request), edition.public.council
    address = site + reverse("public:session", args=[edition.path])
    title = f"Phiên họp {month_and_year(edition.year, edition.month)}"
    return linked_data.called_off(title, edition.held_on, address=address, site=site, council=council)


def newest_masthead():
    """The masthead of the council in office, as its newest session names it. A session's own page has its own."""
    newest = queries.newest_in_office()
    return of_site(masthead(newest.public.council) if newest else of_name(current().name))


def of_site(shown):
    """The masthead under the name that the office gave its site, if it gave one."""
    name = current().site_name
    return with_contacts(replace(shown, body="", place=name) if name else shown)


def with_contacts(shown):
    """With what the office wants at the foot of its pages today; the rest as the record has it."""
    office = current()
    names = ("address", "telephone", "email", "responsible")
    return replace(shown, **{name: value for name in names if (value := getattr(office, name))})


def show(request, template, address, **context) -> HttpResponse:
    """The page at its one `address`, whatever the query string it was asked with, and the picture to share it with:
    that of the council, where no other is named and somebody has spoken."""
    site = origin(request)
    has_picture = context.get("masthead", NEUTRAL).has_spoken and fonts.is_installed()
    picture = site + reverse("public:council_picture") if has_picture else ""
    shown = {"canonical": site + address, "picture": picture, **context}
    return render(request, f"public/{template}.html", shown)
