"""The printed minutes, measured: the figures of the official form as they stand on the finished sheets."""

from dataclasses import replace

import pytest
from pdfminer.pdftypes import resolve1

from meetings import official_form as form
from meetings.record import AgendaItemRecord, AttendeeRecord, Role
from meetings.vietnamese import LETTERS
from meetings.writers import fonts

from .conftest import HAI_BA_TRUNG, JANUARY, MM, OLD_POST, Paper, write_minutes

LEFT, TOP = form.MARGIN_LEFT_MM, form.MARGIN_TOP_MM
RIGHT = form.PAGE_SIZE_MM[0] - form.MARGIN_RIGHT_MM
BOTTOM = form.PAGE_SIZE_MM[1] - form.MARGIN_BOTTOM_MM
CLOSE = 0.4
"""Millimetres by which a glyph's box may differ from the line it stands on."""


@pytest.fixture(scope="session", params=["january_paper", "old_post_paper", "long_paper", "draft_paper"])
def paper(request):
    return request.getfixturevalue(request.param)


def extent(things):
    """Left, right, top and bottom of `things`, in millimetres."""
    return (
        min(each["x0"] for each in things) / MM,
        max(each["x1"] for each in things) / MM,
        min(each["top"] for each in things) / MM,
        max(each["bottom"] for each in things) / MM,
    )


def is_page_number(char):
    return char["bottom"] / MM < TOP - 2


def test_every_sheet_is_a4(paper):
    for page in paper.pages:
        assert (page.width / MM, page.height / MM) == pytest.approx(form.PAGE_SIZE_MM, abs=0.01)


def test_nothing_but_the_page_number_stands_in_the_margins(paper):
    for page in paper.pages:
        letters = [each for each in page.chars if each["text"].strip() and not is_page_number(each)]
        rules = [each for each in page.rects if each["height"] < 2]
        left, right, top, bottom = extent(letters + rules)
        assert left >= LEFT - CLOSE and right <= RIGHT + CLOSE
        assert top >= TOP - CLOSE and bottom <= BOTTOM + CLOSE


def test_page_one_has_no_number_and_the_others_have_theirs_top_centre(long_paper):
    for number, page in enumerate(long_paper.pages, start=1):
        printed = [each for each in page.chars if is_page_number(each)]
        assert "".join(each["text"] for each in printed) == ("" if number == 1 else str(number))
        if printed:
            left, right, top, bottom = extent(printed)
            assert (left + right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.2)
            assert (top + bottom) / 2 == pytest.approx(TOP / 2, abs=1)
            assert {round(each["size"], 1) for each in printed} == {form.PAGE_NUMBER_PT}


@pytest.mark.parametrize(
    ("words", "page", "size", "style"),
    [
        (form.NATION, 0, form.NATION_PT, "Bold"),
        (form.MOTTO, 0, form.MOTTO_PT, "Bold"),
        ("HỘI ĐỒNG NHÂN DÂN", 0, form.ISSUER_PT, "Bold"),
        ("QUẬN HAI BÀ TRƯNG", 0, form.ISSUER_PT, "Bold"),
        ("Số: 05/BB-HĐND", 0, form.NUMBER_PT, ""),
        ("BIÊN BẢN", 0, form.KIND_PT, "Bold"),
        ("Phiên họp tháng 01 năm 2021", 0, form.ABSTRACT_PT, "Bold"),
        ("của Thường trực Hội đồng nhân dân quận Hai Bà Trưng", 0, form.ABSTRACT_PT, "Bold"),
        ("Thời gian bắt đầu:", 0, form.BODY_PT, "Bold"),
        ("08 giờ 30 phút", 0, form.BODY_PT, ""),
        ("I. CÁC NỘI DUNG TRÌNH TẠI PHIÊN HỌP", 0, form.BODY_PT, "Bold"),
        ("CHỦ TỌA", -1, form.AUTHORITY_PT, "Bold"),
        ("Lê Thị Hương Giang", -1, form.SIGNER_PT, "Bold"),
        ("Nơi nhận:", -1, form.RECIPIENTS_HEAD_PT, "Bold-Italic"),
        ("- Lưu: VT, Hồ sơ phiên họp.", -1, form.RECIPIENTS_PT, ""),
        ("Biên bản số 05/BB-HĐND", -1, 9, ""),
    ],
)
def test_each_component_has_its_size_and_style(january_paper, words, page, size, style):
    chars = january_paper.find(words, page)
    assert {round(each["size"], 1) for each in chars} == {size}
    faces = {each["fontname"].partition("+")[2] for each in chars}
    assert {("Bold" in face, "Italic" in face) for face in faces} == {("Bold" in style, "Italic" in style)}


def test_the_header_is_centred_in_its_two_parts(january_paper):
    split = LEFT + (RIGHT - LEFT) * form.HEADER_LEFT_SHARE
    for words, left, right in (
        ("HỘI ĐỒNG NHÂN DÂN", LEFT, split),
        ("Số: 05/BB-HĐND", LEFT, split),
        (form.NATION, split, RIGHT),
        (form.MOTTO, split, RIGHT),
        ("BIÊN BẢN", LEFT, RIGHT),
    ):
        start, end, _, _ = extent(january_paper.find(words))
        assert (start + end) / 2 == pytest.approx((left + right) / 2, abs=0.3)


def test_the_rules_are_as_long_as_the_form_says(january_paper):
    rules = {round(each["x0"]): each for each in january_paper.pages[0].rects if each["height"] < 2}
    assert len(rules) == 3
    for words, share in (
        ("QUẬN HAI BÀ TRƯNG", form.RULE_SHARE),
        (form.MOTTO, 1),
        ("của Thường trực Hội đồng nhân dân quận Hai Bà Trưng", form.RULE_SHARE),
    ):
        left, right, _, bottom = extent(january_paper.find(words))
        centred = [each for each in rules.values() if abs((each["x0"] + each["x1"]) / MM - left - right) < 0.5]
        rule = min(centred, key=lambda each: abs(each["top"] / MM - bottom))
        assert rule["width"] / MM == pytest.approx((right - left) * share, abs=0.5)
        assert 0 <= rule["top"] / MM - bottom < 1.5
        assert rule["height"] == pytest.approx(form.RULE_PT, abs=0.01)


def test_the_body_keeps_its_line_its_gap_and_its_first_line_indent(january_paper):
    first = january_paper.find("- Đồng chí Trần Quyết Thắng")
    lines = january_paper.pages[0].extract_text_lines()
    start = next(place for place, line in enumerate(lines) if line["text"].startswith("- Đồng chí Trần Quyết Thắng"))
    assert lines[start + 1]["bottom"] - lines[start]["bottom"] == pytest.approx(form.BODY_LINE_PT, abs=0.05)
    assert lines[start + 2]["bottom"] - lines[start + 1]["bottom"] == pytest.approx(
        form.BODY_LINE_PT + form.PARAGRAPH_GAP_PT, abs=0.05
    )
    assert first[0]["x0"] / MM - LEFT == pytest.approx(form.FIRST_LINE_INDENT_MM, abs=CLOSE)
    assert lines[start + 1]["x0"] / MM == pytest.approx(LEFT, abs=CLOSE)
    assert lines[start]["x1"] / MM == pytest.approx(RIGHT, abs=CLOSE)


def test_secretary_signs_left_and_chair_right_with_room_between_title_and_name(january_paper):
    for title, name, centre in (("THƯ KÝ", "Lê Thị Hương Giang", 0.25), ("CHỦ TỌA", "Trần Quyết Thắng", 0.75)):
        above, below = extent(january_paper.find(title, -1)), extent(january_paper.find(name, -1))
        for left, right, _, _ in (above, below):
            assert (left + right) / 2 == pytest.approx(LEFT + (RIGHT - LEFT) * centre, abs=0.3)
        assert below[2] - above[3] >= form.SIGNATURE_ROOM_MM


def test_the_verification_line_stands_at_the_foot_of_the_last_page_alone(january_paper):
    assert [len(page.search("Kiểm tra văn bản tại")) for page in january_paper.pages] == [0, 0, 1]
    assert extent(january_paper.find("Kiểm tra văn bản tại", -1))[3] == pytest.approx(BOTTOM, abs=1)


def test_signatures_never_stand_alone_nor_part_from_the_last_words():
    for length in (10, 11, 25, 26, 27, 28):
        opinions = "\n".join(f"Tổ {each} nhất trí với dự thảo." for each in range(length))
        record = replace(OLD_POST, agenda=(AgendaItemRecord(title="Góp ý", opinions=opinions),))
        pages = [
            page.extract_text() for page in Paper(write_minutes(record, verify_at="https://hdnd.example/")).pages
        ]
        last = pages[-1].partition("\n")[2]
        assert len(pages) == (2 if length < 28 else 3)
        assert not last.startswith(("Phiên họp kết thúc", "THƯ KÝ"))
        positions = [last.find(words) for words in ("Phiên họp kết thúc", "THƯ KÝ", "Lưu: VT", "Kiểm tra văn bản")]
        assert -1 not in positions and positions == sorted(positions)


def test_a_long_session_holds_together(long_paper):
    assert len(long_paper.pages) > 25
    for each in (1, 30, 59):
        assert f"- Tổ trưởng tổ đại biểu số {each}" in long_paper.text
    assert long_paper.text.count("đề nghị cơ quan được giao việc") == 8 * 31
    assert "40. Giao Phòng chuyên môn số 40 trả lời kiến nghị số 40." in long_paper.text
    for page in long_paper.pages[:-1]:
        assert not page.extract_text_lines()[-1]["text"].endswith(":")


def embedded(paper):
    """The fonts of the file by name, and whether each one's outlines are inside it."""
    found = {}
    for page in paper.pages:
        for font in resolve1(resolve1(page.page_obj.resources)["Font"]).values():
            descriptor = resolve1(resolve1(resolve1(resolve1(font)["DescendantFonts"])[0])["FontDescriptor"])
            found[descriptor["FontName"].name.partition("+")[2]] = "FontFile2" in descriptor
    return found


def test_every_vietnamese_letter_is_printed_in_the_one_embedded_font():
    letters = f"{' '.join(LETTERS)} {' '.join(LETTERS.upper())}"
    paper = Paper(write_minutes(replace(OLD_POST, venue=letters, agenda=(AgendaItemRecord(title=letters),))))
    assert paper.text.count(letters) == 2
    family = fonts.family().replace(" ", "-")
    names = {char["fontname"].partition("+")[2] for page in paper.pages for char in page.chars}
    assert all(name.startswith(family) for name in names)
    assert all(has_file for has_file in embedded(paper).values()) and embedded(paper).keys() >= names


def test_three_lines_of_letterhead_leave_the_right_side_where_it_was(january_paper):
    council = replace(HAI_BA_TRUNG, letterhead=("THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"))
    paper = Paper(write_minutes(replace(JANUARY, council=council), number=5))
    assert extent(paper.find(form.MOTTO)) == pytest.approx(extent(january_paper.find(form.MOTTO)), abs=0.01)
    assert extent(paper.find("BIÊN BẢN"))[2] > extent(january_paper.find("BIÊN BẢN"))[2] + 5


def test_a_draft_is_marked_on_every_page_in_outlines_not_in_words(draft_paper, january_paper):
    mark_height = 100 * MM
    for page in draft_paper.pages:
        assert any(each["height"] > 10 * MM for each in page.curves)
        left, right, top, bottom = extent(page.curves)
        assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((105, 148.5), abs=6)
        assert (bottom - top) * MM > mark_height
    assert not any(each["height"] > 10 * MM for page in january_paper.pages for each in page.curves)
    assert "DỰ" not in draft_paper.text and "THẢO" not in draft_paper.text


def test_the_name_of_an_unnamed_signer_is_a_dotted_blank():
    paper = Paper(write_minutes(replace(OLD_POST, attendees=(AttendeeRecord(role=Role.CHAIR, position="Chủ tịch"),))))
    top = extent(paper.find("THƯ KÝ"))[3]
    dots = [each for each in paper.pages[0].rects + paper.pages[0].curves if each["top"] / MM > top]
    blanks = {(round(each["x0"] / MM), round(each["x1"] / MM)) for each in dots if each["width"] / MM > 40}
    assert [round(right - left) for left, right in sorted(blanks)] == [form.SIGNER_BLANK_MM] * 2


def test_the_pdf_says_its_title_and_language_and_has_an_outline(january_paper):
    catalog, info = january_paper.pages[0].pdf.doc.catalog, january_paper.pages[0].pdf.metadata
    assert info["Title"] == "Biên bản phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert catalog["Lang"] in (b"vi", "vi")
    assert {"StructTreeRoot", "MarkInfo", "Outlines"} <= catalog.keys()


def test_the_same_record_gives_the_same_bytes(january_paper):
    assert write_minutes(JANUARY, number=5, verify_at="https://hdnd.example/xac-minh/") == january_paper.pdf


def test_a_word_longer_than_the_line_is_broken_within_the_margins():
    address = "https://hdnd.example.vn/" + "van-ban-dai/" * 12
    paper = Paper(write_minutes(replace(JANUARY, venue=f"Trực tuyến tại {address}")))
    letters = [each for each in paper.pages[0].chars if each["text"].strip()]
    assert max(each["x1"] for each in letters) / MM <= RIGHT + CLOSE
    assert address in paper.text.replace(" ", "")
