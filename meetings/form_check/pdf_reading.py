"""Reads a PDF into plain pages; a file that cannot be read is refused with the reason."""

# mypy: allow-untyped-calls

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.layout import LTComponent, LTImage
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT

from . import letters, pdf_page
from .finding import Unreadable
from .measured_sheet import Page, Sheet
from .strays import Stray

MOST_PAGES = 300
"""No paper of an office has so many; a forged file may claim millions."""

MOST_OBJECTS = 600_000
"""Letters and drawings of all pages; a full page of type has about 3,000."""

MOST_BYTES = 40_000_000

SCAN_SHARE = 0.75
"""An image over more of the first page than this is a scan; its letters, if any, come from text recognition."""

ILLEGIBLE_SHARE = 0.05
"""With a larger share of unknown letters the text cannot be read."""

_SCAN = (
    "không có lớp chữ: tệp là ảnh quét nên không đo được. Hãy kiểm bản PDF xuất thẳng từ máy soạn thảo "
    "(Word, LibreOffice) hoặc từ phần mềm này."
)
_TURNED = "trang {} bị xoay, chữ nằm ngang hoặc lộn ngược. Hãy xoay trang cho đúng chiều rồi xuất lại PDF."
_CUT = "tệp PDF bị cắt cụt hoặc hỏng. Hãy xuất hoặc tải lại tệp rồi kiểm lại."
_DAMAGED = "không đọc được: tệp PDF bị hỏng. Hãy mở bản gốc rồi xuất lại PDF."
_LOCKED = "tệp PDF đặt mật khẩu. Hãy bỏ mật khẩu rồi kiểm lại."

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # read() reports damage in Vietnamese


def read(pdf: bytes) -> Sheet:
    """The pages of `pdf`. Raises Unreadable for any file that has no text to measure."""
    if not pdf:
        raise Unreadable("tệp rỗng, không có nội dung. Hãy chọn lại tệp.")
    if b"%PDF-" not in pdf[:1024]:
        raise Unreadable("không phải tệp PDF. Hãy xuất văn bản ra PDF rồi kiểm lại.")
    if b"startxref" not in pdf[-4096:]:
        raise Unreadable(_CUT)
    if len(pdf) > MOST_BYTES:
        raise Unreadable(f"tệp lớn hơn {MOST_BYTES // 1_000_000} MB. Hãy xuất lại PDF không kèm ảnh lớn.")
    try:
        return _read(pdf)
    except Unreadable:
        raise
    except Exception as error:
        if any(isinstance(arg, PDFPasswordIncorrect) for arg in (error, *error.args)):
            raise Unreadable(_LOCKED) from error
        raise Unreadable(_DAMAGED) from error


def _read(pdf: bytes) -> Sheet:
    pages: list[Page] = []
    loose: set[str] = set()
    used: set[str] = set()
    seen: set[int] = set()
    strays: list[Stray] = []
    objects = 0
    with pdfplumber.open(BytesIO(pdf)) as document:
        for source in document.pages:
            if len(pages) == MOST_PAGES:
                raise Unreadable(f"tệp có hơn {MOST_PAGES} trang. Hãy tách ra rồi kiểm từng phần.")
            _mend_encodings(source.page_obj.resources)
            parts = pdf_page.components(source)
            objects += len(parts)
            if objects > MOST_OBJECTS:
                raise Unreadable("tệp có quá nhiều chữ và nét vẽ để kiểm. Hãy tách ra rồi kiểm từng phần.")
            if not pages and _is_scanned(source, parts):
                raise Unreadable(_SCAN)
            if pdf_page.is_turned(parts):
                raise Unreadable(_TURNED.format(len(pages) + 1))
            pages.append(pdf_page.read(source, parts))
            strays += pdf_page.strays(source, parts)
            used |= {word.font for line in pages[-1].lines for word in line.words}
            loose |= set(_loose_fonts(source.page_obj.resources, seen))
            source.close()
    if not pages:
        raise Unreadable(_DAMAGED)
    words = [word.text for page in pages for line in page.lines for word in line.words]
    unknown, letters_read = sum(not stray.character for stray in strays), sum(map(len, words))
    if unknown > ILLEGIBLE_SHARE * (unknown + letters_read):
        raise Unreadable("lớp chữ không đọc được: phông chữ không kèm bảng mã Unicode. Hãy xuất lại PDF.")
    if not words:
        raise Unreadable(_SCAN)
    return Sheet(pages=tuple(pages), loose_fonts=frozenset(loose & used), strays=tuple(strays))


def _mend_encodings(resources: Any) -> None:
    """WeasyPrint gives a font with an empty box in it a table of codes of its own, which pdfminer cannot read: all
    letters of that font would be lost. The table tells nothing that the codes themselves do not."""
    for entry in (resolve1((resolve1(resources) or {}).get("Font")) or {}).values():
        spec = resolve1(entry)
        table = resolve1(spec.get("Encoding"))
        if isinstance(table, PDFStream) and b"<0000> <ffff>" in table.get_data().lower():
            spec["Encoding"] = LIT("Identity-H")


def _is_scanned(source: Any, parts: list[LTComponent]) -> bool:
    sheet = float(source.width) * float(source.height)
    return any(part.width * part.height > SCAN_SHARE * sheet for part in parts if isinstance(part, LTImage))


def _loose_fonts(resources: Any, seen: set[int]) -> Iterator[str]:
    """The fonts of a page, or of a form on it, whose outlines are not in the file."""
    named = resolve1(resources) or {}
    if id(named) in seen:
        return
    seen.add(id(named))
    for entry in (resolve1(named.get("Font")) or {}).values():
        spec = resolve1(entry)
        for font in map(resolve1, resolve1(spec.get("DescendantFonts")) or [spec]):
            descriptor = resolve1(font.get("FontDescriptor")) or {}
            if _name(spec.get("Subtype")) != "Type3" and not _OUTLINES & descriptor.keys():
                yield letters.font_name(_name(font.get("BaseFont")))
    for form in (resolve1(named.get("XObject")) or {}).values():
        yield from _loose_fonts(getattr(resolve1(form), "attrs", {}).get("Resources"), seen)


_OUTLINES = {"FontFile", "FontFile2", "FontFile3"}


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))
