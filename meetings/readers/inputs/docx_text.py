"""Reads a Word document as lines: lists have their marks, a table row is a line, old fonts become Unicode."""

import posixpath
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from lxml import etree

from ..post_text import UnreadablePost
from . import office_lines, office_xml, word_numbering
from .archives import Archive, escapes
from .office_lines import Line, Run
from .source import Draft, SourceFile
from .word_numbering import W
from .word_styles import Styles, font_in, level_of, value_of

MOST_BYTES = 50_000_000
DOCUMENT = "word/document.xml"
_MOST_PICTURE = 30_000_000
_BROKEN = "tệp Word hỏng hoặc dở dang: hãy mở bằng Word rồi lưu lại thành .docx"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "smartTag", "customXml", "moveTo"))
_SIGNS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad"}
"""A soft hyphen is the ư of TCVN3; elsewhere it is dropped when the text is tidied."""


def read(data: bytes) -> Draft:
    """The text of the document and the pictures in it. Raises UnreadablePost."""
    with Archive(BytesIO(data)) as archive:
        document = office_xml.part(archive, DOCUMENT, _BROKEN)
        if document is None:
            raise UnreadablePost(_BROKEN)
        styles = Styles(office_xml.part(archive, "word/styles.xml", _BROKEN))
        lists = office_xml.part(archive, "word/numbering.xml", _BROKEN)
        pictures = tuple(
            _pictures(document, office_xml.part(archive, "word/_rels/document.xml.rels", _BROKEN), archive, data)
        )
    etree.strip_elements(document, _FALLBACK, W + "moveFrom", with_tail=False)
    body = document.find(W + "body")
    if body is None:
        raise UnreadablePost(_BROKEN)
    reader = _Reader(styles, word_numbering.read(lists) if lists is not None else word_numbering.Numbering())
    return office_lines.draft(list(reader.lines(body)), pictures)


class _Reader:
    def __init__(self, styles: Styles, lists: word_numbering.Numbering) -> None:
        self.styles, self.lists, self.count = styles, lists, 0

    def lines(self, around: Any) -> Iterator[Line]:
        for child in around.iterchildren():
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                for row in child.iterchildren(W + "tr"):
                    yield from office_lines.row([list(self.lines(cell)) for cell in row.iterchildren(W + "tc")])
            elif child.tag in _THROUGH:
                yield from self.lines(child)

    def _paragraph(self, element: Any) -> Iterator[Line]:
        self.count = office_lines.counted(self.count)
        style = value_of(element.find(f"{W}pPr/{W}pStyle"))
        runs = list(self._runs(element, self.styles.font_of(style) or self.styles.font))
        if not any(run.words.strip() for run in runs):
            return
        number, level = self._list(element, style)
        if number and (mark := self.lists.mark(number, level)):
            runs.insert(0, Run(mark + " ", ""))
        yield from office_lines.broken_at_line_ends(runs)

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
