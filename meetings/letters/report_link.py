"""Where a unit reports without logging in."""

from ..models.office_scope import current
from ..models.unit_link import UnitLink, link_for


def report_address(unit, month):
    """The page on which `unit` reports what it owes in the month of the day `month`. "" where the office withdrew it,
    or has no site: then letters say to whom a report is sent."""
    links = UnitLink.objects.filter(unit=unit, month=month.replace(day=1))
    is_withdrawn = any(link.revoked_at for link in links) and not any(link.is_usable for link in links)
    return link_for(unit, month).address if current().site and not is_withdrawn else ""
