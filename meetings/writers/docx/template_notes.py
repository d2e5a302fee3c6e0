"""What of an office's own Word form does not come into the PDF, which is set from our own template."""

from collections.abc import Iterator, Sequence

from docx.document import Document

from ..words.text import PaperText
from .clone_format import Element
from .letters_in_word import Shown, plain, shown
from .template_form import parts

MOST_LINES = 6
_PICTURE = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata")
_ORDERED = ("Quốc hiệu", "số, ký hiệu", "địa danh và ngày", "tên loại văn bản", "trích yếu", "thân bài")
_SIDES = ("top_margin", "bottom_margin", "left_margin", "right_margin")

Filled = tuple[Document, list[Element]]


def notes(sheet: PaperText, theirs: Filled, ours: Filled) -> tuple[str, ...]:
    """Sentences, each about one difference between the form and the PDF."""
    lines, our_lines = shown(*theirs), shown(*ours)
    return tuple(_notes(sheet, theirs, ours, lines, our_lines))


def _notes(
    sheet: PaperText, theirs: Filled, ours: Filled, lines: Sequence[Shown], our_lines: Sequence[Shown]
) -> Iterator[str]:
    known = {line for each in our_lines for line in each.text.split("\n")}
    extra = [line for each in lines for line in each.text.split("\n") if line and line not in known]
    if extra := list(dict.fromkeys(extra)):
        more = f" và {len(extra) - MOST_LINES} dòng khác" if len(extra) > MOST_LINES else ""
        quoted = ", ".join(f"“{line[:60]}”" for line in extra[:MOST_LINES])
        yield f"Bản PDF không có dòng riêng của mẫu: {quoted}{more}."
    pictures = sum(1 for root in theirs[1] for _ in root.iter(*_PICTURE))
    if pictures:
        yield f"Bản PDF không có {pictures} hình của mẫu (biểu trưng, đường vẽ bằng ảnh)."
    if _order(sheet, lines) != _order(sheet, our_lines):
        yield "Bản PDF xếp các phần theo thứ tự của mẫu hệ thống, khác thứ tự trong mẫu này."
    if _margins(theirs[0]) != _margins(ours[0]):
        yield "Bản PDF dùng lề trang của mẫu hệ thống, khác lề trang của mẫu này."
    if _sizes(sheet, lines) != _sizes(sheet, our_lines):
        yield "Bản PDF dùng cỡ chữ của mẫu hệ thống, khác cỡ chữ trong mẫu này."


def _order(sheet: PaperText, lines: Sequence[Shown]) -> list[str]:
    words = "\n".join(line.text for line in lines)
    first = {
        part.name: words.find(plain(part.text)) for part in reversed(list(parts(sheet))) if part.name in _ORDERED
    }
    return sorted((name for name in first if first[name] >= 0), key=lambda name: first[name])


def _margins(document: Document) -> list[int]:
    section = document.sections[0]
    return [round((getattr(section, side) or 0) / 36_000) for side in _SIDES]


def _sizes(sheet: PaperText, lines: Sequence[Shown]) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in parts(sheet):
        line = next((each for each in lines if plain(part.text) in each.text), None)
        if part.size and line and line.letters:
            found.setdefault(part.name, line.letters[0].size)
    return found
