"""Rules of the page number: none on page 1, then Arabic, upright, in the middle of the top margin."""

from ... import official_form as form
from ..layout import Layout
from ..measure import centred, mm, place, size_rule, style_rule
from ..measured_sheet import Line
from ..rulebook import Missing, Uncheckable, Verdict, rule

CENTRE_MM = 2.0
"""The tolerance is wider than elsewhere: some makers centre on the printable width, with a table's padding."""


def _later(layout: Layout) -> list[Line]:
    """The numbers from page 2 on. Raises Missing where there are none though the paper or an annex has more pages."""
    lines = [line for page, line in layout.numbers.items() if page > 1]
    if not lines and all(len(part) == 1 for part in (layout.pages, *(each.pages for each in layout.annexes))):
        raise Uncheckable("văn bản chỉ có một trang")
    if not lines:
        raise Missing("số trang")
    return lines


@rule("page-number-first", "ND30-I.I.7", "Không đánh số trang thứ nhất")
def absent_on_the_first(layout: Layout) -> Verdict:
    line = layout.numbers.get(1)
    return Verdict(not line, "có số trang" if line else "không có", "không có", place(line) if line else "trang 1")


@rule("page-number-present", "ND30-I.I.7", "Đánh số trang liên tục từ trang thứ hai")
def present_from_the_second(layout: Layout) -> Verdict:
    """An annex has its own numbers, and a rule for them."""
    _later(layout)
    for page in layout.pages[1:]:
        line = layout.numbers.get(page.number)
        if not line:
            return Verdict(False, "không có", str(page.number), f"trang {page.number}")
        if line.text.strip(" -–—.").isdecimal() and int(line.text.strip(" -–—.")) != page.number:
            return Verdict(False, line.text, str(page.number), f"trang {page.number}")
    return Verdict(True, "đủ", "mọi trang, trừ trang 1")


@rule("page-number-arabic", "ND30-I.I.7", "Số trang là chữ số Ả Rập, không kèm chữ hay dấu")
def arabic(layout: Layout) -> Verdict:
    lines = _later(layout)
    wrong = next((line for line in lines if not line.text.isdecimal()), None)
    return Verdict(not wrong, (wrong or lines[0]).text, "2, 3, 4…", place(wrong or lines[0]))


size_rule("page-number-size", "ND30-I.I.7", "Cỡ chữ số trang", "", _later, lambda: form.PAGE_NUMBER_RANGE_PT)
style_rule(
    "page-number-style", "ND30-I.I.7", "Số trang kiểu chữ đứng, không đậm", "", _later, bold=False, italic=False
)


@rule("page-number-place", "ND30-I.I.7", "Số trang ở giữa lề trên")
def in_the_top_margin(layout: Layout) -> Verdict:
    lines = _later(layout)
    low = next((line for line in lines if line.bottom > _text_top(layout, line.page)), None)
    if low:
        return Verdict(False, f"cách mép trên {mm(low.baseline)}", "trong lề trên", place(low))
    middle = min((layout.centre, layout.pages[0].width / 2), key=lambda centre: abs(lines[0].centre - centre))
    return centred(lines, middle, "trang", CENTRE_MM)


def _text_top(layout: Layout, page: int) -> float:
    lines = next((sheet.lines for sheet in (*layout.pages, *layout.annex) if sheet.number == page), ())
    return lines[0].top if lines else form.MARGIN_TOP_RANGE_MM[1]
