"""Mẫu 1.4, 1.5, 1.7, 1.9 and 2.1 of the decree, filled as a clerk fills them in Word: tables for header and ending, rules
as underscores or as borders, spaces before or after paragraphs. Our writers have no part in them."""

# ruff: noqa: E501  (the words of a paper stand on one line)

from io import BytesIO

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

BODY_PT = 14


class Sheet:
    """A document of Word with one habit of drawing rules and one of leaving room."""

    def __init__(self, rules="underscores", top="before"):
        self.rules, self.top = rules, top
        self.document = docx.Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(BODY_PT)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(
            Mm, (30, 15, 20, 20)
        )
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        _page_number(section)

    def line(self, holder, text, size=BODY_PT, bold=False, italic=False, align=ALIGN.CENTER, before=0):
        paragraph = holder.add_paragraph()
        paragraph.alignment = align
        laid = paragraph.paragraph_format
        laid.space_before, laid.space_after, laid.line_spacing = Pt(before), Pt(0), 1.0
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)
        return paragraph

    def rule(self, holder, above, share, width_mm):
        """Under the paragraph `above`: underscores, or a border between two indents."""
        if self.rules == "underscores":
            count = round(width_mm * share / (BODY_PT / 2 / 72 * 25.4) * (14 / 10))
            self.line(holder, "_" * count, size=10)
            return
        room = (self._room(holder) - width_mm * share) / 2
        paragraph = self.line(holder, "", size=2)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(room)
        paragraph._p.get_or_add_pPr().insert_element_before(
            parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
            ),
            "w:spacing",
        )

    def _room(self, holder):
        return holder.width.mm - 3.8 if hasattr(holder, "width") else 165

    def cells(self, *widths):
        table = self.document.add_table(rows=1, cols=len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for cell, width in zip(table.rows[0].cells, widths, strict=True):
            cell.width = Mm(width)
            cell._tc.remove(cell.paragraphs[0]._p)
        return table.rows[0].cells

    def header(self, parent, body, body_mm, number, place_date="", subject=()):
        left, right = self.cells(66, 99)
        if parent:
            self.line(left, parent, 12)
        for words in body:
            above = self.line(left, words, 12, bold=True)
        self.rule(left, above, 0.4, body_mm)
        self.line(left, number, 13, before=4 if self.rules == "underscores" else 8)
        for place, words in enumerate(subject):
            self.line(left, words, 12, before=0 if place else 6)
        self.line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
        motto = self.line(right, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
        self.rule(right, motto, 1, 56.1)
        if place_date:
            gap = len(body) + bool(parent) - 2
            self.line(
                right, place_date, 13, italic=True, before=(4 if self.rules == "underscores" else 8) + 13.8 * gap
            )

    def title(self, kind, abstract, last_mm):
        self.line(self.document, kind, bold=True, before=18)
        for words in abstract:
            above = self.line(self.document, words, bold=True)
        self.rule(self.document, above, 0.4, last_mm)

    def text(self, *paragraphs):
        for words in paragraphs:
            paragraph = self.document.add_paragraph(words)
            paragraph.alignment = ALIGN.JUSTIFY
            laid = paragraph.paragraph_format
            laid.first_line_indent, laid.line_spacing = Mm(12.7), 1.15
            laid.space_before, laid.space_after = (Pt(6), Pt(0)) if self.top == "before" else (Pt(0), Pt(6))
            paragraph.paragraph_format.widow_control = True

    def ending(self, recipients, *signer):
        self.line(self.document, "", size=6)
        left, right = self.cells(75, 90)
        self.recipients(left, recipients)
        self.signer(right, *signer)

    def recipients(self, holder, rows):
        self.line(holder, "Nơi nhận:", 12, bold=True, italic=True, align=ALIGN.LEFT)
        for row in rows:
            self.line(holder, row, 11, align=ALIGN.LEFT)

    def signer(self, holder, authority, name):
        for words in authority:
            self.line(holder, words, bold=True)
        for _ in range(5):
            self.line(holder, "", size=13)
        self.line(holder, name, bold=True)

    def annex(self, heading, name, attached, last_mm):
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        section._sectPr.append(start)
        self.line(self.document, heading, bold=True)
        self.line(self.document, name, bold=True)
        for words in attached:
            above = self.line(self.document, words, italic=True)
        self.rule(self.document, above, 0.4, last_mm)

    def bytes(self):
        made = BytesIO()
        self.document.save(made)
        return made.getvalue()


def _page_number(section):
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    )


_LONG = (
    "Tại phiên họp thường kỳ ngày 05 tháng 3 năm 2024, sau khi nghe báo cáo và ý kiến thảo luận của các đại biểu dự họp, "
    "Thường trực Hội đồng nhân dân thị xã kết luận như sau:"
)
_POINT = (
    "Giao Ủy ban nhân dân thị xã chỉ đạo các phòng, ban rà soát tiến độ giải ngân vốn đầu tư công, báo cáo kết quả trước "
    "ngày 30/3/2024 để Thường trực Hội đồng nhân dân xem xét."
)
_BODY = ("HỘI ĐỒNG NHÂN DÂN", "THỊ XÃ SƠN TÂY")
_AUTHORITY = ("TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH")


def notice(points=1, **habits):
    """Mẫu 1.4, văn bản có tên loại."""
    sheet = Sheet(**habits)
    sheet.header("", _BODY, 33.5, "Số: 15/TB-HĐND", "Sơn Tây, ngày 06 tháng 3 năm 2024")
    sheet.title(
        "THÔNG BÁO", ("Kết luận của Thường trực Hội đồng nhân dân thị xã", "tại phiên họp tháng 3 năm 2024"), 72
    )
    sheet.text(_LONG, *(f"{place}. {_POINT}" for place in range(1, points + 1)))
    sheet.text("Thường trực Hội đồng nhân dân thị xã thông báo để các cơ quan, đơn vị biết, thực hiện./.")
    sheet.ending(
        ("- Thường trực Thị ủy;", "- Ủy ban nhân dân thị xã;", "- Lưu: VT, TH."), _AUTHORITY, "Nguyễn Thị Hạnh"
    )
    return sheet


def letter(addressees=("Ủy ban nhân dân thị xã Sơn Tây",), **habits):
    """Mẫu 1.5, công văn: one addressee on the line of "Kính gửi", several below it."""
    sheet = Sheet(**habits)
    subject = ("V/v đôn đốc giải ngân vốn", "đầu tư công quý I năm 2024")
    sheet.header("", _BODY, 33.5, "Số: 21/HĐND-VP", "Sơn Tây, ngày 20 tháng 3 năm 2024", subject)
    if len(addressees) == 1:
        sheet.line(sheet.document, f"Kính gửi: {addressees[0]}", before=18)
    else:
        head = sheet.line(sheet.document, "Kính gửi:", align=ALIGN.LEFT, before=18)
        head.paragraph_format.left_indent = Mm(28)
        for place, addressee in enumerate(addressees, 1):
            row = sheet.line(
                sheet.document, f"- {addressee}{'.' if place == len(addressees) else ';'}", align=ALIGN.LEFT
            )
            row.paragraph_format.left_indent = Mm(45)
    sheet.text(
        "Tại phiên họp thường kỳ tháng 3 năm 2024, Thường trực Hội đồng nhân dân thị xã đã xem xét kết quả giải ngân vốn "
        "đầu tư công quý I năm 2024.",
        _POINT,
        "Đề nghị các cơ quan quan tâm thực hiện, báo cáo kết quả về Thường trực Hội đồng nhân dân thị xã./.",
    )
    sheet.ending(("- Như trên;", "- Thường trực Thị ủy;", "- Lưu: VT, TH."), _AUTHORITY, "Nguyễn Thị Hạnh")
    return sheet


def letters(**habits):
    return letter(("Ủy ban nhân dân thị xã Sơn Tây", "Phòng Tài chính - Kế hoạch thị xã"), **habits)


def invitation(**habits):
    """Mẫu 1.7, giấy mời."""
    sheet = Sheet(**habits)
    sheet.header("", _BODY, 33.5, "Số: 07/GM-HĐND", "Sơn Tây, ngày 29 tháng 02 năm 2024")
    sheet.title("GIẤY MỜI", ("Dự phiên họp thường kỳ tháng 3 năm 2024",), 96)
    sheet.text(
        "Thường trực Hội đồng nhân dân thị xã Sơn Tây trân trọng kính mời: Các đồng chí Thường trực Hội đồng nhân dân, "
        "Trưởng các Ban Hội đồng nhân dân thị xã.",
        "Tới dự: Phiên họp thường kỳ tháng 3 năm 2024 của Thường trực Hội đồng nhân dân thị xã.",
        "Chủ trì: Đồng chí Nguyễn Thị Hạnh, Chủ tịch Hội đồng nhân dân thị xã.",
        "Thời gian: 08 giờ 00 phút, thứ Ba, ngày 05 tháng 3 năm 2024.",
        "Địa điểm: Phòng họp số 1, trụ sở Hội đồng nhân dân thị xã.",
        "Đề nghị các đồng chí dự họp đúng giờ, đúng thành phần./.",
    )
    sheet.ending(("- Như trên;", "- Lưu: VT."), _AUTHORITY, "Nguyễn Thị Hạnh")
    return sheet


def minutes(**habits):
    """Mẫu 1.9, biên bản."""
    sheet = Sheet(**habits)
    sheet.header("", _BODY, 33.5, "Số: 09/BB-HĐND")
    sheet.title("BIÊN BẢN", ("Phiên họp thường kỳ tháng 3 năm 2024",), 88)
    sheet.text(
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 3 năm 2024.",
        "Địa điểm: Phòng họp số 1, trụ sở Hội đồng nhân dân thị xã.",
        "Thành phần tham dự: Các đồng chí Thường trực Hội đồng nhân dân, Trưởng các Ban Hội đồng nhân dân thị xã; đại diện "
        "Ủy ban nhân dân thị xã.",
        "Chủ trì (chủ tọa): Đồng chí Nguyễn Thị Hạnh, Chủ tịch Hội đồng nhân dân thị xã.",
        "Thư ký (người ghi biên bản): Đồng chí Lê Văn Bình, Văn phòng HĐND và UBND thị xã.",
        "Nội dung (theo diễn biến cuộc họp/hội nghị/hội thảo):",
        _POINT,
        "Cuộc họp kết thúc vào 11 giờ 15 phút, ngày 05 tháng 3 năm 2024./.",
    )
    sheet.line(sheet.document, "", size=6)
    left, right = sheet.cells(75, 90)
    sheet.signer(left, ("THƯ KÝ",), "Lê Văn Bình")
    sheet.signer(right, ("CHỦ TỌA",), "Nguyễn Thị Hạnh")
    sheet.recipients(sheet.document, ("- Thường trực Hội đồng nhân dân thị xã;", "- Lưu: VT, Hồ sơ."))
    return sheet


def annex(rows=40, **habits):
    """Mẫu 2.1, phụ lục văn bản hành chính giấy, behind the notice that points to it."""
    sheet = Sheet(**habits)
    sheet.header("", _BODY, 33.5, "Số: 15/TB-HĐND", "Sơn Tây, ngày 06 tháng 3 năm 2024")
    sheet.title(
        "THÔNG BÁO", ("Kết luận của Thường trực Hội đồng nhân dân thị xã", "tại phiên họp tháng 3 năm 2024"), 72
    )
    sheet.text(_LONG, f"1. {_POINT}", "2. Các dự án chậm tiến độ nêu tại Phụ lục kèm theo Thông báo này.")
    sheet.text("Thường trực Hội đồng nhân dân thị xã thông báo để các cơ quan, đơn vị biết, thực hiện./.")
    sheet.ending(("- Thường trực Thị ủy;", "- Lưu: VT, TH."), _AUTHORITY, "Nguyễn Thị Hạnh")
    attached = (
        "(Kèm theo Thông báo số 15/TB-HĐND ngày 06 tháng 3 năm 2024",
        "của Thường trực Hội đồng nhân dân thị xã)",
    )
    sheet.annex("Phụ lục", "DANH MỤC CÁC DỰ ÁN CHẬM TIẾN ĐỘ", attached, 92)
    sheet.text(*(f"{place}. Dự án thứ {place}: {_POINT}" for place in range(1, rows)))
    return sheet


SHEETS = {"1.4": notice, "1.5": letter, "1.5 to several": letters, "1.7": invitation, "1.9": minutes, "2.1": annex}
HABITS = {
    "underscores": {"rules": "underscores"},
    "borders": {"rules": "borders"},
    "space below": {"rules": "borders", "top": "after"},
}
