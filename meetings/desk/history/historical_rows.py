"""The kept versions of a session and of everything under it, in as many queries for forty rows as for one."""

from datetime import datetime, timedelta
from typing import NamedTuple

from ...models import AgendaItem, Attachment, Attendee, Coordination, Directive, Session

ROWS = (Attendee, AgendaItem, Directive, Attachment)
NAMES = {
    "council": ("short_name",),
    "unit": ("name",),
    "lead_unit": ("name",),
    "agenda_item": ("title",),
    "parent": ("topic", "task"),
}
"""What a row that is pointed to is called: the first of these that says something."""

WHO = tuple(f"history_user__{name}" for name in ("last_name", "first_name", "username"))


ONE_SAVE = timedelta(seconds=2)
"""One press of Lưu writes its rows one after another; no person saves twice within this time."""


class Version(NamedTuple):
    """A row as one save left it, and as it was before, where that is known."""

    model: type
    now: dict
    before: dict | None

    @property
    def at(self) -> datetime:
        return self.now["history_date"]

    @property
    def by(self) -> str:
        family, given, log_in = (self.now[name] for name in WHO)
        return f"{family or ''} {given or ''}".strip() or log_in or "Hệ thống"


def versions(session):
    """Every kept version, each kind of row oldest first."""
    found = _paired(Session, Session.history.filter(id=session.pk))
    for model in ROWS:
        found += _paired(model, model.history.filter(session_id=session.pk))
    return found


def coordinations(session):
    """Every kept version of who coordinates in the session's directives, those since removed included."""
    directives = Directive.history.filter(session_id=session.pk).values("id")
    return _paired(Coordination, Coordination.history.filter(directive_id__in=directives))


def _paired(model, kept):
    columns = [field.attname for field in kept.model._meta.concrete_fields]
    fields = [field.name for field in model._meta.concrete_fields if field.name in NAMES]
    called = [f"{field}__{name}" for field in fields for name in NAMES[field]]
    last, found = {}, []
    for now in kept.order_by("history_date", "history_id").values(*columns, *called, *WHO):
        found.append(Version(model, now, last.get(now["id"])))
        last[now["id"]] = now
    return found


def together(found):
    """What one person saved at one go, as lists; `found` has `.by` and `.at` and is oldest first."""
    burst = []
    for each in found:
        if burst and (each.by != burst[-1].by or each.at - burst[-1].at > ONE_SAVE):
            yield burst
            burst = []
        burst.append(each)
    if burst:
        yield burst
