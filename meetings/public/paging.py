"""Lists over several pages: twenty rows on a page, at lasting addresses, at the same cost however far down."""

from dataclasses import dataclass

from django.http import Http404

from .query_parameters import address

ON_A_PAGE, WORTH_JUMPING, ALL_SHOWN = 20, 4, 7


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

    @property
    def near(self):
        """The pages that can be jumped to: the first and the last, those beside this one, and in strides of ten and a
        hundred; none where next and previous reach them all."""
        if self.pages < WORTH_JUMPING:
            return []
        if self.pages <= ALL_SHOWN:
            return list(range(1, self.pages + 1))
        strides = (1, 2, 10, 100)
        jumps = {1, self.number, self.pages, *(self.number + way * each for each in strides for way in (-1, 1))}
        return sorted(each for each in jumps if 1 <= each <= self.pages)

    def ways(self, at, **asked):
        """For the template of the pager: the addresses of the pages before and after, and of those to jump to."""
        return {
            "previous": self.previous and address(at, **asked, trang=self.previous),
            "next": self.next and address(at, **asked, trang=self.next),
            "jumps": [(number, address(at, **asked, trang=number)) for number in self.near],
        }


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
