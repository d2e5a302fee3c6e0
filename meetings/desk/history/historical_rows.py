"""The stored versions of a session and of its rows, in a fixed number of queries, and their values in words."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import BooleanField, FileField

from ...models import AgendaItem, Attachment, Attendee, Coordination, Directive, Session
from ...vietnamese import date_digits
from ..office_time import hour_and_day

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


def value_words(field, row):
    """The value as the screen shows it; "" where there is none."""
    value = row[field.attname]
    if value is None or value == "":
        return ""
    if field.name in NAMES:
        names = (row[f"{field.name}__{name}"] for name in NAMES[field.name])
        return next(filter(None, names), "(không còn)")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, BooleanField):
        return "có" if value else "không"
    if isinstance(field, FileField):
        return value.rpartition("/")[2]
    return _text(value)


def _text(value):
    if isinstance(value, datetime):
        return hour_and_day(value)
    if isinstance(value, date):
        return date_digits(value)
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)
