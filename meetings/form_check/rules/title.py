"""Rules of the kind of the paper and of its abstract (cell 5a)."""

from ... import official_form as form
from ...paper_kinds import description, names
from ..layout import Layout
from ..measure import capitals_rule, centred, place, size_rule, style_rule
from ..measured_sheet import Line
from ..rulebook import NotAbout, Uncheckable, Verdict, need, rule
from .header import rule_share

MIDDLE_MM = 3.0
"""The tolerance is wider than for the header: without a full line the middle of the text is less certain."""


def kind_line(layout: Layout) -> Line:
    if layout.is_letter:
        raise NotAbout
    return need(layout.head.kind_line, "tên loại văn bản")


@rule("kind-name", "ND30-I.II.5a", "Tên loại văn bản", "5a")
def kind_name(layout: Layout) -> Verdict:
    line = kind_line(layout)
    if not layout.kind:
        *others, last = names()
        raise Uncheckable(f"“{line.text}” không phải {', '.join(others)} hay {last}")
    name = description(layout.kind).heading
    return Verdict(line.text.upper() == name, line.text, name, place(line))


size_rule("kind-size", "ND30-I.II.5b", "Cỡ chữ tên loại văn bản", "5a", kind_line, lambda: form.KIND_RANGE_PT)
style_rule("kind-style", "ND30-I.II.5b", "Tên loại văn bản chữ đứng, đậm", "5a", kind_line, bold=True, italic=False)
capitals_rule("kind-capitals", "ND30-I.II.5b", "Tên loại văn bản chữ in hoa", "5a", kind_line)


@rule("kind-centred", "ND30-I.II.5b", "Tên loại văn bản cân giữa", "5a")
def kind_centred(layout: Layout) -> Verdict:
    return centred([kind_line(layout)], layout.centre, "trang", MIDDLE_MM)


def abstract(layout: Layout) -> tuple[Line, ...]:
    if layout.is_letter:
        raise NotAbout
    return need(layout.head.abstract, "trích yếu")


size_rule("abstract-size", "ND30-I.II.5b", "Cỡ chữ trích yếu", "5a", abstract, lambda: form.ABSTRACT_RANGE_PT)
style_rule("abstract-style", "ND30-I.II.5b", "Trích yếu chữ đứng, đậm", "5a", abstract, bold=True, italic=False)


@rule("abstract-letters", "ND30-I.II.5b", "Trích yếu chữ in thường", "5a")
def abstract_letters(layout: Layout) -> Verdict:
    """A line may be an abbreviation alone; all of them together are not."""
    lines = abstract(layout)
    shouted = all(line.text.isupper() for line in lines)
    shouted = shouted or any(line.text.isupper() and len(line.words) > 2 for line in lines)
    return Verdict(not shouted, "chữ in hoa" if shouted else "chữ in thường", "chữ in thường", place(lines[0]))


@rule("abstract-centred", "ND30-I.II.5b", "Trích yếu cân giữa", "5a")
def abstract_centred(layout: Layout) -> Verdict:
    return centred(abstract(layout), layout.centre, "trang", MIDDLE_MM)


@rule("abstract-rule", "ND30-I.II.5b", "Đường kẻ dưới trích yếu", "5a")
def abstract_rule(layout: Layout) -> Verdict:
    return rule_share(layout, abstract(layout)[-1])
