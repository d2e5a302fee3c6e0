"""The addresses of the API."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404

from ...models.public_index import DirectiveEntry, Party, SessionEntry
from .. import directive_pages, queries
from ..cached_page import origin
from ..directive_status import UNREAD, reports, today, tracked
from .objects import Writer
from .openapi import description
from .parameters import data, endpoint, slug_cursor, written

LIST = ("limit", "cursor", "modified_since")


@endpoint()
def system(request):
    return data(Writer(origin(request)).system())


@endpoint()
def described(request):
    return data(description(origin(request)))


@endpoint()
def bodies(request):
    newest = queries.newest_in_office()
    writer = Writer(origin(request))
    return data({"data": [writer.body(newest.public.council)] if newest else []})


@endpoint(*LIST, "year", "kind", "organization")
def meetings(request, asked):
    entries = SessionEntry.objects.all()
    if asked.organization:
        named = DirectiveEntry.objects.filter(parties__slug=asked.organization)
        gone = Q(is_live=False, session__in=named.filter(is_live=False).values("session"))
        entries = entries.filter(gone | Q(session__in=named.live().values("session")))
    narrow = {"year": asked.year, "kind": asked.kind}
    entries = entries.filter(**{name: value for name, value in narrow.items() if value})
    writer = Writer(origin(request))
    return _page_of(request, asked, entries, lambda keys: _meetings(keys, writer), writer)


def _meetings(keys, writer):
    found = SessionEntry.objects.live().filter(key__in=keys).select_related("edition").defer(*UNREAD)
    return {each.key: writer.meeting(each) for each in found}


@endpoint()
def meeting(request, name):
    path = name.replace("-", "/", 2)
    found = SessionEntry.objects.live().select_related("edition").defer(*UNREAD)
    if entry := found.filter(path=path).first():
        return data(Writer(origin(request)).meeting_in_full(entry))
    queries.at(path)
    raise Http404


@endpoint(*LIST, "year", "organization", "state")
def all_directives(request, asked):
    entries = DirectiveEntry.objects.all()
    if asked.organization:
        entries = entries.filter(pk__in=Party.objects.filter(slug=asked.organization).values("directive"))
    if asked.state:
        entries = entries.overdue(today()) if asked.state == "overdue" else entries.filter(state=asked.state)
    entries = entries.filter(year=asked.year) if asked.year else entries
    writer = Writer(origin(request))
    made = lambda keys: {each.entry.key: writer.directive(each) for each in tracked(keys)}  # noqa: E731
    return _page_of(request, asked, entries, made, writer)


@endpoint()
def directive(request, reference):
    entry = directive_pages.in_force(reference)
    (found,) = tracked([entry.key])
    return data(Writer(origin(request)).directive_in_full(found, reports([entry])))


@endpoint("limit", "cursor", cursor=slug_cursor)
def organizations(request, asked):
    writer = Writer(origin(request))
    rows = queries.units().order_by("slug")
    if asked.cursor:
        rows = rows.filter(slug__gt=asked.cursor)
    shown, last = _cut(rows, asked.limit)
    return _listed(request, asked, map(writer.organization, shown), last and last.slug)


@endpoint()
def organization(request, slug):
    if found := queries.units().filter(slug=slug).first():
        return data(Writer(origin(request)).organization(found))
    raise Http404


def _page_of(request, asked, entries, made, writer):
    """The newest first from the cursor on. What is gone is told to who asks for changes."""
    live, closed = entries.live(), {}
    if asked.modified_since:
        closed = _closed_since(asked, entries.model)
        changed = entries.filter(modified__gte=asked.modified_since)
        gone = changed.filter(is_live=False, edition__in=queries.seen())
        live = (changed.live() | gone | entries.model.objects.filter(pk__in=closed)).distinct()
    rows = live.newest_first()
    if asked.cursor is not None:
        rows = rows.filter(key__lt=asked.cursor)
    shown, last = _cut(rows.select_related(None).defer("edition"), asked.limit)
    for each in shown:
        each.modified = closed.get(each.pk, each.modified)
    objects = made([each.key for each in shown if each.is_live])
    found = [objects.get(each.key) or writer.gone(each) for each in shown]
    return _listed(request, asked, found, last and written(last.key))


def _closed_since(asked, model):
    """When those were taken back that are set to appear again: {pk: moment}. What they will say is not known yet, so
    that whoever follows one unit is told of them all."""
    narrow = {name: value for name in ("year", "kind") if (value := getattr(asked, name))}
    told = queries.gone_until_they_appear(model.objects.filter(**narrow))
    return {pk: each.closed_at for pk, each in told.items() if each.closed_at >= asked.modified_since}


def _cut(rows, limit):
    """The first of `rows`, and the last of those where more follow."""
    rows = list(rows[: limit + 1])
    return rows[:limit], rows[limit - 1] if len(rows) > limit else None


def _listed(request, asked, found, cursor):
    """A page, with the way to the next, which begins after `cursor`, where there is one."""
    first = {name: text for name, text in asked.texts if name != "cursor"}
    links = {"self": _address(request, dict(asked.texts)), "first": _address(request, first)}
    if cursor:
        links["next"] = _address(request, {**first, "cursor": cursor})
    return data({"data": list(found), "links": links, "pagination": {"elementsPerPage": asked.limit}})


def _address(request, texts):
    return origin(request) + request.path + (f"?{urlencode(texts)}" if texts else "")
