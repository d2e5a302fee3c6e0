"""One line of a session's story, and how the many saves of a working hour become one such line."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...models import Edition
from ...vietnamese import LOCAL_ZONE
from . import row_changes
from .historical_rows import together

FOLDED_WITHIN = timedelta(hours=1)


@dataclass
class Event:
    """Who did what when."""

    at: datetime
    by: str
    kinds: tuple[str, ...]
    title: str
    note: str = ""
    aside: str = ""
    shape: str = ""
    """The state the session went into, for its mark."""
    edition: Edition | None = None
    changes: list = field(default_factory=list)
    saves: list = field(default_factory=list)
    """The saves folded into this one line, newest first."""

    @property
    def day(self):
        return self.at.astimezone(LOCAL_ZONE).date()

    @property
    def hour(self):
        return self.at.astimezone(LOCAL_ZONE).strftime("%H:%M")


def of(session):
    """Every press of Lưu that changed something, oldest first."""
    for burst in together(row_changes.of(session)):
        if burst[0].step == "made":
            yield _first(session, burst)
        else:
            changes = _merged(burst)
            yield Event(burst[0].at, burst[0].by, ("noi-dung",), f"Sửa {len(changes)} chỗ", changes=changes)


def _first(session, burst):
    added = [save.model for save in burst if save.step == "added"]
    counts = ((name.lower(), added.count(model)) for model, name in row_changes.SECTIONS.items())
    rows = ", ".join(f"{name} {count} dòng" for name, count in counts if count)
    title = "Nhập từ bài cũ" if session.source_hash else "Tạo phiên họp"
    return Event(burst[0].at, burst[0].by, ("noi-dung",), title, aside=rows)


def _merged(changes):
    """Rows that changed places are told of once for each part of the form."""
    moved = {change.place: change for change in changes if change.step == "moved"}
    return [change for change in changes if change.step != "moved"] + list(moved.values())


def folded(events):
    """`events` with the saves of one person within an hour, nothing else between them, as one line."""
    run = []
    for event in events:
        if run and not _goes_on(run, event):
            yield _line(run)
            run = []
        if event.changes and event.kinds == ("noi-dung",):
            run.append(event)
        else:
            yield event
    if run:
        yield _line(run)


def _goes_on(run, event):
    alike = (event.by, event.kinds, event.day) == (run[0].by, run[0].kinds, run[0].day)
    return alike and bool(event.changes) and event.at - run[0].at <= FOLDED_WITHIN


def _line(run):
    if len(run) == 1:
        return run[0]
    places = sum(len(each.changes) for each in run)
    title = f"Lưu {len(run)} lần từ {run[0].hour} đến {run[-1].hour}: {places} chỗ"
    return Event(run[-1].at, run[0].by, run[0].kinds, title, saves=run[::-1])
