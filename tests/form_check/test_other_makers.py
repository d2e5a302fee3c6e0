"""Papers from word processors: fonts by other names, rules as strokes or images, marks as text, letters apart."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Operator

from meetings.form_check import check
from meetings.form_check.letters import Letter, is_bold, is_italic, lines, same_family, without_rules
from meetings.writers import fonts
from meetings.writers.pdf import pdf_sheet

from . import samples
from .conftest import faults, printed, sound

OURS = fonts.family().replace(" ", "-")

SPELLINGS = {
    OURS: "ABCDEE+TimesNewRomanPSMT",
    f"{OURS}-Bold": "BAAAAA+TimesNewRomanPS-BoldMT",
    f"{OURS}-Italic": "CAAAAA+TimesNewRoman,Italic",
    f"{OURS}-Bold-Italic": "DAAAAA+Times New Roman Bold Italic",
}


def rewritten(pdf, page_change=lambda document, page: None, operators=lambda document, page, step: [step]):
    """The PDF with each page's drawing steps passed through `operators`."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            page_change(document, page)
            steps = [
                new
                for step in pikepdf.parse_content_stream(page)
                for new in operators(document, page, (step.operands, step.operator))
            ]
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(steps))
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def renamed(names):
    def change(document, page):
        for font in page.Resources.Font.values():
            inside = font.DescendantFonts[0]
            name = str(inside.BaseFont).partition("+")[2]
            for holder, key in ((font, "/BaseFont"), (inside, "/BaseFont"), (inside.FontDescriptor, "/FontName")):
                if name in names:
                    holder[key] = Name("/" + names[name])

    return change


def stroked(document, page, step):
    """Filled bars drawn as stroked lines."""
    operands, operator = step
    if str(operator) != "re" or not 0 < float(operands[3]) < 2:
        return [step] if str(operator) != "re" or abs(float(operands[3])) > 2 else []
    x, y, width, height = map(float, operands)
    middle = y + height / 2
    return [
        ([height], Operator("w")),
        ([x, middle], Operator("m")),
        ([x + width, middle], Operator("l")),
        ([], Operator("S")),
    ]


def pictured(document, page, step):
    """Filled bars drawn as images of one dot."""
    operands, operator = step
    if str(operator) != "re" or not 0 < float(operands[3]) < 2:
        return [step]
    if "/Dot" not in page.Resources.XObject:
        dot = document.make_stream(b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        dot.ColorSpace, dot.BitsPerComponent = Name.DeviceGray, 8
        page.Resources.XObject["/Dot"] = dot
    x, y, width, height = map(float, operands)
    return [
        ([], Operator("q")),
        ([width, 0, 0, height, x, y], Operator("cm")),
        ([Name.Dot], Operator("Do")),
        ([], Operator("Q")),
    ]


@pytest.mark.parametrize("paper", ["minutes", "notice"])
def test_times_new_roman_is_known_however_it_is_spelt(paper):
    report = check(rewritten(sound(paper), renamed(SPELLINGS)))
    assert report.broken == ()
    told = next(each for each in report.findings if each.rule == "font-family")
    assert "TimesNewRomanPS-BoldMT" in told.measured


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("TimesNewRomanPSMT", False, False),
        ("TimesNewRomanPS-BoldItalicMT", True, True),
        ("TimesNewRoman,Bold", True, False),
        ("Times New Roman Italic", False, True),
        ("Tinos-Bold", True, False),
    ],
)
def test_weight_and_slope_are_read_from_the_name(name, bold, italic):
    assert (is_bold(name), is_italic(name)) == (bold, italic)
    assert any(same_family(name, family) for family in ("Times New Roman", "Tinos"))


@pytest.mark.parametrize("name", ["Helvetica", "ArialMT", ".VnTime", "Times-Roman", "Calibri-Bold", ""])
def test_what_is_another_family_is_told(name):
    assert not any(same_family(name, family) for family in ("Times New Roman", "Tinos", "Liberation Serif"))


def test_another_font_is_found_with_the_line_it_stands_in():
    pdf = rewritten(sound("notice"), renamed({f"{OURS}-Italic": "AAAAAA+Arial-ItalicMT"}))
    (broken,) = check(pdf).broken
    assert (broken.rule, broken.measured) == ("font-family", "Arial-ItalicMT")
    assert "Hai Bà Trưng, ngày 08" in broken.where


def test_a_font_that_is_not_in_the_file_is_told():
    def emptied(document, page):
        for font in page.Resources.Font.values():
            if "Bold" in str(font.BaseFont):
                del font.DescendantFonts[0].FontDescriptor["/FontFile2"]

    (broken,) = check(rewritten(sound("notice"), emptied)).broken
    assert (broken.rule, broken.measured) == ("font-embedded", f"không nhúng: {OURS}-Bold, {OURS}-Bold-Italic")


def test_a_page_in_helvetica_breaks_the_rule_of_the_font_and_is_still_checked():
    with pikepdf.new() as document:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page = document.add_blank_page(page_size=(595.3, 841.9))
        page.Resources = Dictionary(Font=Dictionary(F0=document.make_indirect(font)))
        page.contents_add(b"BT /F0 13 Tf 300 760 Td (CONG HOA XA HOI CHU NGHIA VIET NAM) Tj ET")
        out = BytesIO()
        document.save(out)
    report = check(out.getvalue())
    broken = {each.rule: each.measured for each in report.broken}
    assert report.kind is None
    assert broken["font-family"] == "Helvetica" and broken["font-embedded"] == "không nhúng: Helvetica"
    assert broken["nation-text"] == "CONG HOA XA HOI CHU NGHIA VIET NAM"
    assert broken["kind-name"] == "không thấy tên loại văn bản"
    assert {each.rule for each in report.not_checkable} >= {"number-symbol", "required-words", "minutes-signers"}


@pytest.mark.parametrize("drawn", [stroked, pictured])
def test_rules_are_found_however_they_are_drawn(drawn):
    pdf = rewritten(sound("notice"), operators=drawn)
    assert pdf != sound("notice")
    assert faults(pdf) == set()
    half = [("</style>", ".motto span::after { right: 50%; }</style>")]
    assert faults(rewritten(printed("notice", half), operators=drawn)) == {"motto-rule"}


def test_a_mark_of_a_draft_set_as_turned_letters_is_not_text():
    def marked(document, page):
        font = next(iter(page.Resources.Font.keys()))
        page.contents_add(
            f"q 0.8 g BT {font} 90 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <0001> Tj ET Q".encode(), prepend=True
        )

    report = check(rewritten(sound("notice"), marked))
    assert [each.rule for each in report.broken] == ["number-given"]  # a draft has no number yet


def letter(text, x0, x1, baseline=100.0, size=14.0, font="TimesNewRomanPSMT"):
    return Letter(text, x0, x1, baseline, size, font, bold=False, italic=False, black=True)


def test_words_are_told_by_distance_where_there_are_no_spaces():
    spaced = [letter("đ", 10, 12), letter("ã", 12, 14), letter("k", 15.2, 17), letter("ý", 17, 19)]
    assert [line.text for line in lines(1, spaced)] == ["đã ký"]


def test_underscores_in_a_row_are_a_rule_and_no_words():
    row = [letter("Số", 10, 14), *(letter("_", 20 + 2 * place, 22 + 2 * place) for place in range(8))]
    kept, rules = without_rules(lines(1, row))
    assert [line.text for line in kept] == ["Số"]
    assert [(rule.x0, rule.x1) for rule in rules] == [(20, 36)]
    assert without_rules(lines(1, [letter("_", 10, 12)]))[1] == ()


def test_a_letter_printed_twice_to_look_bold_is_one():
    assert [line.text for line in lines(1, [letter("A", 10, 13), letter("A", 10.1, 13.1)])] == ["A"]


def test_a_tone_mark_set_apart_becomes_one_letter_with_its_vowel():
    assert lines(1, [letter("a", 10, 12), letter("\u0301", 11.2, 12)])[0].text == "á"


def test_a_raised_figure_belongs_to_its_line():
    (line,) = lines(1, [letter("m", 10, 14), letter("2", 14, 15.5, baseline=98.4, size=9), letter("x", 18, 20)])
    assert (line.text, line.size, line.baseline) == ("m2 x", 14.0, 100.0)


def test_two_styles_in_one_word_are_kept_apart_and_read_together():
    (line,) = lines(1, [letter("H", 10, 14), letter("Đ", 14, 18, font="TimesNewRomanPS-BoldMT")])
    assert line.text == "HĐ" and len(line.words) == 2


def test_a_draft_may_say_so_in_words():
    said = [('(<div class="issuer">)', r"\1<div>DỰ THẢO 2</div>"), ("Số: 06/", "Số: /")]
    level = [("</style>", ".nation { padding-top: 16.5pt; }</style>")]
    report = check(printed("notice", said + level))
    told = {each.rule: each for each in report.findings}
    assert told["number-given"].measured == "Số: /TB-HĐND" and told["number-given"] in report.kept
    assert [each.rule for each in report.broken] == ["nation-place"]  # the words push the header down


def test_small_letters_turned_on_their_side_are_no_mark():
    def turned(document, page):
        font = next(iter(page.Resources.Font.keys()))
        page.contents_add(f"q BT {font} 12 Tf 0 1 -1 0 150 300 Tm <0026> Tj ET Q".encode(), prepend=True)

    assert faults(rewritten(sound("notice"), turned)) == set()


def test_a_sheet_measured_from_another_corner_is_the_same_sheet():
    def moved(document, page):
        box = [float(side) for side in page.MediaBox]
        page.MediaBox = [box[0] + 100, box[1] - 50, box[2] + 100, box[3] - 50]
        page.contents_add(b"1 0 0 1 100 -50 cm", prepend=True)

    assert check(rewritten(sound("notice"), moved)) == check(sound("notice"))


def test_a_sheet_lying_on_its_side_in_the_file_is_read_upright():
    def laid(document, page):
        _, _, width, height = (float(side) for side in page.MediaBox)
        page.MediaBox, page.Rotate = [0, 0, height, width], 90
        page.contents_add(f"0 1 -1 0 {height} 0 cm".encode(), prepend=True)

    assert faults(rewritten(sound("notice"), laid)) == set()


@pytest.mark.parametrize("sections", [1, 4, 9])
def test_a_paper_laid_out_in_tables_with_other_figures_of_the_range_is_kept(sections):
    assert faults(pdf_sheet.pdf(samples.word_processed_notice(sections))) == set()


def test_figures_may_go_on_from_section_to_section_and_letters_may_not():
    going_on = [(">1\\. Chuẩn", ">I. NỘI DUNG</h3><h3>1. Chuẩn"), ("<h2>I\\..*</h2>", "")]
    more = [("<h2>II\\.(.*)</h2>", r"<h2>II.\1</h2><p>2. Việc khác.</p>")]
    assert faults(printed("minutes", going_on + more)) == set()
    assert faults(printed("notice", [("2\\. Đối", "b) Đối"), (">a\\) Triển", ">c) Triển")])) == {"numbering"}
