"""The agenda in a sentence ("xem xét, cho ý kiến các nội dung: …; …") or in a list below such words."""

import itertools
import re

from meetings.giving_verbs import DIRECTS
from meetings.record import AgendaItemRecord

from ..grammar import tables
from ..grammar.list_marks import outside, pieces, sentences
from ..grammar.rule import rule
from ..reading import Part
from ..text_span import Clip
from .lines import Line

_LEADS_IN = rule(
    r"\b(?:xem xét|nghe|cho ý kiến|thảo luận|bàn|góp ý|thông qua|đánh giá|giải quyết|quyết định"
    r"|tập trung)\b[^:]{0,160}$|\b(?:các|những|một số|hai|ba|bốn|năm|[0-9]+) (?:vấn đề"
    r"|nội dung)(?: [^\s:]+){0,4}$|^(?:chương trình|nội dung)(?: phiên họp| làm việc)?(?: gồm)?\b",
    re.IGNORECASE,
)
_NOT = rule(
    rf"\b(?:{DIRECTS}|thống nhất|cho rằng|kiến nghị|triển khai thực hiện"
    r"|(?:thống nhất|đề ra|xác định)[^:]{0,20} nhiệm vụ|cần tập trung|tập trung thực hiện|gồm có"
    r"|tham dự|thành phần|cho biết|cho thấy|(?:cần|phải) làm|(?:việc|nội dung) (?:cần|phải)|các việc)\b",
    re.IGNORECASE,
)
_LISTS = rule(
    r"\b(?:xem xét|nghe|cho ý kiến|thảo luận|bàn)(?: [^,:]*)? (?:các|những|một số|[0-9]+) (?:nội dung|vấn đề)[^,:]*$",
    re.IGNORECASE,
)
_REACHES = 110
_SESSION_DOES = rule(
    r"(?:(?:tại|trong)? ?(?:phiên họp|cuộc họp)|các (?:đại biểu|đồng chí|thành viên)"
    r"|thường trực (?:hđnd|hội đồng)[^.;:]{0,60}?)[^.;:]{0,40}? "
    r"(?:đã |được )?(?:xem xét|nghe|cho ý kiến|thảo luận)\b|.*\b(?:để|nhằm)[^.;:]{0,60} (?:xem xét"
    r"|nghe|cho ý kiến|thảo luận)\b",
    re.IGNORECASE,
)
_ITEM = rule(
    r"\b(?:xem xét|nghe|cho ý kiến|thảo luận)(?:(?:,| và) (?:xem xét|cho ý kiến|thảo luận|thông qua"
    r"|góp ý))*(?: (?:về|vào|đối với|đến))?(?: (?:các|một số) (?:nội dung|vấn đề))?"
    r" (?P<items>(?:việc|báo cáo|tờ trình|kết quả|dự thảo|tiến độ|kế hoạch|tình hình|công tác"
    r"|đề cương|chương trình|dự kiến|nội dung|đề nghị|phương án)\b[^:.]*)",
    re.IGNORECASE,
)
_HEADING = rule(
    r"(?:[IVX0-9A-D]+(?:[./)]| [-–]) ?)?(?:chương trình|nội dung)(?: (?:của )?(?:phiên họp|cuộc họp|làm việc"
    r"|họp))? ?:?",
    re.IGNORECASE,
)
_AGAIN = rule(
    r"[^,;]{2,40}? báo cáo (?:về )?(?=kết quả|tiến độ|tình hình|công tác)|(?:và )?(?:xem xét|nghe|cho ý kiến"
    r"|thảo luận|góp ý|thông qua)(?:(?:,| và) (?:xem xét|cho ý kiến|thảo luận|thông qua))*(?: (?:về|vào|đối với))? ",
    re.IGNORECASE,
)
_NAMES_ITEMS = rule(r"\b(?:nội dung|vấn đề|chương trình)\b", re.IGNORECASE)
_VERB = rule(
    r"(?:xem xét|nghe|cho ý kiến|thảo luận|góp ý|bàn)(?:(?:,| và) (?:xem xét|cho ý kiến|thảo luận|thông qua|góp ý))*"
    r"(?: (?:về|vào|đối với))? (?=\S)",
    re.IGNORECASE,
)
_LONGEST = 500


def leads_in(words: str) -> bool:
    """Whether the words before a colon say that the agenda follows."""
    near = words[-_REACHES:]
    last = near.rpartition(", ")[2] if _LISTS.search(near) else near
    return bool(_LEADS_IN.search(near)) and not _NOT.search(last)


def read(paragraphs: list[Clip]) -> tuple[tuple[AgendaItemRecord, ...], tuple[Part, ...]]:
    """The items of the first agenda in the paragraphs; their words stay in the article."""
    for at, clip in enumerate(paragraphs):
        is_heading = clip.words.endswith(":") or bool(_HEADING.fullmatch(clip.words))
        items = _below(paragraphs, at) if is_heading else _within(clip)
        items = [item for item in items if 0 < len(item.words) <= _LONGEST]
        if items:
            return (
                tuple(AgendaItemRecord(title=item.words) for item in items),
                tuple(item.part(f"agenda[{index}].title") for index, item in enumerate(items)),
            )
    return (), ()


def _below(paragraphs: list[Clip], at: int) -> list[Clip]:
    last = sentences(paragraphs[at])[-1].words
    if not leads_in(last.rstrip(":")) and not _HEADING.fullmatch(last):
        return []
    items: list[Clip] = []
    if at + 1 < len(paragraphs) and (table := tables.columns(paragraphs[at + 1])):
        rows = itertools.takewhile(bool, map(table.cells, paragraphs[at + 2 :]))
        return [row["task"] for row in rows if "task" in row]
    mark = ""
    for clip in paragraphs[at + 1 :]:
        line = Line.of(clip)
        if not line.mark or (mark and line.mark != mark):
            break
        mark = line.mark
        items.append(_bare(line.clip))
    return items


def _within(clip: Clip) -> list[Clip]:
    for sentence in sentences(clip):
        colon = next(iter(outside(sentence.words, ": ")), None)
        if colon is not None and leads_in(sentence.words[:colon]):
            items = [Line.of(piece).clip for piece in pieces(sentence.cut(colon + 1), "; ")]
            if len(items) == 1 and (len(items[0].words) > 200 or not _NAMES_ITEMS.search(sentence.words[:colon])):
                return []
            return _without_verb([_bare(item) for item in items])
        if items := _plain_sentence_items(sentence):
            return items
    return []


def _without_verb(items: list[Clip]) -> list[Clip]:
    """The items without the verb that the first has for all: "bàn việc bầu cử; công tác chống rét"."""
    verbs = [_VERB.match(item.words) for item in items]
    if not verbs[0] or any(verbs[1:]) or len(items) == 1:
        return items
    return [items[0].cut(verbs[0].end()), *items[1:]]


def _plain_sentence_items(sentence: Clip) -> list[Clip]:
    """The items in a sentence without a colon: "Phiên họp đã nghe báo cáo …; báo cáo …"."""
    words = sentence.words
    match = _ITEM.search(words) if _SESSION_DOES.match(words) else None
    if not match or _NOT.search(words[: match.start("items")]):
        return []
    items = pieces(sentence.cut(*match.span("items")), "; ")
    if len(items) == 1:
        return []  # told in passing
    again = [_AGAIN.match(item.words) for item in items]
    return [_bare(item.cut(match.end()) if match else item) for item, match in zip(items, again, strict=True)]


def _bare(clip: Clip) -> Clip:
    words = re.sub(r"[.;,:/ ]+$", "", clip.words)
    clip = clip.cut(0, len(words))
    return clip.cut(3) if clip.words.startswith("và ") else clip
