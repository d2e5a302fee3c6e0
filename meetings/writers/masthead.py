"""Whose site this is, after the office's letterhead: the body on one line, its place in bold below."""

from dataclasses import dataclass

from ..plain_data import from_row
from ..record import CouncilRecord
from ..vietnamese import upper_first


@dataclass(frozen=True, slots=True)
class Masthead:
    body: str
    """ "Thường trực Hội đồng nhân dân"; blank where `place` already says it."""
    place: str
    """ "Quận Hai Bà Trưng"."""
    office: str = ""
    """ "Văn phòng HĐND và UBND quận Hai Bà Trưng"."""
    address: str = ""
    telephone: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """The whole name, for the title of a page: "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"."""
        return f"{self.body} {self.place[:1].lower()}{self.place[1:]}" if self.body else self.place


NEUTRAL = Masthead(body="", place="Thường trực Hội đồng nhân dân")
"""Before anything is published no council has introduced itself."""


def masthead(council: CouncilRecord) -> Masthead:
    body = council.committee_full_name.removesuffix(council.locality).strip()
    if not council.locality or not body:
        body, place = "", council.committee_full_name
    else:
        place = upper_first(council.locality)
    return from_row(Masthead, council, body=body, place=place, office=council.office_name)
