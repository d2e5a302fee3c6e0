"""What programs ask the portal for: the newest sessions as a feed, the maps of all offices, where not to go."""

from datetime import datetime

from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Count, Exists, Max, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from ..models.public_index import DirectiveEntry, ListedUnit
from ..public.cached_page import origin
from ..public.crawlers import for_machines, sent
from ..public.feeds import IN_FEED, Rss, clean
from ..public.sitemap import Directives, Sessions, rules
from ..vietnamese import LOCAL_ZONE
from ..writers.article import article
from . import posted
from .places import Places
from .show import whose

PAGES = ("home", "places", "former", "sessions", "directives", "verify", "open_data")


@for_machines
def rss(request):
    here, places = origin(request), Places(request)
    entries = list(posted.newest(posted.of(places)).with_public_records()[:IN_FEED])
    moments = [timezone.localtime(entry.visible_from, LOCAL_ZONE) for entry in entries]
    changed = max(moments, default=None)
    made = Rss(
        title=clean(f"Phiên họp - {whose().name}"),
        link=f"{here}/",
        description=clean(f"Phiên họp mới đăng của {whose().name}."),
        language="vi",
        feed_url=here + request.path,
        moment=changed or datetime(1970, 1, 1, tzinfo=LOCAL_ZONE),
    )
    for entry in entries:
        made.add_item(**_item(entry, places.of(entry.office_id)))
    return sent(request, made.writeString("utf-8"), Rss.content_type, changed)


def _item(entry, place):
    words, address = article(entry.edition.public), place.at("session", entry.path)
    opening = clean(" ".join(words.opening))
    return {
        "title": clean(f"{place.name}: {entry.title}"),
        "link": address,
        "unique_id": address,
        "unique_id_is_permalink": True,
        "description": opening,
        "content": opening,
        "pubdate": timezone.localtime(entry.posted_at, LOCAL_ZONE),
        "updateddate": timezone.localtime(entry.visible_from, LOCAL_ZONE),
        "corrected": entry.edition.replaces_id is not None,
    }


@for_machines
def sitemap(request):
    """The portal's own map and those of all offices, each by its parts: an index may not name another index."""
    parts = [(origin(request) + reverse("portal:own_sitemap"), None), *_of_offices(Places(request))]
    items = [SitemapIndexItem(where, changed and changed.replace(microsecond=0)) for where, changed in parts]
    changed = max((each for _, each in parts if each), default=None)
    return sent(request, render_to_string("sitemap_index.xml", {"sitemaps": items}), "application/xml", changed)


def _of_offices(places):
    yield from ((place.at("sitemap_part", "trang"), None) for place in places.all)
    open_ones = [place.office.pk for place in places.all]
    told = {}
    for map_ in (Directives, Sessions):
        rows = map_.model.objects.live().filter(office__in=open_ones).order_by("office", "year")
        for office, year, count, changed in rows.values_list("office", "year").annotate(Count("pk"), Max("modified")):
            told[office, year] = max(changed, told.get((office, year), changed))
            for part in map_.names(year, count):
                yield places.of(office).at("sitemap_part", part), told[office, year]
    have_directives = DirectiveEntry.objects.live().filter(office=OuterRef("office"))
    named = ListedUnit.objects.filter(Exists(have_directives), office__in=open_ones).order_by("office")
    for office in named.values_list("office", flat=True).distinct():
        yield places.of(office).at("sitemap_part", "don-vi"), None


@for_machines
def own_sitemap(request):
    here = origin(request)
    urls = [{"location": here + reverse(f"portal:{name}"), "lastmod": None} for name in PAGES]
    return sent(request, render_to_string("public/sitemap.xml", {"urlset": urls}), "application/xml")


@for_machines
def robots(request):
    return sent(request, rules(origin(request) + reverse("portal:sitemap")), "text/plain")
