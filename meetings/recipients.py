"""Whom the lines under "Nơi nhận:" name: who is sent the paper, and who keeps the office's own copy."""

import re

from .paper import PaperRecord
from .vietnamese import fold

_FILE_COPY = re.compile(r"l[uư]u\s*:\s*", re.IGNORECASE)
_AS_ABOVE = ("nhu tren", "nhu kinh gui", "nhu kinh moi")


def receivers(paper: PaperRecord) -> tuple[str, ...]:
    """Who is sent the paper; those whom it invites or addresses, where it says "Như trên"."""
    named: list[str] = []
    for line in _sent_to(paper):
        named += map(_bare, paper.addressees) if _is_as_above(line) and paper.addressees else [line]
    return tuple(named)


def receivers_in_short(paper: PaperRecord) -> str:
    """The same in one line; whom an invitation invites is counted, not listed."""
    invited = len(paper.addressees)
    lines = (f"{invited} thành phần được mời" if _is_as_above(line) and invited else line for line in _sent_to(paper))
    return "; ".join(lines)


def file_copy(paper: PaperRecord) -> str:
    """ "VT, Hồ sơ phiên họp"; "" where no line says who keeps a copy."""
    lines = [line for line in map(_bare, paper.recipients) if _FILE_COPY.match(line)]
    return "; ".join(_FILE_COPY.sub("", line, count=1) for line in lines)


def _sent_to(paper: PaperRecord) -> list[str]:
    return [line for line in map(_bare, paper.recipients) if line and not _FILE_COPY.match(line)]


def _bare(line: str) -> str:
    return line.strip().rstrip(";.,").strip()


def _is_as_above(line: str) -> bool:
    return fold(line) in _AS_ABOVE
