"""Search: sessions and directives by their words, accents or not, the exactly spelled first."""

from itertools import islice

from django.urls import reverse

from ..models.public_index import (
    ListedUnit,
    SessionEntry,
    is_directive,
    pair_tokens,
    spelled_token,
    unit_tag,
    word_token,
)
from ..models.search_index import keys
from ..record import SessionKind
from ..vietnamese import search_words
from ..writers.article import article
from ..writers.snippet import marked, snippet
from . import paging, queries
from .cached_page import kept, newest_masthead, page, show
from .directive_status import tracked
from .query_parameters import Parameter, address, choice, integer, parameters, slug
from .rate_limit import limited
from .search_query import Query

ON_A_PAGE = 10
"""Fewer than in a list: each hit brings a stretch of its record."""
MOST = 1000
"""Hits that are counted, and can be turned to."""
KINDS = {"phien-hop": False, "chi-dao": True}


@limited(name="search")
@page(
    query=parameters(
        query=Parameter("q", Query.of),
        kind=choice("loai", KINDS),
        unit=slug("don-vi"),
        year=integer("nam"),
        number=integer("trang", default=1),
    )
)
def search(request, query, kind, unit, year, number):
    asked = {"q": query.text, "loai": kind, "don_vi": unit, "nam": year}
    at = reverse("public:search")
    context = {
        "masthead": newest_masthead(),
        "query": query,
        "asked": asked,
        "units": {each.slug: each.name for each in queries.units()},
        "years": kept(request, "years to choose", queries.years_to_choose),
    }
    if query.phrases:
        groups = query.groups(_names())
        found = Found.of(groups, unit, year, KINDS.get(kind))
        leaf = _leaf(found.keys[:MOST], number)
        context |= {
            "found": found,
            "leaf": leaf,
            "hits": _hits(leaf.keys, _sought(groups)),
            "tabs": _tabs(at, asked, found),
            "previous": leaf.previous and address(at, **asked, trang=leaf.previous),
            "next": leaf.next and address(at, **asked, trang=leaf.next),
        }
    return show(request, "search", address(at, **asked, trang=number), **context)


def _names():
    """Each folded name of a unit with all its names."""
    known = [listed_unit.split("\n") for listed_unit in ListedUnit.objects.values_list("known_as", flat=True)]
    return {" ".join(folded for folded, _ in search_words(name)): names for names in known for name in names}


class Found:
    """The keys of what was found, the exactly spelled first, each the newest first, one more than are counted."""

    def __init__(self, found, counts):
        self.keys, self.counts = found, counts

    @classmethod
    def of(cls, groups, unit, year, only):
        found = _ranked(groups, unit, year)
        counts = None
        if len(found) <= MOST:
            directives = sum(map(is_directive, found))
            counts = {"": len(found), "phien-hop": len(found) - directives, "chi-dao": directives}
        if only is not None and counts:
            found = [key for key in found if is_directive(key) is only]
        elif only is not None:
            found = _ranked(groups, unit, year, only)
        return cls(found, counts)

    @property
    def count(self):
        return min(len(self.keys), MOST)

    @property
    def is_more(self):
        return len(self.keys) > MOST


def _ranked(groups, unit, year, only=None):
    chosen = {"only": only, "year": year}
    exact = keys(_wanted(groups, unit, lambda word: spelled_token(word[1])), MOST + 1, **chosen)
    if len(exact) > MOST:
        return exact
    seen = set(exact)
    folded = keys(_wanted(groups, unit, lambda word: word_token(word[0])), MOST + 1 + len(exact), **chosen)
    return [*exact, *islice((key for key in folded if key not in seen), MOST + 1 - len(exact))]


def _wanted(groups, unit, form):
    wanted = [[[_phrase([*map(form, phrase)]) for phrase in way] for way in group] for group in groups]
    return [*wanted, [[(unit_tag(unit),)]]] if unit else wanted


def _phrase(tokens):
    return tuple(pair_tokens(tokens) or tokens)


def _sought(groups):
    return [tuple(folded for folded, _ in phrase) for group in groups for way in group for phrase in way]


def _leaf(found, number):
    pages = max(1, -(-len(found) // ON_A_PAGE))
    if number > pages:
        raise paging.Http404
    start = (number - 1) * ON_A_PAGE
    return paging.Leaf(found[start : start + ON_A_PAGE], number, pages, len(found))


def _tabs(at, asked, found):
    for name in ("", *KINDS):
        count = found.counts[name] if found.counts else None
        yield {
            "name": name,
            "address": address(at, **{**asked, "loai": name}),
            "count": count,
            "here": asked["loai"] == name,
        }


def _hits(found, sought):
    """Each hit with its title and its snippet in parts, in the order of `found`."""
    directives = {
        directive.entry.key: directive for directive in tracked([key for key in found if is_directive(key)])
    }
    entries = SessionEntry.objects.live().filter(key__in=[key for key in found if not is_directive(key)])
    sessions = {each.key: each for each in entries.with_public_records()}
    for key in found:
        if each := directives.get(key):
            words = each.followed.task.words
            below = [task.task.words for task in each.followed.tasks]
            yield {
                "directive": each,
                "title": snippet([words], sought, 160),
                "text": snippet([words, *below], sought),
            }
        elif entry := sessions.get(key):
            yield {"session": entry, **_session(entry, sought)}


def _session(entry, sought):
    words = article(entry.edition.public)
    return {
        "title": marked(words.title, sought),
        "text": snippet(words.text(), sought),
        "kind": SessionKind(entry.kind).label,
        "directives": len(words.directives),
    }
