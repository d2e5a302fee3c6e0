"""The title: which session this was, of which month, of whose council."""

import re
from dataclasses import dataclass

from meetings.record import CouncilRecord, SessionKind

from ..clip import Clip, Paragraph
from ..reading import Part
from ..source import UnreadablePost
from . import council, days

_TITLE = re.compile(r"(?:phiên họp\b|(?:thường trực|hội đồng nhân dân|hđnd)\b.*\bphiên họp\b)", re.IGNORECASE)
_SESSION = re.compile(
    r"\bphiên họp\b(?P<before>[^.;:]{0,60}?)\btháng [0-9]{1,2}(?P<after>[^.;:]{0,60})", re.IGNORECASE
)
_KINDS = {
    SessionKind.EXTRAORDINARY: re.compile(r"\b(?:đột xuất|bất thường)\b", re.IGNORECASE),
    SessionKind.THEMATIC: re.compile(r"\bchuyên đề\b", re.IGNORECASE),
}
_EXPANDED = re.compile(r"\bmở rộng\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\bphiên(?: họp)?(?: lần)? thứ ([0-9]{1,3})\b", re.IGNORECASE)
_KIND_REACHES = 40
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Heading:
    paragraph: Paragraph
    council: CouncilRecord
    kind: SessionKind
    expanded: bool
    ordinal: int | None
    month: days.Month | None
    """None where the title names no month."""
    parts: tuple[Part, ...]


def find(paragraphs: tuple[Paragraph, ...]) -> Heading:
    title = _title(paragraphs)
    clip = title.clip
    named, parts = _council(title, paragraphs)
    kind, kind_parts = _kind(clip)
    parts += [clip.part("title"), *kind_parts]
    ordinal = _ORDINAL.search(clip.words)
    if ordinal:
        parts.append(clip.cut(*ordinal.span(1)).part("ordinal"))
    if month := days.find_month(clip.words):
        parts.append(clip.cut(month.start, month.end).part("month"))
    return Heading(
        paragraph=title,
        council=named,
        kind=kind,
        expanded=bool(_EXPANDED.search(_about(clip))),
        ordinal=int(ordinal[1]) if ordinal else None,
        month=month,
        parts=tuple(parts),
    )


def month_in(paragraph: Paragraph) -> tuple[days.Month, Part] | None:
    """The month a sentence of the article gives its session: "tổ chức phiên họp tháng 01 năm 2021"."""
    for match in _SESSION.finditer(paragraph.words):
        if month := days.find_month(match.group()):
            clip = paragraph.clip.cut(match.start() + month.start, match.start() + month.end)
            return month, clip.part("month")
    return None


def _title(paragraphs: tuple[Paragraph, ...]) -> Paragraph:
    """The first line that names a session and is no sentence; else such a line with its month, full stop or not."""
    named = [each for each in paragraphs if len(each.words) <= _LONGEST_TITLE and _TITLE.match(each.words)]
    for each in named:
        if each.words[-1] not in ".:;,":
            return each
    for each in named:
        if each.words.casefold().startswith("phiên họp") and days.find_month(each.words):
            return each
    raise UnreadablePost(
        "không thấy tên phiên họp: hãy thêm một dòng tiêu đề, ví dụ "
        "“Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận …”"
    )


def _council(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> tuple[CouncilRecord, list[Part]]:
    """The council the title names; else the first one the article names, which the clerk should check."""
    for each in (title, *paragraphs):
        if found := council.find(each.clip):
            return found[0], [found[1].part("council", sure=each is title)]
    raise UnreadablePost(
        "không thấy tên cơ quan họp: hãy ghi đủ tên trong tiêu đề, ví dụ “Thường trực HĐND quận Hai Bà Trưng”"
    )


def _about(clip: Clip) -> str:
    """The words near "phiên họp" that say its kind: up to the committee's name, and what stands in brackets."""
    words = clip.words
    start = words.casefold().find("phiên họp")
    near = re.split(r" (?:của|về|để|thường trực) ", words[max(start, 0) :], maxsplit=1, flags=re.IGNORECASE)[0]
    return " | ".join([near[:_KIND_REACHES], *re.findall(r"\([^()]{1,40}\)", words)])


def _kind(clip: Clip) -> tuple[SessionKind, list[Part]]:
    about = _about(clip)
    for kind, pattern in _KINDS.items():
        if pattern.search(about) and (match := pattern.search(clip.words)):
            return kind, [clip.cut(*match.span()).part("kind")]
    return SessionKind.REGULAR, []
