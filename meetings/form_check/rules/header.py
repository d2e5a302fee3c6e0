"""Rules of the header: Quốc hiệu and Tiêu ngữ (cell 1), the issuing body (cell 2)."""

import re

from ... import official_form as form
from ..head import under
from ..layout import Layout
from ..measure import (
    CENTRE_MM,
    SIZE_PT,
    capitals_rule,
    centred,
    is_size,
    is_within,
    mm,
    number,
    place,
    share,
    size_rule,
    span,
    style,
    style_rule,
)
from ..measured_sheet import Line
from ..rulebook import Uncheckable, Verdict, need, rule

FIRST_LINE_MM = 3.0
"""Two cells of the first row, at 12 and 13 pt, differ by less; the next line is 5 mm below."""

SPLIT_SHARE = (0.30, 0.48)
"""The left part of the header takes about 40% of the width, never half; in less a body's name has no room."""

SAME_LENGTH_MM = 1.5
"""A rule as long as a text may differ by this: it is drawn by hand in the word processor."""

SHARE_SLACK = 0.02
"""The same tolerance, as a share of the line above."""


_HYPHENS = re.compile("[\u00ad\u2010\u2011]")
"""Other letters by which a file may tell the same hyphen: soft, proper, no-break."""


def nation(layout: Layout) -> Line:
    return need(layout.head.nation, "Quốc hiệu")


def motto(layout: Layout) -> Line:
    return need(layout.head.motto, "Tiêu ngữ")


def issuer(layout: Layout) -> tuple[Line, ...]:
    return need(layout.head.issuer, "tên cơ quan ban hành")


def same_words(line: Line, words: str) -> Verdict:
    """The words must be equal. The tone mark may be placed as in "HÒA" or as in "HOÀ", even mixed in one paper: the
    decree writes "HÒA" in its text and "HOÀ" in its table of letters and in Mẫu 1.6. A dash is no hyphen (gạch nối).
    """
    typed = _HYPHENS.sub("-", line.text.replace("HOÀ", "HÒA").replace("Hoà", "Hòa"))
    return Verdict(typed == words, line.text, words, place(line))


def rule_share(layout: Layout, line: Line) -> Verdict:
    """The rule below the line must be a third to a half as long."""
    allowed = f"1/3-1/2 dòng chữ ({span((form.RULE_SHARE_RANGE[0] * 100, form.RULE_SHARE_RANGE[1] * 100))}%)"
    stroke = under(line, layout.strokes(line.page))
    if not stroke:
        return Verdict(False, "không có đường kẻ", allowed, place(line))
    part = stroke.length / line.width
    return Verdict(is_within(part, form.RULE_SHARE_RANGE, SHARE_SLACK), share(part), allowed, place(line))


@rule("nation-text", "ND30-I.II.1a", "Quốc hiệu", "1")
def nation_text(layout: Layout) -> Verdict:
    return same_words(nation(layout), form.NATION)


size_rule("nation-size", "ND30-I.II.1a", "Cỡ chữ Quốc hiệu", "1", nation, lambda: form.NATION_RANGE_PT)
style_rule("nation-bold", "ND30-I.II.1a", "Quốc hiệu chữ đứng, đậm", "1", nation, bold=True, italic=False)


@rule("nation-place", "ND30-I.II.1a", "Quốc hiệu ở đầu trang, phía bên phải", "1")
def nation_place(layout: Layout) -> Verdict:
    line = nation(layout)
    first = layout.pages[0].lines[0]
    kept = line.centre > layout.centre and line.baseline - first.baseline < FIRST_LINE_MM
    return Verdict(kept, f"tâm dòng cách mép trái {mm(line.centre)}", "dòng đầu, nửa phải", place(line))


@rule("header-split", "LE-4", "Phần đầu chia khoảng 40:60, không chia đôi", "1")
def header_split(layout: Layout) -> Verdict:
    line, page, (left, right) = nation(layout), layout.pages[0], layout.edges
    if page.width > page.height:
        raise Uncheckable("trang nằm ngang")
    if line.centre < layout.centre:
        raise Uncheckable("Quốc hiệu không ở bên phải")
    part = 1 - 2 * (right - line.centre) / (right - left)
    return Verdict(is_within(part, SPLIT_SHARE, 0), f"{round(part * 100)}:{100 - round(part * 100)}", "khoảng 40:60")


@rule("motto-text", "ND30-I.II.1b", "Tiêu ngữ", "1")
def motto_text(layout: Layout) -> Verdict:
    return same_words(motto(layout), form.MOTTO)


size_rule("motto-size", "ND30-I.II.1b", "Cỡ chữ Tiêu ngữ", "1", motto, lambda: form.MOTTO_RANGE_PT)
style_rule("motto-bold", "ND30-I.II.1b", "Tiêu ngữ chữ đứng, đậm", "1", motto, bold=True, italic=False)


@rule("motto-centred", "ND30-I.II.1b", "Tiêu ngữ cân giữa dưới Quốc hiệu", "1")
def motto_centred(layout: Layout) -> Verdict:
    return centred([motto(layout)], nation(layout).centre, "dưới Quốc hiệu")


@rule("motto-rule", "ND30-I.II.1b", "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ", "1")
def motto_rule(layout: Layout) -> Verdict:
    line = motto(layout)
    stroke = under(line, layout.strokes(line.page))
    if not stroke:
        return Verdict(False, "không có đường kẻ", mm(line.width), place(line))
    kept = abs(stroke.length - line.width) <= SAME_LENGTH_MM
    return Verdict(kept, mm(stroke.length), mm(line.width), place(line))


@rule("size-pair", "ND30-I.V", "Cỡ chữ Quốc hiệu đi đôi với Tiêu ngữ và địa danh, ngày tháng", "1")
def size_pair(layout: Layout) -> Verdict:
    """Sizes outside their own range are reported by the rules for those."""
    large, small = [motto(layout), *layout.head.place_date[:1]], nation(layout)
    lows, highs = form.NATION_RANGE_PT, form.MOTTO_RANGE_PT
    in_range = all(is_size(line.size, highs) for line in large)
    if not (in_range and is_size(small.size, lows)):
        raise Uncheckable("cỡ chữ nằm ngoài khoảng cho phép")
    pairs = [f"{number(low)} với {number(high)}" for low, high in zip(lows, highs, strict=True)]
    kept = all(
        any(
            abs(small.size - low) <= SIZE_PT and abs(line.size - high) <= SIZE_PT
            for low, high in zip(lows, highs, strict=True)
        )
        for line in large
    )
    measured = f"{number(small.size)} với {' và '.join(dict.fromkeys(number(line.size) for line in large))} pt"
    return Verdict(kept, measured, " hoặc ".join(pairs), place(small))


capitals_rule("issuer-capitals", "ND30-I.II.2b", "Tên cơ quan ban hành chữ in hoa", "2", issuer)
size_rule("issuer-size", "ND30-I.II.2b", "Cỡ chữ tên cơ quan ban hành", "2", issuer, lambda: form.ISSUER_RANGE_PT)


@rule("issuer-bold", "ND30-I.II.2b", "Tên cơ quan ban hành chữ đứng, đậm", "2")
def issuer_bold(layout: Layout) -> Verdict:
    """Only the last line must be bold: the lines above may name the parent body."""
    return style(issuer(layout)[-1:], bold=True, italic=False)


@rule("issuer-centred", "ND30-I.II.2b", "Các dòng tên cơ quan cân giữa, ở bên trái", "2")
def issuer_centred(layout: Layout) -> Verdict:
    lines = issuer(layout)
    verdict = centred(lines, lines[-1].centre, "với nhau", 2 * CENTRE_MM)
    nation_is_left = layout.head.nation and layout.head.nation.centre < layout.centre  # which is told of the nation
    if lines[-1].centre < layout.centre or nation_is_left:
        return verdict
    return Verdict(False, f"tâm dòng cách mép trái {mm(lines[-1].centre)}", "nửa trái", place(lines[-1]))


@rule("issuer-rule", "ND30-I.II.2b", "Đường kẻ dưới tên cơ quan ban hành", "2")
def issuer_rule(layout: Layout) -> Verdict:
    return rule_share(layout, issuer(layout)[-1])
