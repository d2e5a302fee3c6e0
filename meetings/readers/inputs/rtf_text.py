"""Reads an RTF document as lines, as a DOCX is read: marks of lists, table rows, old fonts as Unicode."""

from dataclasses import dataclass, field, replace

from ..post_text import UnreadablePost
from . import office_lines, rtf_tokens
from .office_lines import Line, Run
from .rtf_tokens import Font, Tokens
from .source import Draft

MOST_BYTES = 30_000_000
_SKIPPED = frozenset(
    b"colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf footnote pict "
    b"nonshppict objdata fldinst xe tc sp shprslt nonesttables upr template filetbl revtbl listtable".split()
)
_READ_THOUGH_STARRED = frozenset((b"shpinst", b"nesttableprops"))
_PICTURES = frozenset((b"pict", b"shppict"))
_MARKS = frozenset((b"listtext", b"pntext"))
_LETTERS = {
    **{b"line": "\n", b"page": "\n", b"column": "\n", b"tab": " ", b"emspace": " ", b"enspace": " ", b"qmspace": " "},
    **{b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’"},
    **{b"ldblquote": "“", b"rdblquote": "”"},
}
_SIGNS = {b"~": "\N{NO-BREAK SPACE}", b"_": "-", b"-": "\u00ad", b"{": "{", b"}": "}", b"\\": "\\"}
_DEEPEST = 1_000
_LINE_ENDS = (b"\r", b"\n")
_PICTURES_STAY = "Ảnh trong tệp RTF không được lấy theo bài: nếu cần ảnh, hãy lưu tệp thành .docx rồi nhập lại."


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and gives back at its end."""

    font: Font = Font()
    fallback: int = 1
    """So many characters after a letter of Unicode stand for it in old programs."""
    hidden: bool = False
    deleted: bool = False
    mark: bool = False
    """Whether the words are the mark of a list."""
    box: "list[Run] | None" = None
    """The open paragraph around a text box that ends with this group."""


@dataclass(slots=True)
class Cells:
    lines: list[Line] = field(default_factory=list)
    done: list[list[Line]] = field(default_factory=list)

    def row(self) -> list[Line]:
        whole = office_lines.row([*self.done, self.lines])
        self.lines, self.done = [], []
        return whole


def read(data: bytes) -> Draft:
    """The text of the document. Raises UnreadablePost."""
    reader = _Reader(Tokens(data))
    reader.read()
    made = office_lines.draft(reader.lines)
    return replace(made, notes=(*made.notes, _PICTURES_STAY)) if reader.pictures else made


class _Reader:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.lines: list[Line] = []
        self.runs: list[Run] = []
        self.state, self.outer = State(), list[State]()
        self.fonts: dict[int, Font] = {}
        self.page = "cp1252"
        self.pending = bytearray()
        """Bytes of the document's or the font's code page, not yet decoded."""
        self.mark = ""
        self.skipped = 0
        """So many characters are still to be passed over after a letter of Unicode."""
        self.nesting = 0
        """0 outside tables, 1 in one, 2 in a table inside a table."""
        self.cells = (Cells(), Cells())
        self.count = 0
        self.starred = self.pictures = False

    def read(self) -> None:
        for kind, data, number in self.tokens:
            if kind == "text":
                self._bytes(data)
            elif kind == "hex":
                self._bytes(bytes.fromhex(data.decode()))
            elif kind == "word":
                self._word(data, number)
                self.starred = False
            elif kind == "sign":
                self._sign(data)
            elif not self._brace(data):
                break
        self._end_paragraph()
        for cells in reversed(self.cells):
            self.lines += cells.row()

    def _brace(self, brace: bytes) -> bool:
        """Whether the document goes on."""
        self._decode()
        self.skipped = 0
        if brace == b"{":
            if len(self.outer) >= _DEEPEST:
                raise UnreadablePost("tệp RTF lồng quá sâu: hãy mở bằng Word rồi lưu thành .docx")
            self.outer.append(self.state)
            self.state = replace(self.state, box=None)
            return True
        if self.state.box is not None:
            self._end_paragraph()
            self.runs = self.state.box
        if self.outer:
            self.state = self.outer.pop()
        return bool(self.outer)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = True
        elif sign in _LINE_ENDS:
            self._end_paragraph()
        elif self.skipped:
            self.skipped -= 1
        elif sign in _SIGNS:
            self._say(_SIGNS[sign])

    def _word(self, word: bytes, number: int | None) -> None:
        if word in _SKIPPED or (self.starred and word not in _READ_THOUGH_STARRED):
            self.pictures = self.pictures or word in _PICTURES
            self.tokens.skip_group()
        elif word in _LETTERS:
            self._say(_LETTERS[word])
        elif word == b"u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self.skipped = self.state.fallback
        elif word in _MARKS:
            self.state = replace(self.state, mark=True)
        elif word == b"shptxt":
            self.state, self.runs = replace(self.state, box=self.runs), []
        elif word == b"fonttbl":
            self.fonts = self.fonts or rtf_tokens.fonts(self.tokens.data[self.tokens.at : self.tokens.end_of_group()])
            self.tokens.skip_group()
        elif word == b"ansicpg":
            self.page = rtf_tokens.code_page(number)
        else:
            self._look(word, number)
            self._table(word, number)

    def _look(self, word: bytes, number: int | None) -> None:
        if word in (b"f", b"plain", b"uc", b"v", b"deleted"):
            self._decode()
        if word == b"f":
            self.state = replace(self.state, font=self.fonts.get(number or 0, Font()))
        elif word == b"uc":
            self.state = replace(self.state, fallback=min(max(number if number is not None else 1, 0), 16))
        elif word == b"v":
            self.state = replace(self.state, hidden=number != 0)
        elif word == b"deleted":
            self.state = replace(self.state, deleted=number != 0)
        elif word == b"plain":
            self.state = replace(self.state, hidden=False, deleted=False)

    def _table(self, word: bytes, number: int | None) -> None:
        if word in (b"par", b"sect"):
            self._end_paragraph()
        elif word == b"pard" and not self.state.mark:
            self.nesting = 0
        elif word == b"intbl":
            self.nesting = max(self.nesting, 1)
        elif word == b"itap":
            self.nesting = min(max(number or 0, 0), 2)
        elif word in (b"cell", b"nestcell"):
            self.nesting = 1 if word == b"cell" else 2
            self._end_paragraph()
            cells = self.cells[self.nesting - 1]
            cells.done.append(cells.lines)
            cells.lines = []
        elif word == b"row":
            self.lines += self.cells[0].row()
        elif word == b"nestrow":
            self.cells[0].lines += self.cells[1].row()

    def _bytes(self, data: bytes) -> None:
        if self.skipped:
            passed = min(self.skipped, len(data))
            self.skipped -= passed
            data = data[passed:]
        self.pending += data

    def _decode(self) -> None:
        if self.pending:
            words = rtf_tokens.decoded(bytes(self.pending), self.state.font.code_page or self.page)
            self.pending.clear()
            self._keep(words)

    def _say(self, words: str) -> None:
        self._decode()
        self._keep(words)

    def _keep(self, words: str) -> None:
        if self.state.hidden or self.state.deleted:
            return
        if self.state.mark:
            self.mark += "•" if self.state.font.of_signs and words.strip() else words[:40]
        elif self.runs and self.runs[-1].font == self.state.font.name and len(self.runs[-1].words) < 1_000:
            self.runs[-1].words += words
        else:
            self.runs.append(Run(words, self.state.font.name))

    def _end_paragraph(self) -> None:
        self._decode()
        runs, mark = self.runs, self.mark.strip()
        self.runs, self.mark = [], ""
        if not office_lines.is_said(runs):
            return
        self.count = office_lines.counted(self.count)
        for run in runs:
            run.words = run.words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if mark:
            runs.insert(0, Run(f"{mark if any(map(str.isalnum, mark)) and mark != 'o' else '-'} ", ""))
        lines = office_lines.broken_at_line_ends(runs)
        if self.nesting:
            self.cells[self.nesting - 1].lines += lines
        else:
            self._leave_tables()
            self.lines += lines

    def _leave_tables(self) -> None:
        """Rows that a broken file never ended."""
        for cells in reversed(self.cells):
            if cells.lines or cells.done:
                self.lines += cells.row()
