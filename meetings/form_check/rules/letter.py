"""Rules of a letter alone: its abstract under the number (cell 5b), and to whom it is sent (cell 9a)."""

from ... import official_form as form
from ..layout import Layout
from ..measure import centred, place, size_rule, style_rule
from ..measured_sheet import Line
from ..rulebook import NotAbout, Verdict, need, rule
from .number import UNDER_ISSUER_MM, number_line


def subject(layout: Layout) -> tuple[Line, ...]:
    if not layout.is_letter:
        raise NotAbout
    return need(layout.head.subject, "trích yếu “V/v …” dưới số, ký hiệu")


def addressed(layout: Layout) -> tuple[Line, ...]:
    if not layout.is_letter:
        raise NotAbout
    return need(layout.head.addressed, "“Kính gửi:”")


@rule("subject-form", "ND30-I.II.5b", "Trích yếu công văn bắt đầu bằng “V/v”", "5b")
def subject_form(layout: Layout) -> Verdict:
    line = subject(layout)[0]
    return Verdict(line.text.startswith("V/v "), line.text, "V/v …", place(line))


size_rule("subject-size", "ND30-I.II.5b", "Cỡ chữ trích yếu công văn", "5b", subject, lambda: form.SUBJECT_RANGE_PT)
style_rule(
    "subject-style", "ND30-I.II.5b", "Trích yếu công văn chữ đứng, không đậm", "5b", subject, bold=False, italic=False
)


@rule("subject-centred", "ND30-I.II.5b", "Trích yếu công văn cân giữa dưới số, ký hiệu", "5b")
def subject_centred(layout: Layout) -> Verdict:
    return centred(subject(layout), number_line(layout).centre, "dưới số, ký hiệu", UNDER_ISSUER_MM)


size_rule("addressed-size", "ND30-I.II.9a", "Cỡ chữ “Kính gửi”", "9a", addressed, lambda: form.BODY_RANGE_PT)
style_rule(
    "addressed-style", "ND30-I.II.9a", "“Kính gửi” chữ đứng, không đậm", "9a", addressed, bold=False, italic=False
)


@rule("addressed-list", "ND30-I.II.9a", "Nhiều nơi được gửi thì mỗi nơi một dòng, có gạch đầu dòng thẳng hàng", "9a")
def addressed_list(layout: Layout) -> Verdict:
    head, *rows = addressed(layout)
    marked = [line for line in rows if line.text.startswith(("-", "–"))]
    listed = bool(marked) and head.text.rstrip().endswith(":")
    off = next((line for line in marked if abs(line.x0 - marked[0].x0) > 1), None)
    kept = not rows or (listed and not off) or not head.text.rstrip().endswith(":")
    return Verdict(kept, (off or head).text, "- …; thẳng hàng dưới dấu hai chấm", place(off or head))
