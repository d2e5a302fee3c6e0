"""The pieces of a pasted line of directives: the sentence that leads in, the tasks, what stays together in one."""

import re
from collections.abc import Iterator

from ...giving_verbs import DIRECTS, GIVES
from ...readers.grammar.list_marks import outside
from ...readers.rules import speech
from .pasted_lines import Line, parted

_CHAIR_SPEAKS = re.compile(r"(?:tại phiên họp|sau khi|phát biểu|kết luận|trên cơ sở|đồng chí)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"(?:chủ tọa|chủ toạ|chủ trì|người chủ trì|thường trực|phiên họp|cuộc họp|hội nghị|đ/c|ông|bà"
    r"|(?:phó )?chủ tịch (?:hđnd|hội đồng nhân dân))\b",
    re.IGNORECASE,
)
_SAYS_WHAT_FOLLOWS = re.compile(
    rf"\b(?:{DIRECTS}|giao nhiệm vụ|thống nhất)"
    r"(?:,? (?:và|một số|các|những|cụ thể|thực hiện|triển khai|tập trung|nội dung|nhiệm vụ|việc|công việc|công tác"
    r"|vấn đề|như|sau|đây|sau đây|chính|trọng tâm|phiên họp|cuộc họp))*:$",
    re.IGNORECASE,
)
"""Behind the verb is nobody who is given a task: "… kết luận, yêu cầu các nội dung sau:"."""
_ASSIGNS = re.compile(rf"(?:và |đồng thời )?(?:{GIVES}|ủy quyền)\b", re.IGNORECASE)


def leads_in(words: str) -> bool:
    """Whether a sentence announces the directives: "Chủ tọa kết luận, yêu cầu:"."""
    if not words.endswith(":") or not speech.announces(words):
        return False
    return bool(_CHAIR_SPEAKS.match(words) or (_SPEAKER.match(words) and _SAYS_WHAT_FOLLOWS.search(words)))


def pieces(line: Line) -> Iterator[tuple[str, int]]:
    """The tasks of a line with their levels: 1 after a head with a colon. A sentence that leads in is a piece."""
    words = line.words
    colon = next(iter(outside(words, ": ")), None)
    if colon is not None and ";" not in words[:colon]:
        head, tasks = words[: colon + 1], [task.words for task in parted(words[colon + 1 :])]
        if leads_in(head):
            yield head, 0
            yield from ((task, 0) for task in tasks)
            return
        if len(tasks) > 1:
            yield head, 0
            yield from ((task, 1) for task in tasks)
            return
    yield from ((task, 0) for task in (_together(words) if line.mark else [piece.words for piece in parted(words)]))


def _together(words: str) -> list[str]:
    """One item of a list is one task, with its unit and its deadline, unless a later part gives a task of its own."""
    found: list[str] = []
    for piece in parted(words):
        if found and not _ASSIGNS.match(piece.words):
            found[-1] = f"{found[-1]}; {piece.words}"
        else:
            found.append(piece.words)
    return found
