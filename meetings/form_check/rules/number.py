"""Rules of the number (cell 3) and of place and date (cell 4)."""

import re

from ... import official_form as form
from ...paper import PaperKind
from ...paper_kinds import description
from ..layout import Layout
from ..measure import centred, mm, place, size, size_rule, style, style_rule
from ..measured_sheet import Line
from ..rulebook import Uncheckable, Verdict, need, rule
from .dates import faults_of
from .header import issuer, nation

PREFIX = "[A-ZĐ][A-Za-zĐđ]*"
"""ND30, Phụ lục III: "BB", and "TTr" with a small letter."""
NUMBER = re.compile(rf"^Số: ?(?P<number>\d*|[._…\s]*?) ?/(?P<prefix>{PREFIX})-(?P<suffix>[A-ZĐ][A-ZĐ\d.&-]*)$")
DATE_LINE = re.compile(
    r"^(?P<place>[^\d,][^,]*), (?P<date>ngày (?P<day>\d*|[._…]*) ?tháng (?P<month>\d*|[._…]*) ?năm \d{4})$"
)

LEVEL_MM = 1.0
"""Two cells of one table row, at 13 and 14 pt, differ by less."""

UNDER_ISSUER_MM = 2.5
"""The number may be off by this: one maker counts the blank for handwriting to its line, another does not."""

UNDER_NATION_MM = 6.0
"""Place and date are under cell 1; a long place name may push them aside by this much."""

DATED = tuple(kind for kind in PaperKind if description(kind).has_place_and_date)
UNDATED = tuple(kind for kind in PaperKind if kind not in DATED)
_UNDATED_NAMES = ", ".join(description(kind).name for kind in UNDATED)


def number_line(layout: Layout) -> Line:
    return need(layout.head.number, "số, ký hiệu")


@rule("number-form", "ND30-I.II.3c", "Số, ký hiệu viết đúng mẫu, số dưới 10 có số 0 đứng trước", "3")
def number_form(layout: Layout) -> Verdict:
    line = number_line(layout)
    match = NUMBER.match(line.text)
    number = match["number"] if match else ""
    wrong_zero = number.isdecimal() and (int(number) == 0 or number != f"{int(number):02d}")
    symbol = "HĐND-VP" if layout.is_letter else f"{description(layout.kind or PaperKind.MINUTES).symbol}-HĐND"
    return Verdict(bool(match) and not wrong_zero, line.text, f"Số: 05/{symbol}", place(line))


@rule("number-given", "ND30-I.II.3a", "Văn bản có số; bản dự thảo chưa có số", "3")
def number_given(layout: Layout) -> Verdict:
    line = number_line(layout)
    has_number = bool(re.search(r"\d", line.text.partition("/")[0]))
    if not has_number and not layout.draft:
        raise Uncheckable("số để trống cho văn thư ghi")
    return Verdict(has_number is not layout.draft, line.text, "để trống" if layout.draft else "có số", place(line))


@rule("number-symbol", "ND30-I.II.3b", "Ký hiệu hợp với loại văn bản", "3", tuple(PaperKind))
def number_symbol(layout: Layout) -> Verdict:
    if layout.is_letter:
        return _symbol_of_letter(number_line(layout))
    assert layout.kind
    line, wanted = number_line(layout), description(layout.kind).symbol
    match = re.search(rf"/\s*({PREFIX})[-–.]", line.text)
    if not match:
        raise Uncheckable("không tách được chữ viết tắt tên loại khỏi ký hiệu")
    return Verdict(match[1] == wanted, match[1], wanted, place(line))


def _symbol_of_letter(line: Line) -> Verdict:
    """The body comes first, and no kind of paper."""
    first = line.text.partition("/")[2].partition("-")[0]
    named = {description(kind).symbol for kind in PaperKind}
    return Verdict(
        first not in named, line.text.partition("/")[2], "HĐND-VP, không có chữ viết tắt tên loại", place(line)
    )


size_rule("number-size", "ND30-I.II.3c", "Cỡ chữ số, ký hiệu", "3", number_line, lambda: form.NUMBER_RANGE_PT)
style_rule(
    "number-style", "ND30-I.II.3c", "Số, ký hiệu chữ đứng, không đậm", "3", number_line, bold=False, italic=False
)


@rule("number-centred", "ND30-I.II.3c", "Số, ký hiệu cân giữa dưới tên cơ quan ban hành", "3")
def number_centred(layout: Layout) -> Verdict:
    return centred([number_line(layout)], issuer(layout)[-1].centre, "dưới tên cơ quan", UNDER_ISSUER_MM)


@rule("place-date-absent", "ND30-III.M1.9", f"{_UNDATED_NAMES} không ghi địa danh, ngày tháng ở đầu", "4", UNDATED)
def place_date_absent(layout: Layout) -> Verdict:
    lines = layout.head.place_date
    return Verdict(not lines, lines[0].text if lines else "không có", "không có", place(lines[0]) if lines else "")


def place_date(layout: Layout) -> tuple[Line, ...]:
    return need(layout.head.place_date, "địa danh, ngày tháng")


BLANK_DATE = re.compile(r"ngày\s+tháng\s+năm\s*$")
"""The date of a draft: its blanks have no letters."""


@rule("place-date-form", "ND30-I.II.4b", "Địa danh, ngày tháng viết đúng mẫu", "4", DATED)
def place_date_form(layout: Layout) -> Verdict:
    lines = place_date(layout)
    words = " ".join(line.text for line in lines)
    if layout.draft and BLANK_DATE.search(words):
        raise Uncheckable("ngày, tháng để trống cho văn thư ghi")
    match = DATE_LINE.match(words)
    blank = match and not (match["day"].isdecimal() and match["month"].isdecimal())
    kept = bool(match) and (bool(blank) or not list(faults_of(words)))
    return Verdict(kept, words, "Hai Bà Trưng, ngày 05 tháng 01 năm 2021", place(lines[0]))


@rule("place-date-line", "ND30-I.II.4c", "Địa danh, ngày tháng trên một dòng", "4", DATED)
def place_date_line(layout: Layout) -> Verdict:
    lines = place_date(layout)
    return Verdict(len(lines) == 1, f"{len(lines)} dòng", "một dòng", place(lines[0]))


UNIT = "Quận|Huyện|Phường|Xã|Thị xã|Thị trấn|Thành phố(?= Hồ Chí Minh)"
"""The common nouns; other cities are often written with a capital whomever they are named after."""


@rule("place-full-name", "ND30-I.II.4a", "Địa danh mang tên người, sự kiện ghi tên đầy đủ của đơn vị", "4", DATED)
def place_full_name(layout: Layout) -> Verdict:
    """Whom a unit is named after, the paper's own words tell: they write its common noun with a capital in the middle
    of a sentence, and nowhere without (ND30-II.III.1b)."""
    line, name = place_date(layout)[0], _place_name(layout)
    words = " | ".join(passage.text for passage in layout.passages)
    units = re.findall(rf"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))((?i:{UNIT})) {re.escape(name)}\b", words)
    if not units or any(unit.islower() for unit in units):
        return Verdict(True, name, name)
    return Verdict(False, name, f"{units[0]} {name}, như trong văn bản", place(line))


def _place_name(layout: Layout) -> str:
    match = DATE_LINE.match(" ".join(line.text for line in place_date(layout)))
    if not match:
        raise Uncheckable("không tách được địa danh khỏi ngày, tháng")
    return match["place"]


@rule("place-capitals", "ND30-I.II.4c", "Các chữ cái đầu của địa danh viết hoa", "4", DATED)
def place_capitals(layout: Layout) -> Verdict:
    """A common noun may keep small letters after its first: "Thành phố Hồ Chí Minh", "Thị xã Sơn Tây"."""
    line, written = place_date(layout)[0], _place_name(layout)
    name = re.sub(r"^(Thành|Thị) (phố|xã|trấn)\b", r"\1", written).split()
    kept = all(not syllable[0].isalpha() or syllable[0].isupper() for syllable in name)
    return Verdict(kept and not written.isupper(), written, "Hai Bà Trưng; Quận 1", place(line))


@rule("place-date-italic", "ND30-I.II.4c", "Địa danh, ngày tháng chữ nghiêng, không đậm", "4", DATED)
def place_date_italic(layout: Layout) -> Verdict:
    return style(place_date(layout), bold=False, italic=True)


@rule("place-date-size", "ND30-I.II.4c", "Cỡ chữ địa danh, ngày tháng", "4", DATED)
def place_date_size(layout: Layout) -> Verdict:
    return size(place_date(layout), form.PLACE_DATE_RANGE_PT)


@rule("place-date-place", "ND30-I.II.4c", "Địa danh, ngày tháng dưới Tiêu ngữ, ngang hàng với số", "4", DATED)
def place_date_place(layout: Layout) -> Verdict:
    lines, line = place_date(layout), number_line(layout)
    off = min((part.baseline - line.baseline for part in lines), key=abs)
    if abs(off) > LEVEL_MM:
        return Verdict(False, f"lệch {mm(abs(off))} so với dòng số", "ngang hàng với số", place(lines[0]))
    return centred(lines, nation(layout).centre, "dưới Quốc hiệu", UNDER_NATION_MM)
