"""What was probably meant where nothing was found: from abbreviations of the office and from our own words alone."""

import re
from heapq import nsmallest
from itertools import islice, product

from ..abbreviations import ABBREVIATIONS
from ..models.public_index import KnownWord
from ..vietnamese import fold, search_words
from ..writers.snippet import as_written
from .search_query import Query

NEAR, LIKE_ENOUGH, MOST_TRIED = 3, 0.6, 8
"""Likenesses of a word that are looked at, how like they must be (2: the same), and queries that are tried."""
_AT_A_NUMBER = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SOUNDS = [
    (re.compile(written), heard)
    for written, heard in (("^tr", "ch"), ("^x", "s"), ("^(?:gi|r)", "d"), ("^n(?!g|h)", "l"), ("y", "i"))
]
"""What sounds alike and is written in each other's place, in words without accents."""


def suggestion(query, hits_of_query):
    """The words to look for instead, as a hit has them; "" where nothing like it is found. `hits_of_query(query)`
    gives the first hit of another query in a list."""
    typed = search_words(query.text)
    tried = dict.fromkeys(text for text in _others(query) if search_words(text) != typed)
    texts = list(islice(tried, MOST_TRIED))
    for quoted in ('"{}"', "{}"):
        for text in texts:
            hits = hits_of_query(Query.of(quoted.format(text)))
            if hits and (words := _as_written(hits[0], text)):
                return words
    return ""


def _others(query):
    """The query with letters and figures apart, with its abbreviations in full, with likenesses of its words."""
    bare = re.sub(r"[^\w\s&-]", " ", query.text)
    yield _AT_A_NUMBER.sub(" ", bare)
    yield " ".join(ABBREVIATIONS.get(fold(piece), piece) for piece in bare.split())
    words = [folded for folded, _ in search_words(bare)]
    known = set(KnownWord.objects.values_list("text", flat=True))
    strange = {place for place, word in enumerate(words) if word.isalpha() and word not in known}
    for places in [strange] if strange else ({place} for place, word in enumerate(words) if word.isalpha()):
        near = [_nearest(word, known) if place in places else [word] for place, word in enumerate(words)]
        yield from map(" ".join, product(*near))


def _nearest(word, known):
    likenesses = ((-_likeness(word, other), other) for other in known if other != word)
    return [other for unlike, other in nsmallest(NEAR, likenesses) if unlike < -LIKE_ENOUGH]


def _likeness(one, other):
    """By the groups of three letters that both have, as written and as heard."""
    return _shared(one, other) + _shared(_heard(one), _heard(other))


def _shared(one, other):
    ours, theirs = _trigrams(one), _trigrams(other)
    return len(ours & theirs) / len(ours | theirs)


def _trigrams(word):
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _heard(word):
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


def _as_written(hit, text):
    """The words with their accents, where the hit has them side by side; "" where it does not: words that stand
    apart make no sense together."""
    wanted = [folded for folded, _ in search_words(text)]
    said = ("".join(part.text for part in parts) for parts in (hit.title, hit.text))
    return next(filter(None, (as_written(each, wanted) for each in said)), "")
