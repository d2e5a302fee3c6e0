"""What each part of a session says, by label, in the words in which the desk shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from .. import vote_prose
from ..prose import completed
from ..record import (
    PLAIN_FIELDS,
    AgendaItemRecord,
    AttachmentRecord,
    AttendeeRecord,
    DirectiveRecord,
    Presence,
    SessionRecord,
)
from ..vietnamese import date_digits, month_words
from .rows import NUMBER, Facts

COMPOSED = ("title", "opening", "attendance", "directives_intro")
"""The sentences that follow from the rows while nobody types others."""

_ELSEWHERE = ("year", "attendance", "assessment", "directives_intro", "closing")
"""Told with the month, and in the sections that they belong to."""


def typed(record: SessionRecord) -> SessionRecord:
    """The record without the sentences that follow from its rows: they change with them, and are no change more."""
    for name in COMPOSED:
        blank: dict[str, Any] = {name: ""}
        bare = replace(record, **blank)
        if getattr(completed(bare), name) == getattr(record, name):
            record = bare
    bare_rows = tuple(replace(row, assignment="") for row in record.directives)
    usual = completed(replace(record, directives=bare_rows)).directives
    rows = zip(record.directives, bare_rows, usual, strict=True)
    return replace(record, directives=tuple(bare if row == said else row for row, bare, said in rows))


def time_and_place(record: SessionRecord) -> Facts:
    """Every field of the session that no other section has."""
    here = [name for name in PLAIN_FIELDS if name not in _ELSEWHERE]
    return _filled({"Loại phiên": record.kind.label, **_plain(record, *here)})


def _plain(record: SessionRecord, *names: str) -> Facts:
    return {PLAIN_FIELDS[name]: _said(record, name) for name in names}


def _said(record: SessionRecord, name: str) -> str:
    match getattr(record, name):
        case None | False | "":
            return ""
        case True:
            return "có"
        case date() as day:
            return date_digits(day)
        case time() as hour:
            return f"{hour:%H:%M}"
        case value:
            return f"{month_words(record.month)}/{record.year}" if name == "month" else str(value)


def attendee(row: AttendeeRecord) -> Facts:
    return _filled(
        {
            "Họ tên": row.name,
            "Chức vụ": row.position,
            "Vai trò": row.role.label,
            "Số người": str(row.headcount or ""),
            "Có mặt": row.presence.label if row.presence is not Presence.UNKNOWN else "",
            "Lý do": row.reason,
            "Dự thay": row.delegate,
        }
    )


def agenda_item(row: AgendaItemRecord) -> Facts:
    return _filled(
        {
            "Nội dung": row.title,
            "Người trình bày": row.presenter,
            "Tóm tắt": row.summary,
            "Ý kiến": row.opinions,
            "Biểu quyết": " ".join(vote_prose.paragraphs(row.vote)),
            "Kết luận": row.conclusion,
        }
    )


def directive(row: DirectiveRecord) -> Facts:
    return _filled(
        {
            NUMBER: row.number,
            "Về việc": row.topic,
            "Câu giao việc": row.assignment,
            "Nội dung": row.task,
            "Chủ trì": row.lead,
            "Phối hợp": ", ".join(row.coordinators),
            "Thời hạn": _deadline(row),
            "Lặp lại": row.recurrence,
            "Sản phẩm": row.product,
        }
    )


def attachment(row: AttachmentRecord) -> Facts:
    return _filled({"Tên": row.title, "Loại": row.kind, "Tệp": row.filename, "Nội dung tệp": row.sha256[:12]})


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """A section of the form: its own fields, and its rows with what names one of them."""

    key: str
    fields: Callable[[SessionRecord], Facts] = lambda record: {}
    rows: Callable[[SessionRecord], list[Facts]] = lambda record: []
    place: str = ""
    name: str = ""


SECTIONS = (
    SectionFacts("when", time_and_place),
    SectionFacts(
        "attendees",
        lambda record: _filled(_plain(record, "attendance")),
        lambda record: [attendee(row) for row in record.attendees],
        "Dòng",
        "Họ tên",
    ),
    SectionFacts(
        "agenda", rows=lambda record: [agenda_item(row) for row in record.agenda], place="Nội dung", name="Nội dung"
    ),
    SectionFacts("assessment", lambda record: _filled(_plain(record, "assessment"))),
    SectionFacts(
        "directives",
        lambda record: _filled(_plain(record, "directives_intro", "closing")),
        lambda record: [directive(row) for row in record.directives],
        "Chỉ đạo",
        NUMBER,
    ),
    SectionFacts(
        "attachments", rows=lambda record: [attachment(row) for row in record.attachments], place="Tệp", name="Tên"
    ),
)


def _deadline(row: DirectiveRecord) -> str:
    """The day, and the words where they do not name it themselves."""
    day = date_digits(row.due_on) if row.due_on else ""
    return row.due_text if day and day in row.due_text else " ".join(filter(None, (day, row.due_text)))


def _filled(facts: Facts) -> Facts:
    return {label: words for label, words in facts.items() if words}
