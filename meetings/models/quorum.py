"""How many members of the standing committee came to a session: by name, else by the roles of the list."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from ..attendee_groups import is_group
from ..record import Presence, Role
from .member import bare_name

COUNTED_ROLES = (Role.CHAIR, Role.MEMBER)


@dataclass(frozen=True, slots=True)
class Quorum:
    """The number of committee members who came; two thirds of all are needed."""

    came: int
    total: int

    @property
    def needed(self):
        return ceil(self.total * 2 / 3)

    @property
    def is_reached(self):
        return self.came >= self.needed


def quorum(session):
    """None where it is unknown: for an old post, with nobody on the list yet, and, where no members are entered,
    without their number or with no member's role on the list."""
    rows = session.attendees.all()
    if session.source_hash or not rows:
        return None
    if members := members_of(session):
        return Quorum(_came_by_name(rows, members), len(members))
    counted, total = _by_role(rows), session.council.members_total
    return Quorum(_came(counted), total) if total and counted else None


def members_present(session):
    """How many may have voted; None while nobody's presence is recorded, or where the list does not say who is a
    member."""
    rows = session.attendees.all()
    if all(row.presence == Presence.UNKNOWN for row in rows):
        return None
    if members := members_of(session):
        return _came_by_name(rows, members)
    counted = _by_role(rows)
    return _came(counted) if counted and not any(map(_is_group_of_members, rows)) else None


def members_of(session):
    """The members in office on the day of the session."""
    return session.council.members_on(session.day)


def _came_by_name(rows, members):
    """Each member once, however many rows bear the name."""
    came = Counter(bare_name(row.name) for row in rows if row.name and Presence(row.presence).attended)
    return sum((came & Counter(bare_name(member.name) for member in members)).values())


def _is_group_of_members(row):
    return Role(row.role) in COUNTED_ROLES and is_group(row)


def _by_role(rows):
    return [row for row in rows if Role(row.role) in COUNTED_ROLES and not is_group(row)]


def _came(rows):
    return sum(row.headcount or 1 for row in rows if Presence(row.presence).attended)
