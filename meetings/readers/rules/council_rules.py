"""Reads the council from the name of its committee: "Thường trực HĐND quận Hai Bà Trưng"."""

import re

from meetings.record import CouncilRecord

from ..grammar.vocabulary import CAPITALISED
from ..text_span import Clip

PLACE_KINDS = "quận|huyện|thị xã|thành phố|tp|phường|xã|thị trấn|tỉnh|đặc khu"
_COMMITTEE = re.compile(
    rf"(?i:thường trực (?:hđnd|hội đồng nhân dân) (?P<kind>{PLACE_KINDS})\.?) "
    rf"(?P<name>{CAPITALISED}(?:(?: -)? {CAPITALISED}){{0,5}}|[0-9]{{1,2}})(?!\w)"
)
_IN_CAPITALS = re.compile(
    rf"THƯỜNG TRỰC (?:HĐND|HỘI ĐỒNG NHÂN DÂN) (?P<kind>{PLACE_KINDS.upper()})\.? "
    r"(?P<name>[^,.;:()|]{1,60}?)(?= NHIỆM KỲ\b| THÁNG\b| NĂM\b| TỔ CHỨC\b| HỌP\b| KHÓA\b| ?[,.;:()|]|$)"
)


def find(clip: Clip) -> tuple[CouncilRecord, Clip] | None:
    """The council of the committee in the words, and the words that name it."""
    if match := _COMMITTEE.search(clip.words):
        return derive(match["kind"], match["name"]), clip.cut(*match.span())
    if match := _IN_CAPITALS.search(clip.words):
        return derive(match["kind"], match["name"].title()), clip.cut(*match.span())
    return None


def derive(kind: str, name: str) -> CouncilRecord:
    """The council of one place, `kind` being "quận" and `name` "Hai Bà Trưng"."""
    kind = kind.lower().replace("tp", "thành phố")
    locality = f"{kind} {name}"
    in_full = name.isdecimal() or name == "Hồ Chí Minh"
    return CouncilRecord(
        name=f"Hội đồng nhân dân {locality}",
        short_name=f"HĐND {locality}",
        committee_name=f"Thường trực HĐND {locality}",
        committee_full_name=f"Thường trực Hội đồng nhân dân {locality}",
        locality=locality,
        place_name=locality.capitalize()
        if in_full and name.isdecimal()
        else f"Thành phố {name}"
        if in_full
        else name,
        letterhead=("HỘI ĐỒNG NHÂN DÂN", locality.upper()),
    )


def kind_of(council: CouncilRecord) -> str:
    """The kind of its place: "quận", "thị xã"."""
    match = re.match(rf"(?:{PLACE_KINDS})(?!\w)", council.locality, re.IGNORECASE)
    return match.group() if match else council.locality.split(" ")[0]
