"""What crawlers ask for: the addresses there are, each with its last change, and where not to go."""

from dataclasses import dataclass
from math import ceil
from xml.sax.saxutils import escape

from django.db.models import Count, Max
from django.http import Http404
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from ..models.public_index import DirectiveEntry, SessionEntry
from ..vietnamese import LOCAL_ZONE
from .cached_page import origin
from .crawlers import for_machines, sent

IN_A_PART = 5_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ROBOTS = """User-agent: *
Allow: /
Disallow: /quan-tri/
Disallow: /tim-kiem/
Sitemap: {sitemap}
"""


class Pages:
    """The pages there are one of each: those that show the newest session, and those that stay as they are."""

    CHANGING = ("public:front", "public:archive", "public:directives", "public:units")
    STANDING = ("/xac-minh/", "/kha-nang-tiep-can/", "/du-lieu-mo/", "/en/")

    def parts(self):
        yield "trang", _newest()

    def entries(self, name):
        if name != "trang":
            return None
        newest = _newest()
        return [*((reverse(view), newest) for view in self.CHANGING), *((each, None) for each in self.STANDING)]


@dataclass(frozen=True)
class ByYear:
    """A part for each year, "2021"; a year of more entries than a part holds goes on in "2021-2"."""

    model: type
    view: str
    name: str
    """What of an entry stands in its address."""
    changed: str
    prefix: str = ""

    def parts(self):
        years = self.model.objects.live().order_by("year").values("year")
        for each in years.annotate(entries=Count("pk"), last=Max(self.changed)):
            for place in range(1, ceil(each["entries"] / IN_A_PART) + 1):
                part = f"{self.prefix}{each['year']}"
                yield f"{part}-{place}" if place > 1 else part, each["last"]

    def entries(self, name):
        if not name.startswith(self.prefix):
            return None
        year, _, place = name.removeprefix(self.prefix).partition("-")
        if not (year.isdecimal() and len(year) == 4 and (not place or place.isdecimal() and 1 < int(place) < 1000)):
            return None
        first = (int(place or 1) - 1) * IN_A_PART
        listed = self.model.objects.live().filter(year=year).order_by("key")[first : first + IN_A_PART]
        told = listed.values_list(self.name, self.changed)
        return [(reverse(self.view, args=[each]), moment) for each, moment in told] or None


SECTIONS = [
    Pages(),
    ByYear(SessionEntry, "public:session", "path", "visible_from"),
    ByYear(DirectiveEntry, "public:directive", "reference", "modified", prefix="chi-dao-"),
]
"""Each tells its parts, (name, last change), and the entries of one, (address, last change), None if not its own."""


@for_machines
def index(request):
    parts = [part for section in SECTIONS for part in section.parts()]
    named = [(reverse("public:sitemap_part", args=[name]), moment) for name, moment in parts]
    return _sent(request, "sitemapindex", "sitemap", named)


@for_machines
def part(request, name):
    for section in SECTIONS:
        if entries := section.entries(name):
            return _sent(request, "urlset", "url", entries)
    raise Http404


@for_machines
def robots(request):
    return sent(request, ROBOTS.format(sitemap=origin(request) + reverse("public:sitemap")), "text/plain")


@cache_control(public=True, max_age=24 * 60 * 60)
def favicon(request):
    """Where programs look for it that read no page."""
    return redirect(static("favicon.svg"))


def _sent(request, root, each, entries):
    here = origin(request)
    lines = "".join(
        f"<{each}><loc>{escape(here + address)}</loc>{_last(moment)}</{each}>\n" for address, moment in entries
    )
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{lines}</{root}>\n'
    changed = max((moment for _, moment in entries if moment), default=None)
    return sent(request, text, "application/xml", changed)


def _last(moment):
    return (
        f"<lastmod>{timezone.localtime(moment, LOCAL_ZONE).isoformat(timespec='seconds')}</lastmod>" if moment else ""
    )


def _newest():
    return SessionEntry.objects.live().aggregate(last=Max("visible_from"))["last"]
