"""Splits off the topic of a directive: "Đối với nhiệm vụ tháng 01 năm 2021", up to the words of the task."""

import re

from meetings.giving_verbs import DIRECTS, GIVES

from ..text_span import Clip
from . import assignment, tasks, unit_phrases
from .list_marks import outside
from .rule import rule
from .vocabulary import PERSON, POST

_OPENS = rule(
    r"(?:đối với|về|với (?=[0-9]|các\b|những\b|việc\b|nội dung\b|vấn đề\b)|liên quan (?:đến|tới)"
    r"|riêng(?! (?-i:[A-ZĐ]))|(?:nội dung|vấn đề) (?:thứ |số )?(?:[0-9]+|nhất"
    r"|hai|ba|tư|năm|sáu)(?=[:,.])"
    rf"|(?:công tác|việc|kinh phí|lĩnh vực|nội dung)\b[^.;:]{{0,100}}(?=: (?:{GIVES}|do)\b"
    rf"|, thường trực (?:hđnd|hội đồng nhân dân)[^,.;:]{{0,30}} (?:{GIVES})\b))\b",
    re.IGNORECASE,
)
_DECIDES = rule(
    r"(?:thường trực (?:hđnd|hội đồng nhân dân)|phiên họp|các (?:thành viên|đại biểu)|chủ tọa)\b[^;,]{0,80}?"
    r"\b(?:nhất trí|thống nhất|đồng ý|tán thành|ghi nhận|chia sẻ|cho ý kiến)\b",
    re.IGNORECASE,
)
"""The meeting decides something behind the topic, before it assigns anything."""
_LONGEST_LABEL = 70
_NO_LABEL = rule(
    rf"\b(?:{DIRECTS}|{assignment.SPEAKS}|thống nhất|như sau|sau đây|gồm|nội dung|thành phần|chủ trì|chủ tọa"
    rf"|dự họp|tham dự"
    r"|vắng|mời|thời gian|địa điểm|nơi nhận|thư ký|chương trình|việc sau|nhiệm vụ|phiên họp|đơn vị|cơ quan|ảnh"
    r"|tin|bài|nguồn|tác giả)\b",
    re.IGNORECASE,
)
_TASK_OPENS = rule(
    rf"(?:đồng thời )?(?:{GIVES}|cần|phải|tập trung|tiếp tục|chủ động|khẩn trương|thực hiện)\b",
    re.IGNORECASE,
)


def opens(words: str) -> bool:
    return bool(_OPENS.match(words)) or _is_label(words)


def _is_label(words: str) -> bool:
    """Whether words before a colon name a matter: "Lịch giám sát: …", whatever they are. A unit, a person, and words
    that announce are none."""
    colon = words.find(": ", 3, _LONGEST_LABEL)
    label = words[:colon]
    if colon < 0 or not label[:1].isupper() or re.search(r"[,;.]", label) or _NO_LABEL.search(label):
        return False
    return not (tasks.begin_surely(label) or unit_phrases.begin(label) or PERSON.match(label) or POST.match(label))


def unit(subject: Clip) -> Clip | None:
    """The unit that is all that a topic names: "Đối với UBND huyện:" tells who does what follows."""
    match = _OPENS.match(subject.words)
    if match and match.group().lower() == "về":
        return None  # what a task is about, though it be called like a unit: "Về chợ Long Hữu"
    named = subject.cut(match.end()) if match else subject
    named = named.cut(0, len(named.words.rstrip(": ,")))
    found = unit_phrases.find(named.words, ordered=True)
    return named if found and found.end == len(named.words) and len(found.spans) == 1 else None


def split(clip: Clip) -> tuple[Clip, Clip] | None:
    """The topic and the words after it; None where its end is unknown.

    A colon ends a topic and belongs to it. A comma ends it only before words that assign a task, because topics have
    commas too.
    """
    words = clip.words
    if not opens(words):
        return None
    colons = [position for position in outside(words, ":") if words[position + 1 : position + 2] in ("", " ")]
    if len(words) - 1 in colons and not _comma(words):
        return clip.cut(0, len(words) - 1), clip.cut(len(words))
    comma = _comma(words)
    if comma is not None and (not colons or comma < colons[0]):
        return clip.cut(0, comma), clip.cut(comma + 1)
    if colons and colons[0] < len(words) - 1:
        return clip.cut(0, colons[0] + 1), clip.cut(colons[0] + 1)
    return None


def _comma(words: str) -> int | None:
    for position in outside(words, ", "):
        after = words[position + 2 :]
        if (
            _DECIDES.match(after)
            or _TASK_OPENS.match(after)
            or assignment.gives(after)
            or assignment.names_doer(after, people=True)
        ):
            return position
    return None
