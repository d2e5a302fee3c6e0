"""Papers by which a template is tried before it is kept: one with all that a paper may have, one with almost none."""

from ..words.text import (
    LINE,
    Annex,
    Column,
    Look,
    PaperText,
    Signature,
    Span,
    Table,
    blank,
    block,
    bold,
    paragraph,
    rows,
)

_TABLE = Table((Column("TT", 0.2, centred=True), Column("Nội dung", 0.8)), (("1", "Nội dung thử"), ("2", "")))


FULL = PaperText(
    title="Văn bản thử",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "NƠI THỬ MẪU"),
    number="",
    symbol="BB-HĐND",
    place_date=(Span("Nơi thử mẫu, ngày 05 tháng 01 năm 2021"),),
    kind="BIÊN BẢN",
    abstract=("Phiên họp thử", "của cơ quan thử"),
    body=(
        *(block(look, f"Đoạn thử: {look}", bold(" đậm"), blank(LINE)) for look in Look),
        *rows(("hàng thứ nhất", "hàng thứ hai")),
    ),
    table=_TABLE,
    ending=(paragraph("Lời kết thử./."),),
    signatures=(Signature(("THƯ KÝ",), ""), Signature(("CHỦ TỌA",), "Nguyễn Văn Thử")),
    recipients=("Như trên", "Lưu: VT"),
    annex=Annex("Phụ lục", ("DANH SÁCH THỬ",), ("(Kèm theo văn bản thử)",), _TABLE),
    verification="Kiểm tra văn bản tại: https://nơi-thử",
    verify_at="https://nơi-thử",
    verify_link="https://nơi-thử/?so=05/BB-HDND",
)
BARE = PaperText(title="Văn bản thử", letterhead=("CƠ QUAN THỬ",), number=None, kind="PHIẾU THỬ")
SHEETS = (FULL, BARE)
