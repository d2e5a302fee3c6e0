"""The figures of the official form, read back from the documents of Word."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Pt

from meetings import official_form as form
from meetings.writers.docx.ruled_lines import LONG_RULE, SHORT_RULE
from meetings.writers.fonts import width

from .conftest import opened, papers, paragraph, paragraphs, plain, written

TEXT_MM = form.PAGE_SIZE_MM[0] - form.MARGIN_LEFT_MM - form.MARGIN_RIGHT_MM


@pytest.fixture
def minutes():
    return opened(written("minutes"))


def test_the_sheet_is_a4_with_the_margins_of_the_form(name):
    for section in opened(written(name)).sections:
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx(form.PAGE_SIZE_MM, abs=0.01)
        sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        wanted = (form.MARGIN_TOP_MM, form.MARGIN_RIGHT_MM, form.MARGIN_BOTTOM_MM, form.MARGIN_LEFT_MM)
        assert [each.mm for each in sides] == pytest.approx(wanted, abs=0.01)
        assert section.different_first_page_header_footer


def test_the_page_number_stands_in_the_top_margin_from_the_second_page_on(minutes):
    section = minutes.sections[0]
    number = section.header.paragraphs[0]
    assert number._p.find(qn("w:fldSimple")).get(qn("w:instr")).strip() == "PAGE"
    assert (number.style.font.size, number.style.paragraph_format.alignment) == (
        Pt(form.PAGE_NUMBER_PT),
        WD_ALIGN_PARAGRAPH.CENTER,
    )
    assert section.header_distance.mm + form.PAGE_NUMBER_PT * 1.15 * 25.4 / 72 < form.MARGIN_TOP_MM
    assert [each._p.findall(qn("w:fldSimple")) for each in section.first_page_header.paragraphs] == [[]]


def styled(style, part, name):
    """What the style says, or the one it is based on."""
    while getattr(getattr(style, part), name) is None and style.base_style:
        style = style.base_style
    return getattr(getattr(style, part), name)


@pytest.mark.parametrize(
    ("words", "size", "bold", "italic", "alignment"),
    [
        ("CỘNG HÒA", form.NATION_PT, True, False, "CENTER"),
        ("Độc lập", form.MOTTO_PT, True, False, "CENTER"),
        ("HỘI ĐỒNG NHÂN DÂN", form.ISSUER_PT, True, False, "CENTER"),
        ("Số: 03/TB-HĐND", form.NUMBER_PT, False, False, "CENTER"),
        ("Hai Bà Trưng, ngày 06", form.PLACE_DATE_PT, False, True, "CENTER"),
        ("THÔNG BÁO", form.KIND_PT, True, False, "CENTER"),
        ("Kết luận của Thường trực", form.ABSTRACT_PT, True, False, "CENTER"),
        ("Căn cứ Luật", form.BODY_PT, False, True, "JUSTIFY"),
        ("1. Về kết quả", form.BODY_PT, False, False, "JUSTIFY"),
        ("TM. THƯỜNG TRỰC", form.AUTHORITY_PT, True, False, "CENTER"),
        ("Trần Quyết Thắng", form.SIGNER_PT, True, False, "CENTER"),
        ("Nơi nhận:", form.RECIPIENTS_HEAD_PT, True, True, "LEFT"),
        ("- Lưu: VT.", form.RECIPIENTS_PT, False, False, "LEFT"),
        ("Thông báo số 03/TB-HĐND, bản 1", form.VERIFICATION_PT, False, False, "CENTER"),
    ],
)
def test_each_component_has_its_size_and_style(words, size, bold, italic, alignment):
    style = paragraph(opened(written("notice")), words).style
    assert styled(style, "font", "size") == Pt(size)
    assert (bool(styled(style, "font", "bold")), bool(styled(style, "font", "italic"))) == (bold, italic)
    assert styled(style, "paragraph_format", "alignment") is WD_ALIGN_PARAGRAPH[alignment]


def test_every_letter_is_in_the_font_of_the_form(name):
    document = opened(written(name))
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    sorts = ("ascii", "hAnsi", "eastAsia", "cs")
    assert {fonts.get(qn(f"w:{sort}")) for sort in sorts} == {form.FONT_FAMILIES[0]}
    assert not list(document.element.body.iter(qn("w:rFonts")))


def test_a_paragraph_of_the_body_has_its_pitch_its_gap_and_its_indent(minutes):
    body = paragraph(minutes, "- Đồng chí Trần Quyết Thắng").style.paragraph_format
    assert (body.line_spacing_rule, body.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(form.BODY_LINE_PT))
    assert (body.space_before, body.space_after) == (Pt(form.PARAGRAPH_GAP_PT), 0)
    assert body.first_line_indent.mm == pytest.approx(form.FIRST_LINE_INDENT_MM, abs=0.01)
    assert body.widow_control


def test_bold_words_are_bold_and_the_others_are_not(minutes):
    runs = paragraph(minutes, "Thời gian bắt đầu:").runs
    assert [plain(run.text) for run in runs if run.bold] == ["Thời gian bắt đầu:"]
    assert "08 giờ 30 phút" in plain("".join(run.text for run in runs if not run.bold))


def stays(paragraph):
    """Whether the paragraph is kept with the next, by itself or by its style."""
    own = paragraph.paragraph_format.keep_with_next
    return bool(paragraph.style.paragraph_format.keep_with_next if own is None else own)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("BIÊN BẢN", True),
        ("I. CÁC NỘI DUNG", True),
        ("1. Kết quả công tác", True),
        ("b) Ý kiến:", True),
        ("- Trưởng Ban Pháp chế đề nghị", False),
        ("Nội dung (theo diễn biến", True),
        ("1. Đối với việc giám sát", True),
        ("- Cơ quan chủ trì: Ủy ban", True),
        ("- Thời hạn: trong quý I", False),
        ("a) Gửi chương trình", False),
        ("Biên bản đã được đọc lại", True),
        ("Phiên họp kết thúc", True),
        ("THƯ KÝ", True),
        ("Lê Thị Hương Giang", True),
        ("Nơi nhận:", True),
        ("- Lưu: VT", True),
    ],
)
def test_what_belongs_together_stays_on_one_page(minutes, words, kept):
    assert stays(paragraph(minutes, words)) is kept


def test_headings_are_in_the_outline(minutes):
    levels = {}
    for words in ("BIÊN BẢN", "I. CÁC NỘI DUNG", "1. Kết quả công tác"):
        level = paragraph(minutes, words).style.element.find(f".//{qn('w:outlineLvl')}")
        levels[words] = int(level.get(qn("w:val")))
    assert list(levels.values()) == [0, 1, 2]


def test_the_header_is_split_without_borders_and_its_rows_are_whole(minutes):
    table = minutes.tables[0]
    widths = [each.width.mm for each in table.columns]
    assert widths == pytest.approx(
        [TEXT_MM * form.HEADER_LEFT_SHARE, TEXT_MM * (1 - form.HEADER_LEFT_SHARE)], abs=0.1
    )
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    assert {each.get(qn("w:val")) for each in borders} == {"nil"}
    for each in minutes.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in each.rows)


@pytest.mark.parametrize(
    ("above", "style", "share", "size", "room_mm"),
    [
        ("HỘI ĐỒNG NHÂN DÂN", SHORT_RULE, form.RULE_SHARE, form.ISSUER_PT, TEXT_MM * form.HEADER_LEFT_SHARE),
        ("Độc lập", LONG_RULE, 1, form.MOTTO_PT, TEXT_MM * (1 - form.HEADER_LEFT_SHARE)),
        ("Phiên họp tháng 01", SHORT_RULE, form.RULE_SHARE, form.ABSTRACT_PT, TEXT_MM),
    ],
)
def test_the_rules_are_as_long_as_the_form_says(minutes, above, style, share, size, room_mm):
    everything = paragraphs(minutes)
    words = paragraph(minutes, above)
    rule = everything[[each._p for each in everything].index(words._p) + 1]
    line = width(words.text.rpartition("\n")[2], size, bold=True)
    laid = rule.paragraph_format
    assert rule.style.name == style
    assert laid.left_indent == laid.right_indent
    assert room_mm * 72 / 25.4 - 2 * laid.left_indent.pt == pytest.approx(line * share, abs=0.3)


def test_blanks_are_dotted_and_about_as_long_as_asked():
    draft = opened(written("draft"))
    runs = [
        run
        for words in ("Địa điểm:", "Thời gian bắt đầu:")
        for run in paragraph(draft, words).runs
        if run.font.underline == WD_UNDERLINE.DOTTED
    ]
    lengths = [width(run.text, form.BODY_PT) * 25.4 / 72 for run in runs]
    assert lengths == pytest.approx([2 * form.SIGNER_BLANK_MM, form.HOUR_BLANK_MM, form.HOUR_BLANK_MM], abs=0.7)
    assert not any(run.font.underline for run in paragraph(draft, "Số:").runs)


def test_a_table_repeats_its_head_and_keeps_its_rows_whole():
    table = opened(written("minutes with annex")).tables[-1]
    assert [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows] == [True] + [False] * 30
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [each.text for each in table.rows[0].cells][:2] == ["TT", "Số"]
    assert [stays(row.cells[2].paragraphs[0]) for row in table.rows][-2:] == [False, True]
    roll = opened(written("attendance")).tables[1]
    assert [row.height.mm for row in list(roll.rows)[1:]] == pytest.approx([9] * 10, abs=0.05)


def test_sheets_printed_singly_are_whole_each_from_a_page_of_its_own():
    document, sheets = opened(written("invitations")), papers()["invitations"][0]
    kinds = [each.text for each in paragraphs(document)].count("GIẤY MỜI")
    assert kinds == len(document.sections) == len(sheets) == 7
    for section in document.sections:
        assert section.start_type.name == "NEW_PAGE"
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_the_file_says_its_title_and_language_and_nobodys_name(name):
    said = opened(written(name)).core_properties
    sheets, draft = papers()[name]
    assert said.title == sheets[0].title + (" (dự thảo)" if draft else "")
    assert said.language == "vi"
    assert (said.author, said.last_modified_by, said.comments) == ("", "", "")
