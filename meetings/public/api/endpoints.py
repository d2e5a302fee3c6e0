"""The addresses of the API."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404
from django.utils.http import int_to_base36

from ...models.edition import Edition
from ...models.public_index import DirectiveEntry, Searched, SessionEntry
from .. import directive_pages, queries, search_page, upcoming
from ..cached_page import kept, origin
from ..directive_status import today, tracked
from .announced_objects import ANNOUNCED
from .answers import data, endpoint
from .directive_objects import DIRECTIVE, DIRECTIVE_IN_FULL
from .fields import addresses
from .meeting_objects import MEETING, MEETING_IN_FULL, Meeting
from .openapi import description
from .parameters import OF_DIRECTIVES, OF_MEETINGS, OF_ORGANIZATIONS
from .system_objects import BODY, GONE, ORGANIZATION, SYSTEM


def written(request, object_type, row):
    return object_type.write(row, addresses(origin(request)))


@endpoint()
def system(request):
    return data(written(request, SYSTEM, None))


@endpoint()
def described(request):
    return data(description(origin(request)))


@endpoint()
def bodies(request):
    return data({"data": [written(request, BODY, each) for each in kept(request, "all bodies", queries.all_bodies)]})


@endpoint()
def body(request, slug):
    of_name = (each for each in kept(request, "all bodies", queries.all_bodies) if each["slug"] == slug)
    if found := next(of_name, None):
        return data(written(request, BODY, found))
    raise Http404


@endpoint(*OF_MEETINGS)
def meetings(request, asked):
    entries = SessionEntry.objects.all()
    if asked.organization:
        named = DirectiveEntry.objects.filter(parties__slug=asked.organization)
        gone = Q(is_live=False, session__in=named.filter(is_live=False).values("session"))
        entries = entries.filter(gone | Q(session__in=named.live().values("session")))
    narrow = {"year": asked.year, "kind": asked.kind}
    entries = entries.filter(**{name: value for name, value in narrow.items() if value})
    entries = _with_words(entries, asked, Searched.SESSION)
    return _page_of(request, asked, entries, MEETING, _meetings)


def _meetings(keys):
    entries = SessionEntry.objects.live().filter(key__in=keys).with_public_records()
    return {entry.key: Meeting(entry, entry.edition.public) for entry in entries}


@endpoint()
def meeting(request, name):
    path = name.replace("-", "/", 2)
    entries = SessionEntry.objects.live().with_public_records()
    if entry := entries.filter(path=path).first():
        return data(written(request, MEETING_IN_FULL, Meeting(entry, entry.edition.public)))
    if announced := next((each for each in upcoming.all_announced() if each.edition.path == path), None):
        return data(written(request, ANNOUNCED, announced))
    queries.at(path)
    raise Http404


@endpoint()
def announced(request):
    return data({"data": [written(request, ANNOUNCED, each) for each in upcoming.all_announced()]})


@endpoint(*OF_DIRECTIVES)
def directives(request, asked):
    entries = DirectiveEntry.objects.all()
    if asked.organization:
        entries = entries.naming(asked.organization)
    if asked.state:
        entries = entries.overdue(today()) if asked.state == "overdue" else entries.filter(state=asked.state)
    entries = entries.filter(year=asked.year) if asked.year else entries
    entries = _with_words(entries, asked, Searched.DIRECTIVE)
    return _page_of(request, asked, entries, DIRECTIVE, _directives)


def _directives(keys):
    return {directive.entry.key: directive for directive in tracked(keys)}


@endpoint()
def directive(request, reference):
    entry = directive_pages.in_force(reference)
    (directive,) = tracked([entry.key])
    return data(written(request, DIRECTIVE_IN_FULL, directive))


@endpoint(*OF_ORGANIZATIONS)
def organizations(request, asked):
    rows = queries.units().order_by("slug")
    total = kept(request, "api organizations", rows.count)
    if asked.cursor:
        rows = rows.filter(slug__gt=asked.cursor)
    shown, last = _cut(rows, asked.limit)
    units = [written(request, ORGANIZATION, unit) for unit in shown]
    return _listed(request, asked, units, last and last.slug, total)


@endpoint()
def organization(request, slug):
    if unit := queries.units().filter(slug=slug).first():
        return data(written(request, ORGANIZATION, unit))
    raise Http404


def _with_words(entries, asked, kind):
    """Of too many the newest alone, as in the search box."""
    if not asked.q:
        return entries
    return entries.filter(key__in=search_page.keys_with(asked.q, asked.organization, asked.year, kind))


def _page_of(request, asked, entries, object_type, rows_at):
    """The objects of `entries` from the cursor on, the newest first, written from `rows_at(keys)`. Whoever asks for
    changes also gets what is gone."""
    live, closed = entries.live(), {}
    if asked.modified_since:
        closed = _closed_since(asked, entries.model)
        changed = entries.filter(modified__gte=asked.modified_since)
        gone = changed.filter(is_live=False, edition__in=Edition.objects.told())
        live = (changed.live() | gone | entries.model.objects.filter(pk__in=closed)).distinct()
    rows = live.newest_first()
    total = kept(request, f"api {entries.model.__name__} {_without_cursor(asked)}", rows.count)
    if asked.cursor is not None:
        rows = rows.filter(key__lt=asked.cursor)
    shown, last = _cut(rows.select_related(None).defer("edition"), asked.limit)
    for entry in shown:
        entry.modified = closed.get(entry.pk, entry.modified)
    there = rows_at([entry.key for entry in shown if entry.is_live])
    of_each = [(object_type, there[entry.key]) if entry.key in there else (GONE, entry) for entry in shown]
    objects = [written(request, of_type, row) for of_type, row in of_each]
    return _listed(request, asked, objects, last and int_to_base36(last.key), total)


def _closed_since(asked, model):
    """When the entries were withdrawn that are set to appear again: {pk: moment}. Nobody may know yet what they will
    say, so a list of one unit has them all."""
    narrow = {name: value for name in ("year", "kind") if (value := getattr(asked, name))}
    editions = queries.withdrawn_until_they_return(model.objects.filter(**narrow))
    return {pk: edition.closed_at for pk, edition in editions.items() if edition.closed_at >= asked.modified_since}


def _cut(rows, limit):
    """The first of `rows`, and the last of those where more follow."""
    rows = list(rows[: limit + 1])
    return rows[:limit], rows[limit - 1] if len(rows) > limit else None


def _without_cursor(asked):
    return {name: text for name, text in asked.texts if name not in ("cursor", "limit")}


def _listed(request, asked, objects, cursor, total):
    """A page of `total` objects, with the way to the next, which begins after `cursor`, where there is one."""
    first = {name: text for name, text in asked.texts if name != "cursor"}
    links = {"self": _address(request, dict(asked.texts)), "first": _address(request, first)}
    if cursor:
        links["next"] = _address(request, {**first, "cursor": cursor})
    sizes = {"elementsPerPage": asked.limit, "totalElements": total, "totalPages": max(1, -(-total // asked.limit))}
    return data({"data": objects, "links": links, "pagination": sizes})


def _address(request, texts):
    return origin(request) + request.path + (f"?{urlencode(texts)}" if texts else "")
