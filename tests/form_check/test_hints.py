"""Capitals: a word is pointed at only where it is surely wrong, and never counted as a fault."""

from meetings.form_check import check

from .conftest import printed


def hints_on(words):
    report = check(printed("notice", [("Chuẩn bị tổng kết nhiệm kỳ 2016-2021", words)]))
    assert report.broken == ()
    return [(each.words, each.advice) for each in report.hints]


POINTED_AT = [
    ("Chăm lo đời sống nhân dân", "đời sống nhân dân", "Viết hoa: Nhân dân."),
    ("Chủ trương của Đảng và nhà nước", "Đảng và nhà nước", "Viết hoa: Nhà nước."),
    ("Họp Hội đồng Nhân dân quận", "Hội đồng Nhân dân", "Tên cơ quan viết: Hội đồng nhân dân."),
    ("Họp hội đồng nhân dân quận", "hội đồng nhân dân", "Tên cơ quan viết: Hội đồng nhân dân."),
    ("Gửi Uỷ ban Nhân Dân quận", "Uỷ ban Nhân Dân", "Tên cơ quan viết: Ủy ban nhân dân."),
    ("Mời Mặt trận tổ quốc quận", "Mặt trận tổ quốc", "Tên cơ quan viết: Mặt trận Tổ quốc."),
    ("Giao phó chủ tịch HĐND quận", "phó chủ tịch", "Chức vụ đi với tên cơ quan viết hoa: Chủ tịch, Phó Chủ tịch."),
]

LEFT_ALONE = [
    "Họp Hội đồng nhân dân và Ủy ban nhân dân quận Hai Bà Trưng",
    "Báo cáo của Ủy ban nhân dân quận với Hội đồng nhân dân quận",
    "Phối hợp với Uỷ ban nhân dân, Tòa án nhân dân, Viện kiểm sát nhân dân quận",
    "Bầu cử đại biểu Hội đồng nhân dân các cấp; hội đồng nhân dân các cấp",
    "Quản lý nhà nước, ngân sách nhà nước, cơ quan nhà nước",
    "Phó Chủ tịch Hội đồng nhân dân quận; các chủ tịch phường",
    "Mời các chủ tịch HĐND phường; các phó chủ tịch HĐND; đổi tiền cho nhân dân tệ",
    "Phục vụ Nhân dân; chính sách của Đảng, Nhà nước",
]


def test_a_small_letter_where_a_capital_belongs_is_pointed_at():
    found = hints_on("; ".join(words for words, *_ in POINTED_AT))
    assert sorted(found) == sorted((words, advice) for _, words, advice in POINTED_AT)


def test_what_is_right_or_may_be_is_left_alone():
    assert hints_on("; ".join(LEFT_ALONE)) == []


def test_hints_are_few():
    report = check(printed("notice", [("Chuẩn bị tổng kết", "phục vụ nhân dân, " * 60)]))
    assert len(report.hints) == 20
