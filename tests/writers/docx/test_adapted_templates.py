"""An office changes the template in Word as it likes, and its papers follow."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from meetings.writers import docx as word

from .conftest import adapted, opened, papers, paragraph, paragraphs, plain, written
from .test_words import text


def filled(name, change):
    template = adapted(change)
    word.check_template(template)
    return word.write(papers()[name][0], template=template)


def test_a_line_of_the_offices_own_and_a_moved_field():
    def change(document):
        line = paragraph(document, "{{ ten_loai }}")
        line.insert_paragraph_before("Điện thoại: 024.3.123.456 & số máy lẻ <12>")
        document.tables[0].rows[1].cells[1].add_paragraph("Văn bản {{ so_ky_hieu }}, {{ ten_loai }}")

    made = text(filled("notice", change))
    assert "Văn bản 03/TB-HĐND, THÔNG BÁO Điện thoại: 024.3.123.456 & số máy lẻ <12> THÔNG BÁO" in made


def test_the_size_given_to_the_sample_line_is_the_size_of_every_paragraph():
    def change(document):
        for run in paragraph(document, "{{ than_bai }}").runs:
            run.font.size = Pt(13)

    made = opened(filled("minutes", change))
    for words in ("Thời gian bắt đầu", "I. CÁC NỘI DUNG", "- Cơ quan chủ trì"):
        assert {run.font.size for run in paragraph(made, words).runs} == {Pt(13)}
    assert paragraph(made, "I. CÁC NỘI DUNG").style.name == "Mục"


def test_a_style_may_be_changed_once_for_all_that_is_based_on_it():
    def change(document):
        document.styles["Đoạn văn"].font.size = Pt(13)

    heading = paragraph(opened(filled("minutes", change)), "I. CÁC NỘI DUNG").style
    assert (heading.font.size, heading.base_style.font.size) == (None, Pt(13))


def test_a_template_without_our_styles_still_tells_headings_apart():
    def change(document):
        for name in ("Mục", "Tiểu mục", "Căn cứ"):
            document.styles[name].delete()

    made = opened(filled("notice", change))
    assert all(run.italic for run in paragraph(made, "Căn cứ Luật").runs)
    heading = paragraph(opened(filled("minutes", change)), "I. CÁC NỘI DUNG")
    assert all(run.bold for run in heading.runs) and heading.paragraph_format.keep_with_next


def test_the_lines_of_the_body_may_be_looped_over():
    def change(document):
        line = paragraph(document, "{{ than_bai }}")
        line.insert_paragraph_before("{%p for doan in than_bai %}")
        line.insert_paragraph_before("{{ doan }}").style = line.style
        line.insert_paragraph_before("{%p endfor %}")
        line._p.getparent().remove(line._p)

    for name in ("minutes", "notice", "invitation"):
        assert text(filled(name, change)) == text(word.write(papers()[name][0]))


def test_a_tag_that_word_has_cut_into_runs_is_read_as_one():
    def change(document):
        line = paragraph(document, "{{ ten_loai }}")
        line.clear()
        for part in ("{", "{ ten", "_", "loai", " }", "}"):
            line.add_run(part).bold = True

    made = opened(filled("notice", change))
    assert paragraph(made, "THÔNG BÁO").runs[0].bold


def test_a_table_is_as_wide_as_the_offices_margins_leave():
    def change(document):
        document.sections[0].right_margin = Mm(20)

    table = opened(filled("minutes with annex", change)).tables[-1]
    assert sum(each.width.mm for each in table.columns) == pytest.approx(160, abs=0.1)


def test_a_field_put_in_while_changes_were_tracked_is_filled():
    def change(document):
        line = paragraph(document, "{{ than_bai }}")._p
        tracked = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a" w:date="2021-01-05T00:00:00Z"/>')
        tracked.append(line.r_lst[0])
        line.append(tracked)

    assert text(filled("notice", change)) == text(written("notice"))
    assert len(paragraphs(opened(filled("notice", change)))) == len(paragraphs(opened(written("notice"))))


def test_a_field_in_a_text_box_is_filled_where_it_hangs_on_a_field_too():
    def change(document):
        paragraph(document, "{{ ten_loai }}").add_run()._r.append(
            parse_xml(
                f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
                "<w:p><w:r><w:t>Bản số {{ so }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
            )
        )

    assert "THÔNG BÁO Bản số 03 Kết luận" in text(filled("notice", change))


def test_a_field_in_the_footer_is_filled():
    def change(document):
        document.sections[0].footer.paragraphs[0].text = "{{ so_ky_hieu }}"

    assert opened(filled("notice", change)).sections[0].footer.paragraphs[0].text == "03/TB-HĐND"


def test_a_rule_follows_its_words_when_they_are_made_smaller():
    def change(document):
        document.styles["Tiêu ngữ"].font.size = Pt(13)

    def side(document):
        everything = paragraphs(document)
        place = [plain(each.text)[:8] for each in everything].index("Độc lập ")
        return everything[place + 1].paragraph_format.left_indent

    assert side(opened(filled("notice", change))) > side(opened(word.write(papers()["notice"][0])))


def test_a_cell_whose_words_are_gone_keeps_the_paragraph_that_word_asks_for():
    made = opened(filled("attendance", lambda document: None))
    for cell in made.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
