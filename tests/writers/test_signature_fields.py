"""The fields that an issued paper keeps for digital signatures: whose, where, and that a program can sign in them."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from meetings import official_form as form
from meetings.writers import pdf
from meetings.writers.pdf import contents_reading

from .. import signing
from .papers import PAPERS, words_of
from .test_archival import archival_faults

MM = 72 / 25.4
FIELDS = {
    "minutes": ["ThuKy", "ChuToa", "CoQuan"],
    "notice": ["ChuTich", "CoQuan"],
    "invitation": ["ChuTich", "CoQuan"],
}
SIGNERS = {
    "ThuKy": signing.SECRETARY,
    "ChuToa": signing.CHAIR,
    "ChuTich": signing.CHAIR,
    "CoQuan": signing.OFFICE,
}


@pytest.fixture(scope="module", params=PAPERS)
def paper(request):
    return request.param, pdf.write(words_of(request.param))


def widgets(content):
    """name → (page, left, bottom, right, top) in millimetres."""
    with pikepdf.open(BytesIO(content)) as document:
        places = {page.objgen: number for number, page in enumerate(document.pages)}
        return {
            str(field.T): (places[field.P.objgen], *(float(side) / MM for side in field.Rect))
            for field in document.Root.AcroForm.Fields
        }


def test_who_signs_and_the_office_have_a_field_each(paper):
    kind, content = paper
    assert signing.fields_of(content) == FIELDS[kind] == list(widgets(content))


def test_a_field_says_aloud_whose_it_is(paper):
    with pikepdf.open(BytesIO(paper[1])) as document:
        tips = {str(field.T): str(field.TU) for field in document.Root.AcroForm.Fields}
    assert tips["CoQuan"] == "Dấu, chữ ký số của cơ quan"
    last = tips[FIELDS[paper[0]][-2]]
    assert last in ("Chữ ký số của Chủ tịch Trần Quyết Thắng", "Chữ ký số của Chủ tọa Trần Quyết Thắng")


def test_the_signature_stands_midway_between_post_and_name(paper):
    kind, content = paper
    found = widgets(content)
    for name in FIELDS[kind][:-1]:
        number, left, bottom, right, top = found[name]
        post, person = printed(content, number, "CHỦ" if name != "ThuKy" else "THƯ", SIGNERS[name])
        assert top <= post["bottom"] + 0.5 and bottom >= person["top"] - 1.5
        assert top - bottom == pytest.approx(form.SIGNATURE_ROOM_MM, abs=0.1)
        middle = (person["left"] + person["right"]) / 2
        assert (left + right) / 2 == pytest.approx(middle, abs=1)


def printed(content, number, post, person):
    """The last line that begins with the post, and the line of the name, in millimetres from the sheet's foot."""
    with pdfplumber.open(BytesIO(content)) as document:
        page = document.pages[number]
        words = page.extract_words()
        height = float(page.height)
    first, *_, last = person.split()
    name_end = [word for word in words if word["text"] == last][-1]
    name_start = [w for w in words if w["text"] == first and abs(w["top"] - name_end["top"]) < 1][-1]
    above = [word for word in words if word["text"] == post and word["top"] < name_start["top"]]
    near = [word for word in above if abs(word["x0"] - name_start["x0"]) < 60 * MM][-1]
    return _line(near, near, height), _line(name_start, name_end, height)


def _line(first, last, height):
    top, bottom = (height - first["top"]) / MM, (height - first["bottom"]) / MM
    return {"left": first["x0"] / MM, "right": last["x1"] / MM, "top": top, "bottom": bottom}


def test_the_seal_lies_in_its_real_size_over_the_left_third_of_the_last_signature(paper):
    kind, content = paper
    found = widgets(content)
    number, left, bottom, right, top = found["CoQuan"]
    page, *signature = found[FIELDS[kind][-2]]
    assert number == page and right - left == pytest.approx(36, abs=0.1) == top - bottom
    over = (right - signature[0]) / (signature[2] - signature[0])
    assert over == pytest.approx(1 / 3, abs=0.01) and left < signature[0]
    assert (bottom + top) / 2 == pytest.approx((signature[1] + signature[3]) / 2, abs=0.1)


def test_the_paper_keeps_its_marks_with_fields_in_it(paper):
    assert archival_faults(paper[1]) == []


def test_they_are_signed_one_after_another_and_the_file_keeps_its_marks(paper):
    kind, content = paper
    done = content
    for field in FIELDS[kind]:
        done = signing.signed(done, SIGNERS[field], field)
        assert done.startswith(content) and archival_faults(done) == []
    found = contents_reading.contents(done, [content], {})
    assert found.is_signed_original
    assert [each.signer for each in found.signatures] == [SIGNERS[field] for field in FIELDS[kind]]


def test_a_draft_and_a_paper_without_number_have_none():
    minutes = words_of("minutes")
    for content in (
        pdf.write(minutes, draft=True),
        pdf.write(words_of("minutes", number=None)),
        pdf.write([replace(minutes[0], number=None)]),
    ):
        with pikepdf.open(BytesIO(content)) as document:
            assert "/AcroForm" not in document.Root


def test_of_a_paper_printed_singly_the_first_sheet_is_signed_for_the_whole_file():
    sheets = words_of("invitation", one_sheet_each=True, addressees=("Ban Pháp chế", "Ban Kinh tế - Xã hội"))
    found = widgets(pdf.write(sheets))
    assert len(sheets) == 2 and list(found) == ["ChuTich", "CoQuan"]
    assert {place[0] for place in found.values()} == {0}


def test_two_who_sign_by_one_post_have_fields_of_their_own():
    sheet = words_of("notice")[0]
    (only,) = sheet.signatures
    deputies = tuple(replace(only, authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name=name) for name in ("A", "B"))
    assert list(widgets(pdf.write([replace(sheet, signatures=deputies)]))) == [
        "PhoChuTich",
        "PhoChuTich2",
        "CoQuan",
    ]
    nobody = (replace(only, authority=(), name=""),)
    assert list(widgets(pdf.write([replace(sheet, signatures=nobody)]))) == ["NguoiKy", "CoQuan"]
