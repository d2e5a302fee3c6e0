"""The pages that were withdrawn and published again: when, and why they were gone."""

from dataclasses import dataclass
from datetime import datetime

from ..models.edition import Edition


@dataclass(frozen=True)
class Return:
    withdrawn: Edition
    returned_at: datetime


def returns(editions):
    """The last return of each page among the live news `editions`: {session: Return}. Asks only where one may be."""
    again = {edition.session_id for edition in editions if edition.sequence > 1}
    if not again:
        return {}
    pages = Edition.objects.told().filter(kind=Edition.Kind.NEWS, session__in=again).order_by("pk")
    gone, back = {}, {}
    for page in pages.only("session_id", "state", "visible_from", "closed_at", "closed_note"):
        if page.state == Edition.State.WITHDRAWN:
            gone[page.session_id] = page
            back.pop(page.session_id, None)
        elif page.session_id in gone:
            back.setdefault(page.session_id, Return(gone[page.session_id], page.visible_from))
    return back
