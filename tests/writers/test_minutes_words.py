"""What the minutes say: the record's own words under the form's fixed phrases, and blanks for what is not known."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

from meetings.paper import PaperKind, PaperRecord
from meetings.paper_prose import completed, excerpt
from meetings.record import AgendaItemRecord, AttendeeRecord, DirectiveRecord, Presence, Role, VoteRecord, VoteShown
from meetings.vietnamese import squeeze
from meetings.writers.words import notice, paper_heading
from meetings.writers.words.agenda_words import points
from meetings.writers.words.directive_words import who_and_when
from meetings.writers.words.text import listed

from .conftest import CHAIR, HAI_BA_TRUNG, JANUARY, LONG, OLD_POST, attendee, minutes_page

READ_BACK = "Biên bản đã được đọc lại, các thành viên dự họp nhất trí thông qua."


PRINTED = """
HỘI ĐỒNG NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM QUẬN HAI BÀ TRƯNG Độc lập - Tự do - Hạnh phúc
Số: 05/BB-HĐND
BIÊN BẢN
Phiên họp tháng 01 năm 2021 của Thường trực Hội đồng nhân dân quận Hai Bà Trưng
Thời gian bắt đầu: 08 giờ 30 phút, ngày 05 tháng 01 năm 2021.
Địa điểm: Phòng họp số 2, trụ sở HĐND và UBND quận.
Thành phần tham dự: Có mặt 06/08 thành phần được mời, gồm:
- Đồng chí Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận;
- Đồng chí Lê Thị Hương Giang - Phó Chánh Văn phòng HĐND&UBND quận;
- Các đồng chí trong Thường trực HĐND quận (03 người);
- Chủ tịch Ủy ban MTTQ Việt Nam quận;
- Trưởng Ban Pháp chế HĐND quận (đến muộn);
- Bí thư Đoàn TNCS Hồ Chí Minh quận (dự trực tuyến).
Vắng mặt 02/08 thành phần được mời, gồm:
- Trưởng phòng Tài chính - Kế hoạch quận (có lý do: đi công tác);
- Trưởng phòng Văn hóa và Thông tin quận.
Chủ trì (chủ tọa): Đồng chí Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận.
Thư ký (người ghi biên bản): Đồng chí Lê Thị Hương Giang - Phó Chánh Văn phòng HĐND&UBND quận.
Nội dung (theo diễn biến phiên họp):
I. CÁC NỘI DUNG TRÌNH TẠI PHIÊN HỌP
1. Kết quả công tác năm 2020
a) Trình bày: Phó Chánh Văn phòng HĐND&UBND quận báo cáo những việc
đã làm và những việc còn chậm của năm 2020.
b) Ý kiến:
- Trưởng Ban Pháp chế đề nghị nêu rõ số kiến nghị chưa trả lời.
- Chủ tịch Ủy ban MTTQ Việt Nam quận đề nghị bổ sung kết quả tiếp xúc cử tri.
c) Kết luận: Thông qua báo cáo; bổ sung hai nội dung vừa nêu.
2. Chuẩn bị tổng kết nhiệm kỳ 2016-2021
a) Ý kiến: Các thành viên nhất trí với dự thảo kế hoạch.
b) Kết luận: Ban hành kế hoạch trước ngày 20/01/2021.
II. ĐÁNH GIÁ CỦA CHỦ TỌA
Năm 2020, Hội đồng nhân dân quận làm tròn nhiệm vụ đề ra.
Việc tiếp công dân được giữ đúng lịch.
III. NỘI DUNG CHỈ ĐẠO CỦA CHỦ TỌA
Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo thực hiện các nội dung sau:
1. Đối với việc giám sát của Mặt trận Tổ quốc, đề nghị Ủy ban MTTQ Việt Nam quận chủ trì, cùng Thường trực
HĐND quận và các tổ chức chính trị - xã hội quận thống nhất và xây dựng kế hoạch giám sát năm 2021.
- Cơ quan chủ trì: Ủy ban MTTQ Việt Nam quận;
- Cơ quan phối hợp: Thường trực HĐND quận, các tổ chức chính trị - xã hội quận;
- Thời hạn: trong quý I năm 2021.
2. Đối với nhiệm vụ tháng 01 năm 2021, tập trung vào các việc sau:
a) Gửi chương trình công tác đến hai Ban HĐND quận;
b) Giao Phòng LĐTB&XH chuẩn bị quà Tết cho gia đình chính sách.
- Cơ quan chủ trì: Phòng LĐTB&XH;
- Thời hạn: ngày 05 tháng 02 năm 2021.
Biên bản đã được đọc lại, các thành viên dự họp nhất trí thông qua.
Phiên họp kết thúc vào 11 giờ 15 phút, ngày 05 tháng 01 năm 2021./.
THƯ KÝ CHỦ TỌA Lê Thị Hương Giang Trần Quyết Thắng
Nơi nhận: - Thường trực HĐND quận; - Các thành phần dự họp; - Lưu: VT, Hồ sơ phiên họp.
Biên bản số 05/BB-HĐND, bản 1, phiên họp 2021-01. Kiểm tra văn bản tại: https://hdnd.example/xac-minh/
"""
"""The January minutes, sheet by sheet, without the page numbers."""


def words(record, **more):
    """The page's words with single plain spaces; a blank for the hand is "[]"."""
    page = minutes_page(record, **more).partition("<body>")[2]
    page = re.sub(r'<span class="(blank|number-blank)[^>]*></span>', "[]", page)
    return " ".join(unescape(re.sub(r"<(?!/?(b|span)\b)[^>]+>", " ", page)).replace("</b>", "").split())


def body(record, **more):
    return re.sub(r"</?(b|span)\b[^>]*>", "", words(record, **more))


def test_the_paper_says_what_the_record_says_and_nothing_else(january_paper):
    assert january_paper.text == squeeze(PRINTED)


def test_an_old_post_leaves_to_the_hand_what_it_does_not_tell():
    page = body(OLD_POST)
    for phrase in (
        "Số: []/BB-HĐND",
        "Thời gian bắt đầu: [] giờ [] phút, ngày 04 tháng 7 năm 2019.",
        "Địa điểm: []",
        "Có mặt []/[] thành phần được mời, gồm: - Đồng chí Nguyễn Văn Bình - Chủ tịch HĐND quận; - Chánh Văn phòng",
        "Vắng mặt []/[] thành phần được mời. Chưa ghi nhận có mặt hay vắng mặt, gồm: - Đại diện các phòng, ban",
        "Thư ký (người ghi biên bản): []",
        "I. NỘI DUNG CHỈ ĐẠO CỦA CHỦ TỌA",
        "Phiên họp kết thúc vào [] giờ [] phút, ngày 04 tháng 7 năm 2019./.",
        "THƯ KÝ [] CHỦ TỌA Nguyễn Văn Bình",
    ):
        assert phrase in page
    assert READ_BACK not in page
    assert READ_BACK in body(replace(JANUARY, closing="Chủ tọa cảm ơn các thành viên dự họp."))


def test_only_who_is_recorded_as_present_is_counted():
    doubtful = replace(JANUARY, attendees=(CHAIR, attendee(Role.INVITEE, "Trưởng Công an quận", Presence.UNKNOWN)))
    page = body(doubtful)
    assert "Có mặt []/[] thành phần được mời, gồm: - Đồng chí Trần Quyết Thắng" in page
    assert "Chưa ghi nhận có mặt hay vắng mặt, gồm: - Trưởng Công an quận. Chủ trì" in page


def test_where_everybody_came_nobody_is_called_absent():
    assert "Có mặt 60/60 thành phần được mời" in body(LONG)
    assert "Vắng mặt" not in body(LONG)


def test_attendance_told_in_one_sentence_is_printed_as_it_was_told():
    page = body(replace(OLD_POST, attendees=(), attendance="Dự họp có đại diện các tổ chức chính trị - xã hội."))
    assert "Thành phần tham dự: Dự họp có đại diện các tổ chức chính trị - xã hội. Chủ trì (chủ tọa): []" in page
    assert "thành phần được mời" not in page


def test_the_public_minutes_keep_reasons_and_opinions_inside():
    page = body(JANUARY.public())
    assert "đi công tác" not in page and "đề nghị nêu rõ số kiến nghị" not in page
    assert "- Trưởng phòng Tài chính - Kế hoạch quận (có lý do);" in page
    assert "b) Kết luận: Thông qua báo cáo" in page and "a) Kết luận: Ban hành kế hoạch" in page


def test_sections_take_the_roman_numerals_in_the_order_of_what_there_is():
    def headings(record):
        return re.findall(r"\b[IV]+\. [A-ZÀ-Ỹ ]+(?= )", body(record))

    assert len(headings(JANUARY)) == 3
    assert headings(replace(JANUARY, agenda=()))[0].startswith("I. ĐÁNH GIÁ")
    assert headings(replace(JANUARY, assessment=""))[1].startswith("II. NỘI DUNG CHỈ ĐẠO")
    assert "Nội dung (theo diễn biến phiên họp): [] Biên bản" in body(
        replace(JANUARY, agenda=(), assessment="", directives=())
    )


def test_the_reading_back_gives_way_to_the_closing_of_the_record():
    assert READ_BACK in body(JANUARY)
    page = body(replace(JANUARY, closing="Các thành viên nghe đọc lại và đề nghị sửa mục 2.\nPhiên họp kết thúc."))
    assert READ_BACK not in page
    assert "đề nghị sửa mục 2. Phiên họp kết thúc. Phiên họp kết thúc vào 11 giờ 15 phút" in page


def test_a_number_below_ten_takes_a_nought_and_the_symbol_is_the_councils():
    assert "Số: 05/BB-HĐND" in body(JANUARY, number=5)
    assert "Số: 112/BB-HĐND" in body(JANUARY, number=112)
    council = replace(HAI_BA_TRUNG, symbol_suffix="TTHĐND")
    assert "Số: 12/BB-TTHĐND" in body(replace(JANUARY, council=council), number=12)


def test_a_draft_bears_neither_number_nor_address():
    page = body(JANUARY, number=5, draft=True, verify_at="https://hdnd.example/")
    assert "Số: []/BB-HĐND" in page
    assert "hdnd.example" not in page
    assert "<title>Biên bản phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng (dự thảo)</title>" in (
        minutes_page(JANUARY, draft=True)
    )


def test_a_session_without_a_day_leaves_the_whole_date_to_the_hand():
    assert "08 giờ 30 phút, ngày [] tháng [] năm []." in body(replace(JANUARY, held_on=None))


def test_recipients_have_a_usual_list_where_the_council_gives_none():
    page = body(replace(JANUARY, council=replace(HAI_BA_TRUNG, recipients=())))
    assert page.endswith(
        "Nơi nhận: - Thường trực HĐND quận Hai Bà Trưng; - Các thành phần dự họp; - Lưu: VT, Hồ sơ phiên họp."
    )


def test_a_chair_who_is_not_recorded_as_present_neither_presided_nor_signs():
    away = replace(CHAIR, presence=Presence.EXCUSED)
    deputy = attendee(Role.CHAIR, "Phó Chủ tịch HĐND quận", name="Phạm Thu Hà")
    unsaid = replace(CHAIR, name="Đỗ Văn An", presence=Presence.UNKNOWN)
    page = body(replace(JANUARY, attendees=(away, unsaid, deputy)))
    assert "Chủ trì (chủ tọa): Đồng chí Phạm Thu Hà - Phó Chủ tịch HĐND quận. Thư ký" in page
    assert page.partition("THƯ KÝ")[2].startswith(" [] CHỦ TỌA Phạm Thu Hà Nơi nhận")


def test_an_office_without_a_name_is_named_by_its_post_and_signs_on_dots():
    page = body(replace(JANUARY, attendees=(attendee(Role.SECRETARY, "Chánh Văn phòng HĐND&UBND quận"),)))
    assert "Thư ký (người ghi biên bản): Đồng chí Chánh Văn phòng HĐND&UBND quận." in page
    assert "THƯ KÝ [] CHỦ TỌA []" in page


def test_a_delegate_is_named_beside_whom_they_stand_for():
    row = AttendeeRecord(
        role=Role.INVITEE, position="Trưởng phòng Nội vụ", presence=Presence.PRESENT, delegate="đồng chí Vũ Minh"
    )
    assert "- Trưởng phòng Nội vụ (đồng chí Vũ Minh dự thay)." in body(replace(JANUARY, attendees=(row,)))


def test_a_summary_that_is_a_sentence_of_its_own_does_not_run_on_from_the_presenter():
    item = AgendaItemRecord(title="Ngân sách", presenter="Trưởng phòng Tài chính", summary="Thu đạt dự toán...")
    assert [point.text for point in points(item)] == ["a) Trình bày: Trưởng phòng Tài chính. Thu đạt dự toán..."]
    named = replace(item, summary="Trưởng phòng Tài chính nêu ba khó khăn")
    assert points(named)[0].text == "a) Trình bày: Trưởng phòng Tài chính nêu ba khó khăn."
    assert points(replace(item, summary=""))[0].text == "a) Trình bày: Trưởng phòng Tài chính."


def test_a_vote_is_a_point_of_its_own_before_the_conclusion():
    vote = VoteRecord(agreed=2, opposed=1, agreed_names=("An", "Bình"), opposed_names=("Cúc",))
    item = AgendaItemRecord(title="Ngân sách", opinions="Nhất trí", conclusion="Thông qua", vote=vote)
    assert [point.text for point in points(item)] == [
        "a) Ý kiến: Nhất trí.",
        "b) Biểu quyết: 2/3 thành viên tán thành, 1 không tán thành.",
        "Tán thành: An, Bình; không tán thành: Cúc.",
        "c) Kết luận: Thông qua.",
    ]


def test_a_notice_says_with_the_conclusion_how_the_vote_went_and_never_who_voted():
    vote = VoteRecord(agreed=1, opposed=2, opposed_names=("An", "Bình"), shown=VoteShown.NAMES)
    item = AgendaItemRecord(title="Ngân sách", conclusion="Không thông qua", vote=vote)
    hidden = replace(item, title="Tiếp dân", vote=replace(vote, shown=VoteShown.NOTHING))
    told = excerpt(PaperKind.NOTICE, replace(JANUARY, agenda=(item, hidden), directives=()))
    paper = completed(PaperRecord(kind=PaperKind.NOTICE), told)
    said = [block.text for block in notice.text(told, paper).body]
    assert "1. Về ngân sách: Không thông qua. 1/3 thành viên tán thành, 2 không tán thành." in said
    assert "2. Về tiếp dân: Không thông qua." in said


def listed_particulars(directive):
    return listed(who_and_when(directive))


def test_only_the_recorded_particulars_of_a_directive_are_listed():
    assert listed_particulars(DirectiveRecord(task="báo cáo")) == []
    full = DirectiveRecord(
        task="báo cáo",
        lead="Văn phòng",
        coordinators=("Ban Kinh tế, ngân sách", "Ban Pháp chế"),
        due_on=date(2021, 3, 9),
        recurrence="hàng quý",
    )
    assert listed_particulars(full) == [
        "Cơ quan chủ trì: Văn phòng;",
        "Cơ quan phối hợp: Ban Kinh tế, ngân sách; Ban Pháp chế;",
        "Thời hạn: ngày 09 tháng 3 năm 2021, hàng quý.",
    ]
    assert listed_particulars(replace(full, due_text="trước kỳ họp tới"))[-1] == (
        "Thời hạn: trước kỳ họp tới, hàng quý."
    )


def test_what_is_common_to_all_tasks_goes_before_them_where_one_has_its_own():
    common = DirectiveRecord(topic="Đối với kỳ họp tới", lead="Văn phòng", task="Văn phòng chủ trì các việc sau")
    in_line = DirectiveRecord(level=1, task="in tài liệu")
    record = replace(JANUARY, agenda=(), assessment="", directives=(common, in_line))
    assert "a) In tài liệu. - Cơ quan chủ trì: Văn phòng. Biên bản" in body(record)
    own = replace(record, directives=(common, replace(in_line, due_text="ngày mai")))
    assert "các việc sau: - Cơ quan chủ trì: Văn phòng. a) In tài liệu. - Thời hạn: ngày mai." in body(own)


def test_a_long_body_name_breaks_before_its_place():
    council = replace(
        HAI_BA_TRUNG,
        committee_full_name="Thường trực Hội đồng nhân dân thành phố Thủ Đức, Thành phố Hồ Chí Minh",
        locality="thành phố Thủ Đức, Thành phố Hồ Chí Minh",
    )
    assert list(paper_heading.of_the_session(replace(JANUARY, council=council))) == [
        "Phiên họp tháng 01 năm 2021",
        "của Thường trực Hội đồng nhân dân",
        "thành phố Thủ Đức, Thành phố Hồ Chí Minh",
    ]


def test_dates_and_names_are_not_torn_at_the_end_of_a_line():
    page = minutes_page(JANUARY)
    space = "\N{NO-BREAK SPACE}"
    for joined in ("ngày 05", "tháng 01", "08 giờ", "30 phút", "Hai Bà Trưng", "Trần Quyết Thắng", "cử tri."):
        assert joined.replace(" ", space) in page
