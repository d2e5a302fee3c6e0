"""What the places were called before: the closed councils of each office, as their last pages name them."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KT

from ..models.council_term import CouncilTerm
from ..models.edition import Edition
from ..models.office import heir_of, known_offices
from ..public.cached_page import kept
from ..public.directive_status import today
from ..vietnamese import sort_key, upper_first
from .places import locality_of

_NAMED = ("public_record__council__locality", "public_record__council__committee_name")


@dataclass(frozen=True)
class FormerName:
    name: str
    """ "Quận Hai Bà Trưng"."""
    office_id: int
    """Of the office that keeps what it decided."""


def former_names(request):
    """In the order of the names; those of a closed office among them."""
    return kept(request, "former names", _former_names)


def _former_names():
    closed = [each for each in known_offices() if heir_of(each) != each]
    named = {FormerName(upper_first(locality_of(each.name)), heir_of(each).pk) for each in closed if each.name}
    named |= {FormerName(name, office) for name, office in _of_councils() if name}
    return sorted(named, key=lambda each: sort_key(each.name))


def _of_councils():
    """A council that has published nothing is named nowhere in public."""
    last = Edition.objects.live().filter(council=OuterRef("council")).newest_first().values("pk")[:1]
    over = CouncilTerm.objects.filter(valid_to__lt=today()).annotate(last=Subquery(last))
    editions = Edition.objects.filter(pk__in=over.values("last"))
    words = {f"said_{place}": KT(path) for place, path in enumerate(_NAMED)}
    rows = editions.annotate(**words).order_by().values_list("office", *words)
    for office, locality, committee in rows:
        yield upper_first(locality or locality_of(committee or "")), office
