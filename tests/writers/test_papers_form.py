"""Notice, invitation and their companions as they stand on the sheet: every word of the record, each in its place."""

from dataclasses import replace

import pytest

from meetings import official_form as form
from meetings.form_check import check
from meetings.writers import pdf
from meetings.writers.words import annex, attendance_sheet

from .conftest import MM, Paper
from .papers import OWED, PAPERS, SESSION, VERIFY_AT, words_of


@pytest.fixture(scope="module", params=PAPERS)
def paper(request):
    printed = Paper(pdf.write(words_of(request.param)))
    printed.kind = request.param
    return printed


@pytest.fixture(scope="module")
def notice():
    return Paper(pdf.write(words_of("notice")))


@pytest.fixture(scope="module")
def invitation():
    return Paper(pdf.write(words_of("invitation")))


def letters(text):
    """All that is printed, order and spaces aside: columns that stand side by side are read across."""
    return sorted("".join(text.split()))


def test_the_printed_letters_are_those_of_the_words_and_of_the_form_and_no_others(paper):
    (sheet,) = words_of(paper.kind)
    table = sheet.annex and [
        *(sheet.annex.heading, *sheet.annex.name, *sheet.annex.belongs_to),
        *(cell for row in sheet.annex.table.rows for cell in row),
    ]
    heads = "".join(column.head for column in sheet.annex.table.columns) if sheet.annex else ""
    annex = "".join(table or ()) + heads * sum("Nội dung chỉ đạo" in page.extract_text() for page in paper.pages)
    marks = ";" * (len(sheet.recipients) - 1) + "."
    expected = f"{form.NATION}{form.MOTTO}{form.RECIPIENTS_HEAD}{sheet.words}{marks}{annex}"
    assert letters(paper.text) == letters(expected)


def test_each_paper_keeps_every_rule_of_the_form(paper):
    report = check(paper.pdf)
    assert [(each.rule, each.where, each.measured) for each in report.broken] == []
    assert report.kind == paper.kind


def test_number_and_day_stand_on_one_line_and_the_day_leans(notice):
    number, day = notice.find("Số: 06/TB-HĐND"), notice.find("Hai Bà Trưng, ngày 08 tháng 01 năm 2021")
    assert {round(each["matrix"][5], 1) for each in (*number, *day)} == {round(number[0]["matrix"][5], 1)}
    assert all("Italic" in each["fontname"] for each in day) and {round(each["size"], 1) for each in day} == {
        form.PLACE_DATE_PT
    }


def test_recipients_stand_level_with_the_authority_and_the_signature_in_the_right_half(invitation):
    page = len(invitation.pages) - 1
    head, authority = invitation.find("Nơi nhận:", page), invitation.find("TM. THƯỜNG TRỰC", page)
    assert abs(head[0]["top"] - authority[0]["top"]) < 4 * MM
    middle = form.MARGIN_LEFT_MM + (form.PAGE_SIZE_MM[0] - form.MARGIN_LEFT_MM - form.MARGIN_RIGHT_MM) / 2
    assert authority[0]["x0"] / MM > middle > head[-1]["x1"] / MM


def annex_of(printed):
    """The pages of the annex."""
    starts = next(place for place, page in enumerate(printed.pages) if page.extract_text().startswith("Phụ lục\n"))
    return printed.pages[starts:]


@pytest.mark.parametrize("kind", PAPERS)
def test_the_text_leads_to_the_annex_once_and_never_to_one_that_is_not_there(kind):
    (sheet,), (bare,) = words_of(kind, owed=OWED[:2]), words_of(kind, owed=())
    leads = f"nêu tại Phụ lục kèm theo {sheet.title.split(' kết luận')[0].split(' phiên')[0].split(' dự')[0]} này."
    assert sheet.words.count(leads) == 1 and "Phụ lục" not in bare.words
    (own,) = words_of("notice", owed=OWED[:2], closing="Thực hiện theo Phụ lục của Thông báo này.")
    assert "nêu tại Phụ lục kèm theo" not in own.words


def test_an_annex_that_only_internal_reports_fill_is_led_to_by_the_public_paper_alone():
    ended = replace(OWED[0], only_public=True)
    whole = PAPERS["notice"]
    assert "Phụ lục" not in words_of("notice", owed=(ended,))[0].words
    assert "Phụ lục" in words_of("notice", owed=replace(whole, owed=(ended,)).public().owed)[0].words


def test_the_annex_begins_as_the_decree_says_and_counts_its_pages_from_one(notice):
    first, *others = annex_of(notice)
    head, name, more, of, whose = first.extract_text().splitlines()[:5]
    assert (head, f"{name} {more}") == (form.ANNEX, " ".join(annex.NAME))
    assert f"{of} {whose}" == (
        "(Kèm theo Thông báo số 06/TB-HĐND ngày 08 tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng)"
    )
    page = notice.pages.index(first)
    for words, size, face in (
        (form.ANNEX, form.ANNEX_PT, "Bold"),
        (name, form.ANNEX_NAME_PT, "Bold"),
        (of, 14, "Italic"),
    ):
        chars = notice.find(words, page)
        assert {round(each["size"], 1) for each in chars} == {size} and all(
            face in each["fontname"] for each in chars
        )
    assert [each.extract_text().splitlines()[0] for each in others] == [
        str(number + 2) for number in range(len(others))
    ]


def test_the_heads_of_the_annex_stand_on_each_of_its_pages_and_its_rows_stay_whole(notice):
    of_annex = [page.extract_text() for page in annex_of(notice)]
    assert len(of_annex) > 2 and all("Cơ quan chủ trì" in text for text in of_annex)
    for each in OWED:
        assert sum(each.reference in text.split() for text in of_annex) == 1


def test_the_verification_line_stands_once_at_the_foot_of_the_last_page(paper):
    found = [len(page.search("Kiểm tra văn bản tại")) for page in paper.pages]
    assert found == [0] * (len(found) - 1) + [1]
    assert "phiên họp 2021-01. Kiểm tra văn bản tại: " + VERIFY_AT in paper.text


def test_an_invitation_printed_singly_gives_each_a_whole_sheet_without_a_page_number():
    each = Paper(pdf.write(words_of("invitation", one_sheet_each=True, contact="")))
    invited = len(words_of("invitation", one_sheet_each=True))
    assert len(each.pages) == invited == len(SESSION.attendees) - 1
    for number, page in enumerate(each.pages):
        assert page.search("GIẤY MỜI") and page.search("Trần Quyết Thắng")
        assert not [char for char in page.chars if char["top"] < (form.MARGIN_TOP_MM - 3) * MM], number


def test_the_sheet_to_sign_has_a_line_for_each_seat_and_its_heads_on_every_page():
    many = replace(SESSION, attendees=(*SESSION.attendees, *(SESSION.attendees[3:4] * 60)))
    sheet = Paper(pdf.write([attendance_sheet.text(many)]))
    assert sheet.pages[0].search("PHIẾU ĐIỂM DANH") and len(sheet.pages) > 2
    assert all(page.search("Ký tên") for page in sheet.pages)
    seats = len(many.attendees) + 2  # one row is a group of three
    assert [word for word in sheet.text.split() if word.isdecimal()][-1] == f"{seats}"


def test_a_draft_leaves_number_and_day_to_the_hand_within_their_cells():
    draft = Paper(pdf.write(words_of("notice", number=None, dated=None, owed=()), draft=True))
    day = draft.find("Hai Bà Trưng, ngày")
    assert draft.pages[0].search("năm")[0]["x1"] / MM < form.PAGE_SIZE_MM[0] - form.MARGIN_RIGHT_MM
    assert day[0]["x0"] / MM > form.MARGIN_LEFT_MM + 60
    assert "06/TB" not in draft.text


def test_no_length_of_body_leaves_signatures_or_a_lead_alone():
    """Of a page and a half, line by line, so that the last page begins at every height."""
    for length in range(10, 24):
        grounds = tuple(f"Căn cứ văn bản số {number}" for number in range(length))
        pages = [
            page.extract_text_lines() for page in Paper(pdf.write(words_of("notice", grounds=grounds, owed=()))).pages
        ]
        last = [line["text"] for line in pages[-1]]
        begins = next(place for place, text in enumerate(last) if "Nơi nhận:" in text)
        assert begins >= (1 if len(pages) == 1 else 2), last
        for page in pages[:-1]:
            assert not page[-1]["text"].endswith(":")


def test_single_sheets_of_two_pages_each_count_from_one():
    many = tuple(f"Căn cứ văn bản số {number}" for number in range(1, 24))
    each = Paper(pdf.write(words_of("invitation", one_sheet_each=True, grounds=many)))
    top = form.MARGIN_TOP_MM - 3
    numbers = ["".join(char["text"] for char in page.chars if char["top"] < top * MM) for page in each.pages]
    assert numbers == ["", "2"] * (len(SESSION.attendees) - 1)


def test_the_last_ground_ends_the_list_and_one_invited_singly_stands_in_the_sentence():
    sheet = words_of(
        "invitation", one_sheet_each=True, grounds=("Căn cứ Luật A", "Căn cứ Luật B"), contact="Hà, 0900"
    )
    words = sheet[0].words
    assert "Căn cứ Luật A;\nCăn cứ Luật B.\n" in words
    assert (
        "trân trọng kính mời: Đồng chí Lê Thị Hương Giang" in words and "Chi tiết xin liên hệ: Hà, 0900./." in words
    )
