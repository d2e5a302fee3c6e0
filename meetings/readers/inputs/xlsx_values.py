"""The words that a cell of an Excel workbook shows: shared texts, numbers, days and hours."""

import posixpath
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The formats of days and hours that Excel numbers itself."""
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_OF_DAYS = re.compile(r"[dmyhs]", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST = 2_958_466
"""The number of the first day of the year 10000."""


@dataclass(slots=True)
class Parts:
    """The sheets by the key that the workbook gives them."""

    sheets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "Relationship" and said.get("Type", "").endswith("/worksheet"):
            target = said.get("Target", "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            self.sheets[said.get("Id", "")] = path

    def end(self, name: str) -> None:
        pass

    def words(self, words: str) -> None:
        pass


@dataclass(slots=True)
class Book:
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    """Name, key, and whether it is hidden."""
    from_1904: bool = False

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "sheet":
            key = next((value for each, value in said.items() if each.endswith(" id")), "")
            self.sheets.append((said.get("name", ""), key, said.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            self.from_1904 = said.get("date1904", "") in ("1", "true")

    def end(self, name: str) -> None:
        pass

    def words(self, words: str) -> None:
        pass


@dataclass(slots=True)
class Styles:
    of_days: list[bool] = field(default_factory=list)
    """For each style of a cell, whether it shows a number as a day or an hour."""
    formats: set[str] = field(default_factory=set)
    inside: bool = False

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "numFmt" and _OF_DAYS.search(_NO_LETTERS.sub("", said.get("formatCode", "")[:500])):
            if "general" not in said["formatCode"].lower():
                self.formats.add(said.get("numFmtId", ""))
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside:
            known = said.get("numFmtId", "")
            self.of_days.append(known in self.formats or number(known, 0) in _DAYS)

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self.inside = False

    def words(self, words: str) -> None:
        pass


@dataclass(slots=True)
class Texts:
    """The texts that the cells share."""

    all: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    listening: bool = False
    spoken: int = 0

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "si":
            self.pieces = []
        elif name == "rPh":
            self.spoken += 1
        self.listening = name == "t" and not self.spoken

    def end(self, name: str) -> None:
        self.listening = False
        if name == "rPh":
            self.spoken -= 1
        elif name == "si":
            self.all.append(_unescaped("".join(self.pieces)))

    def words(self, words: str) -> None:
        if self.listening:
            self.pieces.append(words)


@dataclass(frozen=True, slots=True)
class Values:
    texts: list[str]
    of_days: list[bool]
    from_1904: bool

    def words(self, value: str, kind: str, style: str) -> str:
        """What the cell shows; "" for an error of Excel."""
        if kind == "s":
            place = number(value.strip(), -1)
            return self.texts[place] if 0 <= place < len(self.texts) else ""
        if kind in ("str", "inlineStr"):
            return _unescaped(value)
        if kind != "n":
            return "" if kind == "e" else value
        try:
            amount = float(value)
        except ValueError:
            return value
        place = number(style, 0)
        if place < len(self.of_days) and self.of_days[place] and 0 <= amount < _LAST:
            return self._day(amount)
        return str(int(amount)) if abs(amount) < 1e15 and amount == int(amount) else value

    def _day(self, amount: float) -> str:
        """ "31/07/2019", "31/07/2019 10:03", "10:03"."""
        at = (_FIRST_DAY_1904 if self.from_1904 else _FIRST_DAY) + timedelta(seconds=round(amount * 86_400))
        if amount < 1:
            return f"{at:%H:%M}"
        return f"{at:%d/%m/%Y}" if amount == int(amount) else f"{at:%d/%m/%Y %H:%M}"


def number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 8 else otherwise


def _unescaped(words: str) -> str:
    """Excel writes a control as "_x000D_"."""
    if "_x" not in words:
        return words
    return _ESCAPED.sub(
        lambda code: chr(int(code[1], 16)) if int(code[1], 16) not in range(0xD800, 0xE000) else "", words
    )
