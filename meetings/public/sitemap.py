"""What crawlers ask for: the addresses there are, each with its last change, and where not to go.

The maps are Django's. Its views are not used: for the index they read every map, and they name the host of the
request and not that of the site. The template of the map is ours, because Django's shows only the day of a change.
"""

import re
from math import ceil
from types import SimpleNamespace

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.core.paginator import EmptyPage
from django.db.models import Count, F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from council.release import RELEASED_AT

from ..models.edition import Edition
from ..models.office import shows_samples
from ..models.public_index import DirectiveEntry, Party, SessionEntry
from . import queries
from .cached_page import origin
from .crawlers import for_machines, sent

ROBOTS = """User-agent: *
Allow: /
Disallow: /quan-tri/
Disallow: /tim-kiem/
Sitemap: {sitemap}
"""

NOTHING = """User-agent: *
Disallow: /
"""


class Pages(Sitemap):
    """The pages there are one of each: those that show the newest session, and those that stay as they are."""

    OF_SESSIONS = ("public:front", "public:archive")
    OF_DIRECTIVES = ("public:directives", "public:units")
    STANDING = ("/lich/", "/xac-minh/", "/gioi-thieu/", "/kha-nang-tiep-can/", "/du-lieu-mo/", "/en/")

    @classmethod
    def parts(cls):
        yield "trang", max(filter(None, (_newest(), _last_told(), RELEASED_AT)), default=None)

    @classmethod
    def part(cls, name):
        return (cls(), 1) if name == "trang" else None

    def items(self):
        newest, told = _newest(), _last_told()
        changed = max(filter(None, (newest, told)), default=None)
        pages = [(reverse(view), changed) for view in self.OF_SESSIONS]
        pages += [(reverse(view), told) for view in self.OF_DIRECTIVES]
        return [*pages, *((path, RELEASED_AT) for path in self.STANDING)]

    def location(self, item):
        return item[0]

    def lastmod(self, item):
        return _second(item[1])


class ByYear(Sitemap):
    """The entries of a year: part "2021", which goes on in "2021-2" when there are more than a part holds."""

    limit = 5_000
    prefix = ""

    def __init__(self, year):
        self.year = year

    @classmethod
    def live(cls):
        return cls.model.objects.live()

    @classmethod
    def parts(cls):
        """The names of all parts, each with the last change in its year."""
        years = cls.live().order_by("year").values("year")
        for row in years.annotate(entries=Count("pk"), last=Max(cls.changed)):
            yield from ((part, row["last"]) for part in cls.names(row["year"], row["entries"]))

    @classmethod
    def names(cls, year, count):
        part = f"{cls.prefix}{year}"
        return [f"{part}-{page}" if page > 1 else part for page in range(1, ceil(count / cls.limit) + 1)]

    @classmethod
    def part(cls, name):
        """The map that has the part and its page there; None for what is no name of ours."""
        match = re.fullmatch(f"{cls.prefix}([0-9]{{4}})(?:-([2-9]|[1-9][0-9]{{1,2}}))?", name)
        return match and (cls(int(match[1])), int(match[2] or 1))

    def items(self):
        entries = self.live().filter(year=self.year).order_by("key")
        return list(entries.values_list(self.in_address, self.changed))

    def location(self, item):
        return reverse(self.view, args=[item[0]])

    def lastmod(self, item):
        return _second(item[1])


class Sessions(ByYear):
    """Of a session also a report on what it gave changes the page, and a paper that was issued."""

    model, view, in_address, changed = SessionEntry, "public:session", "path", "last"

    @classmethod
    def parts(cls):
        """By the year alone: asking each session, as its own map does, would cost as much as all maps together."""
        told = dict(DirectiveEntry.objects.live().order_by().values_list("year").annotate(Max("modified")))
        papers = Edition.objects.left().filter(is_public=True).order_by()
        issued = dict(papers.values_list("year").annotate(Max("visible_from")))
        years = SessionEntry.objects.live().order_by("year").values_list("year").annotate(Count("pk"))
        for year, count in years:
            newest = max(filter(None, (told.get(year), issued.get(year))))
            yield from ((part, newest) for part in cls.names(year, count))

    @classmethod
    def live(cls):
        live, session = super().live(), OuterRef("session")
        told = DirectiveEntry.objects.live().filter(session=session).order_by("-modified").values("modified")[:1]
        papers = Edition.objects.left().filter(session=session, is_public=True).order_by("-visible_from")
        own = F("visible_from")
        return live.annotate(
            told=Coalesce(Subquery(told), own), papers=Coalesce(Subquery(papers.values("visible_from")[:1]), own)
        ).annotate(last=Greatest("visible_from", "told", "papers"))


class Directives(ByYear):
    model, view, in_address, changed = DirectiveEntry, "public:directive", "reference", "modified"
    prefix = "chi-dao-"


class Units(Sitemap):
    """The pages of the units, each with the last change of a directive that names it."""

    limit = 5_000

    @classmethod
    def parts(cls):
        for page in range(1, ceil(queries.units().count() / cls.limit) + 1):
            yield f"don-vi-{page}" if page > 1 else "don-vi", _last_told()

    @classmethod
    def part(cls, name):
        match = re.fullmatch("don-vi(?:-([2-9]|[1-9][0-9]{1,2}))?", name)
        return match and (cls(), int(match[1] or 1))

    def items(self):
        named = Party.objects.filter(directive__in=DirectiveEntry.objects.live()).order_by("slug")
        return list(named.values_list("slug").annotate(Max("directive__modified")))

    def location(self, item):
        return reverse("public:unit", args=[item[0]])

    def lastmod(self, item):
        return _second(item[1])


SITEMAPS = (Pages, Sessions, Directives, Units)


@for_machines
def index(request):
    parts = [(name, _second(changed)) for sitemap in SITEMAPS for name, changed in sitemap.parts()]
    here = origin(request)
    items = [SitemapIndexItem(here + reverse("public:sitemap_part", args=[name]), changed) for name, changed in parts]
    return _sent(request, "sitemap_index.xml", {"sitemaps": items}, [changed for _, changed in parts])


@for_machines
def part(request, name):
    sitemap, page = next(filter(None, (sitemap.part(name) for sitemap in SITEMAPS)), (None, 1))
    if sitemap is None:
        raise Http404
    protocol, _, domain = origin(request).partition("://")
    try:
        urls = sitemap.get_urls(page, SimpleNamespace(domain=domain), protocol)
    except EmptyPage:
        raise Http404 from None
    if not urls:
        raise Http404
    return _sent(request, "public/sitemap.xml", {"urlset": urls}, [url["lastmod"] for url in urls])


def _sent(request, template, context, moments):
    changed = max(filter(None, moments), default=None)
    return sent(request, render_to_string(template, context), "application/xml", changed)


def _second(moment):
    return moment and moment.replace(microsecond=0)


def _last_told():
    return DirectiveEntry.objects.live().aggregate(last=Max("modified"))["last"]


def _newest():
    return SessionEntry.objects.live().aggregate(last=Max("visible_from"))["last"]


@for_machines
def robots(request):
    return sent(request, rules(origin(request) + reverse("public:sitemap")), "text/plain")


def rules(sitemap):
    """Sample data are no business of a search engine."""
    return NOTHING if shows_samples() else ROBOTS.format(sitemap=sitemap)


@cache_control(public=True, max_age=24 * 60 * 60)
def favicon(request):
    """Where programs look for it that read no page."""
    return redirect(static("favicon.svg"))
