"""No sheet but the last is left emptier than what follows needs, in PDF and in Word, over one to six pages."""

import subprocess
from dataclasses import replace

import pytest

from meetings import official_form as form
from meetings.paper import OwedRecord
from meetings.record import AgendaItemRecord, DirectiveRecord
from meetings.writers import docx, pdf
from meetings.writers.words import sheets

from .conftest import MM, Paper
from .papers import PAPERS, SESSION, VERIFY_AT

BOTTOM_MM = form.PAGE_SIZE_MM[1] - form.MARGIN_BOTTOM_MM
CHAIN_MM = 45.0
"""What stays together above the first lines of a paragraph: the head of a list, of a section and of an item."""
LINE_MM = 1.0
"""A line is higher than its letters."""
WORD_MM = 8.0
"""Word keeps a whole paragraph before the last words, where the PDF keeps two lines of it."""
LONG_TASK = (
    "rà soát, tổng hợp đầy đủ kiến nghị của cử tri gửi đến trước và sau kỳ họp, phân loại theo thẩm quyền, "
    "xác định rõ việc đã xong, việc đang làm và việc chưa làm, nêu nguyên nhân khách quan và chủ quan của từng việc, "
    "đề xuất biện pháp, lộ trình và đơn vị chịu trách nhiệm, "
)


def short_parts(count):
    """A session of many items and directives of two or three lines."""
    items = tuple(
        AgendaItemRecord(
            title=f"Nội dung thứ {place} về công tác quý IV và nhiệm vụ những tháng tới của các ban",
            presenter="Chánh Văn phòng",
            summary="báo cáo kết quả, những việc còn chậm, nguyên nhân và cách khắc phục trong thời gian tới.",
            opinions="Nhất trí với báo cáo; đề nghị bổ sung số liệu.\nĐề nghị làm rõ nguyên nhân.",
            conclusion="Thông qua báo cáo; giao Văn phòng hoàn chỉnh và gửi các thành viên trước ngày 20/01/2021.",
        )
        for place in range(1, count + 1)
    )
    return replace(SESSION, agenda=items, directives=_directives(count, "báo cáo kết quả thực hiện kiến nghị cử tri"))


def long_parts(count):
    """One of few directives, each of ten lines."""
    directives = _directives(count, 3 * LONG_TASK + "báo cáo Thường trực")
    return replace(SESSION, agenda=(), directives=directives, assessment=3 * LONG_TASK)


def _directives(count, task):
    return tuple(
        DirectiveRecord(
            topic=f"Đối với việc thứ {place}",
            task=task,
            lead="Ủy ban MTTQ Việt Nam quận",
            coordinators=("Thường trực HĐND quận",),
            due_text="trong quý I năm 2021",
        )
        for place in range(1, count + 1)
    )


CASES = [
    pytest.param(kind, parts, count, id=f"{kind}-{parts.__name__}-{count}")
    for kind in PAPERS
    for parts, counts in ((short_parts, range(0, 12, 2)), (long_parts, range(1, 7)))
    for count in counts
]


def words(kind, parts, count):
    return sheets(parts(count), replace(PAPERS[kind], owed=()), verify_at=VERIFY_AT)


def assert_no_sheet_is_left_emptier_than_needed(printed, slack_mm=LINE_MM):
    """`printed` is a PDF without an annex."""
    pages = Paper(printed).pages
    assert len(pages) <= 6
    for place, (page, after) in enumerate(zip(pages, pages[1:], strict=False), start=2):
        free = BOTTOM_MM - _lowest(page)
        needed = _lowest(after, smallest=10) - form.MARGIN_TOP_MM + form.VERIFICATION_ROOM_PT * 25.4 / 72
        assert free < (needed + slack_mm if place == len(pages) else CHAIN_MM)


def _lowest(page, smallest=0.0):
    """Where the last line above the verification line ends, in millimetres from the sheet's top."""
    letters = [each for each in page.chars if each["text"].strip() and each["size"] > smallest]
    return max(each["bottom"] for each in letters) / MM


@pytest.mark.parametrize(("kind", "parts", "count"), CASES)
def test_a_sheet_is_filled_as_far_as_what_follows_allows(kind, parts, count):
    assert_no_sheet_is_left_emptier_than_needed(pdf.write(words(kind, parts, count)))


def test_an_annex_begins_after_a_filled_sheet_too():
    owed = tuple(OwedRecord(reference=f"2020-12-{place}", words=LONG_TASK, state="Đang làm") for place in range(1, 9))
    printed = Paper(pdf.write(sheets(SESSION, replace(PAPERS["minutes"], owed=owed), verify_at=VERIFY_AT)))
    starts = next(place for place, page in enumerate(printed.pages) if page.extract_text().startswith(form.ANNEX))
    for page in printed.pages[starts:-1]:
        assert BOTTOM_MM - _lowest(page) < CHAIN_MM  # a row of the table stays whole


@pytest.mark.office
def test_so_it_is_in_word(tmp_path):
    for number, case in enumerate(CASES):
        (tmp_path / f"{number:02d}.docx").write_bytes(docx.write(words(*case.values)))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, *sorted(tmp_path.glob("*.docx"))], check=True, capture_output=True)
    for number, case in enumerate(CASES):
        try:
            assert_no_sheet_is_left_emptier_than_needed(
                (tmp_path / f"{number:02d}.pdf").read_bytes(), slack_mm=WORD_MM
            )
        except AssertionError as error:
            raise AssertionError(case.id) from error
