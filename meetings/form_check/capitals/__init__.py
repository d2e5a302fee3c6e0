"""Capital letters by Phụ lục II: what in a sentence may be misspelt. It is advice, never an error."""

from collections.abc import Iterator

from .case_pattern import Advice, CasePattern
from .names_of_bodies import BODIES
from .names_of_people_and_places import PEOPLE_AND_PLACES
from .other_names import OTHERS
from .sentences import SENTENCES

PATTERNS: tuple[CasePattern, ...] = (*SENTENCES, *PEOPLE_AND_PLACES, *BODIES, *OTHERS)

__all__ = ["Advice", "advice_on"]


def advice_on(text: str, own: tuple[CasePattern, ...] = ()) -> Iterator[Advice]:
    """What may be misspelt in one paragraph, in the order of its words; each place is told once.

    `own` are patterns of the paper's own names.
    """
    if text.isupper():
        return
    told: list[tuple[int, int]] = []
    found = [each for pattern in (*PATTERNS, *own) for each in pattern.find(text)]
    for each in sorted(found, key=lambda each: each.start):
        if not any(each.start < end and start < each.end for start, end in told):
            told.append((each.start, each.end))
            yield each
