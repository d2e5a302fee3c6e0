"""An office's own Word form against the official form: filled with samples, every word and figure looked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace

from docx.document import Document
from docx.oxml.ns import qn

from ... import official_form as form
from ..words.text import Look, PaperText, Signature
from .bad_template import BadTemplate
from .clone_format import Element
from .letters_in_word import Shown, plain, shown
from .samples import FULL

MARGIN_SLACK_MM, SIZE_SLACK_PT, INDENT_SLACK_MM = 0.25, 0.1, 0.7
MOST_TOLD = 8
"""Nobody mends more at once."""

_LEFT, _RIGHT = Signature(("THƯ KÝ",), "Lê Thị Thử"), Signature(("CHỦ TỌA",), "Nguyễn Văn Thử")
TWO_SIGN = replace(FULL, number="05", signatures=(_LEFT, _RIGHT), verify_link="")
ONE_SIGNS = replace(TWO_SIGN, signatures=(_RIGHT,))
"""Without a QR code, so that what pictures they show are the form's own."""
SAMPLES = (TWO_SIGN, ONE_SIGNS)

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """Words that a filled form must show, and how they must be set."""

    name: str
    law: str
    text: str
    size: Range | None = None
    bold: bool | None = None
    italic: bool | None = None


def parts(sheet: PaperText) -> Iterator[Part]:
    yield Part("Quốc hiệu", "ND30-I.II.1a", form.NATION, form.NATION_RANGE_PT, True, False)
    yield Part("Tiêu ngữ", "ND30-I.II.1b", form.MOTTO, form.MOTTO_RANGE_PT, True, False)
    number = f"Số: {sheet.number}/{sheet.symbol}"
    yield Part("số, ký hiệu", "ND30-I.II.3c", number, form.NUMBER_RANGE_PT, False, False)
    dated = "".join(span.text for span in sheet.place_date)
    yield Part("địa danh và ngày", "ND30-I.II.4c", dated, form.PLACE_DATE_RANGE_PT, False, True)
    yield Part("tên loại văn bản", "ND30-I.II.5b", sheet.kind, form.KIND_RANGE_PT, True, False)
    for line in sheet.abstract:
        yield Part("trích yếu", "ND30-I.II.5b", line, form.ABSTRACT_RANGE_PT, True, False)
    for block in (*sheet.body, *sheet.ending):
        yield Part("thân bài", "ND30-I.II.6e", block.text, form.BODY_RANGE_PT)
    for signature in sheet.signatures:
        for line in signature.authority:
            yield Part("quyền hạn, chức vụ người ký", "ND30-I.II.7đ", line, form.AUTHORITY_RANGE_PT, True, False)
        yield Part("họ tên người ký", "ND30-I.II.7đ", signature.name, form.SIGNER_RANGE_PT, True, False)
    head = (form.RECIPIENTS_HEAD_PT, form.RECIPIENTS_HEAD_PT)
    yield Part("chữ “Nơi nhận:”", "ND30-I.II.9d", form.RECIPIENTS_HEAD, head, True, True)
    for line in sheet.recipients:
        yield Part("nơi nhận", "ND30-I.II.9d", f"- {line}", (form.RECIPIENTS_PT, form.RECIPIENTS_PT), False, False)
    for words in _strings(sheet.table):
        yield Part("bảng trong thân bài", "ND30-I.II.6e", words)
    for words in _strings(sheet.annex):
        yield Part("phụ lục", "ND30-I.III.1b", words)


def _strings(value: object) -> Iterator[str]:
    """Every text inside plain data."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name))


def check_form(filled: Sequence[tuple[PaperText, Document, list[Element]]]) -> None:
    """Raises BadTemplate with what the filled samples lack or set against the form, and what to do about it."""
    lacking: list[str] = []
    wrong: list[str] = []
    for sheet, document, roots in filled:
        lines = shown(document, roots)
        lacking += _lacking(sheet, lines)
        wrong += [*_of_the_sheet(document), *_of_the_letters(sheet, lines), *_page_number(document)]
    told = [f"thiếu {each}" for each in dict.fromkeys(lacking)] + list(dict.fromkeys(wrong))
    if told:
        more = f"; và {len(told) - MOST_TOLD} chỗ khác" if len(told) > MOST_TOLD else ""
        raise BadTemplate(
            f"Điền thử vào mẫu thì {'; '.join(told[:MOST_TOLD])}{more}. Hãy mở mẫu trong Word, sửa những chỗ này, "
            "lưu lại rồi chọn tệp lần nữa. Mã trong ngoặc chỉ chỗ quy định trong Nghị định 30/2020/NĐ-CP."
        )


def _lacking(sheet: PaperText, lines: Sequence[Shown]) -> Iterator[str]:
    words = "\n".join(line.text for line in lines)
    for part in parts(sheet):
        if plain(part.text) not in words:
            yield f"{part.name} “{part.text}” ({part.law})"
    above = words.partition(plain(sheet.kind))[0]
    named = [line for line in above.split("\n") if line.isupper() and plain(form.NATION) not in line]
    if not [line for line in named if "/" not in line]:
        yield "tên cơ quan ban hành (ND30-I.II.2b)"


def _of_the_sheet(document: Document) -> Iterator[str]:
    sides = (
        ("trên", "top_margin", form.MARGIN_TOP_RANGE_MM),
        ("dưới", "bottom_margin", form.MARGIN_BOTTOM_RANGE_MM),
        ("trái", "left_margin", form.MARGIN_LEFT_RANGE_MM),
        ("phải", "right_margin", form.MARGIN_RIGHT_RANGE_MM),
    )
    for section in document.sections:
        size = (section.page_width or 0) / 36_000, (section.page_height or 0) / 36_000
        if any(abs(side - wanted) > 1 for side, wanted in zip(sorted(size), form.PAGE_SIZE_MM, strict=True)):
            yield f"khổ giấy {size[0]:.0f} x {size[1]:.0f} mm, phải là A4 (ND30-I.I.1)"
        if size[0] > size[1]:
            continue  # an annex in landscape has its own sides
        for name, side, (least, most) in sides:
            value = (getattr(section, side) or 0) / 36_000
            if not least - MARGIN_SLACK_MM <= value <= most + MARGIN_SLACK_MM:
                yield f"lề {name} {_figure(value)} mm, phải từ {least:.0f} đến {most:.0f} mm (ND30-I.I.3)"


def _of_the_letters(sheet: PaperText, lines: Sequence[Shown]) -> Iterator[str]:
    strange: dict[str, str] = {}
    for line in lines:
        for each in line.letters:
            if not _is_of_the_form(each.font):
                strange.setdefault(each.font, _short(line.text))
    for font, where in strange.items():
        yield f"phông {font} ở “{where}”, phải là Times New Roman (ND30-I.I.4)"
    for part in parts(sheet):
        told = [list(_of_a_part(part, line)) for line in lines if plain(part.text) in line.text]
        yield from min(told, key=len, default=[])  # a form may say the same words once more, elsewhere
    yield from _of_the_body(sheet, lines)


def _of_a_part(part: Part, line: Shown) -> Iterator[str]:
    letters = line.letters
    for each in letters:
        if part.size and not _is_size(each.size, part.size):
            allowed = " hoặc ".join(dict.fromkeys(map(_figure, part.size)))
            yield f"cỡ chữ {part.name} {_figure(each.size)}, phải là {allowed} ({part.law})"
    if part.bold is not None and letters and any(each.bold is not part.bold for each in letters):
        yield f"{part.name} phải {'đậm' if part.bold else 'không đậm'} ({part.law})"
    if part.italic is not None and letters and any(each.italic is not part.italic for each in letters):
        yield f"{part.name} phải chữ {'nghiêng' if part.italic else 'đứng'} ({part.law})"


def _of_the_body(sheet: PaperText, lines: Sequence[Shown]) -> Iterator[str]:
    for block in sheet.body:
        if block.look is Look.PARAGRAPH:
            told = [list(_of_a_paragraph(line)) for line in lines if plain(block.text) in line.text]
            yield from min(told, key=len, default=[])


def _of_a_paragraph(line: Shown) -> Iterator[str]:
    if not line.justified:
        yield "thân bài phải căn đều hai lề (ND30-I.II.6e)"
    if not any(abs(line.indent_mm - each) <= INDENT_SLACK_MM for each in form.FIRST_LINE_INDENT_CHOICES_MM):
        yield f"đầu đoạn lùi {_figure(line.indent_mm)} mm, phải lùi 10 hoặc 12,7 mm (ND30-I.II.6e)"


def _page_number(document: Document) -> Iterator[str]:
    first = document.sections[0]
    if not _counts(first.header._element):
        where = "ở chân trang" if _counts(first.footer._element) else "không có"
        yield f"số trang {where}, phải ở giữa lề trên (chèn trường PAGE vào đầu trang; ND30-I.I.7)"
    elif not first.different_first_page_header_footer:
        yield "số trang hiện cả ở trang thứ nhất; hãy chọn Different First Page (ND30-I.I.7)"


def _counts(margin: Element) -> bool:
    codes = [each.get(qn("w:instr"), "") for each in margin.iter(qn("w:fldSimple"))]
    codes += [each.text or "" for each in margin.iter(qn("w:instrText"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def _is_of_the_form(font: str) -> bool:
    return any(font.replace(" ", "").lower().startswith(each.replace(" ", "").lower()) for each in form.FONT_FAMILIES)


def _is_size(size: float, allowed: Range) -> bool:
    inside = allowed[0] - SIZE_SLACK_PT <= size <= allowed[1] + SIZE_SLACK_PT
    return inside and abs(size - round(size)) <= SIZE_SLACK_PT


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _short(text: str) -> str:
    line = text.split("\n")[0]
    return line if len(line) <= 40 else f"{line[:40].rstrip()}…"
