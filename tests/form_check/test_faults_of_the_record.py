"""What a clerk types wrongly comes through the real writer and is found with its line."""

from dataclasses import replace
from datetime import time

import pytest

from meetings.form_check import check
from meetings.paper import PaperKind
from meetings.record import AgendaItemRecord, DirectiveRecord

from ..writers.conftest import CHAIR, HAI_BA_TRUNG, OLD_POST, SECRETARY, write_minutes


def finding(record, rule, **options):
    report = check(write_minutes(record, **{"number": 5, **options}))
    assert [each.rule for each in report.broken] == [rule]
    return report.broken[0]


def concluded(words):
    return replace(OLD_POST, agenda=(AgendaItemRecord(title="Góp ý", conclusion=words),))


@pytest.mark.parametrize(
    ("words", "measured", "allowed"),
    [
        ("Xong trước ngày 5 tháng 1 năm 2021.", "ngày 5 tháng 1 năm 2021", "ngày 05 tháng 01 năm 2021"),
        ("Xong trước ngày 15 tháng 03.", "ngày 15 tháng 03", "ngày 15 tháng 3"),
        ("Kế hoạch tháng 2 năm 2021.", "tháng 2 năm 2021", "tháng 02 năm 2021"),
        ("Kế hoạch tháng 07 năm 2021.", "tháng 07 năm 2021", "tháng 7 năm 2021"),
        ("Họp ngày 30 tháng 02 năm 2021.", "ngày 30 tháng 02 năm 2021", "ngày không có trong lịch"),
    ],
)
def test_a_date_in_words_with_a_wrong_zero(words, measured, allowed):
    told = finding(concluded(words), "dates-in-words")
    assert (told.measured, told.allowed) == (measured, allowed)
    assert told.where.startswith("trang 1, dòng “a) Kết luận: ")


def test_other_ways_of_telling_time_are_left_alone():
    words = (
        "Xong trước ngày 05/01/2021, chậm nhất tháng 3/2021. Chỉ tiêu 6 tháng 2021 và 12 tháng 2020. "
        "Trong 3 tháng 10 năm; sau 2 giờ làm việc; ngày 15 tháng 3 và ngày 05 tháng 01."
    )
    assert check(write_minutes(concluded(words), number=5)).broken == ()


def test_an_hour_without_its_zero():
    told = finding(concluded("Họp lại vào 8 giờ 5 phút ngày mai."), "hours-in-words")
    assert (told.measured, told.allowed) == ("8 giờ 5 phút", "08 giờ 05 phút")
    assert check(write_minutes(replace(OLD_POST, starts_at=time(8), ends_at=time(9, 5)), number=5)).broken == ()


@pytest.mark.parametrize("title", ["GS.TS. ", "ThS. ", "TS ", "Thạc sĩ "])
def test_an_academic_title_before_the_name_of_a_signer(title):
    chair = replace(CHAIR, name=f"{title}{CHAIR.name}")
    told = finding(replace(OLD_POST, attendees=(chair, SECRETARY)), "signer-title")
    assert told.measured == f"{title}{CHAIR.name}" and told.cell == "7b"


@pytest.mark.parametrize("name", ["Đại tá Trần Quyết Thắng", "Tạ Sơn", "Gia Sáng Tâm", "Bùi Sĩ Tiến"])
def test_a_rank_or_a_name_that_looks_like_a_title_is_none(name):
    record = replace(OLD_POST, attendees=(replace(CHAIR, name=name), SECRETARY))
    assert check(write_minutes(record, number=5)).broken == ()


def test_recipients_without_the_file():
    council = replace(HAI_BA_TRUNG, recipients=("Thường trực HĐND quận", "Văn thư"))
    assert finding(replace(OLD_POST, council=council), "recipients-filing").measured == "- Văn thư."


def test_a_letterhead_in_small_letters():
    council = replace(HAI_BA_TRUNG, letterhead=("HỘI ĐỒNG NHÂN DÂN", "Quận Hai Bà Trưng"))
    told = finding(replace(OLD_POST, council=council), "issuer-capitals")
    assert told.where == "trang 1, dòng “Quận Hai Bà Trưng”"


def test_a_symbol_that_is_not_one():
    told = finding(replace(OLD_POST, council=replace(HAI_BA_TRUNG, symbol_suffix="hđnd")), "number-form")
    assert told.measured == "Số: 05/BB-hđnd" and told.allowed == "Số: 05/BB-HĐND"


def test_directives_whose_numbers_leave_a_hole():
    tasks = tuple(DirectiveRecord(task="báo cáo", number=number) for number in ("1", "2", "4"))
    told = finding(replace(OLD_POST, directives=tasks), "numbering")
    assert (told.measured, told.allowed) == ("4.", "3.")


def test_the_kind_given_is_the_kind_told():
    pdf = write_minutes(OLD_POST, number=5)
    assert check(pdf, PaperKind.MINUTES) == check(pdf)
