"""Where passages part: at sentence ends, and at marks that do not stand inside brackets or quotation marks."""

import re

from ..text_span import Clip

_SENTENCE_END = re.compile(r"(?<=[.!?…]) (?=\S)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(.])(?:[A-ZĐ]|T[Pp]|TX|TT|T[Ss]|Th\.?[Ss]|PGS|BS|KS|KTS|LS|Tr|Ng|Ph|Kh|[Đđ]/c|v\.v)\.$"
)
_OPEN, _CLOSE = "([“", ")]”"


def outside(words: str, mark: str) -> list[int]:
    """Where `mark` stands outside brackets. A bracket never closed holds nothing together."""
    found: list[int] = []
    depth = 0
    for position, letter in enumerate(words):
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0 and words.startswith(mark, position):
            found.append(position)
    return found if depth == 0 else [match.start() for match in re.finditer(re.escape(mark), words)]


def pieces(clip: Clip, mark: str) -> list[Clip]:
    """The clip parted at `mark`, which belongs to no piece."""
    starts = [0, *(position + len(mark) for position in outside(clip.words, mark))]
    ends = [*(start - len(mark) for start in starts[1:]), len(clip.words)]
    return [clip.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def sentences(clip: Clip) -> list[Clip]:
    """The sentences, each with its stop; "TP. Hà Nội" and "TS. Lê" end none."""
    words, start, found = clip.words, 0, []
    for match in _SENTENCE_END.finditer(words):
        following = words[match.end()]
        if following.isupper() and not _ABBREVIATED.search(words[max(0, match.start() - 8) : match.start()]):
            found.append(clip.cut(start, match.start()))
            start = match.end()
    return [*found, clip.cut(start)]
