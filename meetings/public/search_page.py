"""Search: sessions, directives, papers and units by their words, accents or not, the exactly spelled first."""

from collections import Counter
from itertools import islice

from django.urls import reverse

from ..models.public_index import ListedUnit, Searched, pair_tokens, searched, spelled_token, unit_tag, word_token
from ..models.search_index import keys
from ..vietnamese import search_words
from . import paging, queries
from .cached_page import kept, newest_masthead, page, show
from .pages_named import pages_named
from .query_parameters import Parameter, address, choice, integer, parameters, slug
from .rate_limit import limited
from .search_hits import hits_of
from .search_query import Query, sought_words
from .suggesting import suggestion

ON_A_PAGE = 10
"""Fewer than in a list, because a hit shows a piece of its record."""
MOST, A_FEW = 1000, 5
"""Hits that are counted, and can be turned to; other spellings that are named."""
KINDS = {"phien-hop": Searched.SESSION, "chi-dao": Searched.DIRECTIVE, "giay-to": Searched.PAPER}
SELDOM = ("giay-to",)
"""Named only where there is one."""
UNITS_SHOWN = 12


ASKED = {
    "query": Parameter("q", Query.of),
    "kind": choice("loai", KINDS),
    "unit": slug("don-vi"),
    "year": integer("nam"),
}


@limited(name="search")
@page(query=parameters(**ASKED, number=integer("trang", default=1)))
def search(request, query, kind, unit, year, number):
    asked = {"q": query.text, "loai": kind, "don_vi": unit, "nam": year}
    at, units = reverse("public:search"), queries.units_by_name()
    context = {
        "masthead": newest_masthead(),
        "query": query,
        "asked": asked,
        "units": {unit.slug: unit.name for unit in units},
        "years": kept(request, "years to choose", queries.years_to_choose),
    }
    if query.phrases:
        groups = query.groups(_names())
        results = Results.of(groups, unit, year, KINDS.get(kind))
        leaf = leaf_of(results.keys[:MOST], number)
        hits = hits_of(leaf.keys, sought_words(groups))
        is_first = not (kind or unit or year or number > 1)
        named = named_units(units, query) if is_first else []
        pages = pages_named(query.text) if is_first else []
        nothing = not (results.count or named or pages)
        context |= {
            "found": results,
            "leaf": leaf,
            "hits": hits,
            "feed": address(reverse("public:search_feed"), **asked),
            "named": named,
            "pages": pages,
            "also": also_spelled(query, results, hits),
            "instead": suggestion(query, _results_at(unit, year, KINDS.get(kind))) if nothing else "",
            "tabs": kind_tabs(at, asked, results),
            **leaf.ways(at, **asked),
        }
    return show(request, "search", address(at, **asked, trang=number), **context)


def _names():
    """All names of a unit by any of them, folded."""
    known = [listed_unit.split("\n") for listed_unit in ListedUnit.objects.values_list("known_as", flat=True)]
    return {" ".join(folded for folded, _ in search_words(name)): names for names in known for name in names}


def named_units(units, query):
    """The units one of whose names has every word, accents aside."""
    wanted = {folded for phrase in query.phrases for folded, _ in phrase}
    named = (unit for unit in units if any(wanted <= set(name.split()) for name in _names_of(unit)))
    return list(islice(named, UNITS_SHOWN))


def _names_of(unit):
    return (" ".join(folded for folded, _ in search_words(name)) for name in (unit.name, *unit.known_as.split("\n")))


def also_spelled(query, results, hits):
    """What the hits on this page have in place of the words, with other accents; None where nothing was typed with
    accents, or all hits are spelled as typed."""
    if not query.has_accents or results.exact == len(results.keys):
        return None
    return list(dict.fromkeys(word for hit in hits for word in hit.spelled_otherwise))[:A_FEW]


def _results_at(unit, year, only):
    """What looks for another query with the same filters: its hits, the first of all alone in full."""

    def hits(query):
        groups = query.groups({})
        return hits_of(_ranked(groups, unit, year, only, most=1)[0][:1], sought_words(groups))

    return hits


def newest_hits(query, unit, year, kind, most):
    """The newest hits, accents aside: for who follows what is found."""
    groups = query.groups(_names())
    found = keys(_wanted(groups, unit, _as_folded), most, only=KINDS.get(kind), year=year) if groups else []
    return hits_of(found, sought_words(groups))


def keys_with(text, unit, year, only):
    """The keys of the newest that have every word of `text`, accents aside; none where it has no word."""
    groups = Query.of(text).groups(_names())
    return keys(_wanted(groups, unit, _as_folded), MOST, only=only, year=year) if groups else []


def _as_folded(word):
    return word_token(word[0])


class Results:
    """The keys of the hits: the exactly spelled, then the others, newest first; one more than are counted. `exact` of
    them are spelled as they were typed."""

    def __init__(self, hit_keys, counts, exact):
        self.keys, self.counts, self.exact = hit_keys, counts, exact

    @classmethod
    def of(cls, groups, unit, year, only):
        hit_keys, exact = _ranked(groups, unit, year)
        counts = None
        if len(hit_keys) <= MOST:
            of_kind = Counter(map(searched, hit_keys))
            counts = {"": len(hit_keys), **{name: of_kind[kind] for name, kind in KINDS.items()}}
        if only and counts:
            exact = sum(searched(key) is only for key in hit_keys[:exact])
            hit_keys = [key for key in hit_keys if searched(key) is only]
        elif only:
            hit_keys, exact = _ranked(groups, unit, year, only)
        return cls(hit_keys, counts, exact)

    @property
    def count(self):
        return min(len(self.keys), MOST)

    @property
    def is_more(self):
        return len(self.keys) > MOST


def _ranked(groups, unit, year, only=None, most=None):
    """The keys, at most one more than `most`, and how many of them are exactly spelled."""
    most, chosen = most or MOST, {"only": only, "year": year}
    exact = keys(_wanted(groups, unit, lambda word: spelled_token(word[1])), most + 1, **chosen)
    if len(exact) > most:
        return exact, len(exact)
    seen = set(exact)
    folded = keys(_wanted(groups, unit, _as_folded), most + 1 + len(exact), **chosen)
    return [*exact, *islice((key for key in folded if key not in seen), most + 1 - len(exact))], len(exact)


def _wanted(groups, unit, form):
    wanted = [[[_phrase([*map(form, phrase)]) for phrase in way] for way in group] for group in groups]
    return [*wanted, [[(unit_tag(unit),)]]] if unit else wanted


def _phrase(tokens):
    return tuple(pair_tokens(tokens) or tokens)


def leaf_of(hit_keys, number):
    pages = max(1, -(-len(hit_keys) // ON_A_PAGE))
    if number > pages:
        raise paging.Http404
    start = (number - 1) * ON_A_PAGE
    return paging.Leaf(hit_keys[start : start + ON_A_PAGE], number, pages, len(hit_keys))


def kind_tabs(at, asked, results):
    for name in ("", *KINDS):
        count = results.counts[name] if results.counts else None
        if name in SELDOM and count == 0 and asked["loai"] != name:
            continue
        yield {
            "name": name,
            "address": address(at, **{**asked, "loai": name}),
            "count": count,
            "here": asked["loai"] == name,
        }
