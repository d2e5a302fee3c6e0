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
    responsible: str = ""
    """Who answers for what the site says; of the site, never of a record."""
    has_spoken: bool = True
    """Whether anything is published that names it: its picture is drawn from that."""

    @property
    def name(self) -> str:
        """The whole name, for the title of a page: "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"."""
        return f"{self.body} {self.place[:1].lower()}{self.place[1:]}" if self.body else self.place


def of_name(name: str) -> Masthead:
    """Before anything is published: the office's name, where it has one."""
    return Masthead(body="", place=name or "Thường trực Hội đồng nhân dân", has_spoken=False)


NEUTRAL = of_name("")


def masthead(council: CouncilRecord) -> Masthead:
    body = council.committee_full_name.removesuffix(council.locality).strip()
    if not council.locality or not body:
        body, place = "", council.committee_full_name
    else:
        place = upper_first(council.locality)
    return from_row(
        Masthead, council, body=body, place=place, office=council.office_name, responsible="", has_spoken=True
    )
