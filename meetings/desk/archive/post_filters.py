"""The label and the kind (which gives the colour) of each field of a record, for the post's own text."""

import re

from ...directive_numbering import numbers_of
from ...record import Role

DAY, PEOPLE, LEAD, MATTER, VERBATIM = "day", "people", "lead", "matter", "verbatim"
LEGEND = (
    (DAY, "ngày, giờ, hạn"),
    (PEOPLE, "người dự, phối hợp"),
    (LEAD, "chủ trì"),
    (MATTER, "nội dung"),
    (VERBATIM, "câu chữ giữ nguyên"),
)

_PLAIN = {
    "month": (DAY, "thuộc tháng"),
    "year": (DAY, "thuộc năm"),
    "kind": (DAY, "loại phiên"),
    "ordinal": (DAY, "phiên thứ"),
    "held_on": (DAY, "ngày họp"),
    "starts_at": (DAY, "bắt đầu"),
    "ends_at": (DAY, "kết thúc"),
    "venue": (DAY, "địa điểm"),
    "posted_at": (DAY, "đăng"),
    "imported_views": (DAY, "lượt xem"),
    "title": (VERBATIM, "tên phiên"),
    "council": (VERBATIM, ""),
    "dateline": ("", ""),
    "expanded": (DAY, "mở rộng"),
}
_OF_DIRECTIVE = {
    "lead": (LEAD, "chủ trì"),
    "coordinators": (PEOPLE, "phối hợp"),
    "due_on": (DAY, "hạn"),
    "due_text": (DAY, "hạn"),
    "recurrence": (DAY, "định kỳ"),
}
_ROW = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


class FieldMarks:
    """The kinds and labels for one record; those of its rows follow from the rows."""

    def __init__(self, record):
        self.record, self.numbers = record, numbers_of(record.directives)

    def kind_and_label(self, field):
        """(kind, label); the label is "" where the field needs none."""
        row = _ROW.match(field)
        if row is None:
            return _PLAIN.get(field, (VERBATIM, ""))
        table, place, column = row[1], int(row[2]), row[3]
        if table == "attendees":
            return self._person(place)
        if table == "directives":
            return self._directive(place, column)
        return MATTER, f"nội dung {place + 1}" if column == "title" else ""

    def _person(self, place):
        """The record's side lists the chairs apart, so that they are not counted here."""
        if place < len(people := self.record.attendees) and people[place].role is Role.CHAIR:
            return LEAD, "chủ trì"
        return PEOPLE, str(1 + sum(person.role is not Role.CHAIR for person in people[:place]))

    def _directive(self, place, column):
        if column in _OF_DIRECTIVE:
            return _OF_DIRECTIVE[column]
        return MATTER, f"chỉ đạo {self.numbers[place]}" if place < len(self.numbers) else "chỉ đạo"


def row_of(field):
    """The line of the record that shows the field: "directives-2" for "directives[2].task"."""
    if row := _ROW.match(field):
        return f"{row[1]}-{row[2]}"
    return _LINES.get(field, field)


_LINES = {
    "year": "month",
    "kind": "month",
    "ordinal": "month",
    "expanded": "month",
    "imported_views": "posted_at",
    "ends_at": "starts_at",
    "venue": "starts_at",
}
