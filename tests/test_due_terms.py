"""Terms in words end on a day, as the office means them; what cannot be dated says why."""

from datetime import date

import pytest

from meetings.due_terms import Sitting, SittingKind, Term, read

GIVEN = date(2026, 11, 10)  # a Tuesday
SITTINGS = (
    Sitting(date(2027, 7, 6), SittingKind.MID_YEAR, 6),
    Sitting(date(2026, 12, 10), SittingKind.END_OF_YEAR, 5),
)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10 ngày sau phiên", date(2026, 11, 20)),
        ("trong vòng 10 ngày làm việc", date(2026, 11, 25)),  # 24/11 is a holiday
        ("trong 02 tháng kể từ ngày họp", date(2027, 1, 10)),
        ("một tuần", date(2026, 11, 17)),
        ("trong 24 giờ", date(2026, 11, 11)),
        ("Cuối tháng 4", date(2027, 4, 30)),
        ("trước tháng 12", date(2026, 11, 30)),
        ("hết tháng 11", date(2026, 11, 30)),
        ("tháng 2/2028", date(2028, 2, 29)),
        ("đầu tháng 12", date(2026, 12, 10)),
        ("giữa tháng 1", date(2027, 1, 15)),
        ("tuần cuối tháng 11", date(2026, 11, 30)),
        ("tuần thứ hai của tháng 12", date(2026, 12, 14)),
        ("quý II", date(2027, 6, 30)),
        ("trong quý IV năm 2026", date(2026, 12, 31)),
        ("đầu quý I/2027", date(2027, 1, 31)),
        ("giữa quý I/2027", date(2027, 2, 28)),
        ("trước quý II/2027", date(2027, 3, 31)),
        ("quý này", date(2026, 12, 31)),
        ("quý tới", date(2027, 3, 31)),
        ("tháng sau", date(2026, 12, 31)),
        ("trong tuần này", date(2026, 11, 13)),
        ("tuần sau", date(2026, 11, 20)),
        ("cuối năm", date(2026, 12, 31)),
        ("trong năm 2027", date(2027, 12, 31)),
        ("năm sau", date(2027, 12, 31)),
        ("6 tháng đầu năm", date(2027, 6, 30)),
        ("9 tháng đầu năm 2027", date(2027, 9, 30)),
        ("kỳ họp tới", date(2026, 12, 10)),
        ("trước kỳ họp giữa năm", date(2027, 7, 5)),
        ("tại kỳ họp thứ 6", date(2027, 7, 6)),
        ("trước ngày khai mạc kỳ họp thường lệ cuối năm 2026", date(2026, 12, 9)),
        ("10 ngày trước khi khai mạc kỳ họp", date(2026, 11, 30)),
        ("trước kỳ họp giữa năm 15 ngày", date(2027, 6, 21)),
        ("báo cáo tại phiên họp tháng 3", date(2027, 3, 31)),
        ("phiên họp tới", date(2026, 12, 31)),
        ("trước Tết Nguyên đán", date(2027, 2, 3)),
        ("ngay trong hôm nay", GIVEN),
    ],
)
def test_a_term_ends_on_a_day(words, day):
    assert read(words, GIVEN, SITTINGS) == Term(day)


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("hàng tháng", Term(months=1)),
        ("định kỳ hằng quý", Term(months=3)),
        ("định kỳ 6 tháng", Term(months=6)),
        ("2 tháng một lần", Term(months=2)),
        ("hằng tuần", Term(stands=True)),
        ("thường xuyên", Term(stands=True)),
        ("kỳ họp chuyên đề", Term(why_undated="Chưa ghi ngày khai mạc kỳ họp chuyên đề", lacks_sitting=True)),
        ("kỳ họp giữa năm 2029", Term(why_undated="Chưa ghi ngày khai mạc kỳ họp giữa năm 2029", lacks_sitting=True)),
        ("tháng 13", Term(why_undated="Không có tháng 13")),
        (
            "5 ngày kể từ ngày nhận được văn bản",
            Term(why_undated="Chưa biết ngày nào để tính “kể từ ngày nhận được văn bản”"),
        ),
        ("sớm", Term()),
        ("khóa 12", Term()),
        ("", Term()),
    ],
)
def test_what_ends_on_no_day_says_why(words, term):
    assert read(words, GIVEN, SITTINGS) == term


@pytest.mark.parametrize("given", [date(2026, 12, 31), date(2027, 1, 31), date(2028, 2, 29)])
def test_the_end_of_a_month_is_never_a_day_that_no_calendar_has(given):
    assert read("trong 1 tháng", given).day > given
    assert read("trong 12 tháng", given).day.year == given.year + 1


def test_a_sitting_that_was_held_ends_nothing_any_more():
    assert read("kỳ họp cuối năm", date(2026, 12, 10), SITTINGS).day is None
