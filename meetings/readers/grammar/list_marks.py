"""Splits words at the ends of sentences, and at marks outside brackets and quotation marks."""

import re

from ..text_span import Clip
from .rule import rule

_SENTENCE_END = rule(r"(?<=[.!?…]) (?=\S)")
_ABBREVIATED = rule(r"(?:^|[\s(.])(?:[A-ZĐ]|T[Pp]|TX|TT|T[Ss]|Th\.?[Ss]|PGS|BS|KS|KTS|LS|Tr|Ng|Ph|Kh|[Đđ]/c|v\.v)\.$")
_STOPS = (". ", "? ", "! ", "… ")
_OPEN, _CLOSE = "([“", ")]”"


WORD_MARK = rule(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: là|(?=,))|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy"
    r"|tám)(?! (?:tuần|hằng"
    r"|hàng)))(?: là)?[,:]? ",
    re.IGNORECASE,
)
"""A number in words: "Một là,", "Thứ hai:"."""
_LEADS_IN = rule(
    rf"{WORD_MARK.pattern}|(?:cuối cùng|đồng thời|bên cạnh đó|ngoài ra|theo đó|trước mắt|cùng với đó"
    rf"|song song với đó|(?:riêng|còn)(?= (?:(?-i:[A-ZĐ])|các ))|và|qua đó|do vậy|do đó|vì vậy"
    r"|tiếp theo)(?: là)?[,:]? ",
    re.IGNORECASE,
)


def lead_in(words: str) -> int:
    """Where the words begin behind a number in words or a conjunction: "Hai là, …", "Ngoài ra, …"."""
    match = _LEADS_IN.match(words)
    return match.end() if match else 0


def outside(words: str, mark: str) -> list[int]:
    """The places of `mark` outside brackets. Where a bracket is not closed, all places count."""
    if mark not in words:
        return []
    if not any(letter in words for letter in _OPEN):
        return [match.start() for match in re.finditer(re.escape(mark), words)]
    places: list[int] = []
    depth = 0
    for position, letter in enumerate(words):
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0 and words.startswith(mark, position):
            places.append(position)
    return places if depth == 0 else [match.start() for match in re.finditer(re.escape(mark), words)]


def pieces(clip: Clip, mark: str) -> list[Clip]:
    """The clip split at `mark`, which is in no piece."""
    starts = [0, *(position + len(mark) for position in outside(clip.words, mark))]
    ends = [*(start - len(mark) for start in starts[1:]), len(clip.words)]
    return [clip.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def sentences(clip: Clip) -> list[Clip]:
    """The sentences with their stops; the dots of "TP. Hà Nội" and "TS. Lê" end no sentence."""
    words, start, found = clip.words, 0, []
    if not any(stop in words for stop in _STOPS):
        return [clip.cut(0)]
    for match in _SENTENCE_END.finditer(words):
        following = words[match.end()]
        if following.isupper() and not _ABBREVIATED.search(words[max(0, match.start() - 8) : match.start()]):
            found.append(clip.cut(start, match.start()))
            start = match.end()
    return [*found, clip.cut(start)]
