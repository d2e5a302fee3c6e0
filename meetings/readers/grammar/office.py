"""What the reader knows of the office whose posts it reads: its councils, its units, its people. Plain data."""

from dataclasses import dataclass

from meetings.record import CouncilRecord

from .known_names import NOTHING, KnownNames


@dataclass(frozen=True, slots=True)
class Office:
    councils: tuple[CouncilRecord, ...] = ()
    """The council in office first, then those before it."""
    units: KnownNames = NOTHING
    people: KnownNames = NOTHING
    """The names of its members and of those who attended earlier sessions."""


NO_OFFICE = Office()
"""Nothing is known: a post must say everything itself."""
