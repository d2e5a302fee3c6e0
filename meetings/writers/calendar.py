"""Sessions as an iCalendar file: the same events give the same bytes, whenever and wherever they are asked for."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vText

from ..vietnamese import LOCAL_ZONE
from .session_event import SessionEvent, Status

PRODUCT = "-//thuong-truc-hdnd//phien-hop//VI"
REFRESH = timedelta(hours=6)
CALLED_OFF = "Đã hủy: "
"""What begins the title of an event that is called off: some calendars show nothing else."""


def calendar(name: str, events: Iterable[SessionEvent]) -> bytes:
    """An iCalendar file (RFC 5545) called `name`, in the order of the events given."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", vText(name))
    made.add("x-wr-timezone", str(LOCAL_ZONE))
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT6H")
    return _with_events(made, events)


def mailed(event: SessionEvent) -> bytes:
    """One event as it goes with a letter: to be entered, or, if it is cancelled, to be taken out (RFC 5546)."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "CANCEL" if event.status is Status.CANCELLED else "PUBLISH")
    return _with_events(made, [event])


def _with_events(made: Calendar, events: Iterable[SessionEvent]) -> bytes:
    made.add_component(_zone())
    for event in events:
        made.add_component(_event(event))
    return bytes(made.to_ical(sorted=False))


def _zone() -> Timezone:
    """One offset since 13 June 1975, and no summer time."""
    since = TimezoneStandard()
    since.add("dtstart", datetime(1975, 6, 13))
    since.add("tzoffsetfrom", timedelta(hours=8))
    since.add("tzoffsetto", timedelta(hours=7))
    since.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", str(LOCAL_ZONE))
    zone.add_component(since)
    return zone


def _event(session: SessionEvent) -> Event:
    event = Event()
    event.add("uid", session.uid)
    event.add("sequence", session.sequence)
    event.add("dtstamp", session.stamp)
    event.add("last-modified", session.stamp)
    for name, moment in _span(session).items():
        event.add(name, moment)
    event.add("summary", f"{CALLED_OFF if session.status is Status.CANCELLED else ''}{session.title}")
    if session.venue:
        event.add("location", session.venue)
    if session.notes:
        event.add("description", "\n".join(session.notes))
    event.add("status", session.status.value)
    if not session.starts_at:
        event.add("transp", "TRANSPARENT")
    if session.address:
        event.add("url", session.address)
    if session.organizer:
        event.add("organizer", f"mailto:{session.organizer}")
    return event


def _span(session: SessionEvent) -> dict[str, date]:
    """The start and the end. There is no end where none is recorded, or where it would be before the start."""
    if not session.starts_at:
        return {"dtstart": session.day, "dtend": session.day + timedelta(days=1)}
    span: dict[str, date] = {"dtstart": datetime.combine(session.day, session.starts_at, LOCAL_ZONE)}
    if session.ends_at and session.ends_at > session.starts_at:
        span["dtend"] = datetime.combine(session.day, session.ends_at, LOCAL_ZONE)
    return span
