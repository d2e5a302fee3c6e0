"""Reads the text layer of a PDF; a process of its own takes the lines out of the file."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..post_text import UnreadablePost
from . import office_lines, office_programs, pdf_paragraphs
from .pdf_lines import Cell, TextLine
from .pdf_paragraphs import Page
from .source import Draft

MOST_BYTES = 50_000_000
_ROOT = Path(__file__).parents[3]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from meetings.readers.inputs import pdf_process; "
    "pdf_process.main(sys.argv[2])"
)
_FEWEST_LETTERS = 20
_ILLEGIBLE_SHARE = 0.1
_DO = "hãy lưu bài thành .docx hoặc chép phần chữ sang tệp .txt"
_REASONS = {
    "locked": "tệp PDF có mật khẩu: hãy bỏ mật khẩu rồi gửi lại",
    "broken": f"tệp PDF hỏng hoặc dở dang: {_DO}",
    "large": f"tệp PDF quá dài hoặc quá phức tạp: {_DO}",
}
_SCAN = (
    "tệp PDF không có lớp chữ, có lẽ là ảnh quét: hãy nhận dạng chữ (OCR) rồi lưu thành .docx, hoặc gõ lại thành .txt"
)
_ILLEGIBLE = f"lớp chữ của tệp PDF không đọc được (phông chữ không kèm bảng mã): {_DO}"
_BY_RECOGNITION = "Tệp PDF là ảnh quét có lớp chữ do máy nhận dạng: hãy soát từng chữ với bản giấy."


def read(data: bytes) -> Draft:
    """The text of the pages. Raises UnreadablePost."""
    pages = _pages(data)
    text = "".join(pdf_paragraphs.words_of(line) for page in pages for line in page.lines)
    if len(text.replace(" ", "")) < _FEWEST_LETTERS:
        raise UnreadablePost(_SCAN)
    if (text.count("(cid:") + text.count("\ufffd")) > _ILLEGIBLE_SHARE * len(text.split()):
        raise UnreadablePost(_ILLEGIBLE)
    notes = tuple(_notes(pages))
    lines, address = pdf_paragraphs.read(pages)
    made = office_lines.draft(lines)
    return Draft(made.text, made.encoding, address, notes=(*made.notes, *notes))


def _notes(pages: list[Page]) -> list[str]:
    blank = [str(number) for number, page in enumerate(pages, start=1) if page.scanned and not page.lines]
    notes = [f"Trang {', '.join(blank[:10])} của tệp PDF là ảnh, không có lớp chữ: hãy bổ sung phần chữ còn thiếu."]
    recognised = any(page.scanned and page.lines for page in pages)
    return notes * bool(blank) + [_BY_RECOGNITION] * recognised


def _pages(data: bytes) -> list[Page]:
    with TemporaryDirectory(prefix="pdf-cu-") as folder:
        file = Path(folder) / "bai.pdf"
        file.write_bytes(data)
        told = office_programs.run((sys.executable, "-I", "-c", _START, str(_ROOT), str(file)), Path(folder))
    try:
        answer = json.loads(told)
    except ValueError:
        answer = {"error": "large"}
    if reason := _REASONS.get(answer.get("error", "")):
        raise UnreadablePost(reason)
    return [_page(page) for page in answer["pages"]]


def _page(told: dict[str, Any]) -> Page:
    lines = [
        TextLine(
            line["y"],
            line["size"],
            [Cell(cell["x0"], cell["x1"], [(words, font) for words, font in cell["runs"]]) for cell in line["cells"]],
            line["row"],
        )
        for line in told["lines"]
    ]
    return Page(told["width"], told["height"], lines, told["scanned"])
