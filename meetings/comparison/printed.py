"""Two prints of one paper, line by line: what the issued one says and what it should say."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from .words import sides

OPENING_WORDS = 6
"""So many words of a paragraph say where it is."""

MOST = 12
"""More differences than this are no correction of form: the paper says something else."""


@dataclass(frozen=True, slots=True)
class Change:
    place: str
    """ "đoạn bắt đầu bằng “Thời gian bắt đầu: 08 giờ 30 phút”"."""
    wrong: str
    right: str


def changes(old: list[str], new: list[str]) -> list[Change]:
    """The differing lines, each cut to the words that differ with some around them; at most MOST."""
    found: list[Change] = []
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        before, after = old[a:b], new[c:d]
        for place in range(max(len(before), len(after))):
            was = before[place] if place < len(before) else ""
            now = after[place] if place < len(after) else ""
            found.append(_change(was, now, old[a - 1] if a else ""))
    return found[:MOST]


def _change(was: str, now: str, above: str) -> Change:
    if not was:
        return Change(f"sau đoạn bắt đầu bằng “{_opening(above)}”" if above else "phần đầu văn bản", "", now)
    before, after = ("".join(piece.text for piece in side).strip() for side in sides(was, now))
    return Change(f"đoạn bắt đầu bằng “{_opening(was)}”", before, after if now else "")


def _opening(line: str) -> str:
    words = line.split()
    return " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else "")
