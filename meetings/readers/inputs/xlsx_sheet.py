"""Reads the sheets of an Excel workbook as rows of words, piece by piece and within limits of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from ..post_text import UnreadablePost
from . import xlsx_values
from .archives import Archive

WORKBOOK = "xl/workbook.xml"
_MOST_XML = 100_000_000
"""Bytes of all parts that are read."""
_MOST_ELEMENTS = 500_000
_MOST_ROWS = 20_000
_MOST_CHARACTERS = 100_000_000
"""Of all cells: many may show one shared text."""
_MOST_COLUMNS = 200
_MOST_CELL = 200_000
_BROKEN = "bảng tính Excel hỏng hoặc dở dang: hãy mở bằng Excel rồi lưu lại thành .xlsx"
_TOO_LARGE = "bảng tính Excel quá lớn: hãy chia thành nhiều bảng nhỏ hơn, hoặc lưu thành CSV UTF-8"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    hidden: bool


class Workbook:
    """The sheets of an open package. It raises UnreadablePost alone."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.left_bytes, self.left_elements = _MOST_XML, _MOST_ELEMENTS
        self.left_rows, self.left_characters = _MOST_ROWS, _MOST_CHARACTERS
        self.sheets = self._sheets()
        styles, texts = xlsx_values.Styles(), xlsx_values.Texts()
        for part, reader in (("xl/styles.xml", styles), ("xl/sharedStrings.xml", texts)):
            if part in archive.names:
                for _ in self.pieces(part, reader):
                    pass
        self.values = xlsx_values.Values(texts.all, styles.of_days, self.from_1904)

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
        """The number that Excel shows beside a row, and its cells; blank rows are left out."""
        reader = _Rows(self.values)
        for _ in self.pieces(sheet.part, reader):
            for number, cells in reader.done:
                if any(cells):
                    self.left_rows -= 1
                    self.left_characters -= sum(map(len, cells))
                    if self.left_rows < 0 or self.left_characters < 0:
                        raise UnreadablePost(_TOO_LARGE)
                    yield number, cells
            reader.done.clear()

    def _sheets(self) -> list[Sheet]:
        parts, book = xlsx_values.Parts(), xlsx_values.Book()
        for part, reader in (("xl/_rels/workbook.xml.rels", parts), (WORKBOOK, book)):
            for _ in self.pieces(part, reader):
                pass
        self.from_1904 = book.from_1904
        found = [
            Sheet(name, parts.sheets[key], hidden)
            for name, key, hidden in book.sheets
            if parts.sheets.get(key) in self.archive.names
        ]
        if not found:
            raise UnreadablePost(_BROKEN)
        return found

    def pieces(self, part: str, reader: Any) -> Iterator[None]:
        """Feeds a part to the reader's `start`, `end` and `words`, and stops after each piece."""
        if part not in self.archive.names:
            raise UnreadablePost(_BROKEN)
        parser = self._parser(reader)
        try:
            for piece in self.archive.stream(part, self.left_bytes + 1):
                self.left_bytes -= len(piece)
                if self.left_bytes < 0:
                    raise UnreadablePost(_TOO_LARGE)
                parser.Parse(piece)
                yield
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise UnreadablePost(_BROKEN) from error
        yield

    def _parser(self, reader: Any) -> Any:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def start(name: str, said: dict[str, str]) -> None:
            self.left_elements -= 1
            if self.left_elements < 0:
                raise UnreadablePost(_TOO_LARGE)
            reader.start(name.rpartition(" ")[2], said)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: reader.end(name.rpartition(" ")[2])
        parser.CharacterDataHandler = reader.words
        parser.StartDoctypeDeclHandler = _refuse_doctype
        return parser


def _refuse_doctype(*_: object) -> None:
    raise UnreadablePost("bảng tính có khai báo lạ (DOCTYPE), không mở cho an toàn: hãy mở bằng Excel rồi lưu lại")


@dataclass(slots=True)
class _Rows:
    values: xlsx_values.Values
    done: list[tuple[int, list[str]]] = field(default_factory=list)
    number: int = 0
    column: int = 0
    cells: dict[int, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    listening: bool = False
    spoken: int = 0
    """Above 0 inside the signs that say how the words are pronounced."""

    def start(self, name: str, said: dict[str, str]) -> None:
        if name == "row":
            self.number, self.column = xlsx_values.number(said.get("r"), self.number + 1), 0
            self.cells = {}
        elif name == "c":
            place = _PLACE.fullmatch(said.get("r", ""))
            self.column = _column(place[1]) if place else self.column + 1
            self.said, self.pieces = said, []
        elif name == "rPh":
            self.spoken += 1
        self.listening = name in ("v", "t") and not self.spoken

    def words(self, words: str) -> None:
        if self.listening:
            self.pieces.append(words)

    def end(self, name: str) -> None:
        self.listening = False
        if name == "rPh":
            self.spoken -= 1
        elif name == "c":
            self._end_cell()
        elif name == "row":
            width = max(self.cells, default=0)
            self.done.append((self.number, [self.cells.get(at, "") for at in range(1, width + 1)]))

    def _end_cell(self) -> None:
        words = self.values.words("".join(self.pieces), self.said.get("t", "n"), self.said.get("s", ""))
        if not words:
            return
        if self.column > _MOST_COLUMNS:
            raise UnreadablePost("bảng có quá 200 cột: hãy chỉ giữ lại các cột của bài đăng")
        if len(words) > _MOST_CELL:
            raise UnreadablePost("bảng có ô dài quá 200.000 chữ cái: hãy chỉ giữ lại phần chữ của bài đăng")
        self.cells[self.column] = words


def _column(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column
