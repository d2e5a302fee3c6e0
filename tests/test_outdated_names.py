"""Bodies that ended and acts out of force: hinted at where a paper speaks of today, left alone where it tells of the
past."""

from datetime import date

import pytest

from meetings.outdated_names import OUTDATED, outdated

TODAY = date(2026, 11, 30)
WARD = "phường Hai Bà Trưng"


def words(*lines, dated=TODAY, locality=WARD):
    return [hint.words for hint in outdated(lines, dated, locality=locality)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Đề nghị UBND quận Hai Bà Trưng báo cáo.", "UBND quận"),
        ("Giao Ủy ban nhân dân huyện rà soát;", "Ủy ban nhân dân huyện"),
        ("Uỷ ban nhân dân thị xã phối hợp.", "Uỷ ban nhân dân thị xã"),
        ("Hội đồng nhân dân quận giám sát.", "Hội đồng nhân dân quận"),
        ("Văn phòng HĐND&UBND quận phục vụ.", "HĐND&UBND quận"),
        ("UBND thị trấn Trâu Quỳ thực hiện.", "UBND thị trấn"),
        ("Công an quận chủ trì tuần tra.", "Công an quận"),
        ("Phòng Tài chính - Kế hoạch quận lập dự toán.", "Phòng Tài chính - Kế hoạch quận"),
        ("Trưởng phòng Tư pháp huyện trình bày.", "phòng Tư pháp huyện"),
        ("Thường trực Quận ủy chỉ đạo.", "Quận ủy"),
        ("Tòa án nhân dân huyện báo cáo.", "Tòa án nhân dân huyện"),
        ("Viện kiểm sát nhân dân quận kiến nghị.", "Viện kiểm sát nhân dân quận"),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        ),
        ("Căn cứ Luật sửa đổi, bổ sung số 47/2019/QH14;", "47/2019/QH14"),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15;", "65/2025/QH15"),
        ("Theo quy định tại Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004.", "110/2004/NĐ-CP"),
        ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13;", "80/2015/QH13"),
    ],
)
def test_what_has_ended_is_quoted_with_its_successor(line, named):
    (hint,) = outdated([line], TODAY, locality=WARD)
    assert hint.words == named and hint.successor
    assert hint.place in f"{line} …" or hint.place.endswith("…")
    assert f"“{named}”" in hint.sentence


@pytest.mark.parametrize(
    "line",
    [
        "UBND phường Hai Bà Trưng báo cáo.",
        "UBND thành phố Hà Nội giao chỉ tiêu.",
        "Công an phường chủ trì; Công an Thành phố phối hợp.",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường lập dự toán.",
        "Tòa án nhân dân khu vực 1 thông báo.",
        "Trên địa bàn quận Hai Bà Trưng trước đây có 18 phường.",
        "Tiếp nhận hồ sơ do UBND quận Hai Bà Trưng bàn giao.",
        "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2024 của HĐND quận Hai Bà Trưng.",
        "Quyết định số 5/QĐ-UBND ngày 05/3/2024 của UBND huyện còn hiệu lực.",
        "Năm 2023 UBND quận đã đầu tư ba trường học.",
        "Đồng chí Lê An, nguyên Chủ tịch UBND quận Hai Bà Trưng, phát biểu.",
        "UBND quận (cũ) lưu hồ sơ.",
        "Nghị định số 30/2020/NĐ-CP thay thế Nghị định số 110/2004/NĐ-CP.",
        "Từ năm 2016 các kỳ họp theo Luật Tổ chức chính quyền địa phương năm 2015 được tổ chức hằng năm.",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Kiểm tra phòng cháy, chữa cháy tại các quán huyện.",
        "Họp tại Phòng họp số 2.",
        "Phòng Họp lớn; sau đó đi quận khác.",
    ],
)
def test_a_good_text_gets_no_hint(line):
    assert words(line) == []


def test_only_for_papers_of_a_day_after_the_end():
    line = "Giao UBND quận và Công an quận thực hiện."
    assert words(line, dated=date(2025, 2, 28)) == []
    assert words(line, dated=date(2025, 3, 1)) == ["Công an quận"]
    assert words(line, dated=date(2025, 7, 1)) == ["UBND quận", "Công an quận"]


def test_a_council_of_a_district_is_not_advised_on_its_own_bodies_but_on_acts():
    lines = ("UBND quận báo cáo.", "Căn cứ Nghị định số 110/2004/NĐ-CP;")
    assert words(*lines, locality="quận Hai Bà Trưng") == ["110/2004/NĐ-CP"]


def test_each_name_is_told_once_and_the_past_of_one_sentence_excuses_no_other():
    line = "Trước đây UBND quận quản lý. Nay UBND quận báo cáo; UBND quận lưu hồ sơ."
    assert words(line, "UBND quận chủ trì.") == ["UBND quận"]


def test_every_entry_says_what_came_after():
    assert all(each.successor and each.ended <= date(2025, 7, 1) for each in OUTDATED)
