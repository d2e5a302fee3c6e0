"""The QR code and the link of a Word file lead to where those of the PDF lead."""

from datetime import date
from io import BytesIO

import pytest
import zxingcpp
from docx.oxml.ns import qn
from PIL import Image

from meetings.writers import docx as word
from meetings.writers.docx.qr_picture import ALT
from meetings.writers.docx.template_form import TWO_SIGN
from meetings.writers.words import sheets

from .conftest import INVITED, JANUARY, VERIFY_AT, adapted, opened, paper, papers, written

MINUTES = sheets(JANUARY, paper("minutes", number=5, dated=date(2021, 1, 5)), verify_at=VERIFY_AT)


def shown(part, root):
    """What each QR code under `root` says, read from the picture that `part` keeps."""
    pictures = [part.related_parts[each.get(qn("r:embed"))].blob for each in root.iter(qn("a:blip"))]
    return [zxingcpp.read_barcode(Image.open(BytesIO(each))).text for each in pictures]


def linked(root):
    """The words of each link with where it leads."""
    return {
        "".join(text.text for text in field.iter(qn("w:t"))): field.get(qn("w:instr"))
        for field in root.iter(qn("w:fldSimple"))
        if "HYPERLINK" in field.get(qn("w:instr"))
    }


@pytest.mark.parametrize("name", ["minutes with annex", "notice"])
def test_one_code_and_one_link_lead_to_the_answer_for_this_paper(name):
    document = opened(written(name))
    (sheet,) = papers()[name][0]
    assert sheet.verify_link.startswith(f"{VERIFY_AT}?so=")
    assert shown(document.part, document.element.body) == [sheet.verify_link]
    assert linked(document.element.body) == {VERIFY_AT: f'HYPERLINK "{sheet.verify_link}"'}


def test_it_is_as_large_as_in_the_pdf_and_called_by_what_it_is_for():
    (picture,) = opened(written("minutes")).inline_shapes
    assert (round(picture.width.mm, 1), round(picture.height.mm, 1)) == (19, 19)
    assert picture._inline.docPr.get("descr") == ALT


def test_every_sheet_of_one_file_has_its_own_picture():
    invitation = paper("invitation", number=48, one_sheet_each=True)
    given = sheets(INVITED, invitation, verify_at=VERIFY_AT)
    document = opened(word.write(given))
    assert len(given) > 1 and shown(document.part, document.element.body) == [each.verify_link for each in given]
    numbers = [each.get("id") for each in document.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(given)


def test_a_draft_and_a_paper_that_says_no_address_have_neither():
    given = papers()["notice"][0]
    for made in (word.write(given, draft=True), word.write(sheets(JANUARY, paper("notice", number=3)))):
        document = opened(made)
        assert not document.inline_shapes and not linked(document.element.body)
        assert "ma_qr" not in document.element.xml


def test_an_address_with_quotes_stays_inside_its_field():
    given = sheets(JANUARY, paper("minutes", number=5), verify_at='https://x.example/" \\o "lừa')
    (instruction,) = linked(opened(word.write(given)).element.body).values()
    assert instruction.count('"') == 2


def test_an_office_may_put_the_code_into_a_footer():
    def moved(document):
        for field in document.element.body.iter(qn("w:t")):
            if "ma_qr" in (field.text or ""):
                field.text = ""
        document.sections[0].footer.paragraphs[0].add_run("{{ ma_qr }}")

    template = adapted(moved)
    word.check_template(template)
    assert not any("hình" in each for each in word.left_out_of_pdf(template))
    document = opened(word.write([TWO_SIGN, *MINUTES], template=template))
    footer = document.sections[0].footer.part
    assert not document.inline_shapes and shown(footer, footer.element) == []
    document = opened(word.write(MINUTES, template=template))
    footer = document.sections[0].footer.part
    assert shown(footer, footer.element) == [f"{VERIFY_AT}?so=05/BB-HDND&ngay=2021-01-05"]
