"""Pasting and suggestions in a real browser: by keyboard, nothing added unseen, the typist's words untouched."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import Workbook

from meetings import intake
from meetings.models import Session, Unit
from tests.browsing import log_in, until_asked
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TASKS = "Giao Phòng Tài chính chủ trì, phối hợp với Tổ cầu cảng rà soát số liệu, xong trước ngày 25/01/2021; trực đêm"


@pytest.fixture
def screen(live_server, browser, january_record):
    """The January session open before the clerk; a page that answers with an error of its scripts fails."""
    session = intake.store(january_record)
    Unit.objects.create(name="Phòng Tài chính")
    make_user("vanthu", "Văn thư")
    page, broken = browser.new_page(viewport={"width": 1366, "height": 768}), []
    page.on("pageerror", lambda error: broken.append(str(error)))
    log_in(page, live_server.url + reverse("admin:meetings_session_change", args=[session.pk]), "vanthu")
    page.wait_for_selector("[data-paste-open=paste-directives]:visible")
    yield page
    page.close()
    assert broken == []


def pasted(page, prefix, words):
    page.focus(f"[data-paste-open=paste-{prefix}]")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(words)
    page.wait_for_selector(f"#paste-{prefix} .paste-row")
    return page.locator(f"#paste-{prefix}")


def rows(page, prefix):
    return page.locator(f"[data-rows={prefix}] [data-row]").count()


def test_directives_are_pasted_looked_at_and_saved_by_keyboard(screen):
    before = rows(screen, "directives")
    panel = pasted(screen, "directives", TASKS)
    assert rows(screen, "directives") == before
    assert "Đã tách thành 2 việc; không bỏ sót chữ nào." in panel.inner_text()
    panel.locator("[data-unit-verb=new]").press("Enter")
    screen.keyboard.type(" quận")
    screen.keyboard.press("Enter")
    panel.locator(".paste-coordinator").wait_for()
    panel.locator("textarea").press("Control+Enter")
    assert not panel.is_visible()
    assert screen.evaluate("document.activeElement.dataset.pasteOpen") == "paste-directives"
    assert rows(screen, "directives") == before + 2
    with screen.expect_navigation():
        screen.keyboard.press("Control+s")
    first, second = list(Session.objects.get().directives.all())[-2:]
    assert first.lead_unit == Unit.objects.called("Phòng Tài chính")
    assert [unit.name for unit in first.coordinating_units.all()] == ["Tổ cầu cảng quận"]
    assert (first.due_text, first.due_on.isoformat()) == ("trước ngày 25/01/2021", "2021-01-25")
    assert second.task == "trực đêm"


def test_an_existing_unit_is_chosen_from_the_list(screen):
    panel = pasted(screen, "directives", TASKS)
    panel.locator("[data-unit-verb=existing]").press("Enter")
    screen.keyboard.type("mttq")
    screen.locator("[role=option]").first.wait_for()
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    panel.locator(".paste-coordinator").wait_for()
    assert "“Tổ cầu cảng”: bạn đã chọn Ủy ban MTTQ Việt Nam quận." in panel.inner_text()


def test_escape_adds_nothing_keeps_the_words_and_gives_the_focus_back(screen):
    before = rows(screen, "attendees")
    panel = pasted(screen, "attendees", "Nguyễn Thị Bình - Phó Chủ tịch HĐND quận")
    screen.keyboard.press("Escape")
    assert (panel.is_visible(), rows(screen, "attendees")) == (False, before)
    screen.keyboard.press("Enter")
    assert panel.locator("textarea").input_value() == "Nguyễn Thị Bình - Phó Chủ tịch HĐND quận"


def test_only_ticked_rows_are_added(screen):
    before = rows(screen, "agenda")
    panel = pasted(screen, "agenda", "Nội dung: việc một; việc hai; việc ba")
    assert [box.is_checked() for box in panel.locator("[type=checkbox]").all()] == [False, True, True, True]
    panel.locator("[type=checkbox]").nth(2).uncheck()
    panel.locator("[data-paste-take]").click()
    assert rows(screen, "agenda") == before + 2


def test_a_task_whose_directive_is_not_added_is_nobody_elses_task(screen):
    panel = pasted(screen, "directives", "1. Cần tập trung:\n- trực đêm\n2. Rà soát:\n- số liệu")
    panel.locator("[type=checkbox]").nth(0).uncheck()
    panel.locator("[data-paste-take]").click()
    added = screen.locator("[data-rows=directives] [data-row]").all()[-3:]
    assert [row.get_attribute("data-row-level") for row in added] == ["0", "0", "1"]


def test_nothing_in_a_panel_is_sent_with_the_form(screen):
    panel = pasted(screen, "directives", TASKS)
    panel.locator("[data-unit-verb=new]").click()
    assert panel.locator("input, textarea, select").count() > 3
    assert panel.locator("[name]").count() == 0


def test_what_was_not_understood_goes_into_the_post_only_when_the_clerk_puts_it_there(screen):
    panel = pasted(screen, "attendees", "Lê Văn B\tPhó Trưởng phòng\tphụ trách\nLê Văn C\tTrưởng phòng\tviêm phổi")
    assert "Chưa hiểu “viêm phổi”" in panel.inner_text()
    panel.locator(".paste-unclear .button").first.click()
    panel.locator("textarea").press("Control+Enter")
    assert [
        [row.locator(f"[name$=-{name}]").input_value() for name in ("name", "position", "reason")]
        for row in screen.locator("[data-rows=attendees] [data-row]").all()[-2:]
    ] == [["Lê Văn B", "Phó Trưởng phòng, phụ trách", ""], ["Lê Văn C", "Trưởng phòng", "viêm phổi"]]


def suggested(page, typed):
    """Types into the name of a new row, as a keyboard does, until the list is there."""
    page.click("[data-add=attendees]")
    page.keyboard.type(typed)
    page.locator("[role=option]").first.wait_for()
    return page.locator(":focus")


def test_a_chosen_name_fills_the_blank_post_beside_it(screen):
    cell = suggested(screen, "tran qu")
    assert cell.input_value() == "tran qu"
    screen.keyboard.press("ArrowDown")
    assert cell.input_value() == "tran qu"
    before = rows(screen, "attendees")
    screen.keyboard.press("Enter")
    assert cell.input_value() == "Trần Quyết Thắng"
    row = screen.locator("[data-rows=attendees] [data-row]").last
    assert row.locator("[name$=-position]").input_value() == "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận"
    assert rows(screen, "attendees") == before


def test_a_list_nobody_touched_leaves_what_was_typed(screen):
    cell = suggested(screen, "tran")
    screen.keyboard.press("Escape")
    assert (cell.input_value(), screen.locator("[role=listbox]").is_visible()) == ("tran", False)


def test_an_earlier_list_is_never_chosen_from(screen):
    for name in ("Phòng Giáo dục và Đào tạo", "Phòng Y tế"):
        Unit.objects.create(name=name)
    panel = pasted(screen, "directives", TASKS)
    panel.locator("[data-unit-verb=existing]").press("Enter")
    screen.keyboard.type("phong")
    screen.locator("[role=option]").first.wait_for()
    screen.keyboard.press("ArrowDown")
    stale = screen.locator("[role=option]").first.bounding_box()
    screen.keyboard.type(" y te")
    screen.keyboard.press("Enter")
    screen.mouse.click(stale["x"] + 5, stale["y"] + 5)
    screen.wait_for_timeout(600)
    assert "bạn đã chọn" not in panel.inner_text()


def test_a_slow_answer_for_words_typed_over_is_not_shown(screen):
    held = []
    screen.route("**/goi-y/**q=tran", lambda route: held.append(route))
    screen.click("[data-add=attendees]")
    screen.keyboard.type("tran")
    slow = until_asked(screen, held)
    screen.keyboard.type(" zzz")
    slow.continue_()
    screen.wait_for_timeout(150)
    assert not screen.locator("[role=listbox][id=goi-y]").is_visible()


@pytest.mark.parametrize("cell", ["lead_unit", "coordinators"])
def test_in_a_list_of_units_enter_never_takes_one_of_an_earlier_typing(screen, cell):
    for name in ("Phòng Giáo dục và Đào tạo", "Phòng Y tế"):
        Unit.objects.create(name=name)
    screen.click(".part-tools [data-add=directives]")
    row = screen.locator("[data-rows=directives] [data-row]").last
    row.locator(f".field-{cell} .select2-selection").click()
    screen.keyboard.type("phong")
    screen.locator(".select2-results__option", has_text="Phòng Giáo dục").wait_for()
    held = []
    screen.route("**/autocomplete/**", lambda route: held.append(route))
    screen.keyboard.type(" y te")
    screen.keyboard.press("Enter")
    assert row.locator(f"[name$=-{cell}] option:checked:not([value=''])").count() == 0
    until_asked(screen, held, "phong y te").continue_()
    screen.locator(".select2-results__option", has_text="Phòng Y tế").wait_for()
    screen.keyboard.press("Enter")
    assert row.locator(f"[name$=-{cell}] option:checked").last.inner_text() == "Phòng Y tế"


def test_words_being_composed_are_never_touched_and_keys_belong_to_the_composer(screen):
    cell = suggested(screen, "tran")
    cell.evaluate("each => each.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}))")
    assert not screen.locator("[role=listbox]").is_visible()
    cell.evaluate(
        "each => { each.value = 'tran q';"
        " each.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true, data: 'q'})) }"
    )
    screen.wait_for_timeout(500)
    assert (cell.input_value(), screen.locator("[role=listbox]").is_visible()) == ("tran q", False)
    cell.evaluate("each => each.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))")
    screen.locator("[role=option]").first.wait_for()
    assert cell.input_value() == "tran q"


def test_backspaces_of_a_vietnamese_keyboard_end_with_its_own_letters(screen):
    """Unikey, typing "traanf": the letters, then Backspaces, then the letters with their accents."""
    cell = suggested(screen, "tra")
    for key in ("a", "n", "f", *["Backspace"] * 4):
        screen.keyboard.press(key)
    screen.keyboard.insert_text("ần")
    screen.wait_for_timeout(500)
    assert cell.input_value() == "trần"
    assert screen.locator("[role=option]").all_inner_texts()[0].startswith("Trần Quyết Thắng")


def cells(page, name):
    return [each.input_value() for each in page.locator(f"[data-rows=attendees] [data-row] [name$='-{name}']").all()]


def test_people_who_are_listed_are_marked_in_their_row_and_never_doubled(screen):
    names, before = cells(screen, "name"), rows(screen, "attendees")
    assert names[0] == "Trần Quyết Thắng"
    panel = pasted(
        screen,
        "attendees",
        "Vắng: TRẦN QUYẾT  THẮNG (lý do: đi họp)\n- Vũ Thị Hoà\n- vũ thị hòa (đến muộn)\n- Vũ Thị Hoa",
    )
    assert "Đã có ở dòng 1: chỉ ghi điểm danh" in panel.inner_text() and "Đã có ở trên" in panel.inner_text()
    panel.locator("[data-paste-take]").click()
    assert rows(screen, "attendees") == before + 2
    assert cells(screen, "name")[-2:] == ["Vũ Thị Hoà", "Vũ Thị Hoa"]
    assert (cells(screen, "presence")[0], cells(screen, "reason")[0]) == ("excused", "đi họp")
    assert cells(screen, "presence")[-2] == "late"
    assert "thêm 2 dòng vào cuối danh sách, ghi vào 2 dòng đã có" in screen.inner_text(
        "[data-paste-done=paste-attendees]"
    )


def test_the_clerk_may_say_that_it_is_another_person_of_that_name(screen):
    before = rows(screen, "attendees")
    panel = pasted(screen, "attendees", "Trần Quyết Thắng - Trưởng phòng Y tế")
    panel.locator(".paste-same .button").click()
    panel.locator("[data-paste-take]").click()
    assert rows(screen, "attendees") == before + 1
    assert cells(screen, "position")[-1] == "Trưởng phòng Y tế"


def test_the_sentence_that_leads_in_fills_its_box_when_that_is_empty(screen):
    sentence = "Chủ tọa kết luận, yêu cầu:"
    before, typed = rows(screen, "directives"), screen.input_value("#id_directives_intro")
    panel = pasted(screen, "directives", f"{sentence}\n- trực đêm")
    assert [box.is_checked() for box in panel.locator("[type=checkbox]").all()] == [False, True]
    screen.keyboard.press("Escape")
    screen.fill("#id_directives_intro", "")
    panel = pasted(screen, "directives", "\n- trực ngày")
    panel.locator(".paste-row").nth(2).wait_for()
    assert typed and [box.is_checked() for box in panel.locator("[type=checkbox]").all()] == [True, True, True]
    assert panel.locator("[data-paste-take]").inner_text() == "Thêm 2 việc"
    panel.locator("[data-paste-take]").click()
    assert screen.input_value("#id_directives_intro") == sentence
    assert rows(screen, "directives") == before + 2


def test_what_was_said_on_an_item_goes_into_its_own_fields(screen):
    panel = pasted(screen, "agenda", "1. Báo cáo\nÝ kiến: bổ sung\nKết luận: Thống nhất")
    panel.locator("[data-paste-take]").click()
    last = screen.locator("[data-rows=agenda] [data-row]").last
    said = [last.locator(f"[name$='-{name}']").input_value() for name in ("title", "opinions", "conclusion")]
    assert said == ["Báo cáo", "bổ sung", "Thống nhất"]


def test_a_workbook_fills_the_panel_and_one_click_takes_its_rows_back(screen):
    book, content = Workbook(), BytesIO()
    for row in (("Nội dung", "Chủ trì", "Thời hạn"), ("rà soát số liệu", "Phòng Tài chính", "31/01/2021")):
        book.active.append(row)
    book.save(content)
    before = screen.locator("[data-rows=directives] [data-row]:visible").count()
    screen.click("[data-paste-open=paste-directives]")
    panel = screen.locator("#paste-directives")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    panel.locator("[data-paste-file]").set_input_files(
        {"name": "viec.xlsx", "mimeType": kind, "buffer": content.getvalue()}
    )
    panel.locator(".paste-row").nth(1).wait_for()
    panel.locator("[data-paste-take]").click()
    added = screen.locator("[data-rows=directives] [data-row]:visible")
    assert added.count() == before + 1 and added.last.locator("[name$=-task]").input_value() == "rà soát số liệu"
    screen.click("[data-paste-done=paste-directives] >> text=Hoàn tác")
    assert screen.locator("[data-rows=directives] [data-row]:not(.is-gone):visible [name$=-task]").count() == before
    assert "Đã bỏ 1 việc vừa thêm." in screen.inner_text("[data-paste-done=paste-directives]")
