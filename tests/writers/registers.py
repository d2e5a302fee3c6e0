"""A register of a busy year, as the writers get it."""

from datetime import date

from meetings.register_book import RegisterBook, RegisterLine, RegisterPart

LONG_NOTE = (
    "Thay 01/BB-HĐND: Sửa thời hạn của một chỉ đạo. Chuyển chậm, chậm nhất phải chuyển ngày 11/01/2021; "
    "chữ cuối cùng."
)
SKIPPED = RegisterLine(reference="02 đến 03/BB-HĐND", subject="Cấp trên sổ giấy, không có ở đây")


def line(number, symbol="BB-HĐND", note=""):
    return RegisterLine(
        reference=f"{number:02d}/{symbol}",
        dated=date(2021, 1, 9),
        subject="Biên bản phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng",
        signer="Nguyễn Thị Thu Hà, Trần Quyết Thắng",
        recipients="Thường trực HĐND quận; Ủy ban nhân dân quận; Ủy ban MTTQ Việt Nam quận; Các Ban HĐND quận",
        kept_by="VT, Hồ sơ phiên họp",
        copies=12,
        sent_on=date(2021, 1, 12),
        note=note,
        edition=number,
    )


MINUTES = RegisterPart(
    label="Biên bản",
    symbol="BB-HĐND",
    last=30,
    lines=(line(1), SKIPPED, *(line(number, note=LONG_NOTE) for number in range(4, 31))),
)
NOTICES = RegisterPart(
    label="Thông báo kết luận",
    symbol="TB-HĐND",
    last=3,
    lines=tuple(line(number, "TB-HĐND") for number in (1, 2, 3)),
)
BOOK = RegisterBook(
    council="Hội đồng nhân dân quận Hai Bà Trưng",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
    year=2021,
    parts=(MINUTES, NOTICES, RegisterPart(label="Giấy mời")),
)
