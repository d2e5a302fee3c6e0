"""The documents as LibreOffice opens and prints them: measured on the sheets that come out."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from meetings import form_check
from meetings import official_form as form
from meetings.record import AgendaItemRecord
from meetings.writers import docx as word
from meetings.writers.words import sheets

from ..conftest import MM, OLD_POST, Paper
from ..test_qr_code import codes
from .conftest import VERIFY_AT, paper, papers, written
from .test_words import text

pytestmark = pytest.mark.office

LEFT, TOP = form.MARGIN_LEFT_MM, form.MARGIN_TOP_MM
RIGHT, BOTTOM = form.PAGE_SIZE_MM[0] - form.MARGIN_RIGHT_MM, form.PAGE_SIZE_MM[1] - form.MARGIN_BOTTOM_MM
CLOSE = 0.4
LENGTHS = range(8, 32)
"""Of a list of opinions: over so many lines the end of the paper meets the end of a page in every way."""


def of_length(length):
    opinions = "\n".join(f"Tổ {each} nhất trí với dự thảo." for each in range(length))
    record = replace(OLD_POST, agenda=(AgendaItemRecord(title="Góp ý", opinions=opinions),))
    return word.write(sheets(record, paper("minutes", number=5), verify_at=VERIFY_AT))


def convert(folder, kind, *files):
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """Every paper as a PDF of LibreOffice, by name, in one run; it keeps its profile in a folder of its own."""
    folder = tmp_path_factory.mktemp("office")
    made = {name: written(name) for name in papers()} | {f"of {each} lines": of_length(each) for each in LENGTHS}
    made |= {"template": word.default_template(), "one invitation": word.write(papers()["invitations"][0][:1])}
    for name, document in made.items():
        (folder / f"{name}.docx").write_bytes(document)
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    command += ["--outdir", str(folder), *(str(folder / f"{name}.docx") for name in made)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: Paper(Path(folder / f"{name}.pdf").read_bytes()) for name in made}


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


def rules(page):
    """Lines of some length, as LibreOffice draws them: stroked, filled, or an outline of four corners."""
    drawn = (*page.rects, *page.lines, *page.curves)
    return [each for each in drawn if each["height"] < 2 and each["width"] > 20 and not each.get("dash")]


@pytest.fixture(params=[name for name in papers() if name != "draft"])
def finished(printed, request):
    return printed[request.param]


def test_nothing_but_the_page_number_stands_in_the_margins(finished):
    for page in finished.pages:
        assert (page.width / MM, page.height / MM) == pytest.approx(form.PAGE_SIZE_MM, abs=0.3)
        letters = [each for each in page.chars if each["text"].strip() and not is_page_number(each)]
        left, right, top, bottom = extent(letters + rules(page))
        assert left >= LEFT - CLOSE and right <= RIGHT + CLOSE
        assert top >= TOP - CLOSE and bottom <= BOTTOM + CLOSE


def test_no_page_is_left_blank_and_all_but_the_first_are_numbered(printed):
    for name, each in printed.items():
        if name == "invitations":
            continue
        starts = [place for place, page in enumerate(each.pages) if page.extract_text().startswith("Phụ lục\n")]
        for place, page in enumerate(each.pages):
            number = place - starts[0] + 1 if starts and place >= starts[0] else place + 1
            found = [char for char in page.chars if is_page_number(char)]
            assert "".join(char["text"] for char in found) == ("" if number == 1 else str(number))
            assert len(page.chars) > len(found)
            if found:
                left, right, top, bottom = extent(found)
                assert (left + right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.3)
                assert (top + bottom) / 2 == pytest.approx(TOP / 2, abs=1)
                assert {round(char["size"], 1) for char in found} == {form.PAGE_NUMBER_PT}


def test_each_sheet_printed_singly_is_a_page_without_a_number(printed):
    pages = printed["invitations"].pages
    assert len(pages) == len(papers()["invitations"][0])
    assert [len(page.search("GIẤY MỜI")) for page in pages] == [1] * len(pages)
    assert not any(is_page_number(each) for page in pages for each in page.chars)


def test_the_header_stands_where_the_form_wants_it(printed):
    found = printed["notice"]
    split = LEFT + (RIGHT - LEFT) * form.HEADER_LEFT_SHARE
    for words, left, right, size in (
        ("HỘI ĐỒNG NHÂN DÂN", LEFT, split, form.ISSUER_PT),
        ("Số: 03/TB-HĐND", LEFT, split, form.NUMBER_PT),
        (form.NATION, split, RIGHT, form.NATION_PT),
        (form.MOTTO, split, RIGHT, form.MOTTO_PT),
        ("THÔNG BÁO", LEFT, RIGHT, form.KIND_PT),
    ):
        chars = found.find(words)
        start, end, _, _ = extent(chars)
        assert (start + end) / 2 == pytest.approx((left + right) / 2, abs=0.4)
        assert {round(each["size"], 1) for each in chars} == {size}
    number, date = (extent(found.find(words))[3] for words in ("Số: 03/TB-HĐND", "Hai Bà Trưng, ngày 06"))
    assert number == pytest.approx(date, abs=0.3)


def test_the_rules_are_as_long_as_the_form_says(printed):
    found = printed["notice"]
    for words, share in (
        ("QUẬN HAI BÀ TRƯNG", form.RULE_SHARE),
        (form.MOTTO, 1),
        ("tại phiên họp tháng 01 năm 2021", form.RULE_SHARE),
    ):
        left, right, _, bottom = extent(found.find(words))
        centred = [each for each in rules(found.pages[0]) if abs((each["x0"] + each["x1"]) / MM - left - right) < 0.8]
        rule = min(centred, key=lambda each: abs(each["top"] / MM - bottom))
        assert rule["width"] / MM == pytest.approx((right - left) * share, abs=0.8)
        assert 0 <= rule["top"] / MM - bottom < 2


def test_the_body_keeps_its_line_its_gap_and_its_indent(printed):
    found = printed["minutes"]
    lines = found.pages[0].extract_text_lines()
    start = next(place for place, line in enumerate(lines) if line["text"].startswith("- Đồng chí Trần Quyết Thắng"))
    first, second, third = lines[start : start + 3]
    assert second["bottom"] - first["bottom"] == pytest.approx(form.BODY_LINE_PT, abs=0.1)
    assert third["bottom"] - second["bottom"] == pytest.approx(form.BODY_LINE_PT + form.PARAGRAPH_GAP_PT, abs=0.1)
    assert first["x0"] / MM - LEFT == pytest.approx(form.FIRST_LINE_INDENT_MM, abs=CLOSE)
    assert second["x0"] / MM == pytest.approx(LEFT, abs=CLOSE)
    assert first["x1"] / MM == pytest.approx(RIGHT, abs=CLOSE)


RIGHT_SIGNERS = {"minutes": "CHỦ TỌA", "notice": "CHỦ TỊCH", "invitation": "CHỦ TỊCH"}


@pytest.mark.parametrize("name", RIGHT_SIGNERS)
def test_signatures_stand_in_their_halves_with_room_above_the_name(printed, name):
    page = printed[name].pages[-1]
    above, below = (page.search(words)[-1] for words in (RIGHT_SIGNERS[name], "Trần.Quyết.Thắng"))
    for each in (above, below):
        assert (each["x0"] + each["x1"]) / 2 / MM == pytest.approx(LEFT + (RIGHT - LEFT) * 0.75, abs=0.4)
        assert {char["fontname"].partition("+")[2] for char in each["chars"]} == {"Tinos-Bold"}
    assert (below["top"] - above["bottom"]) / MM >= form.SIGNATURE_ROOM_MM - 1


@pytest.mark.parametrize("length", LENGTHS)
def test_the_end_of_a_paper_stays_together_and_takes_words_along(printed, length):
    page = printed[f"of {length} lines"].pages[-1].extract_text()
    last = page.partition("\n")[2]
    parts = ("Phiên họp kết thúc", "THƯ KÝ", "Lưu: VT", "Kiểm tra văn bản tại")
    positions = [last.find(words) for words in parts]
    assert -1 not in positions and positions == sorted(positions)
    assert not last.startswith("Phiên họp kết thúc")


def test_the_verification_line_stands_at_the_foot_of_the_last_page_below_all_else(printed):
    for name in ("minutes", "minutes with annex", "notice", *(f"of {each} lines" for each in LENGTHS)):
        found = [len(page.search("Kiểm tra văn bản tại")) for page in printed[name].pages]
        assert found == [0] * (len(found) - 1) + [1]
        line = extent(printed[name].find("Kiểm tra văn bản tại", -1))
        assert line[3] == pytest.approx(BOTTOM, abs=1)
        above = [each for each in printed[name].pages[-1].chars if each["size"] > form.VERIFICATION_PT + 0.5]
        assert extent(above)[3] < line[2]


@pytest.mark.parametrize("name", ["minutes", "minutes with annex", "notice"])
def test_the_qr_code_stands_where_it_is_signed_and_is_readable_at_office_scanners_grain(printed, name):
    (sheet,) = papers()[name][0]
    found = [[code.text for code in page] for page in codes(printed[name].pdf)]
    signed = [bool(page.search("Nơi nhận:")) for page in printed[name].pages]
    assert found == [[sheet.verify_link] if here else [] for here in signed]


def test_no_heading_or_lead_ends_a_page(printed):
    for page in printed["long minutes"].pages[:-1]:
        assert not page.extract_text_lines()[-1]["text"].endswith(":")


def test_the_annex_repeats_the_head_of_its_table_and_tears_no_row(printed):
    pages = [page for page in printed["minutes with annex"].pages if page.search("2020-12-")]
    assert len(pages) > 1
    for page in pages:
        assert len(page.search("Cơ quan chủ trì +Thời hạn")) == 1
        words = [each["text"] for each in page.extract_words()]
        assert 0 < words.count("Hoàn") == words.count("bàn")  # the first line of a row and its last


def test_a_draft_is_marked_in_outlines_on_every_page(printed):
    for page in printed["draft"].pages:
        assert any(each["height"] > 10 * MM for each in page.curves)
    assert "DỰ" not in printed["draft"].text


def test_the_pdf_bears_the_title_and_only_the_papers_font(finished):
    names = {char["fontname"].partition("+")[2] for page in finished.pages for char in page.chars}
    assert all(name.startswith("Tinos") for name in names)
    assert finished.pages[0].pdf.metadata["Title"].startswith(("Biên bản", "Thông báo", "Giấy mời", "Phiếu"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("minutes", "minutes"),
        ("minutes with annex", "minutes"),
        ("long minutes", "minutes"),
        ("notice", "notice"),
        ("invitation", "invitation"),
        ("one invitation", "invitation"),
    ],
)
def test_the_form_check_finds_no_rule_broken(printed, name, kind):
    found = form_check.check(printed[name].pdf, kind).findings
    assert [each for each in found if each.outcome is form_check.Outcome.BROKEN] == []
    assert sum(each.outcome is form_check.Outcome.KEPT for each in found) > 50


def test_a_template_saved_by_libreoffice_is_as_good_as_ours(tmp_path):
    (tmp_path / "ours.docx").write_bytes(word.default_template())
    convert(tmp_path, "odt", tmp_path / "ours.docx")
    convert(tmp_path, "docx", tmp_path / "ours.odt")
    saved = (tmp_path / "ours.docx").read_bytes()
    assert saved != word.default_template()
    word.check_template(saved)
    for name, (given, draft) in papers().items():
        assert text(word.write(given, draft=draft, template=saved)) == text(written(name))
    (tmp_path / "annex.docx").write_bytes(word.write(papers()["minutes with annex"][0], template=saved))
    convert(tmp_path, "pdf", tmp_path / "annex.docx")
    pages = [page.extract_text() for page in Paper((tmp_path / "annex.pdf").read_bytes()).pages]
    assert pages[-3].splitlines()[0] == "Phụ lục" and "Kiểm tra văn bản tại" in pages[-1]
