"""Reads a PDF into plain pages; whatever is wrong with the file is refused in words."""

# mypy: allow-untyped-calls

import logging
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import resolve1

from . import letters
from .finding import Unreadable
from .letters import Letter
from .sheet import MM, Page, Sheet, Stroke

MOST_PAGES = 300
"""Far more than any paper of an office; a file may claim millions."""

MOST_OBJECTS = 60_000
"""Letters and drawings of one page; a full page of type has about 3,000."""

THIN_MM = 1.3
"""A rule under words is a hairline to 3 pt; what is thicker is a bar."""

LARGE_PT = 36
"""Larger letters are a mark across the sheet, not text."""

LARGE_DRAWING_MM = 10
"""A filled outline higher than this, in a pale colour, is a letter of a mark across the sheet."""

SCAN_SHARE = 0.75
"""An image over more of the first page than this is the page: its letters, if any, were guessed from it."""

DARK, PALE = 0.12, 0.4
"""Ink from 0 (black) to 1: printers' blacks are seldom exactly 0; a mark is at least this pale."""

ILLEGIBLE_SHARE = 0.2
"""With more letters than this unknown the text cannot be read back."""

_SCAN = (
    "không có lớp chữ: tệp là ảnh quét nên không đo được. Đề nghị kiểm bản PDF xuất thẳng từ máy soạn thảo "
    "(Word, LibreOffice) hoặc từ phần mềm này."
)
_CUT = "tệp PDF bị cắt cụt hoặc hỏng. Đề nghị xuất hoặc tải lại tệp rồi kiểm lại."
_DAMAGED = "không đọc được: tệp PDF bị hỏng. Đề nghị mở bản gốc rồi xuất lại PDF."
_LOCKED = "tệp PDF đặt mật khẩu. Đề nghị bỏ mật khẩu rồi kiểm lại."

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # damage is told in our own words


def read(pdf: bytes) -> Sheet:
    """The pages of `pdf`. Raises Unreadable for any file that has no text to measure."""
    if not pdf:
        raise Unreadable("tệp rỗng, không có nội dung. Đề nghị chọn lại tệp.")
    if b"%PDF-" not in pdf[:1024]:
        raise Unreadable("không phải tệp PDF. Đề nghị xuất văn bản ra PDF rồi kiểm lại.")
    if b"startxref" not in pdf[-4096:]:
        raise Unreadable(_CUT)
    try:
        return _read(pdf)
    except Unreadable:
        raise
    except Exception as error:
        if any(isinstance(each, PDFPasswordIncorrect) for each in (error, *error.args)):
            raise Unreadable(_LOCKED) from error
        raise Unreadable(_DAMAGED) from error


def _read(pdf: bytes) -> Sheet:
    pages: list[Page] = []
    loose: set[str] = set()
    used: set[str] = set()
    with pdfplumber.open(BytesIO(pdf)) as document:
        for source in document.pages:
            if len(pages) == MOST_PAGES:
                raise Unreadable(f"tệp có hơn {MOST_PAGES} trang, nhiều hơn mức kiểm được trong một lần.")
            pages.append(_page(source, first=not pages))
            used |= {word.font for line in pages[-1].lines for word in line.words}
            loose |= set(_loose_fonts(source.page_obj.resources))
            source.close()
    if not pages:
        raise Unreadable(_DAMAGED)
    words = [word.text for page in pages for line in page.lines for word in line.words]
    if not words:
        raise Unreadable(_SCAN)
    if sum("(cid:" in each or "\ufffd" in each for each in words) > ILLEGIBLE_SHARE * len(words):
        raise Unreadable("lớp chữ không đọc được: phông chữ không kèm bảng mã Unicode. Đề nghị xuất lại PDF.")
    return Sheet(pages=tuple(pages), loose_fonts=frozenset(loose & used))


def _page(source: Any, first: bool) -> Page:
    if sum(map(len, source.objects.values())) > MOST_OBJECTS:
        raise Unreadable("một trang có quá nhiều chữ và nét vẽ để kiểm.")
    if first and any(_area(each) > SCAN_SHARE * source.width * source.height for each in source.images):
        raise Unreadable(_SCAN)
    found = [letter for char in source.chars if (letter := _letter(char))]
    drawn = [each for each in (*source.rects, *source.lines, *source.curves) if _is_seen(each)]
    level = [each for each in (*drawn, *source.images) if _height(each) <= THIN_MM < _width(each)]
    upright = [each for each in drawn if _width(each) <= THIN_MM and _height(each) > LARGE_DRAWING_MM]
    return Page(
        number=source.page_number,
        width=float(source.width) / MM,
        height=float(source.height) / MM,
        lines=letters.lines(source.page_number, found),
        strokes=tuple(_joined(Stroke(e["x0"] / MM, e["x1"] / MM, (e["top"] + e["bottom"]) / 2 / MM) for e in level)),
        table=(min(e["top"] for e in upright) / MM, max(e["bottom"] for e in upright) / MM) if upright else None,
        draft_mark=any(map(_is_mark, drawn)) or any(not _is_text(char) for char in source.chars),
    )


def _letter(char: Any) -> Letter | None:
    if not _is_text(char):
        return None
    font = letters.font_name(str(char["fontname"]))
    matrix = char["matrix"]
    return Letter(
        text=char["text"],
        x0=char["x0"] / MM,
        x1=char["x1"] / MM,
        baseline=(char["bottom"] - (matrix[5] - char["y0"])) / MM,
        size=round(char["size"], 2),
        font=font,
        bold=letters.is_bold(font),
        italic=letters.is_italic(font) or abs(matrix[2]) > 0.1 * abs(matrix[3]),
        black=(ink := _ink(char["non_stroking_color"])) is None or ink <= DARK,
    )


def _is_text(char: Any) -> bool:
    """Not a letter of a mark across the sheet, as word processors put it: turned, or as large as a poster's."""
    return bool(char["upright"]) and float(char["size"]) <= LARGE_PT


def _is_mark(drawing: Any) -> bool:
    ink = _ink(drawing["non_stroking_color"])
    return bool(drawing["fill"]) and _height(drawing) > LARGE_DRAWING_MM and ink is not None and ink >= PALE


def _is_seen(drawing: Any) -> bool:
    colour = drawing["stroking_color"] if drawing["stroke"] else drawing["non_stroking_color"]
    return bool(drawing["stroke"] or drawing["fill"]) and _ink(colour) != 1


def _ink(colour: Any) -> float | None:
    """How light a colour is, from 0 (black) to 1 (white); None where it is a pattern or not told."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not parts or not all(isinstance(each, int | float) for each in parts):
        return None
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(0.0, 1 - max(parts[:3]) - parts[3]) if parts[3] < 1 - DARK else 0.0
    return float(max(parts))


def _width(each: Any) -> float:
    return float(each["x1"] - each["x0"]) / MM


def _height(each: Any) -> float:
    return float(each["bottom"] - each["top"]) / MM


def _area(each: Any) -> float:
    return _width(each) * _height(each) * MM * MM


def _joined(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Pieces of one rule put together: some makers draw it in parts."""
    held: Stroke | None = None
    for stroke in sorted(strokes, key=lambda each: (round(each.y, 1), each.x0)):
        if held and abs(stroke.y - held.y) < 0.3 and stroke.x0 - held.x1 < 0.4:
            held = Stroke(held.x0, max(held.x1, stroke.x1), held.y)
            continue
        if held:
            yield held
        held = stroke
    if held:
        yield held


def _loose_fonts(resources: Any, depth: int = 0) -> Iterator[str]:
    """The fonts named by a page, or by a form on it, whose outlines are not in the file."""
    found = resolve1(resources) or {}
    for font in (resolve1(found.get("Font")) or {}).values():
        spec = resolve1(font)
        for each in resolve1(spec.get("DescendantFonts")) or [spec]:
            each = resolve1(each)
            inside = resolve1(each.get("FontDescriptor")) or {}
            drawn = str(getattr(resolve1(spec.get("Subtype")), "name", "")) == "Type3"
            if not drawn and not {"FontFile", "FontFile2", "FontFile3"} & inside.keys():
                yield letters.font_name(str(getattr(resolve1(each.get("BaseFont")), "name", "")))
    if depth < 3:
        for form in (resolve1(found.get("XObject")) or {}).values():
            yield from _loose_fonts(getattr(resolve1(form), "attrs", {}).get("Resources"), depth + 1)
