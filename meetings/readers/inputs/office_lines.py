"""The lines of a document of an office program, each of runs in one font, and the post that they make."""

import re
import unicodedata
from dataclasses import dataclass

from ..post_text import UnreadablePost, bounded
from . import charsets, legacy
from .source import Draft, SourceFile

MOST_PARAGRAPHS = 60_000
MOST_CELL = 200
_TCVN3_FONT, _VNI_FONT = re.compile(r"\.vn", re.IGNORECASE), re.compile(r"vni[- ]", re.IGNORECASE)
_BEYOND_LATIN1 = re.compile("[\u0100-\uffff]")


@dataclass(slots=True)
class Run:
    words: str
    font: str


Line = list[Run]


def draft(lines: list[Line], files: tuple[SourceFile, ...] = ()) -> Draft:
    """The post of these lines, words in old fonts as Unicode. Raises UnreadablePost."""
    lines = [line for line in lines if is_said(line)]
    notes = _convert_by_font(lines)
    joined = unicodedata.normalize("NFC", "\n".join("".join(run.words for run in line) for line in lines))
    repaired = legacy.repair(joined)
    notes += tuple(note for note in repaired.notes if note not in notes)
    charset = charsets.named_in(notes) or "utf-8"
    text = "\n".join(" ".join(line.split()) for line in repaired.text.split("\n"))
    return Draft(bounded(text), charset, files=files, notes=notes)


def is_said(line: Line) -> bool:
    return any(run.words.strip() for run in line)


def row(cells: list[list[Line]]) -> list[Line]:
    """The cells on one line; with several paragraphs in a cell it is a layout, and each paragraph is a line."""
    cells = [cell for lines in cells if (cell := [line for line in lines if is_said(line)])]
    if not all(len(cell) == 1 and sum(len(run.words) for run in cell[0]) <= MOST_CELL for cell in cells):
        return [line for cell in cells for line in cell]
    joined: Line = []
    for cell in cells:
        joined += [Run(" | ", "")] * bool(joined) + cell[0]
    return [joined]


def broken_at_line_ends(runs: Line) -> list[Line]:
    """The runs of a paragraph, as a line for each "\\n" in their words and one more."""
    lines: list[Line] = [[]]
    for run in runs:
        first, *more = run.words.split("\n")
        lines[-1].append(Run(first, run.font))
        lines += [[Run(words, run.font)] for words in more]
    return lines


def counted(paragraphs: int) -> int:
    """One more paragraph. Raises UnreadablePost beyond the most that a document may have."""
    if paragraphs >= MOST_PARAGRAPHS:
        raise UnreadablePost("có quá nhiều đoạn: hãy chỉ giữ lại một bài đăng trong tệp")
    return paragraphs + 1


def _convert_by_font(lines: list[Line]) -> tuple[str, ...]:
    """Converts words in an old font if they are Vietnamese only then: Unicode text may keep an old font."""
    notes: tuple[str, ...] = ()
    for charset, pattern in zip(charsets.CHARSETS, (_TCVN3_FONT, _VNI_FONT), strict=True):
        runs = [run for line in lines for run in _joined(line) if pattern.match(run.font)]
        runs = [run for run in runs if not _BEYOND_LATIN1.search(run.words.translate(charsets.BYTES))]
        gained, lost = legacy.change("\n".join(run.words.translate(charsets.BYTES) for run in runs), charset)
        if gained <= lost:
            continue
        for run in runs:
            run.words = charset.convert(run.words.translate(charsets.BYTES))
            if pattern is _TCVN3_FONT and run.font.rstrip().endswith(("H", "h")):
                run.words = run.words.upper()
        notes += (f"Đã đổi từ bảng mã {charset.words} sang Unicode.",)
    return notes


def _joined(line: Line) -> Line:
    """The runs of a line, with neighbours of one font joined: a letter and its mark may be in two runs."""
    whole: Line = []
    for run in line:
        if whole and whole[-1].font == run.font:
            whole[-1].words += run.words
        else:
            whole.append(run)
    line[:] = whole
    return whole
