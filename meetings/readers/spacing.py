"""The spaces of a line as they are meant: "Toàn- Chủ tịch ,bà Hoa ( Trưởng ban )" was typed in haste. Only spaces
change, so that each letter keeps its place among the letters of the post."""

import re

from meetings.vietnamese import LETTERS, squeeze

_BEFORE_MARK = re.compile(r"(?<=[\w)\]”\"]) (?=[,;:](?:\s|$|[^\W\d_])|\.(?:\s|$)|\))")
_BEHIND_OPENING = re.compile(r"(?<=[(“\[]) (?=\w)")
_BEHIND_MARK = re.compile(
    r"(?<=[\w)”\"][,;])(?=[^\W\d_])|(?<=[^\W\d_])(?=\([^\W\d_]{2})|(?<=\))(?=[^\W\d_])|(?<=[^\W\d_]:)(?=\w)"
)
_BEHIND_STOP = re.compile(rf"(?<=[{LETTERS}][{LETTERS}]\.)(?=[A-ZĐ][{LETTERS}])")
_DASH = re.compile(r"(?<=[\w)]) ([-–—])(?=[^\W\d_])|(?<=[^\W\d_)])([-–—]) (?=[^\W\d_])")
_HASTY = re.compile(
    rf" [,;:.)]|[(“\[] |[,;][^\W\d_]|[^\W\d_]\([^\W\d_]|\)[^\W\d_]|[^\W\d_]:\w|[{LETTERS}]\.[A-ZĐ]| [-–—][^\W\d_]"
    rf"|[^\W\d_)][-–—] "
)
"""What most lines are without, seen at once."""


def as_meant(line: str) -> str:
    """The line with single spaces: one behind a comma and none before it, one on each side of a dash."""
    words = squeeze(line)
    if not _HASTY.search(words):
        return words
    words = _BEFORE_MARK.sub("", _BEHIND_OPENING.sub("", words))
    words = _BEHIND_STOP.sub(" ", _BEHIND_MARK.sub(" ", words))
    return _DASH.sub(lambda dash: f" {dash[1] or dash[2]} ", words)
