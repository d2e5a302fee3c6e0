"""Rules of "Nơi nhận" (cell 9b)."""

import re

from ... import official_form as form
from ..addressees import is_row
from ..layout import Layout
from ..measure import CENTRE_MM, mm, place, row_stops, size, style_rule
from ..measured_sheet import Line
from ..rulebook import Uncheckable, Verdict, need, rule

FILING = re.compile(r"^[-–] ?Lưu ?:")


def recipients_head(layout: Layout) -> Line:
    return need(layout.ending.recipients_head, "“Nơi nhận”")


def recipients(layout: Layout) -> tuple[Line, ...]:
    recipients_head(layout)
    return need(layout.ending.recipients, "danh sách nơi nhận")


@rule("recipients-head-text", "ND30-I.II.9d", "Chữ “Nơi nhận:”", "9b")
def recipients_head_text(layout: Layout) -> Verdict:
    line = recipients_head(layout)
    return Verdict(line.text == form.RECIPIENTS_HEAD, line.text, form.RECIPIENTS_HEAD, place(line))


@rule("recipients-head-size", "ND30-I.II.9d", "Cỡ chữ “Nơi nhận:”", "9b")
def recipients_head_size(layout: Layout) -> Verdict:
    return size([recipients_head(layout)], (form.RECIPIENTS_HEAD_PT, form.RECIPIENTS_HEAD_PT))


style_rule(
    "recipients-head-style",
    "ND30-I.II.9d",
    "“Nơi nhận:” chữ nghiêng, đậm",
    "9b",
    recipients_head,
    bold=True,
    italic=True,
)


@rule("recipients-size", "ND30-I.II.9d", "Cỡ chữ danh sách nơi nhận", "9b")
def recipients_size(layout: Layout) -> Verdict:
    return size(recipients(layout), (form.RECIPIENTS_PT, form.RECIPIENTS_PT))


style_rule(
    "recipients-style",
    "ND30-I.II.9d",
    "Danh sách nơi nhận chữ đứng, không đậm",
    "9b",
    recipients,
    bold=False,
    italic=False,
)


@rule("recipients-place", "ND30-I.II.9d", "Nơi nhận ở nửa trái", "9b")
def recipients_place(layout: Layout) -> Verdict:
    lines, signed = (recipients_head(layout), *layout.ending.recipients), layout.ending.right
    if signed and signed.last.x1 < lines[0].x0:
        raise Uncheckable("chức vụ người ký đứng ở bên trái")
    wide = max(lines, key=lambda line: line.x1)
    allowed = f"đến {mm(layout.centre)}"
    return Verdict(wide.x1 <= layout.centre + CENTRE_MM, f"đến {mm(wide.x1)}", allowed, place(wide))


def _last_row(layout: Layout) -> Line:
    """The last line that begins with a dash: a long row takes two lines."""
    rows = [line for line in recipients(layout) if is_row(line)] or list(recipients(layout))
    return rows[-1]


@rule("recipients-filing", "ND30-I.II.9d", "Dòng cuối của nơi nhận là “- Lưu: …”", "9b")
def recipients_filing(layout: Layout) -> Verdict:
    row = _last_row(layout)
    return Verdict(bool(FILING.match(row.text)), row.text, "- Lưu: VT, …", place(row))


@rule("recipients-stops", "ND30-I.II.9d", "Nơi nhận: cuối dòng có dấu “;”, dòng cuối có dấu “.”", "9b")
def recipients_stops(layout: Layout) -> Verdict | None:
    if not FILING.match(_last_row(layout).text):
        raise Uncheckable("không thấy dòng cuối “- Lưu: …”")
    return row_stops(recipients(layout))
