"""The lines of a list of people, and the lines that head one."""

import re
from collections.abc import Iterator

from meetings.giving_verbs import DIRECTS
from meetings.record import CouncilRecord, Presence

from ..grammar.names import is_name
from ..grammar.people import line, person, rows
from ..grammar.rule import rule
from ..text_span import Clip
from .attendance_cues import CUES, LEADS_TO_LIST, STOPS, OpenList, list_start, opened_by, rows_of_list
from .attendee_rows import Listed, begins_people, row_with_role
from .lines import Line

_SECTION = rule(
    r"(?:[IVX0-9A-D]{1,4}[.)/]? ?)?thành phần(?: (?:tham dự|dự họp|tham gia|dự|mời|phiên họp|cuộc họp))*",
    re.IGNORECASE,
)
_NEXT = rule(r", (?:đồng chí|đ/c|ông|bà) ", re.IGNORECASE)
_CONCLUDES = rule(rf"\b(?:{DIRECTS}|như sau|nội dung|nêu|phát biểu)\b", re.IGNORECASE)


_SHARED_LABEL = rule(r"(?:đại diện|lãnh đạo|trưởng|thủ trưởng)\b", re.IGNORECASE)


def heads_list(words: str) -> bool:
    """Whether a line heads a list of people: "Thành phần tham dự:", "I. THÀNH PHẦN", "Về phía UBND xã:"."""
    if _SECTION.fullmatch(words):
        return True
    if not words.endswith(":") or len(words) > 160:
        return False
    if cues := [*CUES.finditer(words)]:
        rest = words[cues[-1].end() :]
        return bool(LEADS_TO_LIST.fullmatch(rest)) or (len(rest) < 30 and not _CONCLUDES.search(rest))
    return bool(re.match(r"(?:thành phần|đại biểu|vắng|khách mời|mời dự|về phía)\b", words, re.IGNORECASE))


def heads_some(words: str) -> bool:
    """Whether a line in a list of people heads some of them: "2. Thường trực HĐND huyện:", "4. Thư ký: Bà …"."""
    if not (label := re.match(r"[^:;,]{2,60}:", words)):
        return False
    return not words[label.end() :].strip() or begins_people(words[label.end() :].strip())


def is_row(listed: Line) -> bool:
    """Whether a line below the head of a list is one of its rows."""
    words = listed.clip.words
    return begins_people(words) and (bool(listed.mark) or not words.endswith("."))


def head_of_list(words: str) -> OpenList:
    last = OpenList(None, Presence.PRESENT, 0)
    for cue in CUES.finditer(words):
        last = opened_by(cue, 0)
    return last


def rows_of_line(clip: Clip, council: CouncilRecord, under: OpenList) -> Iterator[Listed]:
    """The rows of a line in a list of people; "…, chủ trì" marks the chair."""
    clip = clip.cut(0, len(clip.words.rstrip(STOPS + ",")))
    if (cue := CUES.match(clip.words)) and (start := list_start(clip.words, cue)) is not None:
        yield from rows_of_list(clip, opened_by(cue, start), len(clip.words), council)
        return
    label = re.match(r"[^:;,]{2,60}: ?", clip.words)
    keeps = label and _SHARED_LABEL.match(label.group())  # "Đại diện lãnh đạo: Phòng Dân tộc, Kho bạc …"
    if label and not keeps and begins_people(clip.words[label.end() :]) and not is_name(label.group().rstrip(": ")):
        clip = clip.cut(label.end())
    several = ";" not in clip.words and (_NEXT.search(clip.words) or not person(clip, addressed=True).name)
    for row in rows(clip) if several else line(clip):
        yield row_with_role(row, council, under.presence, under.role)
