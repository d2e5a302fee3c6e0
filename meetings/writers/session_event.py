"""A session as a calendar shows it, in plain data."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

DOMAIN = "phien-hop.thuong-truc-hdnd"
"""What makes an event's name unique in the world; no host, for a site may move."""


class Status(StrEnum):
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEvent:
    """A session as a calendar shows it. Hours are those of Hà Nội; without `starts_at` it takes the whole day."""

    office: str
    """The key of the office that holds it, which no other in the world has."""
    path: str
    """The session's part of its addresses: its event is the same one in every calendar, announced, held or called
    off."""
    sequence: int
    """Grows with every change that calendars are to take over."""
    stamp: datetime
    """When it came to be as it is, with its time zone."""
    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    title: str
    venue: str = ""
    notes: tuple[str, ...] = ()
    """The lines of its description."""
    status: Status = Status.CONFIRMED
    address: str = ""
    organizer: str = ""
    """Its mail address; what is sent by mail must say who sends it (RFC 5546, 3.2)."""

    @property
    def uid(self) -> str:
        return f"{self.path}@{self.office}.{DOMAIN}"
