"""Reads an OpenDocument text as lines, as a DOCX is read: marks of lists, table rows, old fonts as Unicode."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Any

from ..post_text import UnreadablePost
from . import office_lines, office_xml
from .archives import Archive, escapes
from .odt_styles import OFFICE, SVG, TEXT, Lists, Look, Styles, number
from .office_lines import Line, Run
from .source import Draft, SourceFile

MOST_BYTES = 50_000_000
CONTENT = "content.xml"
_MOST_XML, _MOST_PARTS, _MOST_TABLES = 4_000_000, 100_000, 10
"""Bytes of a part, elements in the text, tables inside each other."""
_MOST_PICTURE = 30_000_000
_MANIFEST, _MOST_MANIFEST = "META-INF/manifest.xml", 4_000_000
_TEXTS = tuple(f"application/vnd.oasis.opendocument.text{more}".encode() for more in ("", "-template"))
_BROKEN = "tệp OpenDocument (.odt) hỏng hoặc dở dang: hãy mở bằng LibreOffice rồi lưu lại"
_NO_TEXT = (
    "đây là tệp OpenDocument (.ods, .odp …) không phải văn bản: hãy lưu thành .xlsx hoặc CSV, hoặc chép chữ sang .txt"
)
_TANGLED = "tệp OpenDocument quá rối (quá nhiều phần tử hoặc bảng lồng quá sâu): hãy chép bài sang tệp .txt"
_LOCKED = "tệp OpenDocument có mật khẩu: hãy mở bằng LibreOffice rồi lưu lại không đặt mật khẩu"
_TABLE, _DRAW = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "drawing"))
_HREF = "{http://www.w3.org/1999/xlink}href"
_PARAGRAPHS = frozenset((TEXT + "p", TEXT + "h"))
_ROW_GROUPS = frozenset(_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_UNREAD = frozenset(
    (*(TEXT + name for name in ("tracked-changes", "note", "hidden-text", "hidden-paragraph", "ruby-text")),)
    + (OFFICE + "annotation", OFFICE + "forms", SVG + "title", SVG + "desc")
)
_SIGNS = {TEXT + "s": " ", TEXT + "tab": " ", TEXT + "line-break": "\n"}


def read(data: bytes) -> Draft:
    """The text of the document and the pictures in it. Raises UnreadablePost."""
    with Archive(BytesIO(data)) as archive:
        _refuse_other_kinds(archive)
        content = office_xml.part(archive, CONTENT, _BROKEN, _MOST_XML)
        styles = Styles(content, office_xml.part(archive, "styles.xml", _BROKEN, _MOST_XML))
        body = content.find(OFFICE + "body") if content is not None else None
        if body is None or not len(body):
            raise UnreadablePost(_BROKEN)
        if (text := body.find(OFFICE + "text")) is None:
            raise UnreadablePost(_NO_TEXT)
        if sum(1 for _ in islice(text.iter(), _MOST_PARTS)) == _MOST_PARTS:
            raise UnreadablePost(_TANGLED)
        pictures = tuple(_pictures(text, archive, data))
    reader = _Reader(styles)
    reader.read(text)
    return office_lines.draft(reader.lines, pictures)


def _refuse_other_kinds(archive: Archive) -> None:
    if "mimetype" in archive.names and archive.read("mimetype", 1_000).strip() not in _TEXTS:
        raise UnreadablePost(_NO_TEXT)
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST, _MOST_MANIFEST):
        raise UnreadablePost(_LOCKED)


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.styles, self.lists = styles, Lists(styles.lists)
        self.lines: list[Line] = []
        self.count = self.tables = 0
        self.mark = ""
        """Stands before the next paragraph."""

    def read(self, around: Any, name: str = "", level: int = -1) -> None:
        """Adds the lines of what is in `around`; `name` and `level` are those of the list it is in."""
        for child in around.iterchildren():
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, level)
            elif child.tag == TEXT + "list":
                self._list(child, name, level + 1)
            elif child.tag == _TABLE + "table":
                self.tables += 1
                if self.tables > _MOST_TABLES:
                    raise UnreadablePost(_TANGLED)
                self._table(child)
                self.tables -= 1
            elif child.tag not in _UNREAD and child.get(TEXT + "display") != "none":
                self.read(child, name, level)

    def _list(self, element: Any, name: str, level: int) -> None:
        style = element.get(TEXT + "style-name") or ""
        if not name:
            name = self.lists.begun(element, style or self._style_inside(element))
        elif style:
            self.lists.restyle(name, style, level)
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            first = next(item.iterchildren("*"), None)
            if item.tag == TEXT + "list-item" and first is not None and first.tag != TEXT + "list":
                start = item.get(TEXT + "start-value")
                self.mark = self.lists.mark(name, min(level, 8), number(start, 1) if start else None)
            self.read(item, name, level)
            self.mark = ""

    def _style_inside(self, element: Any) -> str:
        first = next(element.iter(TEXT + "p"), None)
        return self.styles.list_of(first.get(TEXT + "style-name") or "") if first is not None else ""

    def _table(self, element: Any) -> None:
        for child in element.iterchildren():
            if child.tag in _ROW_GROUPS:
                self._table(child)
            elif child.tag == _TABLE + "table-row":
                outer, cells = self.lines, []
                for cell in child.iterchildren(_TABLE + "table-cell"):
                    self.lines = []
                    self.read(cell)
                    cells.append(self.lines)
                self.lines = outer
                self.lines += office_lines.row(cells)

    def _paragraph(self, element: Any, level: int) -> None:
        self.count = office_lines.counted(self.count)
        look = self.styles.look_of("paragraph", element.get(TEXT + "style-name") or "")
        runs: list[Run] = []
        boxes: list[Any] = []
        self._run(element, look, runs, boxes)
        if office_lines.is_said(runs):
            if element.tag == TEXT + "h" and level < 0:
                self.mark = self.lists.heading_mark(min(number(element.get(TEXT + "outline-level"), 1), 9) - 1)
            if self.mark:
                runs.insert(0, Run(self.mark + " ", ""))
            self.mark = ""
            self.lines += office_lines.broken_at_line_ends(runs)
        for box in boxes:
            self.read(box)

    def _run(self, element: Any, look: Look, runs: list[Run], boxes: list[Any]) -> None:
        """Adds the words of an element inside a paragraph; the text boxes in it are read after the paragraph."""
        _say(element.text, look, runs)
        for child in element.iterchildren():
            if child.tag in _SIGNS:
                _say_sign(_SIGNS[child.tag], look, runs)
            elif child.tag == _DRAW + "text-box":
                boxes.append(child)
            elif child.tag in _UNREAD or not isinstance(child.tag, str):
                pass
            elif child.tag == TEXT + "span" and (style := child.get(TEXT + "style-name")):
                own = self.styles.look_of("text", style)
                self._run(child, Look(own.font or look.font, own.hidden or look.hidden), runs, boxes)
            else:
                self._run(child, look, runs, boxes)
            _say(child.tail, look, runs)


def _say(words: str | None, look: Look, runs: list[Run]) -> None:
    if words:
        _say_sign(words.replace("\n", " "), look, runs)


def _say_sign(words: str, look: Look, runs: list[Run]) -> None:
    if not look.hidden:
        runs.append(Run(words, look.font))


def _pictures(text: Any, archive: Archive, data: bytes) -> Iterator[SourceFile]:
    seen = set()
    for frame in text.iter(_DRAW + "frame"):
        titles = [frame.findtext(SVG + name) or "" for name in ("title", "desc")]
        for image in frame.iterchildren(_DRAW + "image"):
            name = (image.get(_HREF) or "").removeprefix("./")
            if name in archive.names and name not in seen and not escapes(name):
                seen.add(name)
                yield SourceFile(
                    name=name.rpartition("/")[2],
                    title=" ".join(next(filter(None, titles), "").split()),
                    size=archive.size(name),
                    read=partial(_picture, data, name),
                )


def _picture(data: bytes, name: str) -> bytes:
    with Archive(BytesIO(data)) as archive:
        return archive.read(name, _MOST_PICTURE)
