"""Rules of the whole sheet: paper, margins, font, ink."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from ... import official_form as form
from ..layout import Layout
from ..letters import same_family
from ..measure import EDGE_MM, Range, mm, number, place, span
from ..measured_sheet import ASCENT, DESCENT, MM, Line
from ..rulebook import Uncheckable, Verdict, need, rule
from ..strays import Stray
from ..strays import name as stray_name

PAPER_MM = 1.0
"""The size of a page may differ by this: drivers round A4 to whole points."""

OVERSHOT_MM = 0.6
"""The last letter of a stretched line may be set so far beyond the edge."""

MOST_STRAYS = 5
"""So many different characters are named in a finding."""

MOVED_LINES = 2
"""So many lines may move to the next page only to keep signatures or a list from being there alone."""


@rule("page-size", "ND30-I.I.1", "Khổ giấy A4")
def page_size(layout: Layout) -> Verdict:
    """A page of an annex may be in landscape."""
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


@rule("margin-left", "ND30-I.I.3", "Lề trái")
def margin_left(layout: Layout) -> Verdict:
    line = min(_lines(layout), key=lambda line: line.x0)
    drawn = min((stroke.x0 for page in layout.pages for stroke in layout.strokes(page.number)), default=line.x0)
    where = place(line) if line.x0 <= drawn else "đường kẻ"
    return _margin(min(line.x0, drawn), form.MARGIN_LEFT_RANGE_MM, where)


@rule("margin-right", "ND30-I.I.3", "Lề phải")
def margin_right(layout: Layout) -> Verdict:
    """A maker that stretches a line may set its last letter a little too far or too near. So the margin is too narrow
    only where the lines that end together make it so, and too wide only where the farthest line does."""
    line = max(_lines(layout), key=lambda line: line.x1)
    drawn = max((stroke.x1 for page in layout.pages for stroke in layout.strokes(page.number)), default=line.x1)
    where = place(line) if line.x1 >= drawn else "đường kẻ"
    together = median(each.x1 for each in _lines(layout) if line.x1 - each.x1 < OVERSHOT_MM)
    width, allowed = layout.pages[0].width, form.MARGIN_RIGHT_RANGE_MM
    least, most = width - max(line.x1, drawn), width - max(together, drawn)
    if least > allowed[1] + EDGE_MM and not _is_reached(layout):
        raise Uncheckable("không có các dòng cùng chạy hết chiều ngang")
    return _margin(most if most < allowed[1] else least, allowed, where)


def _is_reached(layout: Layout) -> bool:
    """Whether most lines that have another after them end together: ragged text may end short of the margin."""
    ends = [line.x1 for each in layout.paragraphs if not each.centred for line in each.lines[:-1]]
    return sum(max(ends) - end < OVERSHOT_MM for end in ends) * 2 > len(ends) if ends else False


@rule("margin-top", "ND30-I.I.3", "Lề trên")
def margin_top(layout: Layout) -> Verdict:
    """A first line begins below the margin by its leading, the pitch without the height of the letters."""
    line = min(_lines(layout), key=lambda line: line.top)
    leading = max(0.0, (layout.pitch or 0.0) - (ASCENT + DESCENT) * form.BODY_PT) / MM
    return _margin(line.top, form.MARGIN_TOP_RANGE_MM, place(line), slack=leading)


@rule("margin-bottom", "ND30-I.I.3", "Lề dưới")
def margin_bottom(layout: Layout) -> Verdict:
    """Only a full page shows that the margin is too wide: one with a note at its foot or a paragraph that runs on."""
    line, height = max(_lines(layout), key=lambda line: line.bottom), layout.pages[0].height
    verdict = _margin(height - line.bottom, form.MARGIN_BOTTOM_RANGE_MM, place(line))
    if verdict.kept or line in layout.notes or height - line.bottom < form.MARGIN_BOTTOM_RANGE_MM[0]:
        return verdict
    full = list(_last_of_full_pages(layout))
    if not full:
        raise Uncheckable("không có trang nào chắc chắn đầy chữ")
    line = max(full, key=lambda line: line.bottom)
    one_line = (layout.pitch or form.BODY_LINE_PT) / MM  # one line may have moved so that the next is not alone
    return _margin(height - line.bottom, form.MARGIN_BOTTOM_RANGE_MM, place(line), one_line)


def _last_of_full_pages(layout: Layout) -> Iterator[Line]:
    """The last lines of pages whose paragraph runs on with more lines than may have moved for what follows."""
    for paragraph in layout.paragraphs:
        for line, after in pairwise(paragraph.lines):
            rest = sum(line.page == after.page for line in paragraph.lines)
            if line.page < after.page and rest > MOVED_LINES:
                yield line


def _families() -> str:
    return ", ".join(form.FONT_FAMILIES)


@rule("font-family", "ND30-I.I.4", "Phông chữ Times New Roman (hoặc phông cùng số đo)")
def font_family(layout: Layout) -> Verdict:
    used: dict[str, Line] = {}
    for line in _all_lines(layout):
        for word in line.words:
            used.setdefault(word.font, line)
    for name, line in used.items():
        if not any(same_family(name, family) for family in form.FONT_FAMILIES):
            return Verdict(False, name or "không rõ tên", _families(), place(line))
    return Verdict(True, ", ".join(sorted(used)), _families())


@rule("characters", "ND30-I.I.4", "Mọi ký tự có trong phông chữ")
def characters(layout: Layout) -> Verdict:
    """One finding for all of them, at the place of the first."""
    allowed = "chữ, dấu có trong phông Times New Roman; hãy xóa hoặc gõ lại ký tự này"
    found = layout.sheet.strays
    if not found:
        return Verdict(True, "đủ hình chữ", allowed)
    names = list(dict.fromkeys(stray_name(each.character) for each in found))
    more = f" và {len(names) - MOST_STRAYS} ký tự khác" if len(names) > MOST_STRAYS else ""
    return Verdict(False, ", ".join(names[:MOST_STRAYS]) + more, allowed, _near(layout, found[0]))


def _near(layout: Layout, stray: Stray) -> str:
    lines = layout.sheet.pages[stray.page - 1].lines
    near = min(lines, key=lambda line: abs(line.baseline - stray.baseline), default=None)
    return place(near) if near else f"trang {stray.page}"


@rule("font-embedded", "LE-3", "Phông chữ nhúng trong tệp")
def font_embedded(layout: Layout) -> Verdict:
    loose = sorted(layout.sheet.loose_fonts)
    return Verdict(not loose, f"không nhúng: {', '.join(loose)}" if loose else "có nhúng", "nhúng mọi phông chữ")


@rule("ink-black", "ND30-I.I.4", "Chữ màu đen")
def ink_black(layout: Layout) -> Verdict:
    pale = next((line for line in _all_lines(layout) if not all(word.black for word in line.words)), None)
    return Verdict(not pale, "có chữ màu khác" if pale else "đen", "đen", place(pale) if pale else "")


def _all_lines(layout: Layout) -> Iterator[Line]:
    for page in (*layout.pages, *layout.annex):
        yield from page.lines
    yield from layout.numbers.values()
