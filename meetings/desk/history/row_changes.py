"""What the kept versions say was changed, in a clerk's words: where, from what, to what."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ...models import AgendaItem, Attachment, Attendee, Directive, Session
from ...models.attendee import PRESENCE_LABELS
from ...record import Role
from ...vietnamese import upper_first
from ..changed_words import Piece, changed
from . import historical_rows
from .value_words import value_words

SECTIONS = {Attendee: "Thành phần", AgendaItem: "Nội dung", Directive: "Chỉ đạo", Attachment: "Tài liệu"}
UNSAID = {"id", "session", "order", "number", "slug", "version", "size", "sha256", "source_hash", "source_url"}
"""Columns that only name the row, or that follow from others."""

TOLD_ELSEWHERE = {(Session, "state"), (Session, "posted_at"), (Directive, "state"), (Directive, "closed_on")}
"""Columns that a state change or a progress report tells of."""

LOST = "sửa lần đầu từ khi có lịch sử; chữ trước đó không được giữ"


@dataclass
class Change:
    """One thing changed by one person at one moment."""

    at: datetime
    by: str
    step: str
    """ "made" (the session itself), "added", "removed", "changed" or "moved"."""
    model: type
    place: str
    pieces: list[Piece]

    @property
    def is_whole(self):
        """Shown as the whole old value → the whole new one, not as words inside a text."""
        return all(piece.part != "same" for piece in self.pieces)

    @property
    def is_from_blank(self):
        return self.step == "changed" and [piece.part for piece in self.pieces] == ["new"]

    @property
    def is_to_blank(self):
        return self.step == "changed" and [piece.part for piece in self.pieces] == ["old"]


def of(session):
    """Every change to the session and its rows, oldest first."""
    numbers = dict(session.directives.exclude(number="").values_list("pk", "number"))
    kept = historical_rows.versions(session)
    places = {each.now["id"]: _place(Directive, each.now, numbers) for each in kept if each.model is Directive}
    found = [change for version in kept for change in _changes(version, numbers)]
    found += _coordinators(historical_rows.coordinations(session), places)
    return sorted(found, key=lambda change: change.at)


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
        for field in _said(model, now):
            old, new = value_words(field, before), value_words(field, now)
            if old != new:
                where = ", ".join(filter(None, (place, upper_first(str(field.verbose_name)))))
                yield change("changed", where, changed(old, new))


def _said(model, row):
    for field in model._meta.concrete_fields:
        if field.attname in row and field.name not in UNSAID and (model, field.name) not in TOLD_ELSEWHERE:
            yield field


def _place(model, row, numbers):
    if model is Session:
        return ""
    if model is Directive:
        number = numbers.get(row["id"]) or row["number"]
        return f"Chỉ đạo {number}" if number else f"Chỉ đạo, dòng {row['order']}"
    return f"{SECTIONS[model]}{'' if model is AgendaItem else ', dòng'} {row['order']}"


def _summary(model, row):
    """A whole row in a line: what its author would know it by."""
    if model is Attendee:
        said = (row["name"], row["position"], Role(row["role"]).label, PRESENCE_LABELS.get(row["presence"]))
        return " · ".join(filter(None, said))
    if model is Directive:
        return " · ".join(filter(None, (row["topic"], row["task"], row["lead_unit__name"])))
    return row["title"]


def _coordinators(kept, places):
    """Who coordinates is kept unit by unit; it is read as one list before and one after."""
    by_directive = sorted(kept, key=lambda version: version.now["directive_id"])
    for directive, of_one in groupby(by_directive, key=lambda version: version.now["directive_id"]):
        yield from _lists(f"{places[directive]}, Phối hợp", list(of_one))


def _lists(place, kept):
    first = {version.now["id"]: version.now for version in reversed(kept)}
    standing = {pk: now for pk, now in first.items() if now["history_type"] != "+"}
    for burst in historical_rows.together(kept):
        old = _listed(standing)
        for version in burst:
            standing[version.now["id"]] = version.now
            if version.now["history_type"] == "-":
                del standing[version.now["id"]]
        new = _listed(standing)
        if old != new:
            yield Change(burst[0].at, burst[0].by, "changed", Directive, place, changed(old, new))


def _listed(standing):
    rows = sorted(standing.values(), key=lambda row: row["order"])
    return ", ".join(row["unit__name"] or "(không còn)" for row in rows)
