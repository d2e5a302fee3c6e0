"""Commands name the office they work for, or say that they work for every one."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from ..models import Office, at_office

_HELP = "mã của cơ quan, xem bin/manage offices"


class OfOneOffice(BaseCommand):
    """A command for the office that --office names; where there is one alone it need not be named."""

    def create_parser(self, *args, **named):
        parser = super().create_parser(*args, **named)
        parser.add_argument("--office", metavar="MÃ", default="", help=_HELP)
        return parser

    def execute(self, *args, **options):
        if (office := _chosen(options["office"])) is None:
            return super().execute(*args, **options)
        with at_office(office):
            return super().execute(*args, **options)


def _chosen(slug):
    """None where the tables cannot be read: the command itself says why."""
    try:
        offices = list(Office.objects.all())
    except DatabaseError:
        return None
    if not slug and len(offices) == 1:
        return offices[0]
    if found := next((office for office in offices if office.slug == slug), None):
        return found
    known = ", ".join(office.slug for office in offices)
    raise CommandError(f"Hãy ghi --office với một trong các mã: {known}.")


def each_office(slug=""):
    """Every office, or the one that is named, each at work while it is handled."""
    offices = [_chosen(slug)] if slug else Office.objects.order_by("pk")
    for office in offices:
        with at_office(office):
            yield office
