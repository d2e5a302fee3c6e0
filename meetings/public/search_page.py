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
"""Fewer than in a list, because a hit shows a piece of its record."""
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
        "units": {unit.slug: unit.name for unit in queries.units()},
        "years": kept(request, "years to choose", queries.years_to_choose),
    }
    if query.phrases:
        groups = query.groups(_names())
        results = Results.of(groups, unit, year, KINDS.get(kind))
        leaf = leaf_of(results.keys[:MOST], number)
        context |= {
            "found": results,
            "leaf": leaf,
            "hits": hits_of(leaf.keys, words_of(groups)),
            "tabs": kind_tabs(at, asked, results),
            "previous": leaf.previous and address(at, **asked, trang=leaf.previous),
            "next": leaf.next and address(at, **asked, trang=leaf.next),
        }
    return show(request, "search", address(at, **asked, trang=number), **context)


def _names():
    """All names of a unit by any of them, folded."""
    known = [listed_unit.split("\n") for listed_unit in ListedUnit.objects.values_list("known_as", flat=True)]
    return {" ".join(folded for folded, _ in search_words(name)): names for names in known for name in names}


class Results:
    """The keys of the hits: the exactly spelled, then the others, newest first; one more than are counted."""

    def __init__(self, hit_keys, counts):
        self.keys, self.counts = hit_keys, counts

    @classmethod
    def of(cls, groups, unit, year, only):
        hit_keys = _ranked(groups, unit, year)
        counts = None
        if len(hit_keys) <= MOST:
            directives = sum(map(is_directive, hit_keys))
            counts = {"": len(hit_keys), "phien-hop": len(hit_keys) - directives, "chi-dao": directives}
        if only is not None and counts:
            hit_keys = [key for key in hit_keys if is_directive(key) is only]
        elif only is not None:
            hit_keys = _ranked(groups, unit, year, only)
        return cls(hit_keys, counts)

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


def words_of(groups):
    return [tuple(folded for folded, _ in phrase) for group in groups for way in group for phrase in way]


def leaf_of(hit_keys, number):
    pages = max(1, -(-len(hit_keys) // ON_A_PAGE))
    if number > pages:
        raise paging.Http404
    start = (number - 1) * ON_A_PAGE
    return paging.Leaf(hit_keys[start : start + ON_A_PAGE], number, pages, len(hit_keys))


def kind_tabs(at, asked, results):
    for name in ("", *KINDS):
        count = results.counts[name] if results.counts else None
        yield {
            "name": name,
            "address": address(at, **{**asked, "loai": name}),
            "count": count,
            "here": asked["loai"] == name,
        }


def hits_of(hit_keys, sought):
    """The hits with title and snippet in parts, in the order of `hit_keys`."""
    directives = {
        directive.entry.key: directive for directive in tracked([key for key in hit_keys if is_directive(key)])
    }
    entries = SessionEntry.objects.live().filter(key__in=[key for key in hit_keys if not is_directive(key)])
    sessions = {entry.key: entry for entry in entries.with_public_records()}
    for key in hit_keys:
        if directive := directives.get(key):
            words = directive.followed.task.words
            below = [task.task.words for task in directive.followed.tasks]
            yield {
                "directive": directive,
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
