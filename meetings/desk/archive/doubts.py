"""The doubts of the reader, each with a letter, the words it is about and the clerk's answer."""

from dataclasses import dataclass

from .post_filters import row_of

SEEN = "seen"


@dataclass(frozen=True)
class Doubted:
    place: int
    letter: str
    said: str
    start: int
    end: int
    answer: str

    @property
    def is_answered(self):
        return bool(self.answer)

    @property
    def has_place(self):
        return self.start < self.end


def lettered(post):
    """The doubts of the post in their order, with the letters A, B, … Z, AA …"""
    if not post.reading:
        return []
    return [
        Doubted(place, letter(place), **doubt, answer=post.answers.get(str(place), ""))
        for place, doubt in enumerate(post.reading["doubts"])
    ]


def letter(place):
    return (chr(ord("A") + place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


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
