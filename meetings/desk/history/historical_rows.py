"""The stored versions of a session and of its rows, in a fixed number of queries."""

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
"""The columns that name a related row; the first that is not blank counts."""

WHO = tuple(f"history_user__{name}" for name in ("last_name", "first_name", "username"))


ONE_SAVE = timedelta(seconds=2)
"""One save writes its rows one after another; nobody saves twice within this time."""


class Version(NamedTuple):
    """A row after one save, and before it where that is known."""

    model: type
    now: dict
    before: dict | None

    @property
    def at(self) -> datetime:
        return self.now["history_date"]

    @property
    def by(self) -> str:
        last_name, first_name, username = (self.now[name] for name in WHO)
        return f"{last_name or ''} {first_name or ''}".strip() or username or "Hệ thống"


def versions(session):
    """Every stored version, model by model, oldest first."""
    result = _paired(Session, Session.history.filter(id=session.pk))
    for model in ROWS:
        result += _paired(model, model.history.filter(session_id=session.pk))
    return result


def coordinations(session):
    """Every stored version of the coordinations of the session's directives, deleted ones included."""
    directives = Directive.history.filter(session_id=session.pk).values("id")
    return _paired(Coordination, Coordination.history.filter(directive_id__in=directives))


def _paired(model, history):
    columns = [field.attname for field in history.model._meta.concrete_fields]
    fields = [field.name for field in model._meta.concrete_fields if field.name in NAMES]
    names = [f"{field}__{name}" for field in fields for name in NAMES[field]]
    last, result = {}, []
    for now in history.order_by("history_date", "history_id").values(*columns, *names, *WHO):
        result.append(Version(model, now, last.get(now["id"])))
        last[now["id"]] = now
    return result


def by_save(changes):
    """The changes of each save as a list. They have `.by` and `.at` and come oldest first."""
    save = []
    for change in changes:
        if save and (change.by != save[-1].by or change.at - save[-1].at > ONE_SAVE):
            yield save
            save = []
        save.append(change)
    if save:
        yield save
