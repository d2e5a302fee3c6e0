"""A notice and an invitation as the form has them, set with the style sheet of the papers."""

from meetings import official_form as form

_EXTRA = """<style>
.place-date {{ font: italic {form.PLACE_DATE_PT}pt/{form.HEADER_LINE_PT}pt "Tinos", serif; margin-top: 11pt; }}
.halves {{ display: table; table-layout: fixed; width: 100%; margin-top: 12pt; }}
.halves > div {{ display: table-cell; vertical-align: top; }}
.authority {{ text-align: center; font-weight: bold; font-size: {form.AUTHORITY_PT}pt; }}
.halves .recipients {{ margin: 0; }}
</style>"""

_PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title>{style}</head><body>
<div class="header">
<div class="issuer"><div><span>HỘI ĐỒNG NHÂN DÂN</span></div><div><span class="ruled">QUẬN HAI BÀ TRƯNG</span></div>
<div class="number">Số: {number}/{symbol}-HĐND</div></div>
<div class="nation"><div>{form.NATION}</div><div class="motto"><span>{form.MOTTO}</span></div>
<div class="place-date">Hai Bà Trưng, {dated}</div></div>
</div>
<h1><span class="kind">{name}</span>{abstract}</h1>
{body}
<div class="halves"><div><div class="recipients"><p>{form.RECIPIENTS_HEAD}</p><ul>{recipients}</ul></div></div>
<div><div class="authority"><div>TM. THƯỜNG TRỰC</div><div>HỘI ĐỒNG NHÂN DÂN</div><div>CHỦ TỊCH</div>
<div class="signer">Trần Quyết Thắng</div></div></div></div>
</body></html>"""


def _page(style, kind, *, number, dated, abstract, body, recipients):
    *above, last = abstract
    lines = [*above, f'<span class="ruled">{last}</span>']
    return _PAGE.format(
        style=style + _EXTRA.format(form=form),
        form=form,
        number=number,
        symbol=form.SYMBOLS[kind],
        dated=dated,
        name=form.KIND_NAMES[kind],
        abstract="".join(f'<span class="abstract">{line}</span>' for line in lines),
        body="".join(f"<p>{line}</p>" for line in body),
        recipients="".join(f"<li>{row}</li>" for row in recipients),
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
            "b) Phục vụ Nhân dân đón Tết nguyên đán;",
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
