"""Reads the title: the kind of session, its month and its council."""

import re
from dataclasses import dataclass

from meetings.record import CouncilRecord, SessionKind
from meetings.vietnamese import squeeze

from ..grammar import days
from ..grammar.office import Office
from ..grammar.rule import rule
from ..grammar.vocabulary import SESSION
from ..post_text import UnreadablePost
from ..reading import Part
from ..text_span import Clip, Paragraph
from . import asides, attendance_cues, council_rules, dateline, session_test

_NAMED_MONTH = rule(r"(?P<before>[^.;:]{0,60}?)\btháng [0-9]{1,2}(?P<after>[^.;:]{0,60})", re.IGNORECASE)
_MONTH_OF_ELSE = rule(
    r"\b(?:chương trình|nhiệm vụ|công tác|kế hoạch|tới|hết|trước|đến|từ|trong|quý|kỳ họp|bàn|triển khai|báo cáo"
    r"|kết quả|giao|nội dung|chuẩn bị|ngày|đánh giá|hoạt động)\b",
    re.IGNORECASE,
)
"""Between the session and a month these words say that the month is of something else."""
_KINDS = {
    SessionKind.EXTRAORDINARY: rule(r"\b(?:đột xuất|bất thường)\b", re.IGNORECASE),
    SessionKind.THEMATIC: rule(r"\bchuyên đề\b", re.IGNORECASE),
}
_EXPANDED = rule(r"\bmở rộng\b", re.IGNORECASE)
_IS_EXPANDED = rule(r"^\(?mở rộng\)?$|\bphiên (?:họp )?mở rộng\b", re.IGNORECASE)
_MONTH_TO_COME = rule(r"\b(?:triển khai|nhiệm vụ|kế hoạch)(?: công tác| trọng tâm)? $", re.IGNORECASE)
_IN_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_IN_WORDS |= {f"mười {unit}": 10 + number for unit, number in _IN_WORDS.items()} | {"mười lăm": 15, "đầu tiên": 1}
_IN_WORDS |= {f"hai mươi {unit}": 20 + number for unit, number in {**_IN_WORDS, "mốt": 1}.items() if number < 10}
_ORDINAL = rule(
    rf"\b(?:phiên(?: họp)?|(?<!kỳ )họp)(?: thường kỳ| lệ kỳ| định kỳ| mở rộng)*(?: lần)? thứ ([0-9]{{1,3}}"
    rf"|{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})\b(?! (?:tháng|hai|ba|bảy)\b)",
    re.IGNORECASE,
)
_KIND_REACHES = 40
_LONGEST_TITLE = 300
_LONGEST_SECOND_LINE = 160
_TITLE_STANDS_WITHIN = 12
_OPENING_STANDS_WITHIN = 5
_LINKS_STAND_FROM = 5
_KIND_OF_PAPER = rule(r"(?:thông báo(?: kết luận)?|biên bản|kết luận|tin|bản tin)", re.IGNORECASE)
_NO_TITLE_ENDS = (".", ":", ";", ",", "…")


@dataclass(frozen=True, slots=True)
class Heading:
    paragraph: Paragraph
    """The title on one line."""
    lines: tuple[Paragraph, ...]
    """The lines of the post that it stands in."""
    council: CouncilRecord
    kind: SessionKind
    expanded: bool
    ordinal: int | None
    month: days.Month | None
    """None where the title has no month with a year."""
    bare_month: int | None
    """The month of a title without a year."""
    parts: tuple[Part, ...]
    doubts: tuple[str, ...] = ()


def find(paragraphs: tuple[Paragraph, ...], office: Office) -> Heading:
    lines = _title(paragraphs)
    title = _joined(lines)
    clip = title.clip
    named, parts, doubts = _council(lines, paragraphs, office)
    first = _first_of_session(lines, paragraphs)
    kind, kind_parts = next(filter(lambda found: found[1], map(_kind, (clip, first))), (SessionKind.REGULAR, []))
    parts += [clip.part("title"), *kind_parts]
    ordinal = None
    for passage in (clip, first):
        if not ordinal and (match := _ORDINAL.search(passage.words)):
            ordinal = int(match[1]) if match[1].isdecimal() else _IN_WORDS[match[1].lower()]
            parts.append(passage.cut(*match.span(1)).part("ordinal"))
    month, bare = days.find_month(clip.words), days.find_bare_month(clip.words)
    if month and _MONTH_TO_COME.search(clip.words[: month.start]):
        month = bare = None  # "triển khai nhiệm vụ tháng 2/2020": that of the work to come
    if month:
        parts.append(clip.cut(month.start, month.end).part("month"))
    elif bare:
        parts.append(clip.cut(*bare[1:]).part("month"))
    return Heading(
        paragraph=title,
        lines=lines,
        council=named,
        kind=kind,
        expanded=any(_EXPANDED.search(_about(passage)) for passage in (clip, first)) or _says_expanded(paragraphs),
        ordinal=ordinal,
        month=month,
        bare_month=bare[0] if bare and not month else None,
        parts=tuple(parts),
        doubts=tuple(doubts),
    )


def _says_expanded(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether one of the first lines says it of the session: "(Mở rộng)", "Đây là phiên họp mở rộng"."""
    near = paragraphs[:_TITLE_STANDS_WITHIN]
    return any(_IS_EXPANDED.search(line.words) for line in near)


def _joined(lines: tuple[Paragraph, ...]) -> Paragraph:
    """The lines of the title as one."""
    line = lines[0].line
    for following in lines[1:]:
        line += "\n" * (following.at - lines[0].at - len(line)) + following.line
    return Paragraph(line, lines[0].at, squeeze(line))


def month_in(paragraph: Paragraph) -> tuple[days.Month, Part] | None:
    """The month of the session in a sentence of the article: "tổ chức phiên họp tháng 01 năm 2021"."""
    for session in SESSION.finditer(paragraph.words):
        match = _NAMED_MONTH.match(paragraph.words, session.start())
        if match and not _MONTH_OF_ELSE.search(match["before"]) and (month := days.find_month(match.group())):
            clip = paragraph.clip.cut(match.start() + month.start, match.start() + month.end)
            return month, clip.part("month")
    return None


def bare_month_in(paragraph: Paragraph) -> int | None:
    for session in SESSION.finditer(paragraph.words):
        match = _NAMED_MONTH.match(paragraph.words, session.start())
        if match and not _MONTH_OF_ELSE.search(match["before"]) and (month := days.find_bare_month(match.group())):
            return month[0]
    return None


def _title(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The first line that names a session and is no sentence; else a line that begins with "Phiên họp" and has a
    month; else the first line above an opening that says that the committee met. It may go on in the next line."""
    paragraphs = _above_links(paragraphs)
    near = [line for line in paragraphs[:_TITLE_STANDS_WITHIN] if _may_be_title(line.words)]
    named = next((line for line in near if session_test.names_session(line.words)), None)
    named = named or next(
        (line for line in near if line.words.casefold().startswith("phiên họp") and days.find_month(line.words)), None
    )
    if named:
        session_test.refuse_invitation([line.words for line in paragraphs[: paragraphs.index(named)]])
        session_test.refuse_other(named.words, _below(named, paragraphs))
        return _whole(named, paragraphs)
    for line in sorted(near, key=lambda line: not session_test.names_committee(line.words)):
        below = _below(line, paragraphs)[:_OPENING_STANDS_WITHIN]
        if any(session_test.says_met(words) for words in below):
            session_test.refuse_other(line.words, below)
            return _whole(line, paragraphs)
    raise UnreadablePost(
        "không thấy tên phiên họp: hãy thêm một dòng tiêu đề, ví dụ "
        "“Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận …”"
    )


def _above_links(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The post without the links to others below it, which are titles too."""
    links = (
        at for at, line in enumerate(paragraphs) if at >= _LINKS_STAND_FROM and asides.begins_related(line.words)
    )
    return paragraphs[: next(links, None)]


def _may_be_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_TITLE
        and not words.endswith(_NO_TITLE_ENDS)
        and not dateline.is_dateline(words)
        and not _KIND_OF_PAPER.fullmatch(words)
        and "|" not in words
        and not asides.is_outside(words)
        and not (attendance_cues.attends(words) and not session_test.names_session(words.partition(",")[0]))
    )


def _below(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    at = paragraphs.index(title) + 1
    return [paragraph.words for paragraph in paragraphs[at : at + _TITLE_STANDS_WITHIN]]


def _whole(title: Paragraph, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The title with the lines that it began in or goes on in: "THÔNG BÁO", "tháng 3 năm 2021"."""
    at = paragraphs.index(title)
    first, last = at, at
    if at and _KIND_OF_PAPER.fullmatch(paragraphs[at - 1].words):
        first = at - 1
    following = paragraphs[at + 1].words if at + 1 < len(paragraphs) else ""
    if _may_be_title(following) and len(following) <= _LONGEST_SECOND_LINE and _goes_on(title.words, following):
        last = at + 1
    return paragraphs[first : last + 1]


def _goes_on(title: str, following: str) -> bool:
    """Whether the next line is part of the title: both in capitals, or it begins with a small letter."""
    return following[:1].islower() or (title.isupper() and following.isupper())


def _first_of_session(title: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...]) -> Clip:
    """The first words of the article that name the session; those of the title where none do."""
    for paragraph in paragraphs[: _TITLE_STANDS_WITHIN + _OPENING_STANDS_WITHIN]:
        if paragraph not in title and (session := SESSION.search(paragraph.words)):
            return paragraph.clip.cut(max(0, session.start() - 1), session.end() + 2 * _KIND_REACHES)
    return title[0].clip


def _council(
    title: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...], office: Office
) -> tuple[CouncilRecord, list[Part], list[str]]:
    """The council in the title; else the first in the article; else the office's own of the kind that is named."""
    for paragraph in (*title, *paragraphs):
        if found := council_rules.find(paragraph.clip, office):
            in_title = paragraph in title
            doubt = f"Tên hội đồng chỉ đọc được từ chữ in hoa: {found.council.short_name}; hãy xem lại."
            parts = [found.clip.part("council", sure=in_title and found.sure)]
            return found.council, parts, [] if found.sure else [doubt]
    for paragraph in (*title, *paragraphs):
        if own := council_rules.of_kind(paragraph.clip, office):
            doubt = (
                f"Bài không ghi tên nơi họp ({own.clip.quoted}); hội đồng lấy theo cơ quan: {own.council.short_name}."
            )
            return own.council, [own.clip.part("council", sure=False)], [doubt]
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
