"""An office's own form: what is missing or wrong is refused by name; how the PDF differs from it is said."""

import re

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from meetings.law_places import LAW
from meetings.writers import docx as word

from .conftest import adapted


def paragraphs(document, words):
    found = [each for each in document.element.body.iter(qn("w:p")) if words in "".join(text_of(each))]
    assert found, words
    return [Paragraph(each, document._body) for each in found]


def text_of(element):
    return [text.text or "" for text in element.iter(qn("w:t"))]


def without(words, place=0):
    def change(document):
        gone = paragraphs(document, words)[place]._p
        gone.getparent().remove(gone)

    return change


def styled(style, /, **font):
    def change(document):
        for key, value in font.items():
            setattr(document.styles[style].font, key, value)

    return change


def in_runs(words, /, **font):
    def change(document):
        for run in paragraphs(document, words)[0].runs:
            for key, value in font.items():
                setattr(run.font, key, value)

    return change


def margins(**sides):
    def change(document):
        for side, value in sides.items():
            setattr(document.sections[0], f"{side}_margin", Mm(value))

    return change


def white(document):
    for run in paragraphs(document, "Độc lập")[0].runs:
        run.font.color.rgb = RGBColor(255, 255, 255)


def without_page_number(document):
    header = document.sections[0].header._element
    for each in list(header.iter(qn("w:fldSimple"))):
        each.getparent().remove(each)


def shown_on_the_first_page(document):
    document.sections[0].different_first_page_header_footer = False


REFUSED = [
    (without("Độc lập"), "thiếu Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” (ND30-I.II.1b)"),
    (without("CỘNG HÒA"), "thiếu Quốc hiệu"),
    (in_runs("Độc lập", hidden=True), "thiếu Tiêu ngữ"),
    (white, "thiếu Tiêu ngữ"),
    (without("{{ chu_ky.phai.ho_ten }}", -1), "thiếu họ tên người ký “Nguyễn Văn Thử” (ND30-I.II.7đ)"),
    (without("{{ chu_ky.phai.ho_ten }}"), "thiếu họ tên người ký"),
    (without("Nơi nhận:"), "thiếu chữ “Nơi nhận:”"),
    (without("{{ noi_nhan }}"), "thiếu nơi nhận “- Như trên”"),
    (without("{{ phu_luc.ten }}"), "thiếu phụ lục"),
    (without("{{ co_quan }}"), "thiếu tên cơ quan ban hành"),
    (margins(left=10, right=10), "lề trái 10 mm, phải từ 30 đến 35 mm (ND30-I.I.3)"),
    (margins(left=29.6), "lề trái 29,6 mm"),
    (margins(top=10), "lề trên 10 mm"),
    (styled("Đoạn văn", name="Arial"), "phông Arial ở “Đoạn thử"),
    (in_runs("CỘNG HÒA", name="Calibri"), "phông Calibri ở “CỘNG HÒA"),
    (styled("Số, ký hiệu", size=Pt(13.5)), "cỡ chữ số, ký hiệu 13,5, phải là 13 (ND30-I.II.3c)"),
    (styled("Đoạn văn", size=Pt(12)), "cỡ chữ thân bài 12, phải là 13 hoặc 14"),
    (styled("Tiêu ngữ", bold=False), "Tiêu ngữ phải đậm"),
    (styled("Nơi, ngày", italic=False), "địa danh và ngày phải chữ nghiêng"),
    (without_page_number, "số trang không có"),
    (shown_on_the_first_page, "số trang hiện cả ở trang thứ nhất"),
]


@pytest.mark.parametrize(("change", "told"), REFUSED)
def test_what_it_loses_or_sets_wrongly_is_refused_by_its_name(change, told):
    with pytest.raises(word.BadTemplate) as refused:
        word.check_template(adapted(change))
    assert told in str(refused.value) and "Hãy" in str(refused.value)
    codes = re.findall(r"\((?:[^()]*; )?(ND30-[\w.đ]+)\)", str(refused.value))
    assert codes and set(codes) <= LAW.keys()


def with_line(document):
    paragraphs(document, "{{ ten_loai }}")[0].insert_paragraph_before("Địa chỉ: 30 phố Lê Đại Hành")


def another_order(document):
    (kind,), (abstract,) = (paragraphs(document, f"{{{{ {field} }}}}") for field in ("ten_loai", "trich_yeu"))
    abstract._p.addnext(kind._p)


CHOSEN = [
    (with_line, "Bản PDF không có dòng riêng của mẫu: “Địa chỉ: 30 phố Lê Đại Hành”."),
    (another_order, "Bản PDF xếp các phần theo thứ tự của mẫu hệ thống, khác thứ tự trong mẫu này."),
    (margins(top=25), "Bản PDF dùng lề trang của mẫu hệ thống, khác lề trang của mẫu này."),
    (styled("Đoạn văn", size=Pt(13)), "Bản PDF dùng cỡ chữ của mẫu hệ thống, khác cỡ chữ trong mẫu này."),
]


@pytest.mark.parametrize(("change", "told"), CHOSEN)
def test_what_an_office_may_choose_is_taken_and_the_difference_to_the_pdf_is_told(change, told):
    form = adapted(change)
    word.check_template(form)
    assert word.left_out_of_pdf(form) == (told,)


def test_our_own_form_is_in_the_form_and_differs_in_nothing():
    word.check_template(word.default_template())
    assert word.left_out_of_pdf(word.default_template()) == ()


def test_of_a_form_taken_in_before_the_fault_is_told_too():
    told = word.left_out_of_pdf(adapted(margins(left=10)))
    assert told[0].startswith("Điền thử vào mẫu thì lề trái 10 mm")
