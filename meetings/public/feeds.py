"""For feed readers: the newest sessions in full, as RSS 2.0 and as Atom; the news of a directive or of a unit."""

import re
from datetime import datetime
from operator import attrgetter

from django.db.models import Max, Q
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc3339_date
from django.utils.html import linebreaks

from ..models import public_news
from ..models.edition import Edition
from ..models.public_index import DirectiveEntry
from ..vietnamese import LOCAL_ZONE
from ..writers.article import article
from . import queries, upcoming
from .api.answers import free
from .cached_page import newest_masthead, origin, page
from .crawlers import for_machines, sent
from .query_parameters import address, parameters
from .rate_limit import limited
from .returned_pages import returns
from .search_page import ASKED, newest_hits

IN_FEED = 20
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Rss(Rss201rev2Feed):
    content_type = "application/rss+xml"

    def rss_attributes(self):
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["corrected"]:
            handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["content"])

    def latest_post_date(self):
        return self.feed["moment"]


class Atom(Atom1Feed):
    content_type = "application/atom+xml"

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})

    def latest_post_date(self):
        return self.feed["moment"]


@for_machines
def feed(request, form):
    here, editions = origin(request), list(queries.readable().newest_first()[:IN_FEED])
    announced = upcoming.all_announced()
    changed = max(filter(None, (_changed(editions), *(each.moment for each in announced))), default=None)
    council = newest_masthead()
    words = f"Phiên họp, biên bản và nội dung chỉ đạo của {council.name}."
    made = _made(request, form, f"Phiên họp - {council.name}", words, "/", council, changed)
    for each in sorted(announced, key=attrgetter("moment"), reverse=True):
        made.add_item(**_announced(each, here))
    returned = returns(editions)
    for edition in editions:
        made.add_item(**_item(edition, returned.get(edition.session_id), here))
    return sent(request, made.writeString("utf-8"), form.content_type, changed)


@for_machines
def of_directive(request, reference):
    entry = get_object_or_404(DirectiveEntry.objects.live(), reference=reference)
    family = DirectiveEntry.objects.live().filter(session=entry.session_id)
    family = family.filter(Q(pk=entry.pk) | Q(number__startswith=f"{entry.number}."))
    return _of_news(request, f"Chỉ đạo {reference}", family, reverse("public:directive", args=[reference]))


@for_machines
def of_unit(request, slug):
    unit = get_object_or_404(queries.units(), slug=slug)
    named = DirectiveEntry.objects.live().naming(slug)
    return _of_news(request, f"Việc của {unit.name}", named, reverse("public:unit", args=[slug]))


@limited(name="search")
@page(query=parameters(**ASKED))
def of_search(request, query, kind, unit, year):
    """The newest of what a search finds, with its filters."""
    here, council = origin(request), newest_masthead()
    hits = newest_hits(query, unit, year, kind, IN_FEED)
    changed = max((hit.moment for hit in hits), default=None)
    asked = {"q": query.text, "loai": kind, "don_vi": unit, "nam": year}
    at, own = (address(reverse(f"public:{name}"), **asked) for name in ("search", "search_feed"))
    title = f"Tìm: {query.text}"
    words = f"{title}: những gì mới công bố."
    made = _made(request, Rss, f"{title} - {council.name}", words, at, council, changed, own)
    for hit in hits:
        said = "".join(part.text for part in hit.text)
        made.add_item(
            title=clean("".join(part.text for part in hit.title)),
            link=here + hit.path,
            unique_id=here + hit.path,
            unique_id_is_permalink=True,
            description=clean(said),
            pubdate=timezone.localtime(hit.moment, LOCAL_ZONE),
            corrected=False,
            content=clean(linebreaks(said, autoescape=True)),
        )
    return free(sent(request, made.writeString("utf-8"), Rss.content_type, changed))


def _of_news(request, title, entries, place):
    """What became public of the directives `entries`, whose page is at the path `place`."""
    here, council, news = origin(request), newest_masthead(), public_news.newest_of(entries, IN_FEED)
    changed = news[0].at if news else None
    words = f"{title}: báo cáo, đính chính đã công khai."
    made = _made(request, Rss, f"{title} - {council.name}", words, place, council, changed)
    for each in news:
        made.add_item(
            title=clean(each.title),
            link=here + each.path,
            unique_id=f"{here}{each.path}#{each.mark}",
            unique_id_is_permalink=False,
            description=clean(each.words),
            pubdate=timezone.localtime(each.at, LOCAL_ZONE),
            corrected=False,
            content=clean(linebreaks(each.words, autoescape=True)),
        )
    return sent(request, made.writeString("utf-8"), Rss.content_type, changed)


def _made(request, form, title, description, place, council, changed, own=""):
    """The feed of the page at `place`; `own` is its address, where that is more than a path."""
    here = origin(request)
    return form(
        title=clean(title),
        link=here + place,
        description=clean(description),
        language="vi",
        feed_url=here + (own or request.path),
        author_name=clean(council.name),
        moment=changed or datetime(1970, 1, 1, tzinfo=LOCAL_ZONE),
    )


def _item(edition, returned, here):
    words = article(edition.public)
    place = here + reverse("public:session", args=[edition.path])
    context = {"article": words, "edition": edition, "address": place, "here": here, "returned": returned}
    return {
        "title": clean(words.title),
        "link": place,
        "unique_id": place,
        "unique_id_is_permalink": True,
        "description": clean(" ".join(words.opening)),
        "pubdate": timezone.localtime(edition.posted_at or edition.visible_from, LOCAL_ZONE),
        "updateddate": timezone.localtime(edition.visible_from, LOCAL_ZONE),
        "corrected": edition.replaces_id is not None or returned is not None,
        "content": clean(render_to_string("public/feed_article.html", context)),
    }


def _announced(each, here):
    """A session that is announced, moved, called off, or awaits its page: each of these is an item of its own."""
    place = here + reverse("public:session", args=[each.edition.path])
    state = "thu-hoi" if each.is_called_off else "cho-cong-bo" if each.is_past else "giay-moi"
    lines = [f"{each.title} {each.status_words}.", *each.changes]
    lines += [each.reason] if each.is_called_off else list(filter(None, (each.hour, each.venue)))
    return {
        "title": clean(f"{'Đã dời: ' if each.changes else ''}{each.title} {each.status_words}"),
        "link": place,
        "unique_id": f"{place}#{state}-{each.edition.sequence}",
        "unique_id_is_permalink": False,
        "description": clean(" ".join(lines)),
        "pubdate": timezone.localtime(each.moment, LOCAL_ZONE),
        "updateddate": timezone.localtime(each.moment, LOCAL_ZONE),
        "corrected": False,
        "content": clean(linebreaks("\n".join(lines), autoescape=True)),
    }


def _changed(editions):
    """When the feed was changed last; the withdrawal of one of its sessions is a change too."""
    if not editions:
        return None
    near = Edition.objects.filter(kind="news", state=Edition.State.WITHDRAWN, year__gte=editions[-1].year)
    closed = near.aggregate(last=Max("closed_at"))["last"]
    moments = [edition.visible_from for edition in editions]
    return timezone.localtime(max([*moments, closed] if closed else moments), LOCAL_ZONE)


def clean(text):
    """Without the characters that no XML may hold."""
    return _NOT_IN_XML.sub("", text)
