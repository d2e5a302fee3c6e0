"""The words of docs/terms.md: which may not be read anywhere, and where a text holds one."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).resolve().parent.parent / "docs" / "terms.md"


class Term(NamedTuple):
    name: str
    meaning: str
    avoided: tuple[str, ...]
    kept: tuple[str, ...]


class Fault(NamedTuple):
    line: int
    word: str
    term: str

    def __str__(self):
        return f"{self.line}: “{self.word}”; dùng “{self.term}”"


@cache
def terms():
    return [Term(row[0], row[1], _parted(row[2]), _parted(row[3])) for row in rows() if row[0] not in {"Từ", "---"}]


def rows():
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line[1:].removesuffix("|").split("|")] for line in lines if line.startswith("|")
    ]


def _parted(cell):
    return tuple(filter(None, (word.strip() for word in cell.split(";"))))


def faults(text):
    """The faults of a text that people read, by line from 1."""
    found = (fault for pattern, term in _patterns() for fault in _found(text, pattern, term))
    return sorted(set(found))


def _found(text, pattern, term):
    spared = [match.span() for phrase in term.kept for match in _pattern(phrase).finditer(text)]
    for match in pattern.finditer(text):
        inside = any(start <= match.start() and match.end() <= end for start, end in spared)
        if not inside and match.group() != term.name:
            yield Fault(text.count("\n", 0, match.start()) + 1, " ".join(match.group().split()), term.name)


@cache
def _patterns():
    return [(_pattern(word), term) for term in terms() for word in term.avoided]


@cache
def _pattern(word):
    """Small letters find either case; a line or a tag may break the words apart."""
    if word == "!":
        return re.compile(r"(?<=\w)\s*!")
    spaced = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<![\w.-]){spaced}(?![\w-])", 0 if word != word.lower() else re.IGNORECASE)
