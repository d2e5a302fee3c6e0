"""Reads a Word document as lines: lists have their marks, a table row is a line, old fonts become Unicode."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from lxml import etree

from ..post_text import UnreadablePost, bounded
from . import charsets, legacy, word_numbering
from .archives import Archive, escapes
from .source import Draft, SourceFile
from .word_numbering import W
from .word_styles import Styles, font_in, level_of, value_of

MOST_BYTES = 50_000_000
DOCUMENT = "word/document.xml"
_MOST_XML = 8_000_000
_MOST_PICTURE = 30_000_000
_MOST_PARAGRAPHS = 60_000
_MOST_CELL = 200
_BROKEN = "tệp Word hỏng hoặc dở dang: hãy mở bằng Word rồi lưu lại thành .docx"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"))
_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_TCVN3_FONT, _VNI_FONT = re.compile(r"\.vn", re.IGNORECASE), re.compile(r"vni[- ]", re.IGNORECASE)
_BEYOND_LATIN1 = re.compile("[\u0100-\uffff]")


@dataclass(slots=True)
class Run:
    words: str
    font: str


def read(data: bytes) -> Draft:
    """The text of the document and the pictures in it. Raises UnreadablePost."""
    with Archive(BytesIO(data)) as archive:
        document = _parsed(archive, DOCUMENT)
        if document is None:
            raise UnreadablePost(_BROKEN)
        styles = Styles(_parsed(archive, "word/styles.xml"))
        lists = _parsed(archive, "word/numbering.xml")
        pictures = tuple(_pictures(document, _parsed(archive, "word/_rels/document.xml.rels"), archive, data))
    etree.strip_elements(document, _FALLBACK, W + "moveFrom", with_tail=False)
    body = document.find(W + "body")
    if body is None:
        raise UnreadablePost(_BROKEN)
    reader = _Reader(styles, word_numbering.read(lists) if lists is not None else word_numbering.Numbering())
    lines = [line for line in reader.lines(body) if any(run.words.strip() for run in line)]
    notes = _convert_by_font(lines)
    joined = unicodedata.normalize("NFC", "\n".join("".join(run.words for run in line) for line in lines))
    repaired = legacy.repair(joined)
    notes += tuple(note for note in repaired.notes if note not in notes)
    charset = charsets.named_in(notes) or "utf-8"
    text = "\n".join(" ".join(line.split()) for line in repaired.text.split("\n"))
    return Draft(bounded(text), charset, files=pictures, notes=notes)


class _Reader:
    def __init__(self, styles: Styles, lists: word_numbering.Numbering) -> None:
        self.styles, self.lists, self.count = styles, lists, 0

    def lines(self, around: Any) -> Iterator[list[Run]]:
        for child in around.iterchildren():
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                for row in child.iterchildren(W + "tr"):
                    yield from self._row(row)
            elif child.tag in _THROUGH:
                yield from self.lines(child)

    def _row(self, row: Any) -> Iterator[list[Run]]:
        """The cells on one line; with several paragraphs in a cell it is a layout, and each paragraph is a line."""
        cells = [list(self.lines(cell)) for cell in row.iterchildren(W + "tc")]
        cells = [cell for cell in cells if any(run.words.strip() for line in cell for run in line)]
        if all(len(cell) == 1 and sum(len(run.words) for run in cell[0]) <= _MOST_CELL for cell in cells):
            joined: list[Run] = []
            for cell in cells:
                joined += [Run(" | ", "")] * bool(joined) + cell[0]
            yield joined
        else:
            yield from (line for cell in cells for line in cell)

    def _paragraph(self, element: Any) -> Iterator[list[Run]]:
        self.count += 1
        if self.count > _MOST_PARAGRAPHS:
            raise UnreadablePost("có quá nhiều đoạn: hãy chỉ giữ lại một bài đăng trong tệp")
        style = value_of(element.find(f"{W}pPr/{W}pStyle"))
        runs = list(self._runs(element, self.styles.font_of(style) or self.styles.font))
        if not any(run.words.strip() for run in runs):
            return
        number, level = self._list(element, style)
        if number and (mark := self.lists.mark(number, level)):
            runs.insert(0, Run(mark + " ", ""))
        line: list[Run] = []
        for run in runs:
            first, *more = run.words.split("\n")
            line.append(Run(first, run.font))
            for words in more:
                yield line
                line = [Run(words, run.font)]
        yield line

    def _runs(self, element: Any, font: str) -> Iterator[Run]:
        for run in element.iter(W + "r"):
            if run.find(f"{W}rPr/{W}vanish") is not None:
                continue
            own = font_in(run.find(W + "rPr")) or self.styles.font_of(value_of(run.find(f"{W}rPr/{W}rStyle"))) or font
            words = "".join(
                (each.text or "") if each.tag == W + "t" else _SIGNS.get(each.tag, "") for each in run.iterchildren()
            )
            yield Run(words, own)

    def _list(self, element: Any, style: str) -> tuple[str, int]:
        number, level = self.styles.list_of(style)
        own = element.find(f"{W}pPr/{W}numPr")
        if own is None:
            return number, level
        return value_of(own.find(W + "numId")) or number, level_of(own) if own.find(W + "ilvl") is not None else level


def _convert_by_font(lines: list[list[Run]]) -> tuple[str, ...]:
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


def _joined(line: list[Run]) -> list[Run]:
    """The runs of a line, with neighbours of one font joined: a letter and its mark may be in two runs."""
    whole: list[Run] = []
    for run in line:
        if whole and whole[-1].font == run.font:
            whole[-1].words += run.words
        else:
            whole.append(run)
    line[:] = whole
    return whole


def _parsed(archive: Archive, name: str) -> Any:
    """The root of a part; None where there is no such part."""
    if name not in archive.names:
        return None
    data = archive.read(name, _MOST_XML)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadablePost(_BROKEN) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadablePost("tệp Word có khai báo lạ (DOCTYPE), không mở cho an toàn: hãy mở bằng Word rồi lưu lại")
    return root


def _pictures(document: Any, relations: Any, archive: Archive, data: bytes) -> Iterator[SourceFile]:
    if relations is None:
        return
    targets = {element.get("Id"): element for element in relations.iterchildren("{*}Relationship")}
    seen = set()
    for drawing in document.iter(_WP + "inline", _WP + "anchor"):
        properties = drawing.find(_WP + "docPr")
        title = (properties.get("descr") or properties.get("title") or "") if properties is not None else ""
        for blip in drawing.iter(_A + "blip"):
            target = targets.get(blip.get(_R + "embed"))
            if target is None or target.get("TargetMode") == "External":
                continue
            written = (target.get("Target") or "").replace("\\", "/")
            name = posixpath.normpath(written.lstrip("/") if written.startswith("/") else f"word/{written}")
            if name in archive.names and name not in seen and not escapes(name):
                seen.add(name)
                yield SourceFile(
                    name=name.rpartition("/")[2],
                    title=" ".join(title.split()),
                    size=archive.size(name),
                    read=partial(_picture, data, name),
                )


def _picture(data: bytes, name: str) -> bytes:
    with Archive(BytesIO(data)) as archive:
        return archive.read(name, _MOST_PICTURE)
