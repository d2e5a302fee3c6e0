"""Rules of the body (cell 6): size, edges, indent, gaps, lines, and headings at the foot of a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile

from ... import official_form as form
from ...giving_verbs import ASKS
from ..body_parts import SPACE_MM, Paragraph, first_word
from ..layout import Layout
from ..measure import SIZE_PT, is_within, mm, number, place, pt, size, span
from ..measured_sheet import MM, Line
from ..rulebook import Uncheckable, Verdict, need, rule

JUSTIFIED_MM = 1.2
"""A justified line ends within this distance of the edge: a stop may hang, a letter has space on its side."""

INDENT_MM = 0.7
"""An indent may differ by this: Word rounds 1.27 cm, and a quotation mark begins beside its box."""

GAP_PT = 0.6
"""A gap may differ by this: makers of PDFs round baselines."""

LINE_EM = 0.03
"""A pitch may differ by this: Word's single line in Times is 1.149 em, and makers round it."""

HEADING = re.compile(r"^([IVXL]+\.|\d+\.|Phần |Mục |Chương |Điều )")


GROUND = re.compile(r"(Căn cứ|Theo đề nghị|Xét) ")
GOES_ON = re.compile(r"(Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở|Sau khi) ")

CLAUSE = re.compile(
    rf", (đề nghị|trân trọng|(Thường trực|Hội đồng|Ủy ban|Uỷ ban|Văn phòng|Ban|HĐND|UBND)\b[^,;]* ({ASKS}|thông báo|"
    r"báo cáo|tổ chức|ban hành|kết luận|kính|trân trọng|xây dựng|triển khai|quyết định|mời))\b"
)
"""A sentence that goes on to say who does what is no ground alone."""


def paragraphs(layout: Layout) -> tuple[Paragraph, ...]:
    return need(layout.paragraphs, "nội dung văn bản")


@rule("body-size", "ND30-I.II.6e", "Cỡ chữ nội dung", "6")
def body_size(layout: Layout) -> Verdict:
    paragraphs(layout)
    return size(layout.body, form.BODY_RANGE_PT)


@rule("body-one-size", "ND30-I.II.6đ", "Điều, khoản, điểm cùng cỡ chữ với lời văn", "6")
def body_one_size(layout: Layout) -> Verdict:
    """Headings of phần, chương, mục may differ: they are centred, or in capitals after a Roman number."""
    lines = [
        line for each in paragraphs(layout) if not each.centred and not _is_of_a_part(each) for line in each.lines
    ]
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    wrong = next((line for line in lines if abs(line.size - usual) > SIZE_PT), None)
    return Verdict(not wrong, pt(wrong.size if wrong else usual), pt(usual), place(wrong) if wrong else "")


def _is_of_a_part(paragraph: Paragraph) -> bool:
    return paragraph.text.isupper() or bool(re.match(r"^[IVXL]+\.", paragraph.text))


@rule("body-justified", "ND30-I.II.6e", "Nội dung căn đều hai lề", "6")
def body_justified(layout: Layout) -> Verdict:
    """A line with another after it reaches the right edge, unless it was ended on purpose."""
    right = layout.edges[1]
    wrapped = list(_wrapped(layout))
    for line, after in wrapped:
        short = right - line.x1
        ended_on_purpose = short > first_word(after) + SPACE_MM
        if short > JUSTIFIED_MM and len(line.words) > 1 and not ended_on_purpose:
            return Verdict(False, f"dòng thiếu {mm(short)}", "hết chiều ngang", place(line))
    if not wrapped:
        raise Uncheckable("không có đoạn nào dài quá một dòng")
    return Verdict(True, "căn đều", "căn đều")


def _wrapped(layout: Layout) -> Iterator[tuple[Line, Line]]:
    for paragraph in paragraphs(layout):
        if not paragraph.centred:
            yield from pairwise(paragraph.lines)


@rule("first-line-indent", "ND30-I.II.6e", "Chữ đầu đoạn lùi vào 1 cm hoặc 1,27 cm", "6")
def first_line_indent(layout: Layout) -> Verdict:
    choices = form.FIRST_LINE_INDENT_CHOICES_MM
    allowed = f"{' hoặc '.join(map(number, choices))} mm"
    measured = 0.0
    for paragraph in paragraphs(layout):
        measured = paragraph.first.x0 - layout.edges[0]
        if not paragraph.centred and not any(abs(measured - choice) <= INDENT_MM for choice in choices):
            return Verdict(False, mm(measured), allowed, place(paragraph.first))
    return Verdict(True, mm(measured), allowed)


@rule("paragraph-gap", "ND30-I.II.6e", "Khoảng cách giữa các đoạn", "6")
def paragraph_gap(layout: Layout) -> Verdict:
    allowed = f"từ {pt(form.PARAGRAPH_GAP_LEAST_PT)} trở lên"
    gaps = [(paragraph.gap, paragraph.first) for paragraph in paragraphs(layout) if paragraph.gap is not None]
    if not gaps:
        raise Uncheckable("không có hai đoạn nào trên một trang")
    least, line = min(gaps, key=lambda gap: gap[0])
    return Verdict(least >= form.PARAGRAPH_GAP_LEAST_PT - GAP_PT, pt(max(least, 0)), allowed, place(line))


@rule("line-pitch", "ND30-I.II.6e", "Khoảng cách giữa các dòng: từ dòng đơn đến 1,5 dòng", "6")
def line_pitch(layout: Layout) -> Verdict:
    measured = None
    for before, line in _wrapped(layout):
        if before.page != line.page:
            continue
        em = (line.baseline - before.baseline) * MM / line.size
        allowed = span((form.BODY_LINE_RANGE[0] * line.size, form.BODY_LINE_RANGE[1] * line.size), "pt")
        measured = Verdict(True, pt(em * line.size), allowed)
        if not is_within(em, form.BODY_LINE_RANGE, LINE_EM):
            return Verdict(False, measured.measured, allowed, place(line))
    if not measured:
        raise Uncheckable("không có đoạn nào dài quá một dòng")
    return measured


@rule("grounds-stops", "ND30-I.II.6a", "Mỗi căn cứ kết thúc bằng dấu “;”, căn cứ cuối cùng bằng dấu “.”", "6")
def grounds_stops(layout: Layout) -> Verdict | None:
    """The paragraphs that open the body. The last may lead to a clause, or to a sentence that gives one more ground
    and then says who does what: "Căn cứ …, Thường trực … thông báo:"."""
    grounds, after = _grounds(paragraphs(layout))
    allowed = "“…;”, căn cứ cuối cùng “….”"
    for each in grounds:
        last = (".", ",", ":", *(";" if GOES_ON.match(after) else ""))
        if not each.text.endswith(last if each is grounds[-1] else ";"):
            return Verdict(False, f"“… {' '.join(each.text.split()[-3:])}”", allowed, place(each.first))
    return Verdict(True, "đúng", allowed) if grounds else None


def _grounds(found: Sequence[Paragraph]) -> tuple[list[Paragraph], str]:
    """The grounds, and the words that follow them."""
    opening = list(dropwhile(lambda each: each.centred, found))
    grounds = list(takewhile(lambda each: GROUND.match(each.text) and not CLAUSE.search(each.text), opening))
    return grounds, " ".join(each.text for each in opening[len(grounds) : len(grounds) + 1])


@rule("foot-of-page", "LE-1", "Đề mục và câu dẫn (“…:”) không đứng một mình ở cuối trang", "6")
def foot_of_page(layout: Layout) -> Verdict:
    for before, after in pairwise(paragraphs(layout)):
        last = before.lines[-1]
        if last.page == after.first.page or layout.is_filled(last):
            continue
        if last.text.endswith(":") or _is_heading(before):
            return Verdict(False, "đứng cuối trang", "cùng trang với đoạn sau", place(last))
    return Verdict(True, "không có", "không có")


def _is_heading(paragraph: Paragraph) -> bool:
    bold = all(line.bold for line in paragraph.lines)
    return bold and (bool(HEADING.match(paragraph.text)) or paragraph.text.isupper())
