"""Rows of attendees that stand for people whom nobody counted by name."""

import re
from typing import Protocol

GROUP = (
    "^(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả|[Đđ]ại diện|[Ll]ãnh đạo|[Tt]hành viên|[Hh]ai|[Bb]a|[Bb]ốn|[0-9]+) "
    "|^[Tt]hường trực (?:HĐND|[Hh]ội đồng)|^(?:[Tt]rưởng, ?[Pp]hó|[Pp]hó, ?[Tt]rưởng) "
    "|^(?:[Tt]rưởng|[Pp]hó) .{0,20}?(?:các|hai|ba|bốn) "
)
"""How the post of a group begins: "các đồng chí trong …", "Trưởng, Phó hai Ban …". presence.js goes by it too. The
capitals tell the name of a place apart: "quận Hai Bà Trưng"."""


class Row(Protocol):
    """An attendee, of a record or of the desk."""

    @property
    def name(self) -> str: ...
    @property
    def position(self) -> str: ...


def is_group(attendee: Row) -> bool:
    """Whether the row stands for people whom nobody counted by name: it says nothing of who was there."""
    return not attendee.name and bool(re.search(GROUP, attendee.position))
