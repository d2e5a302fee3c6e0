"""How the office wants its public site to look (its name, picture, colour and foot), for every template."""

from ..models.office_scope import OutsideOffice, current


def site_look(request):
    """Asks nothing of the database: the office at work is known. Outside one the page is plain."""
    try:
        return {"site": current()}
    except OutsideOffice:
        return {"site": None}
