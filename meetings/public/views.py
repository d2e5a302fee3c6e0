"""The pages of the public site: the front, the archive, a session."""

import re
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from ..vietnamese import LOCAL_ZONE
from ..writers.article import article
from ..writers.masthead import NEUTRAL, masthead
from . import archive as room
from . import coming, shelf
from .page import newest_masthead, page, show

ON_A_PAGE, IN_SHORT_LIST = 20, 5


@page(beside=lambda: room.views_of_newest())
def front(request):
    edition = room.readable().newest_first().first()
    if edition is None:
        return show(request, "empty", reverse("public:front"), masthead=NEUTRAL, coming=coming.next_announced())
    context = {
        "coming": coming.next_announced(),
        "edition": edition,
        "article": article(edition.public),
        "views": room.views_of_newest(),
        "papers": shelf.listed(edition.session_id),
        "months": room.months(edition.year),
        "previous": room.listed()[1 : 1 + IN_SHORT_LIST],
    }
    return show(request, "front", reverse("public:front"), **context)


@page(asks=("nam", "trang"))
def archive(request):
    year, years = _number(request, "nam"), list(room.years())
    listed = room.listed().filter(year=year) if year else room.listed()
    try:
        rows = Paginator(listed, ON_A_PAGE).page(_number(request, "trang") or 1)
    except InvalidPage:
        raise Http404 from None
    context = {"masthead": newest_masthead(), "year": year, "years": years, "rows": rows}
    return show(request, "archive", _archive_address(year, rows.number), **context)


def _archive_address(year, number):
    asked = {"nam": year, "trang": number if number > 1 else None}
    query = urlencode({key: value for key, value in asked.items() if value})
    return reverse("public:archive") + (f"?{query}" if query else "")


def _number(request, name):
    """The number in the query, None where there is none; anything else is no address of ours."""
    given = request.GET.get(name, "")
    if given and not re.fullmatch("[1-9][0-9]{0,3}", given):
        raise Http404
    return int(given) if given else None


@page(beside=lambda path: room.views_at(path))
def session(request, path):
    try:
        edition = room.at(path)
    except Http404:
        return _announced(request, path)
    states = room.states(edition.session_id)
    today = timezone.localdate(timezone=LOCAL_ZONE)
    neighbours = room.neighbours(edition)
    context = {
        "edition": edition,
        "article": article(edition.public, states=states, today=today),
        "views": room.views_at(path),
        "papers": shelf.listed(edition.session_id),
        "neighbours": neighbours,
        "coming": None if neighbours.get("next") else coming.next_announced(),
        "newest": room.listed()[:IN_SHORT_LIST],
    }
    return show(request, "session", reverse("public:session", args=[path]), **context)


def _announced(request, path):
    """What the invitation says of a session that is not told of yet."""
    announced = coming.at(path)
    edition = announced.edition
    papers = [each for each in shelf.listed(edition.session_id) if each.edition.kind == coming.INVITATION]
    context = {
        "coming": announced,
        "edition": edition,
        "papers": papers,
        "agenda": edition.public.agenda,
        "masthead": masthead(edition.public.council),
    }
    return show(request, "coming", reverse("public:session", args=[path]), **context)


@page
def earlier(request, path, sequence):
    """A replaced edition stays readable, marked as such; how far its directives came is said on the live one."""
    live = room.at(path)
    if sequence == live.sequence:
        return redirect("public:session", path)
    edition = get_object_or_404(room.replaced_by(live), sequence=sequence)
    context = {"edition": edition, "live": live, "article": article(edition.public)}
    return show(request, "session", reverse("public:session", args=[path]), **context)


@page
def one_digit_month(request, year, month, rest):
    return redirect(f"{reverse('public:archive')}{year}/{int(month):02d}/{rest}", permanent=True)
