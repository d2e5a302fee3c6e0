"""The numbers of a session's directives on the desk: written down at issue."""

from ..directive_numbering import numbers_of
from .directive import Directive


def number_directives(session):
    """Give each directive its number and write it down."""
    rows = list(session.directives.all())
    for row, number in zip(rows, numbers_of(rows, issued_numbers(session)), strict=True):
        if row.number != number:
            row.number = number
            Directive.objects.filter(pk=row.pk).update(number=number)


def issued_numbers(session):
    """Every number in what has left the office, were the row long gone."""
    editions = session.editions.exclude(state="cancelled").values_list("record", flat=True)
    return {row["number"] for record in editions for row in record["directives"] if row["number"]}
