"""Papers as the form has them, set with the style sheet of our own: a notice, an invitation, a letter, a report."""

from meetings import official_form as form
from meetings.paper import PaperKind
from meetings.paper_kinds import description
from meetings.writers import fonts

_EXTRA = """<style>
.header .number, .header .place-date {{ display: block; padding-top: 0; margin-top: 11pt; font-weight: normal; }}
.place-date {{ font: italic {form.PLACE_DATE_PT}pt/{form.HEADER_LINE_PT}pt "{font}"; margin-top: 11pt; }}
.halves {{ display: table; table-layout: fixed; width: 100%; margin-top: 12pt; }}
.halves {{ break-inside: avoid; break-before: avoid; }}
.halves > div {{ display: table-cell; vertical-align: top; }}
.authority {{ text-align: center; font-weight: bold; font-size: {form.AUTHORITY_PT}pt; }}
.halves .recipients {{ margin: 0; }}
.subject {{ margin-top: 6pt; }}
.header {{ margin-bottom: 18pt; }}
.to {{ text-indent: 0; margin: 0 0 0 {form.ADDRESSED_INDENT_MM}mm; }}
.to + .to {{ margin-left: {form.ADDRESSEE_INDENT_MM}mm; }}
</style>"""

_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title>{style}</head><body>
<div class="header">
<div class="issuer"><div><span>HỘI ĐỒNG NHÂN DÂN</span></div><div><span class="ruled">QUẬN HAI BÀ TRƯNG</span></div>
<div class="number">Số: {number}/{symbol}{subject}</div></div>
<div class="nation"><div>{form.NATION}</div><div class="motto"><span>{form.MOTTO}</span></div>
<div class="place-date">Hai Bà Trưng, {dated}</div></div>
</div>
{title}
{addressed}{body}
<div class="halves"><div><div class="recipients"><p>{form.RECIPIENTS_HEAD}</p><ul>{recipients}</ul></div></div>
<div><div class="authority"><div>TM. THƯỜNG TRỰC</div><div>HỘI ĐỒNG NHÂN DÂN</div><div>CHỦ TỊCH</div>
<div class="signer">Trần Quyết Thắng</div></div></div></div>
</body></html>"""


def _page(style, kind, *, number, dated, abstract, body, recipients, addressed=()):
    *above, last = abstract
    lines = [*above, f'<span class="ruled">{last}</span>']
    abstract = "".join(f'<span class="abstract">{line}</span>' for line in lines)
    return _sheet(
        style,
        number=number,
        symbol=f"{description(PaperKind(kind)).symbol}-HĐND",
        subject="",
        dated=dated,
        title=f'<h1><span class="kind">{description(PaperKind(kind)).heading}</span>{abstract}</h1>',
        addressed=addressed,
        body=body,
        recipients=recipients,
    )


def _sheet(style, *, addressed, body, recipients, **parts):
    return _PAGE.format(
        style=style + _EXTRA.format(form=form, font=fonts.family()),
        form=form,
        addressed="".join(f'<p class="to">{line}</p>' for line in addressed),
        body="".join(f"<p>{line}</p>" for line in body),
        recipients="".join(f"<li>{row}</li>" for row in recipients),
        **parts,
    )


def notice(style):
    return _page(
        style,
        "notice",
        number="06",
        dated="ngày 08 tháng 01 năm 2021",
        abstract=("Kết luận của Thường trực Hội đồng nhân dân quận", "tại phiên họp tháng 01 năm 2021"),
        body=(
            "Tại phiên họp ngày 05 tháng 01 năm 2021 do đồng chí Trần Quyết Thắng, Chủ tịch HĐND quận, chủ trì, "
            "Thường trực HĐND quận kết luận như sau:",
            "1. Đối với hoạt động giám sát, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì, phối hợp với Thường trực HĐND "
            "quận và các tổ chức chính trị - xã hội quận xây dựng kế hoạch giám sát năm 2021.",
            "2. Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung thực hiện các nội dung trọng tâm:",
            "a) Triển khai Chương trình công tác năm 2021;",
            "b) Phục vụ Nhân dân đón tết Nguyên đán;",
            "c) Chuẩn bị tổng kết nhiệm kỳ 2016-2021;",
            "d) Trả lời kiến nghị của cử tri;",
            "đ) Tăng cường thông tin về hoạt động của HĐND các cấp quận Hai Bà Trưng.",
            f"Thường trực HĐND quận thông báo để các cơ quan, đơn vị biết, thực hiện{form.DOCUMENT_END}",
        ),
        recipients=("- Thường trực HĐND quận;", "- Ủy ban MTTQ Việt Nam quận;", "- Lưu: VT."),
    )


def invitation(style):
    return _page(
        style,
        "invitation",
        number="48",
        dated="ngày 31 tháng 12 năm 2020",
        abstract=("Dự phiên họp tháng 01 năm 2021", "của Thường trực Hội đồng nhân dân quận Hai Bà Trưng"),
        body=(
            "Thường trực Hội đồng nhân dân quận Hai Bà Trưng trân trọng kính mời:",
            "- Các đồng chí trong Thường trực HĐND quận;",
            "- Chủ tịch Ủy ban MTTQ Việt Nam quận.",
            "<b>Tới dự:</b> Phiên họp tháng 01 năm 2021 của Thường trực HĐND quận.",
            "<b>Chủ trì:</b> Đồng chí Trần Quyết Thắng, Chủ tịch Hội đồng nhân dân quận.",
            "<b>Thời gian:</b> 08 giờ 30 phút, thứ Ba, ngày 05 tháng 01 năm 2021.",
            "<b>Địa điểm:</b> Phòng họp Hội đồng nhân dân quận Hai Bà Trưng.",
            "<b>Nội dung:</b>",
            "1. Kết quả hoạt động năm 2020 của Hội đồng nhân dân quận.",
            "2. Nhiệm vụ trọng tâm tháng 01 năm 2021.",
            "Đề nghị các đồng chí dự họp đúng giờ, đúng thành phần; trường hợp vắng mặt, đề nghị báo trước cho "
            f"Văn phòng HĐND&amp;UBND quận{form.DOCUMENT_END}",
        ),
        recipients=("- Như trên;", "- Văn phòng HĐND&amp;UBND quận;", "- Lưu: VT."),
    )


def letter(style):
    return _sheet(
        style,
        number="21",
        symbol="HĐND-VP",
        subject='<div class="subject">V/v đôn đốc giải ngân vốn<br>đầu tư công năm 2021</div>',
        dated="ngày 20 tháng 4 năm 2021",
        title="",
        addressed=("Kính gửi:", "- Ủy ban nhân dân quận;", "- Phòng Tài chính - Kế hoạch quận."),
        body=(
            "Qua theo dõi việc thực hiện kết luận tại phiên họp tháng 3 năm 2021, Thường trực HĐND quận nhận thấy "
            "tiến độ giải ngân vốn đầu tư công còn chậm so với kế hoạch đã đề ra từ đầu năm.",
            "Thường trực HĐND quận đề nghị các cơ quan khẩn trương thực hiện, báo cáo kết quả trước ngày 15 tháng 5 "
            f"năm 2021{form.DOCUMENT_END}",
        ),
        recipients=("- Như trên;", "- Lưu: VT."),
    )


def report(style):
    return _page(
        style,
        "report",
        number="12",
        dated="ngày 20 tháng 4 năm 2021",
        abstract=("Kết quả giám sát việc giải ngân vốn", "đầu tư công quý I năm 2021"),
        addressed=("Kính gửi: Thường trực Hội đồng nhân dân thành phố",),
        body=(
            "Thường trực HĐND quận báo cáo kết quả giám sát việc giải ngân vốn đầu tư công quý I năm 2021 trên "
            "địa bàn quận như sau:",
            "1. Tình hình thực hiện kết luận, chỉ đạo tại phiên họp tháng 3 năm 2021.",
            f"2. Kiến nghị với các cơ quan cấp trên{form.DOCUMENT_END}",
        ),
        recipients=("- Như trên;", "- Lưu: VT."),
    )


_WORD = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>x</title><style>
@page { size: A4; margin: 22mm 17mm 21mm 32mm; @top-center { content: counter(page); font: 13pt "FONT" } }
@page :first { @top-center { content: none } }
html { font: 13pt/1.25 "FONT" } p { margin: 6pt 0 0; text-align: justify; text-indent: 10mm }
.middle { font-size: 14pt; text-align: center; text-indent: 0 }
table { border-collapse: collapse; width: 168mm; margin-left: -4mm } td { padding: 0 1.9mm; vertical-align: top }
td p { text-align: center; text-indent: 0; margin: 0 } .rows p { text-align: left; font-size: 11pt }
.lead { break-after: avoid } .held { break-before: avoid; break-inside: avoid }
hr { border: none; border-top: 0.75pt solid black; margin: 1pt auto 0 }
</style></head><body>
<table><tr><td style="width: 62mm; font-size: 12pt"><p>HĐND THÀNH PHỐ THỦ ĐỨC</p><p><b>THƯỜNG TRỰC HỘI ĐỒNG</b></p>
<hr style="width: 24mm"></td>
<td style="width: 106mm"><p style="font-size: 12pt"><b>CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
<p><b>Độc lập - Tự do - Hạnh phúc</b></p><hr style="width: 56mm"></td></tr>
<tr><td><p>Số: 105/TB-HĐND</p></td><td><p><i>Thành phố Hồ Chí Minh, ngày 12 tháng 3 năm 2024</i></p></td></tr></table>
<p class="middle" style="margin-top: 14pt"><b>THÔNG BÁO</b></p>
<p class="middle"><b>Kết luận của Thường trực Hội đồng nhân dân thành phố<br>tại phiên họp tháng 3 năm 2024</b></p>
<hr style="width: 32mm; margin-bottom: 14pt">
<p>Ngày 11 tháng 3 năm 2024, Thường trực Hội đồng nhân dân thành phố tổ chức phiên họp thường kỳ. Sau khi
nghe báo cáo và ý kiến thảo luận, Thường trực Hội đồng nhân dân kết luận như sau:</p>%s
<p>Trên đây là thông báo kết luận phiên họp, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.</p>
<p class="held">&nbsp;</p>
<table class="held"><tr><td class="rows" style="width: 84mm"><p style="font-size: 12pt">
<b><i>Nơi nhận:</i></b></p><p>- Thường trực Thành ủy (để báo cáo);</p>
<p>- Các Ban HĐND; các phòng, ban, đơn vị có liên quan;</p>
<p>- Lưu: VT, TH.</p></td><td style="font-size: 14pt"><p><b>TM. THƯỜNG TRỰC</b></p>
<p><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</b></p><p><br><br><br><br></p><p><b>Nguyễn Thị Minh Hạnh</b></p></td></tr></table>
</body></html>"""
_SECTION = """<p class="lead"><b>{0}. Về kinh tế - xã hội</b></p>
<p>a) Giao Ủy ban nhân dân thành phố chỉ đạo các phòng,
ban rà soát tiến độ giải ngân vốn đầu tư công, báo cáo trước ngày 30/3/2024;</p>
<p>b) Đề nghị các Ban tăng cường giám sát.</p>"""
"""The header and the ending in tables, rules of fixed length, and other figures of the range than ours."""


def word_processed_notice(sections):
    text = "".join(_SECTION.format(number) for number in range(1, sections + 1))
    return (_WORD % text).replace("FONT", fonts.family())
