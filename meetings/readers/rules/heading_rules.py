"""Reads the title: the kind of session, its month and its council."""

import re
from dataclasses import dataclass

from meetings.record import CouncilRecord, SessionKind

from ..grammar import days
from ..grammar.vocabulary import SESSION
from ..post_text import UnreadablePost
from ..reading import Part
from ..text_span import Clip, Paragraph
from . import council_rules, dateline

_OTHER = re.compile(
    r"(?:lịch|thông báo|giấy mời|dự kiến|kế hoạch|danh sách|quyết định|nghị quyết) |.*\b(?:hội nghị"
    r"|giao ban|liên tịch|tọa đàm)\b"
    r"|.*\b(?:phiên họp|họp phiên)\b.{0,30}\b(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|ủy ban bầu cử"
    r"|chính phủ|quốc hội|tổ đại biểu)\b",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"\bthường trực (?:hđnd|hội đồng)\b", re.IGNORECASE)
_NAMED_MONTH = re.compile(r"(?P<before>[^.;:]{0,60}?)\btháng [0-9]{1,2}(?P<after>[^.;:]{0,60})", re.IGNORECASE)
_KINDS = {
    SessionKind.EXTRAORDINARY: re.compile(r"\b(?:đột xuất|bất thường)\b", re.IGNORECASE),
    SessionKind.THEMATIC: re.compile(r"\bchuyên đề\b", re.IGNORECASE),
}
_EXPANDED = re.compile(r"\bmở rộng\b", re.IGNORECASE)
_IN_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ORDINAL = re.compile(
    rf"\b(?:phiên(?: họp)?|(?<!kỳ )họp)(?: thường kỳ| lệ kỳ| định kỳ)?(?: lần)? thứ ([0-9]{{1,3}}"
    rf"|{'|'.join(_IN_WORDS)})\b(?! (?:tháng|hai|ba|bảy)\b)",
    re.IGNORECASE,
)
_KIND_REACHES = 40
_LONGEST_TITLE = 300
_TITLE_STANDS_WITHIN = 12
_OPENING_STANDS_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Heading:
    paragraph: Paragraph
    council: CouncilRecord
    kind: SessionKind
    expanded: bool
    ordinal: int | None
    month: days.Month | None
    """None where the title has no month with a year."""
    bare_month: int | None
    """The month of a title without a year."""
    parts: tuple[Part, ...]


def find(paragraphs: tuple[Paragraph, ...]) -> Heading:
    title = _title(paragraphs)
    clip = title.clip
    named, parts = _council(title, paragraphs)
    first = _first_of_session(title, paragraphs)
    kind, kind_parts = next(filter(lambda found: found[1], map(_kind, (clip, first))), (SessionKind.REGULAR, []))
    parts += [clip.part("title"), *kind_parts]
    ordinal = None
    for passage in (clip, first):
        if not ordinal and (match := _ORDINAL.search(passage.words)):
            ordinal = int(match[1]) if match[1].isdecimal() else _IN_WORDS[match[1].lower()]
            parts.append(passage.cut(*match.span(1)).part("ordinal"))
    month, bare = days.find_month(clip.words), days.find_bare_month(clip.words)
    if month:
        parts.append(clip.cut(month.start, month.end).part("month"))
    elif bare:
        parts.append(clip.cut(*bare[1:]).part("month"))
    return Heading(
        paragraph=title,
        council=named,
        kind=kind,
        expanded=any(_EXPANDED.search(_about(passage)) for passage in (clip, first)),
        ordinal=ordinal,
        month=month,
        bare_month=bare[0] if bare and not month else None,
        parts=tuple(parts),
    )


def month_in(paragraph: Paragraph) -> tuple[days.Month, Part] | None:
    """The month of the session in a sentence of the article: "tổ chức phiên họp tháng 01 năm 2021"."""
    for session in SESSION.finditer(paragraph.words):
        match = _NAMED_MONTH.match(paragraph.words, session.start())
        if match and (month := days.find_month(match.group())):
            clip = paragraph.clip.cut(match.start() + month.start, match.start() + month.end)
            return month, clip.part("month")
    return None


def bare_month_in(paragraph: Paragraph) -> int | None:
    for session in SESSION.finditer(paragraph.words):
        match = _NAMED_MONTH.match(paragraph.words, session.start())
        if match and (month := days.find_bare_month(match.group())):
            return month[0]
    return None


def _title(paragraphs: tuple[Paragraph, ...]) -> Paragraph:
    """The first line that names a session and is no sentence; else a line that begins with "Phiên họp" and has a
    month; else the first line above an opening that says that the committee met."""
    near = [paragraph for paragraph in paragraphs[:_TITLE_STANDS_WITHIN] if len(paragraph.words) <= _LONGEST_TITLE]
    for line in near:
        if _names_session(line.words) and line.words[-1] not in ".:;," and not dateline.is_dateline(line.words):
            return _checked(line)
    for line in near:
        if line.words.casefold().startswith("phiên họp") and days.find_month(line.words):
            return _checked(line)
    for line in near[:_OPENING_STANDS_WITHIN]:
        if line.words[-1] not in ".:;," and not dateline.is_dateline(line.words) and "»" not in line.words:
            if _opens_below(line, paragraphs) and not _OTHER.match(line.words):
                return line
            break
    raise UnreadablePost(
        "không thấy tên phiên họp: hãy thêm một dòng tiêu đề, ví dụ "
        "“Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận …”"
    )


def _names_session(words: str) -> bool:
    return bool(SESSION.search(words)) and (
        bool(_COMMITTEE.search(words))
        or words.casefold().startswith("phiên họp")
        or bool(re.match(r"hđnd|hội đồng", words, re.IGNORECASE))
    )


def _checked(title: Paragraph) -> Paragraph:
    if _OTHER.match(title.words):
        raise UnreadablePost(
            "bài này không nói về phiên họp của Thường trực HĐND: hãy bỏ tệp này ra, hoặc sửa dòng tiêu đề"
            " nếu đúng là phiên họp"
        )
    return title


def _opens_below(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> bool:
    at = paragraphs.index(title) + 1
    return any(
        _COMMITTEE.search(paragraph.words[:200])
        and SESSION.search(paragraph.words[:260])
        and not _OTHER.match(paragraph.words[:200])
        for paragraph in paragraphs[at : at + _OPENING_STANDS_WITHIN]
    )


def _first_of_session(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> Clip:
    """The first words of the article that name the session; those of the title where none do."""
    for paragraph in paragraphs[: _TITLE_STANDS_WITHIN + _OPENING_STANDS_WITHIN]:
        if paragraph is not title and (session := SESSION.search(paragraph.words)):
            return paragraph.clip.cut(max(0, session.start() - 1), session.end() + 2 * _KIND_REACHES)
    return title.clip


def _council(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> tuple[CouncilRecord, list[Part]]:
    """The council in the title; else the first one in the article, which the clerk should check."""
    for paragraph in (title, *paragraphs):
        if found := council_rules.find(paragraph.clip):
            return found[0], [found[1].part("council", sure=paragraph is title)]
    raise UnreadablePost(
        "không thấy tên cơ quan họp: hãy ghi đủ tên trong tiêu đề, ví dụ “Thường trực HĐND quận Hai Bà Trưng”"
    )


def _about(clip: Clip) -> str:
    """The words near "phiên họp" that give its kind: up to the committee's name, and the words in brackets."""
    words = clip.words
    session = SESSION.search(words)
    near = re.split(
        r" (?:của|về|để|nhằm|thường trực) |[,;.:]",
        words[session.start() if session else 0 :],
        maxsplit=1,
        flags=re.IGNORECASE,
    )[0]
    return " | ".join([near[:_KIND_REACHES], *re.findall(r"\([^()]{1,40}\)", words)])


def _kind(clip: Clip) -> tuple[SessionKind, list[Part]]:
    about = _about(clip)
    for kind, pattern in _KINDS.items():
        if pattern.search(about) and (match := pattern.search(clip.words)):
            return kind, [clip.cut(*match.span()).part("kind")]
    return SessionKind.REGULAR, []
