"""The styles of our template, one for each component of the form, named as a clerk finds them in Word."""

from dataclasses import dataclass, replace

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from ... import official_form as form
from ..header_fit import HeaderFit
from .ruled_lines import LONG_RULE, SHORT_RULE

_LEFT, _CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_RECIPIENTS_LINE_PT, _RULE_LINE_PT = 12.75, 3.0
_VERIFICATION_LINE_PT, _VERIFICATION_ROOM_PT = 11.0, 24.0
BODY = "Đoạn văn"
ADDRESS = "Địa chỉ cơ quan"
ANNEX = "Phụ lục"
"""Of the line with which an annex begins."""
QR = "Mã QR"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    name: str
    id: str
    of_body: bool = False
    """Based on the body's style, but for letters, keeping and outline: a change of the body changes it too."""
    size: float = form.BODY_PT
    line: float = form.BODY_LINE_PT
    """0: as high as what stands in it."""
    align: WD_ALIGN_PARAGRAPH = _CENTRE
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    indent_mm: float = 0.0
    """Of the first line, from `left_mm`."""
    left_mm: float = 0.0
    keep: bool = False
    """With the next paragraph on one page."""
    outline: int | None = None
    """The level in the outline of the document, from 0."""
    border: str = ""
    """The side on which a rule runs."""


_HEADER = form.HEADER_LINE_PT
LOOKS = (
    _Look(name="Quốc hiệu", id="QuocHieu", size=form.NATION_PT, line=_HEADER, bold=True),
    _Look(name="Tiêu ngữ", id="TieuNgu", size=form.MOTTO_PT, line=_HEADER, bold=True),
    _Look(name="Cơ quan ban hành", id="CoQuan", size=form.ISSUER_PT, line=_HEADER, bold=True),
    _Look(name="Số, ký hiệu", id="SoKyHieu", size=form.NUMBER_PT, line=_HEADER, before=7),
    _Look(name="Về việc", id="VeViec", size=form.SUBJECT_PT, line=_HEADER, before=form.SUBJECT_GAP_PT),
    _Look(name="Nơi, ngày", id="NoiNgay", size=form.PLACE_DATE_PT, line=_HEADER, before=7, italic=True),
    _Look(name=SHORT_RULE, id="KeNgan", size=1, line=_RULE_LINE_PT, before=1, border="top", keep=True),
    _Look(name=LONG_RULE, id="KeDai", size=1, line=_RULE_LINE_PT, before=1, border="top", keep=True),
    _Look(name="Tên loại", id="TenLoai", size=form.KIND_PT, bold=True, before=20, keep=True, outline=0),
    _Look(name="Trích yếu", id="TrichYeu", size=form.ABSTRACT_PT, bold=True, before=3, keep=True),
    _Look(
        name=BODY,
        id="DoanVan",
        align=_JUSTIFY,
        before=form.PARAGRAPH_GAP_PT,
        indent_mm=form.FIRST_LINE_INDENT_MM,
    ),
    _Look(name="Mục", id="Muc", of_body=True, bold=True, keep=True, outline=1),
    _Look(name="Tiểu mục", id="TieuMuc", of_body=True, bold=True, keep=True, outline=2),
    _Look(name="Căn cứ", id="CanCu", of_body=True, italic=True),
    _Look(name="Kính gửi", id="KinhGui", align=_LEFT, before=18, left_mm=form.ADDRESSED_INDENT_MM, keep=True),
    _Look(
        name="Nơi được gửi",
        id="NoiDuocGui",
        align=_LEFT,
        left_mm=form.ADDRESSEE_INDENT_MM + form.ADDRESSEE_HANG_MM,
        indent_mm=-form.ADDRESSEE_HANG_MM,
    ),
    _Look(name="Lời kết", id="LoiKet", of_body=True, keep=True),
    _Look(name="Quyền hạn ký", id="QuyenHan", size=form.AUTHORITY_PT, bold=True, keep=True),
    _Look(
        name="Người ký",
        id="NguoiKy",
        size=form.SIGNER_PT,
        bold=True,
        before=form.SIGNATURE_ROOM_MM * 72 / 25.4,
        keep=True,
    ),
    _Look(
        name="Chữ Nơi nhận",
        id="ChuNoiNhan",
        size=form.RECIPIENTS_HEAD_PT,
        line=_RECIPIENTS_LINE_PT,
        align=_LEFT,
        bold=True,
        italic=True,
        keep=True,
    ),
    _Look(name="Nơi nhận", id="NoiNhan", size=form.RECIPIENTS_PT, line=_RECIPIENTS_LINE_PT, align=_LEFT, keep=True),
    _Look(name=QR, id="MaQR", size=form.RECIPIENTS_PT, line=0, align=_LEFT, keep=True),
    _Look(name="Chữ trong bảng", id="ChuTrongBang", size=form.TABLE_PT, line=form.TABLE_LINE_PT, align=_LEFT),
    _Look(name=ANNEX, id="PhuLuc", size=form.ANNEX_PT, bold=True, outline=1, keep=True),
    _Look(name="Tên phụ lục", id="TenPhuLuc", size=form.ANNEX_NAME_PT, bold=True, before=3, keep=True),
    _Look(name="Kèm theo", id="KemTheo", size=form.ANNEX_OF_PT, italic=True, before=6, keep=True),
    _Look(name=ADDRESS, id="DiaChi", size=form.ADDRESS_PT, line=form.ADDRESS_LINE_PT, border="top"),
    _Look(name="Kiểm tra", id="KiemTra", size=form.VERIFICATION_PT, line=_VERIFICATION_LINE_PT, border="top"),
    _Look(
        name="Chỗ kiểm tra",
        id="ChoKiemTra",
        size=form.VERIFICATION_PT,
        line=_VERIFICATION_LINE_PT,
        before=_VERIFICATION_ROOM_PT - _VERIFICATION_LINE_PT,
        keep=True,
    ),
    _Look(name="Số trang", id="SoTrang", size=form.PAGE_NUMBER_PT, line=form.PAGE_NUMBER_PT * 1.15),
)


def set_styles(document: Document, header: HeaderFit) -> None:
    """The styles above in place of all that python-docx brings along, those of the header in its sizes."""
    sizes = {
        "QuocHieu": header.nation_pt,
        "TieuNgu": header.motto_pt,
        "CoQuan": header.issuer_pt,
        "NoiNgay": header.place_date_pt,
    }
    sheet = document.styles.element
    for style in list(sheet):
        sheet.remove(style)
    sheet.append(_defaults())
    normal = document.styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    normal.element.set(qn("w:default"), "1")
    for look in LOOKS:
        _add(document, replace(look, size=sizes.get(look.id, look.size)))


def _defaults() -> object:
    font, size = form.FONT_FAMILIES[0], f"{form.BODY_PT * 2:.0f}"
    return parse_xml(
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _add(document: Document, look: _Look) -> None:
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), look.id)
    style.base_style, style.quick_style = document.styles[BODY if look.of_body else "Normal"], True
    style.font.bold = style.font.cs_bold = look.bold or None
    style.font.italic = style.font.cs_italic = look.italic or None
    style.paragraph_format.keep_with_next = look.keep or None
    if not look.of_body:
        _set(style, look)
    if look.outline is not None:
        style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{look.outline}"/>'))


def _set(style: ParagraphStyle, look: _Look) -> None:
    style.font.size = Pt(look.size)
    style.element.rPr.append(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{look.size * 2:.0f}"/>'))
    laid = style.paragraph_format
    laid.alignment, laid.widow_control = look.align, True
    if look.line:
        laid.line_spacing_rule, laid.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    laid.space_before, laid.space_after = Pt(look.before), Pt(0)
    laid.first_line_indent = Mm(look.indent_mm)
    if look.left_mm:
        laid.left_indent = Mm(look.left_mm)
    if look.border:
        style.element.pPr.insert_element_before(_border(look.border), "w:spacing", "w:ind", "w:jc")


def _border(side: str) -> object:
    return parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{form.RULE_PT * 8:.0f}" w:space="1" '
        'w:color="000000"/></w:pBdr>'
    )
