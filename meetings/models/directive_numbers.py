"""The numbers of a session's directives: given at issue, kept for ever, never given to another."""

from .directive import Directive


def number_directives(session):
    """Give each directive without a fitting number the next one: 3 after 2, 2.4 after 2.3.

    A row moved to another level or under another directive takes a new number; its old one stays retired.
    """
    rows = list(session.directives.all())
    used = _issued(session) | {row.number for row in rows if row.number}
    numbers = {}
    for row in rows:
        under = numbers.get(row.parent_id, "")
        if not row.number or row.number.rpartition(".")[0] != under:
            row.number = _next(used, under)
            used.add(row.number)
            Directive.objects.filter(pk=row.pk).update(number=row.number)
        numbers[row.pk] = row.number


def _issued(session):
    """Every number in what has left the office, were the row long gone."""
    editions = session.editions.exclude(state="cancelled").values_list("record", flat=True)
    return {row["number"] for record in editions for row in record["directives"] if row["number"]}


def _next(used, under):
    last = [int(number.rpartition(".")[2]) for number in used if number.rpartition(".")[0] == under]
    return f"{under}.{max(last, default=0) + 1}".lstrip(".")
