"""Reads the council from the name of its committee: "Thường trực HĐND quận Hai Bà Trưng"."""

import re
from dataclasses import dataclass, replace

from meetings import council_names
from meetings.record import CouncilRecord
from meetings.vietnamese import fold

from ..grammar import names
from ..grammar.office import Office
from ..grammar.rule import rule
from ..grammar.vocabulary import CAPITALISED
from ..text_span import Clip

PLACE_KINDS = "quận|huyện|thị xã|thành phố|tp|phường|xã|thị trấn|tỉnh|đặc khu"
_BODY = r"(?P<committee>(?:thường trực|tt\.?) ?)?(?:hđnd|hội đồng nhân dân)"
_NAME = rf"{CAPITALISED}(?:(?: ?-)? {CAPITALISED}|['’]{CAPITALISED}){{0,5}}|[0-9]{{1,2}}"
_NAMED = rule(rf"(?i:{_BODY} (?P<kind>{PLACE_KINDS})(?:(?<=tp)\.)?) (?P<name>{_NAME})(?!\w)")
_POST_BEFORE = rule(r"(?:chủ tịch|thường trực|ban|đại biểu|văn phòng|trưởng|ủy viên)\.? $", re.IGNORECASE)
_KIND_ALONE = rule(
    rf"(?:thường trực |tt\.? ?)(?:hđnd|hội đồng nhân dân)(?: (?P<kind>{PLACE_KINDS})\b)?", re.IGNORECASE
)
_IN_CAPITALS = rule(
    rf"(?:THƯỜNG TRỰC )?(?:HĐND|HỘI ĐỒNG NHÂN DÂN) (?P<kind>{PLACE_KINDS.upper()})\.? "
    r"(?P<name>(?!(?:THÁNG|NĂM|HỌP|TỔ CHỨC|NHIỆM KỲ|KHÓA|PHIÊN)\b)[^,.;:()|]{1,60}?)"
    r"(?= NHIỆM KỲ\b| THÁNG\b| NĂM\b| TỔ CHỨC\b| HỌP\b| KHÓA\b| ?[,.;:()|]|$)"
)
_LONGEST_NAME = 5
"""Syllables of a place's name in capitals; more are other words: "HUYỆN SƠ KẾT CÔNG TÁC THÁNG"."""


@dataclass(frozen=True, slots=True)
class Named:
    council: CouncilRecord
    clip: Clip
    sure: bool = True
    """False for a name of which only the capitals tell where it ends."""


def find(clip: Clip, office: Office) -> Named | None:
    """The council of the committee in the words; one of the office's in whatever letters."""
    for match in () if clip.words.isupper() else _NAMED.finditer(clip.words):
        whose = clip.words[: match.start()]
        person = names.is_name(match["name"])
        if match["committee"] and not (person and _POST_BEFORE.search(whose)):
            return Named(derive(match["kind"], match["name"]), clip.cut(*match.span()))
        if not match["committee"] and not person and not _POST_BEFORE.search(whose):
            return Named(derive(match["kind"], match["name"]), clip.cut(*match.span()))
    capitals = _IN_CAPITALS.search(clip.words)
    if capitals and capitals.group().isupper():
        return _in_capitals(clip, capitals, office)
    return None


def _in_capitals(clip: Clip, match: re.Match[str], office: Office) -> Named | None:
    words = fold(match.group())
    for council in office.councils:
        if words.endswith(fold(council.locality)) or f"{fold(council.locality)} " in words:
            return Named(council, clip.cut(*match.span()))
    kind = match["kind"].lower()
    if len(match["name"].split()) > _LONGEST_NAME or any(kind_of(council) == kind for council in office.councils):
        return None  # other words, or a name that the article must give in small letters
    return Named(derive(match["kind"], match["name"].title()), clip.cut(*match.span()), sure=False)


def of_kind(clip: Clip, office: Office) -> Named | None:
    """The office's own council where the words name it by its kind alone: "Thường trực HĐND huyện"."""
    for match in _KIND_ALONE.finditer(clip.words):
        kind = (match["kind"] or "").lower().replace("tp", "thành phố")
        own = next((council for council in office.councils if not kind or kind_of(council) == kind), None)
        if own:
            return Named(own, clip.cut(*match.span()), sure=False)
    return None


def derive(kind: str, name: str) -> CouncilRecord:
    """The council of one place, `kind` being "quận" and `name` "Hai Bà Trưng"."""
    kind = kind.lower().replace("tp", "thành phố")
    in_full = name.isdecimal() or name == "Hồ Chí Minh"
    place = f"Thành phố {name}" if name == "Hồ Chí Minh" else f"{kind} {name}".capitalize() if in_full else name
    return replace(council_names.names(kind, name), place_name=place, named_in_full=in_full)


def kind_of(council: CouncilRecord) -> str:
    """The kind of its place: "quận", "thị xã"."""
    match = re.match(rf"(?:{PLACE_KINDS})(?!\w)", council.locality, re.IGNORECASE)
    return match.group() if match else council.locality.split(" ")[0]
