"""The changes between the stored versions of rows, in words: the place, the value before and after."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ...comparison.words import Piece, changed
from ...models import AgendaItem, Attachment, Attendee, Directive, Session
from ...record import Presence, Role
from ...vietnamese import upper_first
from . import historical_rows
from .historical_rows import value_words

SECTIONS = {Attendee: "Thành phần", AgendaItem: "Nội dung", Directive: "Chỉ đạo", Attachment: "Tài liệu"}
UNSHOWN = {
    "id",
    "office",
    "session",
    "order",
    "number",
    "slug",
    "version",
    "size",
    "sha256",
    "source_hash",
    "source_url",
}
"""Columns that only identify the row, or that follow from others."""

SHOWN_ELSEWHERE = {
    *((Session, name) for name in ("state", "posted_at")),
    *((Directive, name) for name in ("state", "closed_on", "next_due_on", "review_on")),
}
"""Columns whose changes the timeline shows as state changes or progress reports."""

LOST = "sửa lần đầu từ khi có lịch sử; chữ trước đó không được giữ"


@dataclass
class Change:
    """One change of one row in one save."""

    at: datetime
    by: str
    step: str
    """ "made" (the session itself), "added", "removed", "changed" or "moved"."""
    model: type
    place: str
    pieces: list[Piece]

    @property
    def is_whole(self):
        """The change is shown as old value → new value, not as words inside a text."""
        return all(piece.part != "same" for piece in self.pieces)

    @property
    def is_from_blank(self):
        return self.step == "changed" and [piece.part for piece in self.pieces] == ["new"]

    @property
    def is_to_blank(self):
        return self.step == "changed" and [piece.part for piece in self.pieces] == ["old"]


def row_changes(session):
    """Every change of the session and its rows, oldest first."""
    numbers = dict(session.directives.exclude(number="").values_list("pk", "number"))
    versions = historical_rows.versions(session)
    directives = [version.now for version in versions if version.model is Directive]
    places = {row["id"]: _place(Directive, row, numbers) for row in directives}
    changes = [change for version in versions for change in _changes(version, numbers)]
    changes += _coordinator_changes(historical_rows.coordinations(session), places)
    return sorted(changes, key=lambda change: change.at)


def _changes(version, numbers):
    model, now, before = version
    place = _place(model, now, numbers)

    def change(step, where, pieces):
        return Change(version.at, version.by, step, model, where, pieces)

    if model is Session and before is None and now["history_type"] == "+":
        yield change("made", "", [])
    elif now["history_type"] != "~":
        step, part = ("added", "new") if now["history_type"] == "+" else ("removed", "old")
        yield change(step, place, [Piece(part, _summary(model, now))])
    elif before is None:
        yield change("changed", place, [Piece("same", LOST)])
    else:
        if now.get("order") != before.get("order"):
            yield change("moved", SECTIONS[model], [])
        for field in _shown_fields(model, now):
            old, new = value_words(field, before), value_words(field, now)
            if old != new:
                where = ", ".join(filter(None, (place, upper_first(str(field.verbose_name)))))
                yield change("changed", where, changed(old, new))


def _shown_fields(model, row):
    for field in model._meta.concrete_fields:
        if field.attname in row and field.name not in UNSHOWN and (model, field.name) not in SHOWN_ELSEWHERE:
            yield field


def _place(model, row, numbers):
    if model is Session:
        return ""
    if model is Directive:
        number = numbers.get(row["id"]) or row["number"]
        return f"Chỉ đạo {number}" if number else f"Chỉ đạo, dòng {row['order']}"
    return f"{SECTIONS[model]}{'' if model is AgendaItem else ', dòng'} {row['order']}"


def _summary(model, row):
    """A whole row in one line."""
    if model is Attendee:
        labels = (Role(row["role"]).label, Presence(row["presence"]).label)
        return " · ".join(filter(None, (row["name"], row["position"], *labels)))
    if model is Directive:
        return " · ".join(filter(None, (row["topic"], row["task"], row["lead_unit__name"])))
    return row["title"]


def _coordinator_changes(versions, places):
    """Coordinations are stored one by one; they are shown as one list before and one list after a save."""
    by_directive = sorted(versions, key=lambda version: version.now["directive_id"])
    for directive, of_one in groupby(by_directive, key=lambda version: version.now["directive_id"]):
        yield from _list_changes(f"{places[directive]}, Phối hợp", list(of_one))


def _list_changes(place, versions):
    first = {version.now["id"]: version.now for version in reversed(versions)}
    rows = {pk: now for pk, now in first.items() if now["history_type"] != "+"}
    for save in historical_rows.by_save(versions):
        old = _unit_names(rows)
        for version in save:
            rows[version.now["id"]] = version.now
            if version.now["history_type"] == "-":
                del rows[version.now["id"]]
        new = _unit_names(rows)
        if old != new:
            yield Change(save[0].at, save[0].by, "changed", Directive, place, changed(old, new))


def _unit_names(rows):
    rows = sorted(rows.values(), key=lambda row: row["order"])
    return ", ".join(row["unit__name"] or "(không còn)" for row in rows)
