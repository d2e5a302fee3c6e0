"""The events of a session's timeline that are saves; the saves of one hour become one event."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...models import Edition
from ...vietnamese import LOCAL_ZONE
from .historical_rows import by_save
from .row_changes import SECTIONS, row_changes

FOLDED_WITHIN = timedelta(hours=1)


@dataclass
class Event:
    """One line of the timeline."""

    at: datetime
    by: str
    kinds: tuple[str, ...]
    title: str
    note: str = ""
    aside: str = ""
    shape: str = ""
    """The new state of the session, for its mark."""
    edition: Edition | None = None
    changes: list = field(default_factory=list)
    saves: list = field(default_factory=list)
    """The saves that this event stands for, newest first."""

    @property
    def day(self):
        return self.at.astimezone(LOCAL_ZONE).date()

    @property
    def hour(self):
        return self.at.astimezone(LOCAL_ZONE).strftime("%H:%M")


def save_events(session):
    """Every save that changed something, oldest first."""
    for save in by_save(row_changes(session)):
        if save[0].step == "made":
            yield _first_save(session, save)
        else:
            changes = _without_repeated_moves(save)
            yield Event(save[0].at, save[0].by, ("noi-dung",), f"Sửa {len(changes)} chỗ", changes=changes)


def _first_save(session, save):
    added = [change.model for change in save if change.step == "added"]
    counts = ((name.lower(), added.count(model)) for model, name in SECTIONS.items())
    rows = ", ".join(f"{name} {count} dòng" for name, count in counts if count)
    title = "Nhập từ bài cũ" if session.source_hash else "Tạo phiên họp"
    return Event(save[0].at, save[0].by, ("noi-dung",), title, aside=rows)


def _without_repeated_moves(changes):
    """Moved rows are one change for each section of the form."""
    moved = {change.place: change for change in changes if change.step == "moved"}
    return [change for change in changes if change.step != "moved"] + list(moved.values())


def folded(events):
    """The events, with the saves of one person within an hour as one event where nothing else is between them."""
    run = []
    for event in events:
        if run and not _continues(run, event):
            yield _merged(run)
            run = []
        if event.changes and event.kinds == ("noi-dung",):
            run.append(event)
        else:
            yield event
    if run:
        yield _merged(run)


def _continues(run, event):
    alike = (event.by, event.kinds, event.day) == (run[0].by, run[0].kinds, run[0].day)
    return alike and bool(event.changes) and event.at - run[0].at <= FOLDED_WITHIN


def _merged(run):
    if len(run) == 1:
        return run[0]
    places = sum(len(event.changes) for event in run)
    title = f"Lưu {len(run)} lần từ {run[0].hour} đến {run[-1].hour}: {places} chỗ"
    return Event(run[-1].at, run[0].by, run[0].kinds, title, saves=run[::-1])
