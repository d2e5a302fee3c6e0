"""The people of a new session: the members in office in the order of protocol, then whoever came to the last one as a
guest. Without a list of members they are the people of the last session."""

from ...models import Attendee
from ...models.member import bare_name
from ...models.quorum import members_of
from ...record import Presence, Role
from ...vietnamese import fold

_COPIED = ("role", "name", "position", "unit_id", "headcount")


def roster(session, source):
    """The unsaved rows for `session`; `source` is the last session, or None. Nobody is in them twice."""
    members = members_of(session)
    last = list(source.attendees.all()) if source else []
    rows = [_invited_again(row) for row in (_guests(last, members) if members else last)]
    return _each_once([*map(_of_member, members), *rows])


def _of_member(member):
    return Attendee(role=member.role, name=member.name, position=member.post, presence=Presence.UNKNOWN)


def _invited_again(row):
    """Without presence, reason and delegate."""
    return Attendee(**{name: getattr(row, name) for name in _COPIED}, presence=Presence.UNKNOWN)


def _guests(rows, members):
    """Who is no member and was not listed as one; whoever took the minutes, unless a member does."""
    names = {bare_name(member.name) for member in members}
    roles = (
        {Role.INVITEE} if any(member.role is Role.SECRETARY for member in members) else {Role.INVITEE, Role.SECRETARY}
    )
    return [row for row in rows if row.role in roles and bare_name(row.name) not in names]


def _each_once(rows):
    return list({(bare_name(row.name), fold(row.position)): row for row in reversed(rows)}.values())[::-1]
