"""Rules of the whole sheet: paper, margins, font, ink."""

from collections.abc import Iterator
from itertools import pairwise

from ... import official_form as form
from ..layout import Layout
from ..letters import same_family
from ..measure import EDGE_MM, Range, mm, number, place, span
from ..measured_sheet import ASCENT, DESCENT, MM, Line
from ..rulebook import Uncheckable, Verdict, need, rule

PAPER_MM = 1.0
"""Drivers round A4 to whole points, and paper is cut to the millimetre."""

DRAWN_ALONG = 2
"""Lines of a paragraph that go over to the next page with signatures or a list that must not stand without them."""


@rule("page-size", "Khổ giấy A4")
def page_size(layout: Layout) -> Verdict:
    """An annex may lie on its side."""
    allowed = f"{number(form.PAGE_SIZE_MM[0])} x {number(form.PAGE_SIZE_MM[1])} mm"
    for page in (*layout.pages, *layout.annex):
        sides = (page.width, page.height)
        if page in layout.annex and page.width > page.height:
            sides = (page.height, page.width)
        if any(abs(side - wanted) > PAPER_MM for side, wanted in zip(sides, form.PAGE_SIZE_MM, strict=True)):
            measured = f"{number(page.width)} x {number(page.height)} mm"
            return Verdict(False, measured, allowed, f"trang {page.number}")
    first = layout.pages[0]
    return Verdict(True, f"{number(first.width)} x {number(first.height)} mm", allowed)


def _lines(layout: Layout) -> list[Line]:
    return need([*(line for page in layout.pages for line in page.lines), *layout.notes], "dòng chữ nào")


def _margin(value: float, allowed: Range, where: str, slack: float = 0.0) -> Verdict:
    kept = allowed[0] - EDGE_MM <= value <= allowed[1] + EDGE_MM + slack
    return Verdict(kept, mm(value), span(allowed, "mm"), where)


@rule("margin-left", "Lề trái")
def margin_left(layout: Layout) -> Verdict:
    line = min(_lines(layout), key=lambda each: each.x0)
    drawn = min((stroke.x0 for page in layout.pages for stroke in layout.strokes(page.number)), default=line.x0)
    where = place(line) if line.x0 <= drawn else "đường kẻ"
    return _margin(min(line.x0, drawn), form.MARGIN_LEFT_RANGE_MM, where)


@rule("margin-right", "Lề phải")
def margin_right(layout: Layout) -> Verdict:
    line = max(_lines(layout), key=lambda each: each.x1)
    drawn = max((stroke.x1 for page in layout.pages for stroke in layout.strokes(page.number)), default=line.x1)
    where = place(line) if line.x1 >= drawn else "đường kẻ"
    value, allowed = layout.pages[0].width - max(line.x1, drawn), form.MARGIN_RIGHT_RANGE_MM
    if layout.pitch is None and value > allowed[1] + EDGE_MM:
        raise Uncheckable("không có dòng nào chạy hết chiều ngang")
    return _margin(value, allowed, where)


@rule("margin-top", "Lề trên")
def margin_top(layout: Layout) -> Verdict:
    """A line stands below the edge of the text by what its pitch has more than its letters."""
    line = min(_lines(layout), key=lambda each: each.top)
    leading = max(0.0, (layout.pitch or 0.0) - (ASCENT + DESCENT) * form.BODY_PT) / MM
    return _margin(line.top, form.MARGIN_TOP_RANGE_MM, place(line), slack=leading)


@rule("margin-bottom", "Lề dưới")
def margin_bottom(layout: Layout) -> Verdict:
    """Whether the margin is too wide is seen on a full page: by a note at its foot, by a paragraph that runs on."""
    line, height = max(_lines(layout), key=lambda each: each.bottom), layout.pages[0].height
    verdict = _margin(height - line.bottom, form.MARGIN_BOTTOM_RANGE_MM, place(line))
    if verdict.kept or line in layout.notes or height - line.bottom < form.MARGIN_BOTTOM_RANGE_MM[0]:
        return verdict
    full = list(_last_of_full_pages(layout))
    if not full:
        raise Uncheckable("không có trang nào chắc chắn đầy chữ")
    line = max(full, key=lambda each: each.bottom)
    one_line = (layout.pitch or form.BODY_LINE_PT) / MM  # it may have gone over to keep the next ones company
    return _margin(height - line.bottom, form.MARGIN_BOTTOM_RANGE_MM, place(line), one_line)


def _last_of_full_pages(layout: Layout) -> Iterator[Line]:
    """Where a paragraph runs on to the next page with more lines than what follows it may have drawn along."""
    for paragraph in layout.paragraphs:
        for line, after in pairwise(paragraph.lines):
            rest = sum(each.page == after.page for each in paragraph.lines)
            if line.page < after.page and rest > DRAWN_ALONG:
                yield line


def _families() -> str:
    return ", ".join(form.FONT_FAMILIES)


@rule("font-family", "Phông chữ Times New Roman (hoặc phông cùng số đo)")
def font_family(layout: Layout) -> Verdict:
    used: dict[str, Line] = {}
    for line in _all_lines(layout):
        for word in line.words:
            used.setdefault(word.font, line)
    for name, line in used.items():
        if not any(same_family(name, family) for family in form.FONT_FAMILIES):
            return Verdict(False, name or "không rõ tên", _families(), place(line))
    return Verdict(True, ", ".join(sorted(used)), _families())


@rule("font-embedded", "Phông chữ nhúng trong tệp")
def font_embedded(layout: Layout) -> Verdict:
    loose = sorted(layout.sheet.loose_fonts)
    return Verdict(not loose, f"không nhúng: {', '.join(loose)}" if loose else "có nhúng", "nhúng mọi phông chữ")


@rule("ink-black", "Chữ màu đen")
def ink_black(layout: Layout) -> Verdict:
    pale = next((line for line in _all_lines(layout) if not all(word.black for word in line.words)), None)
    return Verdict(not pale, "có chữ màu khác" if pale else "đen", "đen", place(pale) if pale else "")


def _all_lines(layout: Layout) -> Iterator[Line]:
    for page in (*layout.pages, *layout.annex):
        yield from page.lines
    yield from layout.numbers.values()
