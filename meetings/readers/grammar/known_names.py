"""The names that an office knows: its units with their other names. A known name is always found first, the longest
first, whatever its capitals, accents, dashes, "&" or "và"."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from meetings.vietnamese import fold

from .rule import rule

P = ParamSpec("P")
R = TypeVar("R")
_DASH = rule(r" ?[-–—] ?")
_SHORTEST = 3
_KEPT = 512


def key(name: str) -> str:
    """Two spellings of one name have one key: "Ban Kinh tế – Xã hội" and "ban kinh tế - xã hội"."""
    return _DASH.sub("-", fold(name).replace(" & ", " va ").replace("&", " va "))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    return fold(letter) or (" " if letter.isspace() else "")


def folded_with_places(words: str) -> tuple[str, list[int]]:
    """The words folded, and for each folded letter the place of its letter in the words."""
    folded, places = [], []
    for place, letter in enumerate(words):
        for one in _folded(letter):
            folded.append(one)
            places.append(place)
    return "".join(folded), places


class KnownNames:
    """Finds the names in words. Names shorter than three letters are no help."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.keys = frozenset(known for name in names if len(known := key(name)) >= _SHORTEST)
        loose = "|".join(map(_loosely, sorted(self.keys, key=len, reverse=True)))
        self._names = rule(rf"(?<![a-z0-9])(?:{loose})(?![a-z0-9]|-[a-z0-9])") if loose else None
        self._kept: dict[str, dict[int, int]] = {}

    def spans(self, words: str) -> dict[int, int]:
        """Where each name begins and ends."""
        if not self._names:
            return {}
        if words not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[words] = {start: end for start, end, _ in self.mentions(words)}
        return self._kept[words]

    def mentions(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Each name in the words: where it begins and ends, and its key."""
        folded, places = folded_with_places(words)
        for match in self._names.finditer(folded) if self._names else ():
            yield places[match.start()], places[match.end() - 1] + 1, key(match.group())

    def __contains__(self, name: str) -> bool:
        return key(name) in self.keys


def _loosely(known: str) -> str:
    pattern = re.escape(known).replace(r"\-", "-").replace("-", " ?[-–—] ?")
    return pattern.replace(r"\ va\ ", r"(?:\ va\ | ?& ?)")


NOTHING = KnownNames()
_in_use: ContextVar[KnownNames] = ContextVar("known names", default=NOTHING)


@contextmanager
def knowing(names: KnownNames) -> Iterator[None]:
    """The grammar knows these names while one text is read: every rule that looks for a unit finds them first."""
    token = _in_use.set(names)
    try:
        yield
    finally:
        _in_use.reset(token)


def spans(words: str) -> dict[int, int]:
    """Where each name known now begins and ends in the words."""
    return _in_use.get().spans(words)


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """The function, each answer kept while the same names are known: the rules ask about one sentence many times."""

    @lru_cache(maxsize=_KEPT)
    def answer(_names: KnownNames, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    @wraps(function)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        return answer(_in_use.get(), *args, **kwargs)  # type: ignore[arg-type]

    return ask
