"""Several files at once in a real browser: each becomes a row; what is not taken is named, with what to do."""

import pytest
from django.urls import reverse

from meetings import intake
from tests.browsing import log_in
from tests.conftest import make_user

from .documents import PDF

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REPORT = {"name": "Báo_cáo  tháng 01.PDF", "mimeType": "application/pdf", "buffer": PDF}
LIST = {"name": "Danh sách.pdf", "mimeType": "application/pdf", "buffer": PDF + b"\n"}
FILM = {"name": "Báo cáo.mp4", "mimeType": "video/mp4", "buffer": b"film"}
EMPTY = {"name": "Trống.docx", "mimeType": "", "buffer": b""}
DROP = """(target, name) => {
  const carried = new DataTransfer();
  carried.items.add(new File(["%PDF-1.7"], name));
  for (const kind of ["dragover", "drop"]) {
    const moved = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried });
    target.dispatchEvent(moved);
    if (!moved.defaultPrevented) throw new Error(`the browser would open it: ${kind}`);
  }
}"""


@pytest.fixture
def page(live_server, browser, january_record, settings):
    settings.ATTACHMENT_MAX_MB = 1
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    address = live_server.url + reverse("admin:meetings_session_change", args=[session.pk])
    page = log_in(browser.new_page(), address, "vanthu")
    page.session = session
    return page


def titles(page):
    return [box.input_value() for box in page.locator("[data-rows=attachments] [data-row] [name$=-title]").all()]


def faults(page):
    return page.locator("[data-drop-refused] li").all_inner_texts()


def test_chosen_files_become_rows_and_are_saved(page):
    page.set_input_files("#nhieu-tep", [REPORT, LIST, FILM, EMPTY])
    assert titles(page) == ["Báo cáo tháng 01", "Danh sách"]
    assert page.inner_text("[data-drop-said][role=status]") == "Đã thêm 2 tệp, bấm Lưu để giữ; 2 tệp không nhận."
    film, empty = faults(page)
    assert film == (
        "Báo cáo.mp4: loại tệp này không nhận. Nhận: PDF, DOCX, XLSX, JPEG, PNG, PPTX, DOC, ODT hoặc ZIP."
    )
    assert empty.startswith("Trống.docx: tệp rỗng")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    kept = page.session.attachments.all()
    assert [(row.title, row.filename) for row in kept] == [
        ("Báo cáo tháng 01", "bao-cao-thang-01.pdf"),
        ("Danh sách", "danh-sach.pdf"),
    ]


def test_a_heavy_file_is_told_its_weight_before_it_is_sent(page):
    heavy = {**REPORT, "buffer": b" " * 1_600_000}
    page.set_input_files("#nhieu-tep", [heavy])
    assert titles(page) == [] and "nặng 1,5 MB, quá mức 1 MB. Hãy" in faults(page)[0]
    assert page.inner_text("[data-drop-said]") == "1 tệp không nhận."
    page.click("[data-rows=attachments] .row-add button")
    page.set_input_files("#id_attachments-0-file", [FILM])
    assert page.input_value("#id_attachments-0-file") == "" and "Báo cáo.mp4: loại" in faults(page)[0]


def test_files_are_dropped_on_the_section_and_nowhere_else(page):
    page.eval_on_selector("#phan-6 h2", DROP, "Tờ trình số 5.pdf")
    page.eval_on_selector("#phan-1 h2", DROP, "Khác.pdf")
    assert titles(page) == ["Tờ trình số 5"]


def test_the_box_is_reached_by_keyboard(page):
    page.focus("[data-rows=attachments] .row-add button")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "nhieu-tep"
