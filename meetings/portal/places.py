"""The offices as the portal names them: each by its place, and where its own site is."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.conf import settings
from django.urls import reverse

from ..council_names import Level, level_of, place_of
from ..models.office import Office, heir_of, known_offices
from ..vietnamese import LIST_LETTERS, Key, fold, sort_key, upper_first

BEFORE_THE_PLACE = ("Thường trực ", "Hội đồng nhân dân ", "HĐND ")
KINDS_NAMED = 3
"""So many kinds of place are named one by one; of more the portal speaks of places."""
IN_ADDRESSES = {"đ": "dd"}
"""A letter as an address writes it: as it is typed by Telex."""


@dataclass(frozen=True)
class Name:
    """What follows from the name of an office."""

    locality: str
    """ "phường Bạch Mai"; the whole name of an office that is not called after its level."""
    level: Level | None
    bare: str
    """ "Bạch Mai", by which it stands among the letters."""
    sorted_by: Key
    folded: str

    @classmethod
    @lru_cache(maxsize=2**10)
    def of(cls, name):
        locality = locality_of(name)
        level = level_of(locality)
        bare = place_of(level, locality) if level else upper_first(locality)
        return cls(locality, level, bare, sort_key(bare), fold(locality))


@dataclass(frozen=True)
class Place:
    office: Office
    site: str
    """Where its own site is, without a slash at the end."""

    @property
    def named(self):
        return Name.of(self.office.name)

    @property
    def name(self):
        """ "Phường Bạch Mai"."""
        return upper_first(self.named.locality)

    @property
    def level(self):
        return self.named.level

    @property
    def bare(self):
        return self.named.bare

    @property
    def letter(self):
        return letter_of(self.bare)

    @property
    def at_front(self):
        return self.at("front")

    def at(self, name, *args):
        """The address of a page of its own site: at("session", "2021/01")."""
        return self.site + reverse(f"public:{name}", args=args, urlconf=settings.ROOT_URLCONF)


class Places:
    """The open offices that have a name and a site, in the order of their names, as one request sees them."""

    def __init__(self, request):
        self._port = request.get_host().removeprefix(settings.PORTAL_HOST)
        self._known = {each.pk: each for each in known_offices()}
        open_ones = [each for each in self._known.values() if each.name and not each.is_closed and self._site(each)]
        of = [Place(each, self._site(each)) for each in open_ones]
        self.all = sorted(of, key=lambda place: place.named.sorted_by)
        self._by_office = {place.office.pk: place for place in self.all}

    def _site(self, office):
        host = next(iter(office.host_names), "")
        scheme = "https" if settings.HTTPS else "http"
        return office.site or (f"{scheme}://{host}{self._port}" if host else "")

    def of(self, office_id):
        """The place where the pages of the office are read: its successor's where it is closed; None where it has
        no site at all."""
        office = self._known.get(office_id)
        return office and self._by_office.get(heir_of(office).pk)

    def called(self, slug):
        return next((place for place in self.all if place.office.slug == slug), None)

    @cached_property
    def numbers(self):
        """Of the offices whose pages are shown, closed ones that somebody answers for among them."""
        return [number for number in self._known if self.of(number)]

    @cached_property
    def usual(self):
        """The level of most of them, which goes without saying beside a name."""
        levels = Counter(place.level for place in self.all)
        return levels.most_common(1)[0][0] if levels else None

    @cached_property
    def kinds(self):
        """ "phường, xã"; "nơi" where they are of many levels, or of none."""
        levels = {place.level for place in self.all}
        if not levels or None in levels or len(levels) > KINDS_NAMED:
            return "nơi"
        return ", ".join(level.word for level in sorted(levels, key=_usual_order))

    def begun_with(self, letter):
        return [place for place in self.all if place.letter == letter]

    def letters(self, chosen=""):
        """Every letter of the alphabet that a name may begin with: [{letter, word in an address, count, here}]."""
        counts = Counter(place.letter for place in self.all)
        letters = dict.fromkeys((*LIST_LETTERS, *sorted(set(counts) - set(LIST_LETTERS))))
        for each in letters:
            named = {"letter": each.upper(), "word": IN_ADDRESSES.get(each, each)}
            yield {**named, "count": counts[each], "here": each == chosen}


def _usual_order(level):
    return (level != Level.WARD, list(Level).index(level))


def locality_of(name):
    """ "phường Bạch Mai" of "Thường trực HĐND phường Bạch Mai"."""
    for before in BEFORE_THE_PLACE:
        name = name.removeprefix(before)
    return name


def letter_of(name):
    """That under which a name is looked up: đ is a letter of its own, ô is looked up under o."""
    first = name[:1].lower()
    return first if first == "đ" else fold(first)
