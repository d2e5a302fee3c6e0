"""Our own template: the official form with a field in each place, from which an office may make its own."""

from functools import cache
from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from ... import official_form as form
from ..header_fit import HeaderFit, usual
from .clone_format import Element
from .docx_sheet import lay_out
from .joining import hairline
from .package import describe, same_each_time
from .ruled_lines import LONG_RULE, SHORT_RULE
from .styles import ADDRESS, ANNEX, BODY, LOOKS, QR, set_styles
from .tables import TEXT_MM, add_row, add_wide_row, shell, twips
from .template_fields import SUBJECT

_IDS = {look.name: look.id for look in LOOKS}
_HALVES = (TEXT_MM / 2, TEXT_MM / 2)
_OVERHANG = Mm(-1)
"""The Quốc hiệu fills its cell to the last hair: it may run out a little, rather than break."""
_DATE_OVERHANG = Mm(-3)
"""Place and date may be set wider in Word than they are measured, and stay on one line."""
_BEFORE_SIGNING = Pt(12)
_BESIDE_SIGNING = Pt(12)
"""Its line is lower: so the two stand level."""
_RULES_AT_FIRST_MM = {SHORT_RULE: 20.0, LONG_RULE: 60.4}
"""As long as in the office's usual papers, until they are fitted to the words."""


@cache
def default_template(header: HeaderFit | None = None) -> bytes:
    """One template for every kind of paper; the same bytes each time."""
    document, header = docx.Document(), header or usual()
    lay_out(document)
    set_styles(document, header)
    body = document.element.body
    for part in (*_heading(header), *_text(), *_signatures(), *_annex(), *_foot()):
        body[-1].addprevious(part)
    footer = document.sections[0].first_page_footer._element
    for empty in list(footer):
        footer.remove(empty)
    footer.append(_line(ADDRESS, "{{ dia_chi }}"))
    describe(document, "Mẫu văn bản")
    made = BytesIO()
    document.save(made)
    return same_each_time(made.getvalue())


def _line(style: str, text: str = "") -> Element:
    made = OxmlElement("w:p")
    made.get_or_add_pPr().style = _IDS[style]
    if text:
        Paragraph(made, None).add_run(text)  # type: ignore[arg-type]
    return made


def _rule(style: str, room_mm: float) -> Element:
    made = _line(style)
    side = Mm(round((room_mm - _RULES_AT_FIRST_MM[style]) / 2, 1))
    ParagraphFormat(made).left_indent = ParagraphFormat(made).right_indent = side
    return made


def _tag(tag: str) -> Element:
    """A command alone in its paragraph, which goes with it."""
    return _line(BODY, tag)


def _heading(header: HeaderFit) -> list[Element]:
    left, right = TEXT_MM * header.left_share, TEXT_MM * (1 - header.left_share)
    table = shell((left, right))
    issuer, nation = add_row(table)
    issuer.extend([_line("Cơ quan ban hành", "{{ co_quan }}"), _rule(SHORT_RULE, left)])
    nation.extend([_line("Quốc hiệu", form.NATION), _line("Tiêu ngữ", form.MOTTO), _rule(LONG_RULE, right)])
    ParagraphFormat(nation[1]).left_indent = ParagraphFormat(nation[1]).right_indent = _OVERHANG
    number, date = add_row(table)
    number.append(_line("Số, ký hiệu", "{% if so_ky_hieu %}Số: {{ so_ky_hieu }}{% endif %}"))
    number.append(_line("Về việc", f"{{{{ {SUBJECT} }}}}"))
    date.append(_line("Nơi, ngày", "{{ noi_ngay }}"))
    ParagraphFormat(date[-1]).left_indent = ParagraphFormat(date[-1]).right_indent = _DATE_OVERHANG
    rule = _space_below(_rule(SHORT_RULE, TEXT_MM))
    return [table, _line("Tên loại", "{{ ten_loai }}"), _line("Trích yếu", "{{ trich_yeu }}"), rule]


def _text() -> list[Element]:
    return [
        _line(BODY, "{{ than_bai }}"),
        _line("Chữ trong bảng", "{{ bang }}"),
        _line("Lời kết", "{{ ket }}"),
    ]


def _signatures() -> list[Element]:
    """Two who sign stand side by side above the recipients; one stands beside them."""
    two = shell(_HALVES)
    for style, part in (("Quyền hạn ký", "quyen_han"), ("Người ký", "ho_ten")):
        for cell, side in zip(add_row(two), ("trai", "phai"), strict=True):
            cell.append(_line(style, f"{{{{ chu_ky.{side}.{part} }}}}"))
            if part == "quyen_han":
                ParagraphFormat(cell[-1]).space_before = _BEFORE_SIGNING
    one = shell(_HALVES)
    left, right = add_row(one)
    left.extend([*_recipients(), _line(QR, "{{ ma_qr }}")])
    ParagraphFormat(left[2]).space_before = _BESIDE_SIGNING
    right.append(_line("Quyền hạn ký", "{{ chu_ky.phai.quyen_han }}"))
    ParagraphFormat(right[-1]).space_before = _BEFORE_SIGNING
    right.append(_line("Người ký", "{{ chu_ky.phai.ho_ten }}"))
    below, beside = add_row(two)
    below.extend(_recipients())
    beside.append(_line(QR, "{{ ma_qr }}"))
    ParagraphFormat(beside[-1]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    ParagraphFormat(below[2]).space_before = Pt(6)
    for table in (two, one):
        add_wide_row(table).append(_line("Chỗ kiểm tra"))
    return [_tag("{%p if chu_ky.trai %}"), two, _tag("{%p else %}"), one, _tag("{%p endif %}")]


def _recipients() -> list[Element]:
    return [
        _tag("{%p if noi_nhan %}"),
        _line("Chữ Nơi nhận", form.RECIPIENTS_HEAD),
        _line("Nơi nhận", "{{ noi_nhan }}"),
        _tag("{%p endif %}"),
    ]


def _annex() -> list[Element]:
    return [
        _tag("{%p if phu_luc %}"),
        _line(ANNEX, "{{ phu_luc.ten }}"),
        _line("Tên phụ lục", "{{ phu_luc.trich_yeu }}"),
        _line("Kèm theo", "{{ phu_luc.kem_theo }}"),
        _space_below(_rule(SHORT_RULE, TEXT_MM)),
        _line("Chữ trong bảng", "{{ phu_luc.bang }}"),
        _line("Chỗ kiểm tra"),
        _tag("{%p endif %}"),
    ]


def _space_below(rule: Element) -> Element:
    ParagraphFormat(rule).space_after = Pt(12)
    return rule


def _foot() -> list[Element]:
    """The line of verification in a frame at the foot of the last page, and the paragraph that the frame hangs on.

    Nothing flows around the frame: LibreOffice 25.2 would push that paragraph below it, off a page that the
    signatures fill, and the line with it.
    """
    made = _line("Kiểm tra", "{{ kiem_tra }}")
    made.pPr.insert_element_before(
        parse_xml(
            f'<w:framePr {nsdecls("w")} w:w="{twips(TEXT_MM)}" w:wrap="none" w:vAnchor="margin" w:hAnchor="margin" '
            'w:xAlign="center" w:yAlign="bottom"/>'
        ),
        "w:pBdr",
        "w:spacing",
    )
    return [made, hairline()]
