"""Rules of a letter: it names no kind, its abstract stands under the number (cell 5b). And of those to whom it, or a
report to a higher body, is sent (cell 9a)."""

from ... import official_form as form
from ..addressees import is_row
from ..layout import Layout
from ..measure import centred, place, row_stops, size_rule, style_rule
from ..measured_sheet import Line
from ..rulebook import NotAbout, Verdict, need, rule
from .number import UNDER_ISSUER_MM, number_line


def subject(layout: Layout) -> tuple[Line, ...]:
    if not layout.is_letter:
        raise NotAbout
    number_line(layout)
    return need(layout.head.subject, "trích yếu “V/v …” dưới số, ký hiệu")


def addressed(layout: Layout) -> tuple[Line, ...]:
    """A report that goes to no higher body has no "Kính gửi"."""
    if not layout.is_letter and not layout.head.addressed:
        raise NotAbout
    return need(layout.head.addressed, "“Kính gửi:”")


@rule("letter-without-kind", "ND30-I.II.5b", "Công văn không ghi tên loại, chỉ có trích yếu “V/v …”", "5b")
def letter_without_kind(layout: Layout) -> Verdict | None:
    if not layout.is_letter:
        return None
    line = layout.head.kind_line
    return Verdict(not line, line.text if line else "không có", "không có", place(line) if line else "")


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


size_rule("addressed-size", "ND30-I.II.9d", "Cỡ chữ “Kính gửi”", "9a", addressed, lambda: form.BODY_RANGE_PT)
style_rule(
    "addressed-style", "ND30-I.II.9d", "“Kính gửi” chữ đứng, không đậm", "9a", addressed, bold=False, italic=False
)


@rule("addressed-list", "ND30-I.II.9d", "Nhiều nơi được gửi thì mỗi nơi một dòng, có gạch đầu dòng thẳng hàng", "9a")
def addressed_list(layout: Layout) -> Verdict:
    head, *rows = addressed(layout)
    marked = [line for line in rows if is_row(line)]
    listed = bool(marked) and head.text.rstrip().endswith(":")
    off = next((line for line in marked if abs(line.x0 - marked[0].x0) > 1), None)
    kept = not rows or (listed and not off) or not head.text.rstrip().endswith(":")
    return Verdict(kept, (off or head).text, "- …; thẳng hàng dưới dấu hai chấm", place(off or head))


@rule("addressed-stops", "ND30-I.II.9d", "Nhiều nơi được gửi: cuối dòng có dấu “;”, dòng cuối có dấu “.”", "9a")
def addressed_stops(layout: Layout) -> Verdict | None:
    return row_stops(addressed(layout)[1:])
