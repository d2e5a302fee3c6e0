"""Lists over several pages: twenty rows on a page, at lasting addresses, at the same cost however far down."""

from dataclasses import dataclass

from django.http import Http404

ON_A_PAGE = 20


@dataclass(frozen=True)
class Leaf:
    """One page of a list: the keys of its rows, and where it stands."""

    keys: list
    number: int
    pages: int
    total: int

    @property
    def previous(self):
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self):
        return self.number + 1 if self.number < self.pages else None


def leaf(entries, number, total, size=ON_A_PAGE):
    """Page `number` of `entries`, which are `total`. Of the rows passed over only the keys are read, from the nearer
    end. Raises Http404 where there is no such page."""
    pages = max(1, -(-total // size))
    if number > pages:
        raise Http404
    start, end = (number - 1) * size, min(number * size, total)
    keys = entries.values_list("key", flat=True)
    is_nearer_the_end = start > total - end
    shown = list(keys.reverse()[total - end : total - start])[::-1] if is_nearer_the_end else list(keys[start:end])
    return Leaf(shown, number, pages, total)
