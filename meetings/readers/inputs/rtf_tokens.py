"""Cuts an RTF file into its words, signs and groups; reads its table of fonts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..post_text import UnreadablePost
from .charsets import latin

_MOST_TOKENS = 300_000
_LONGEST_TABLE = 200_000
_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|(?P<gap>[\r\n]+)",
    re.DOTALL,
)
_EDGE = re.compile(rb"\\bin(\d{1,9})\ ?|\\.|[{}]", re.DOTALL)
_CODE_PAGES = {
    **{77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254"},
    **{163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"},
}
_PAGES = frozenset((437, 850, 874, 932, 936, 949, 950, *range(1250, 1259)))
_SIGNS_ALONE = re.compile(r"symbol|wingdings|webdings|zapf ?dingbats", re.IGNORECASE)
_SYMBOL_CHARSET = 2


Token = tuple[str, bytes, int | None]
"""Its kind ("word", "hex", "sign", "brace" or "text"), its bytes, and the number behind a word."""


@dataclass(frozen=True, slots=True)
class Font:
    name: str = ""
    code_page: str = ""
    """"" for that of the document."""
    of_signs: bool = False
    """Whether its letters are pictures, such as bullets."""


class Tokens:
    """The tokens of a file, one after the other; groups that hold no words are jumped over."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.left = data, 0, _MOST_TOKENS

    def __iter__(self) -> Iterator[Token]:
        while found := _TOKEN.search(self.data, self.at):
            self._count()
            self.at = found.end()
            kind = found.lastgroup or ""
            number = None
            if kind == "number":
                kind, number = "word", int(found["number"])
            if kind == "word" and found["word"] == b"bin":
                self.at = min(len(self.data), self.at + max(number or 0, 0))
            elif kind != "gap":
                yield kind, found[kind], number

    def skip_group(self) -> None:
        """Goes on to the end of the open group, which itself is read next."""
        self.at = self.end_of_group()

    def end_of_group(self) -> int:
        depth, at = 1, self.at
        while edge := _EDGE.search(self.data, at):
            self._count()
            at = edge.end()
            if edge[1]:
                at += int(edge[1])
            elif edge[0] in (b"{", b"}"):
                depth += 1 if edge[0] == b"{" else -1
                if not depth:
                    return edge.start()
        return len(self.data)

    def _count(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise UnreadablePost("tệp RTF có quá nhiều định dạng: hãy mở bằng Word rồi lưu thành .docx")


def fonts(table: bytes) -> dict[int, Font]:
    """From the inside of the group "fonttbl"."""
    found: dict[int, Font] = {}
    tokens = Tokens(table[:_LONGEST_TABLE])
    number, charset, name = 0, -1, b""
    for kind, data, value in tokens:
        if (kind, data) == ("sign", b"*"):
            tokens.skip_group()
        elif (kind, data) == ("word", b"f"):
            number, charset, name = value or 0, -1, b""
        elif (kind, data) == ("word", b"fcharset"):
            charset = value or 0
        elif kind == "hex":
            name += bytes.fromhex(data.decode())
        elif kind == "text":
            before, end, _ = data.partition(b";")
            name += before
            if end:
                found[number] = _font(latin(name[:100]).strip(), charset)
                name = b""
    return found


def _font(name: str, charset: int) -> Font:
    of_signs = charset == _SYMBOL_CHARSET or bool(_SIGNS_ALONE.match(name))
    code_page = "cp1252" if charset in (0, _SYMBOL_CHARSET) else _CODE_PAGES.get(charset, "")
    return Font(name, code_page, of_signs)


def code_page(number: int | None) -> str:
    return f"cp{number}" if number in _PAGES else "cp1252"


def decoded(data: bytes, page: str) -> str:
    return latin(data) if page == "cp1252" else data.decode(page, "replace")
