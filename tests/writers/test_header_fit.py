"""Place and date stay on one line, in PDF and in Word, however long the place is; the sizes go in their pairs."""

import subprocess
from dataclasses import replace

import pytest

from meetings import official_form as form
from meetings.form_check import check
from meetings.writers import docx, header_fit, pdf
from meetings.writers.words import sheets

from .conftest import MM, Paper
from .papers import PAPERS, SESSION

TM = "HỘI ĐỒNG NHÂN DÂN"
USUAL, SMALLER = (13.0, 14.0), (12.0, 13.0)
PLACES = [
    ("quận Hai Bà Trưng", "Hai Bà Trưng", True, USUAL),
    ("quận Hà Đông", "Hà Đông", False, USUAL),
    ("phường 1", "1", True, USUAL),
    ("thành phố Hồ Chí Minh", "Hồ Chí Minh", True, SMALLER),
    ("phường Văn Miếu - Quốc Tử Giám", "Văn Miếu - Quốc Tử Giám", False, SMALLER),
    ("phường Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai", True, SMALLER),
    ("phường Phan Rang - Tháp Chàm", "Phan Rang - Tháp Chàm", False, SMALLER),
]


def notice(locality, place, named_in_full, *, letterhead=None):
    council = replace(
        SESSION.council,
        locality=locality,
        place_name=place,
        named_in_full=named_in_full,
        letterhead=letterhead or (TM, locality.upper()),
    )
    return sheets(replace(SESSION, council=council), replace(PAPERS["notice"], owed=()))


def header_of(printed):
    """The sizes of Quốc hiệu and Tiêu ngữ, and the line of place and date with its size."""
    first = Paper(printed).pages[0]
    lines = first.extract_text_lines()
    line = next(each for each in lines if "ngày 08 tháng 01 năm 2021" in each["text"])
    nation, motto = (first.search(words)[0]["chars"][0]["size"] for words in (form.NATION, form.MOTTO))
    return (round(nation, 1), round(motto, 1)), line


@pytest.mark.parametrize(("locality", "place", "in_full", "pair"), PLACES)
def test_place_and_date_are_one_line_in_the_sizes_of_one_pair(locality, place, in_full, pair):
    printed = pdf.write(notice(locality, place, in_full))
    sizes, line = header_of(printed)
    written = locality[0].upper() + locality[1:] if in_full else place
    assert line["text"].endswith(f"{written}, ngày 08 tháng 01 năm 2021")
    assert sizes == pair and round(line["chars"][-1]["size"], 1) == pair[1]
    assert line["x1"] / MM <= form.PAGE_SIZE_MM[0] - form.MARGIN_RIGHT_RANGE_MM[0]
    assert [each.rule for each in check(printed).broken] == []


def test_the_longest_names_of_body_and_place_share_the_line_down_to_the_least():
    printed = pdf.write(
        notice("phường Nguyễn Thị Minh Khai Văn Miếu", "x", True, letterhead=(TM, "PHƯỜNG NGUYỄN THỊ MINH KHAI"))
    )
    sizes, _ = header_of(printed)
    assert sizes == SMALLER


def test_blanks_for_the_hand_take_room_too():
    (sheet,) = notice("thành phố Hồ Chí Minh", "Hồ Chí Minh", True)
    (drafted,) = sheets(
        replace(SESSION, council=replace(SESSION.council, locality="thành phố Hồ Chí Minh", named_in_full=True)),
        replace(PAPERS["notice"], owed=(), dated=None),
    )
    assert header_fit.fit(drafted).left_share <= header_fit.fit(sheet).left_share <= form.HEADER_LEFT_SHARE


@pytest.mark.office
def test_so_it_is_in_word(tmp_path):
    for number, (locality, place, in_full, _) in enumerate(PLACES):
        (tmp_path / f"{number}.docx").write_bytes(docx.write(notice(locality, place, in_full)))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, *sorted(tmp_path.glob("*.docx"))], check=True, capture_output=True)
    for number, (_, _, _, pair) in enumerate(PLACES):
        printed = (tmp_path / f"{number}.pdf").read_bytes()
        sizes, _ = header_of(printed)
        assert sizes == pair and [each.rule for each in check(printed).broken] == []
