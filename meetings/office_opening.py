"""Opens an office with its first council, ready for its people: by the command, and on the portal by an operator."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from . import intake
from .council_names import Level, of_level
from .models import Office, at_office, ladder_step, rebuild_index


@transaction.atomic
def open_office(*, slug, hosts, place, level, named_after=False):
    """The office, saved. Raises ValidationError where its code or a host is not good, or is another's."""
    council = replace(of_level(Level(level), place), named_in_full=named_after)
    office = Office(
        slug=slug, name=council.committee_name, hosts="\n".join(hosts).lower(), opened_on=timezone.localdate()
    )
    office.full_clean()
    office.save()
    with at_office(office):
        intake.council_of(council)
    ladder_step.give_defaults()
    rebuild_index(office)
    return office
