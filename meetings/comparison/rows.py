"""Which row of a list became which: rows have no name of their own, so they are paired by what they say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.5
"""The share of equal words from which a row counts as the other, reworded."""

Facts = dict[str, str]
"""What a row says, by label: {"Họ tên": "Trần Quyết Thắng", …}; blank ones are left out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row before and after, by their places in the two lists; None where there is none."""

    old: int | None
    new: int | None
    moved: bool = False
    """It stands elsewhere among the rows that are in both lists."""


def paired(old: Sequence[Facts], new: Sequence[Facts], name: str) -> list[Pair]:
    """Every row of both lists once, in the order of the new list, each dropped row after the one it followed.

    Rows that are equal are paired first, then those with the same fact called `name`, then the most alike. A number
    is for ever: rows with two of them are never one row.
    """
    pairing = _Pairing(old, new)
    pairing.pair_where(lambda before, after: before == after)
    pairing.pair_where(lambda before, after: name in before and before[name] == after.get(name))
    pairing.pair_the_alike(apart=lambda before, after: NUMBER in before and NUMBER in after)
    return pairing.pairs()


NUMBER = "Số"
"""The fact that a directive's number is."""


class _Pairing:
    def __init__(self, old: Sequence[Facts], new: Sequence[Facts]) -> None:
        self.old, self.new = dict(enumerate(old)), dict(enumerate(new))
        self.length = len(new)
        self.found: dict[int, int] = {}

    def pair_where(self, same: Callable[[Facts, Facts], bool]) -> None:
        for now, row in list(self.new.items()):
            fitting = [(abs(was - now), was) for was, before in self.old.items() if same(before, row)]
            if fitting:
                self._take(min(fitting)[1], now)

    def pair_the_alike(self, apart: Callable[[Facts, Facts], bool]) -> None:
        likeness = [
            (_likeness(before, row), was, now)
            for was, before in self.old.items()
            for now, row in self.new.items()
            if not apart(before, row)
        ]
        for ratio, was, now in sorted(likeness, reverse=True):
            if ratio >= ALIKE and was in self.old and now in self.new:
                self._take(was, now)

    def _take(self, was: int, now: int) -> None:
        self.found[now] = was
        del self.old[was], self.new[now]

    def pairs(self) -> list[Pair]:
        moved = _moved([self.found[now] for now in sorted(self.found)])
        pairs = [Pair(self.found.get(now), now, self.found.get(now) in moved) for now in range(self.length)]
        for was in self.old:
            before = [place for place, pair in enumerate(pairs) if pair.old is not None and pair.old < was]
            pairs.insert(before[-1] + 1 if before else 0, Pair(was, None))
        return pairs


def _likeness(before: Facts, after: Facts) -> float:
    words, other = (" ".join(row.values()).split() for row in (before, after))
    return SequenceMatcher(None, words, other, autojunk=False).ratio()


def _moved(places: list[int]) -> set[int]:
    """Those outside the longest run that kept its order."""
    longest: list[list[int]] = [[]]
    for place in places:
        run = max((run for run in longest if not run or run[-1] < place), key=len)
        longest.append([*run, place])
    kept: list[int] = max(longest, key=len)
    return set(places) - set(kept)
