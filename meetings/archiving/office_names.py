"""What this office knows, as plain data for the reader: its councils, its units, the people of its sessions."""

from ..models import Attendee, Council, UnitName
from ..models.council_term import by_office
from ..readers import Office
from ..readers.grammar.known_names import KnownNames


def councils_of_office():
    """The council in office first, then those before it. One query."""
    return [row.to_record() for row in by_office(Council.objects.all())]


def known_office(more=()) -> Office:
    """The office for one run, in three queries; `more` are councils that somebody confirmed and nobody stored yet."""
    councils = councils_of_office()
    listed = {council.committee_name for council in councils}
    people = Attendee.objects.exclude(name="").order_by("name").values_list("name", flat=True).distinct()
    return Office(
        councils=(*councils, *(council for council in more if council.committee_name not in listed)),
        units=KnownNames(UnitName.objects.values_list("name", flat=True)),
        people=KnownNames(people),
    )
