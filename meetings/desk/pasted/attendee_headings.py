"""The words before people in a pasted list that say who they are: "Khách mời:", "Vắng 02 đồng chí:"."""

import re
from dataclasses import dataclass

from ...record import Presence, Role
from .attendee_words import presence

_HEADING = re.compile(
    r"(?:(?P<chair>chủ trì|chủ tọa)|(?P<secretary>thư ký)|(?P<member>thành viên)"
    r"|(?P<invitee>khách mời|đại biểu mời|mời dự)"
    r"|(?P<absent>vắng(?: mặt)?(?: (?:không )?(?:có )?(?:lý do|phép))?)"
    r"|(?P<present>có mặt|cùng dự|tham dự|dự họp)|thành phần)"
    r"(?: (?:thường trực|tham dự|dự|gồm|có|phiên họp|cuộc họp|họp|hội nghị|ghi biên bản))*\s*:\s*",
    re.IGNORECASE,
)
_ADDRESS = r"(?:đồng chí|đ/c|ông|bà)(?!\w)"
_ABSENT = re.compile(
    r"(?P<absent>vắng(?: mặt| họp)?(?: (?:không )?(?:có )?(?:lý do|phép))?)(?: gồm| có)?"
    r"(?::? \d{1,3} (?:đồng chí|đ/c|người))?"
    rf"(?::? ?\((?=(?:các )?{_ADDRESS})|:? (?=(?:các )?{_ADDRESS})|: ?)",
    re.IGNORECASE,
)
""" "Vắng 02 đồng chí: …", "Vắng mặt đồng chí …", "Vắng có lý do: 02 đ/c (đ/c …)"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The role and presence that a line such as "Khách mời:" gives to the people after it."""

    words: str = ""
    role: Role | None = None
    presence: Presence | None = None
    behind: str = ""
    """The words after it in the line."""


def heading_of(words: str) -> Heading | None:
    match = _ABSENT.match(words) or _HEADING.match(words)
    if not match:
        return None
    said = match.groupdict()
    role = next((role for role in Role if said.get(role.value)), None)
    came = Presence.PRESENT if said.get("present") else None
    return Heading(match.group(), role, presence(said["absent"]) if said["absent"] else came, _behind(match))


def _behind(match: re.Match) -> str:
    """The words behind a heading, without the bracket that closes one opened in it."""
    words = match.string[match.end() :]
    return words.rstrip(" .").removesuffix(")") if match.group().endswith("(") else words
