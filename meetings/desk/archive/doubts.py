"""The doubts of the reader, each with a letter, the words it is about and the clerk's answer."""

import re
from dataclasses import dataclass

from ...archiving import frame_answers, unit_decisions
from .post_filters import row_of

SEEN = "seen"
_BOXES = ("council", "month", "held_on")
_QUOTED = re.compile("“([^”…]{4,}?) ?(?:…|”)")
_MARK = re.compile(r"^[\s\-–+*•]+")
_ENOUGH = 20
"""Letters that two doubts must share from their first on, where one quotes fewer words than the other."""


@dataclass(frozen=True)
class Doubted:
    """Doubts of one place in the post, shown and answered as one."""

    places: tuple
    """Their places among the doubts of the reading."""
    letter: str
    sentences: tuple
    start: int
    end: int
    is_seen: bool
    is_settled: bool
    """The units page decided on the names that they are about."""

    @property
    def place(self):
        return self.places[0]

    @property
    def is_answered(self):
        return self.is_seen or self.is_settled

    @property
    def has_place(self):
        return self.start < self.end

    @property
    def has_box(self):
        """Whether a box of the page answers it: the council, the month or the day held."""
        return any(frame_answers.settles(name, said) for said in self.sentences for name in _BOXES)


def lettered(post, settled=None):
    """The doubts of the post in their order, with the letters A, B, … Z, AA … `settled` are the sentences that the
    units page settled; left out, they cost a query where a doubt is about a name."""
    if not post.reading:
        return []
    doubts = post.reading["doubts"]
    if settled is None:
        settled = unit_decisions.settled(post.batch_id, [doubt["said"] for doubt in doubts])
    return [
        _together(number, places, doubts, post.answers, settled)
        for number, places in enumerate(_by_words(doubts, post.reading["text"]))
    ]


def _together(number, places, doubts, answers, settled):
    placed = [doubts[place] for place in places if doubts[place]["start"] < doubts[place]["end"]]
    sentences = tuple(doubts[place]["said"] for place in places)
    left = [place for place in places if doubts[place]["said"] not in settled]
    return Doubted(
        places=tuple(places),
        letter=letter(number),
        sentences=sentences,
        start=min((doubt["start"] for doubt in placed), default=0),
        end=max((doubt["end"] for doubt in placed), default=0),
        is_seen=bool(left) and all(str(place) in answers for place in left),
        is_settled=not left,
    )


def _by_words(doubts, text):
    """The places of the doubts, those about the same words together."""
    groups = []
    for place, doubt in enumerate(doubts):
        words = _words(doubt, text)
        group = next((places for first, places in groups if _are_same(first, (doubt, words))), None)
        if group is None:
            groups.append(((doubt, words), [place]))
        else:
            group.append(place)
    return [places for _, places in groups]


def _words(doubt, text):
    """The words that a doubt is about, without the mark of a list; "" for a doubt about the whole post."""
    quoted = _QUOTED.search(doubt["said"])
    words = text[doubt["start"] : doubt["end"]] or (quoted[1] if quoted else "")
    return _MARK.sub("", words).strip()


def _are_same(one, other):
    (first, words), (second, others) = one, other
    if not words or not others or any(unit_decisions.doubted_name(doubt["said"]) for doubt in (first, second)):
        return False
    both_placed = first["start"] < first["end"] and second["start"] < second["end"]
    if both_placed and (first["start"] >= second["end"] or second["start"] >= first["end"]):
        return False
    shorter, longer = sorted((words, others), key=len)
    return words == others or (len(shorter) >= _ENOUGH and longer.startswith(shorter))


def letter(number):
    return (chr(ord("A") + number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def on_rows(doubts, parts):
    """The letters of the doubts about each line of the record: {"directives-2": ["B"]}."""
    letters = {}
    for doubt in doubts:
        touching = [part for part in parts if part["start"] < doubt.end and part["end"] > doubt.start]
        if touching:
            closest = min(touching, key=lambda part: part["end"] - part["start"])
            letters.setdefault(row_of(closest["field"]), []).append(doubt.letter)
    return letters


def unseen_letters(post):
    return [doubt.letter for doubt in lettered(post) if not doubt.is_answered]
