"""What every page of the desk carries at its head, and small words of its forms."""

from django import template

from ..desk.row_names import row_name
from ..models import Council
from ..models.user_names import known_as

register = template.Library()
register.filter(known_as)
register.filter(row_name)


@register.simple_tag
def office():
    """The council in office: the name of its committee in two parts, or None before one is entered."""
    council = Council.objects.in_office()
    if council is None:
        return None
    body = council.committee_name.removesuffix(council.locality).strip()
    return {"body": body, "place": council.locality if body != council.committee_name else ""}


@register.filter
def cells(group):
    """The fields of a fieldset, or of one line of it, one after another."""
    return [cell for line in group for cell in (line if hasattr(line, "__iter__") else [line])]


@register.filter
def entry(entries, name):
    """The entry of that name; blank where there is none, or no entries at all."""
    return (entries or {}).get(name, "")
