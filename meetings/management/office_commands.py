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
    return offices[0] if not slug and len(offices) == 1 else named(slug)


def named(slug):
    """Raises CommandError, with the slugs that there are."""
    if found := Office.objects.filter(slug=slug).first():
        return found
    known = ", ".join(Office.objects.values_list("slug", flat=True))
    raise CommandError(f"Hãy ghi mã của một cơ quan ở đây: {known}.")


def each_office():
    """Every office, each at work while it is handled."""
    for office in Office.objects.order_by("pk"):
        with at_office(office):
            yield office
