"""The session screen in a real browser: rows by mouse and keyboard, totals and deadlines as one types, nothing
serious for axe, no sideways scrolling."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import Unit
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = Path(__file__).with_name("axe.min.js")
VIOLATIONS = "axe.run(document, {resultTypes: ['violations']}).then((found) => found.violations)"


@pytest.fixture
def session(live_server, january_record):
    session = intake.store(january_record)
    session.council.members_total = 4
    session.council.save()
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    return session


@pytest.fixture
def desk(browser, live_server, session):
    """Opens the session's screen as the clerk; the browser must have nothing to complain of."""
    pages = []

    def opened(**options):
        page = browser.new_context(locale="vi-VN", **options).new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        log_in(page, live_server.url + reverse("admin:meetings_session_change", args=[session.pk]), "vanthu")
        pages.append(page)
        return page

    yield opened
    assert [page.complaints for page in pages] == [[] for _ in pages]


def names(page):
    return [
        row.input_value()
        for row in page.locator("[data-rows=attendees] [data-row]:not(.is-gone) [name$=-position]").all()
    ]


def numbers(page):
    return page.locator("[data-rows=directives] [data-row]:not(.is-gone) .row-number").all_inner_texts()


def save(page):
    with page.expect_navigation():
        page.keyboard.press("Control+s")


def test_a_row_moves_by_words_own_keys_and_the_move_is_spoken(desk, session):
    page = desk()
    before = names(page)
    page.focus("#id_attendees-1-presence")
    page.keyboard.press("Alt+Shift+ArrowDown")
    assert page.evaluate("document.activeElement.id") == "id_attendees-1-presence"
    assert page.inner_text("[data-said]").endswith("dòng 3 trong 4")
    save(page)
    assert names(page) == [before[0], before[2], before[1], before[3]]
    assert [each.order for each in session.attendees.all()] == [1, 2, 3, 4]


def test_a_row_moves_by_its_buttons_and_by_dragging(desk):
    page = desk()
    before = names(page)
    page.click("#attendees-1 [data-move=up]")
    assert names(page) == [before[1], before[0], *before[2:]]
    page.locator("#attendees-3").scroll_into_view_if_needed()
    grip, last = page.locator("#attendees-1 .grip").bounding_box(), page.locator("#attendees-3").bounding_box()
    page.mouse.move(grip["x"] + 4, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 40, last["y"] + last["height"] - 3, steps=8)
    page.mouse.up()
    assert names(page) == [before[0], *before[2:], before[1]]


def test_enter_goes_down_a_column_and_makes_a_row_on_the_last(desk, session):
    page = desk()
    page.focus("#id_attendees-2-name")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_attendees-3-name"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_attendees-4-name"
    page.keyboard.type("Vũ Thị Lan")
    save(page)
    assert session.attendees.last().name == "Vũ Thị Lan"
    assert session.attendees.count() == 5


def test_enter_never_submits_and_in_prose_makes_a_line(desk, session):
    page = desk()
    page.focus("[name=venue]")
    page.keyboard.press("Enter")
    page.focus("[name=belongs_to]")
    page.keyboard.press("Enter")
    page.fill("[name=assessment]", "Một")
    page.press("[name=assessment]", "End")
    page.keyboard.press("Enter")
    page.keyboard.type("Hai")
    save(page)
    session.refresh_from_db()
    assert (session.assessment, session.version) == ("Một\nHai", 2)


def test_a_removed_row_is_struck_and_comes_back_until_saved(desk, session):
    page = desk()
    page.click("#attendees-1 [data-away]")
    assert len(names(page)) == 3 and page.is_visible("#attendees-1 [data-undo]")
    page.click("#attendees-1 [data-undo]")
    assert len(names(page)) == 4
    page.click("#attendees-1 [data-away]")
    save(page)
    assert session.attendees.count() == 3 and len(names(page)) == 3


def test_a_task_goes_in_and_out_under_its_directive_and_numbers_follow(desk):
    page = desk()
    assert numbers(page)[:3] == ["1", "2", "2.1"]
    page.focus("#id_directives-2-task")
    page.keyboard.press("Alt+Shift+ArrowLeft")
    assert page.evaluate("document.activeElement.id") == "id_directives-2-task"
    assert numbers(page) == ["1", "2", "2.1", "3", "4", "4.1"]
    page.click("#directives-1 [data-level='1']")
    assert page.inner_text("[data-said]").startswith("Chỉ đạo này còn việc bên dưới")
    page.click("#directives-2 [data-level='1']")
    assert numbers(page) == ["1", "2", "2.1", "2.2", "3", "3.1"]


def whose(page):
    """Each live directive's words with those of the one it stands under."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-rows=directives] [data-row]:not(.is-gone)")]
            .map((row) => [row, window.rowTree.head(row)])
            .map((pair) => pair.map((row) => row && row.querySelector("[name$=-task]").value.slice(0, 30))))"""
    )


def test_a_directive_moves_with_its_tasks_and_no_task_changes_its_directive(desk, session):
    page = desk()
    before = whose(page)
    page.focus("#id_directives-1-task")
    page.keyboard.press("Alt+Shift+ArrowUp")
    assert page.evaluate("document.activeElement.id") == "id_directives-1-task"
    assert whose(page) == before and list(whose(page))[:3] == [list(before)[each] for each in (1, 2, 3)]
    assert numbers(page) == ["1", "1.1", "1.2", "2", "3", "3.1"]
    page.keyboard.press("Alt+Shift+ArrowDown")
    page.keyboard.press("Alt+Shift+ArrowDown")
    assert whose(page) == before and numbers(page) == ["1", "2", "2.1", "3", "3.1", "3.2"]
    page.focus("#id_directives-3-task")
    page.keyboard.press("Alt+Shift+ArrowUp")
    page.keyboard.press("Alt+Shift+ArrowUp")
    assert page.inner_text("[data-said]") == "Đã ở việc đầu của chỉ đạo này"
    save(page)
    assert whose(page) == before
    assert [(each.parent and each.parent.task) for each in session.directives.all()][-2:] == [
        "cần tập trung các việc sau"
    ] * 2


def test_a_directive_is_dragged_with_its_tasks(desk):
    page = desk()
    before = whose(page)
    page.locator("#directives-1").scroll_into_view_if_needed()
    grip, first = page.locator("#directives-1 .grip").bounding_box(), page.locator("#directives-0").bounding_box()
    page.mouse.move(grip["x"] + 4, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(first["x"] + 40, first["y"] + 3, steps=8)
    page.mouse.up()
    assert whose(page) == before
    assert numbers(page) == ["1", "1.1", "1.2", "2", "3", "3.1"]


def test_a_directive_goes_with_its_tasks_when_asked_and_comes_back_with_them(desk, session):
    page = desk()
    before, answers = whose(page), [False, True, True]
    asked = []
    page.on("dialog", lambda box: (asked.append(box.message), box.accept() if answers.pop(0) else box.dismiss()))
    page.click("#directives-1 [data-away]")
    assert asked == ["Bỏ chỉ đạo này cùng 2 việc bên dưới?"] and whose(page) == before
    page.click("#directives-1 [data-away]")
    assert numbers(page) == ["1", "2", "2.1"]
    assert page.is_hidden("#directives-2 [data-undo]")
    page.click("#directives-1 [data-undo]")
    assert whose(page) == before
    page.click("#directives-1 [data-away]")
    save(page)
    assert session.directives.count() == 3
    page.click("#directives-0 [data-away]")
    assert len(asked) == 3 and len(whose(page)) == 2


def test_another_script_adds_a_filled_row_that_works_and_is_saved(desk, session):
    page = desk()
    lead, other = Unit.objects.create(name="Công an quận"), Unit.objects.create(name="Phòng Tư pháp")
    values = {
        "level": "1",
        "task": "Giữ trật tự dịp Tết",
        "due": "31/01/2021",
        "is_public": False,
        "lead_unit": {"id": lead.pk, "text": lead.name},
        "coordinators": [{"id": other.pk, "text": other.name}],
    }
    page.evaluate(
        "values => document.dispatchEvent(new CustomEvent('desk:add-row', {detail: {prefix: 'directives', values}}))",
        values,
    )
    row = page.locator("[data-rows=directives] [data-row]").last
    assert row.locator(".select2-selection__rendered").first.inner_text().endswith("Công an quận")
    row.locator("[data-read-back]", has_text="đã qua").wait_for()
    save(page)
    directive = session.directives.last()
    assert (directive.task, directive.level, directive.lead_unit, directive.is_public) == (
        values["task"],
        1,
        lead,
        False,
    )
    assert str(directive.due_on) == "2021-01-31"
    assert [each.unit for each in directive.coordinations.all()] == [other]


def test_units_are_chosen_on_a_row_just_added(desk, session):
    Unit.objects.create(name="Công an quận")
    page = desk()
    page.click(".part-tools [data-add=directives]")
    page.keyboard.type("Giữ trật tự")
    row = page.locator("[data-rows=directives] [data-row]").last
    row.locator(".select2-selection--single").click()
    page.wait_for_selector(".select2-results__option[aria-selected]")
    page.fill(".select2-dropdown .select2-search__field", "cong an")
    page.locator(".select2-results__option", has_text="Công an quận").click()
    row.locator(".field-task textarea").fill("Giữ trật tự dịp Tết")
    save(page)
    assert session.directives.last().lead_unit.name == "Công an quận"


def presences(page):
    return [each.input_value() for each in page.locator("tr[data-row] [name$=-presence]").all()]


def test_presence_is_set_for_all_and_totals_follow(desk):
    page = desk()
    page.select_option("#id_attendees-2-presence", "unknown")
    page.select_option("[data-set-all]", "present")
    page.click("[data-set-all-now]")
    assert presences(page) == ["present", "present", "present", "excused"]
    assert page.is_hidden("[data-roll-part=unknown]") and page.is_visible("[data-roll-part=excused]")
    page.select_option("#id_attendees-0-role", "chair")
    page.fill("#id_attendees-0-headcount", "3")
    assert "3/4, đủ hai phần ba (cần 3)" in page.inner_text("[data-quorum]")
    page.select_option("#id_attendees-0-presence", "absent")
    assert "chưa đủ hai phần ba (cần 3)" in page.inner_text("[data-quorum]")


def test_members_are_counted_by_name_as_the_server_counts_them(desk, session):
    for order, (name, duty) in enumerate(
        (("Trần Quyết Thắng", "chair"), ("Đỗ Thị Hà", "secretary"), ("Lê An", "ordinary"))
    ):
        session.council.members.create(order=order, name=name, position="Ủy viên Thường trực", duty=duty)
    page = desk()
    line = page.locator("[data-quorum]")
    assert "mới dự 1/3, chưa đủ hai phần ba (cần 2)" in line.inner_text()
    page.fill("#id_attendees-1-name", "do thi")
    page.locator(".suggestions [role=option]", has_text="Đỗ Thị Hà").click()
    assert page.input_value("#id_attendees-1-role") == "member"
    page.select_option("#id_attendees-2-role", "invitee")
    page.fill("#id_attendees-2-name", "le an")
    page.locator(".suggestions [role=option]", has_text="Lê An").click()
    assert page.input_value("#id_attendees-2-role") == "member"
    page.fill("#id_attendees-2-name", "ông  LÊ AN")
    page.select_option("#id_attendees-1-presence", "absent")
    shown = line.inner_text()
    assert "2/3, đủ hai phần ba (cần 2)" in shown
    save(page)
    assert page.inner_text("[data-quorum]") == shown
    page.fill("#id_attendees-1-name", "Trần Quyết Thắng")
    page.select_option("#id_attendees-1-presence", "present")
    assert "2/3" in line.inner_text()


def test_who_is_marked_or_has_a_reason_is_never_made_present_with_the_others(desk):
    page = desk()
    for place, presence in enumerate(("late", "absent", "unknown", "unknown")):
        page.select_option(f"#id_attendees-{place}-presence", presence)
    page.fill("#id_attendees-3-reason", "chưa khỏe")
    page.select_option("[data-set-all]", "present")
    page.click("[data-set-all-now]")
    assert presences(page) == ["late", "absent", "present", "unknown"]
    said = "Đã đặt 1 dòng là Có mặt. Giữ nguyên 3 dòng đã ghi nhận khác hoặc có lý do."
    assert page.inner_text("[data-set-all-status]") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2021", "Tháng 02/2021 chỉ có 28 ngày."),
        ("kỳ họp tới", "Chưa ghi ngày khai mạc kỳ họp tới: hãy ghi ở mục Kỳ họp của HĐND"),
        ("cuối quý II/2021", "hạn 30/06/2021, thứ Tư, đã qua"),
        ("sớm nhất", "bằng chữ, chưa có ngày"),
        ("25012021", "hạn 25/01/2021, thứ Hai, đã qua"),
        ("ngày mai", "hạn "),
        ("31-2", "Tháng 02/"),
        ("trước ngày 25/01/2021", "hạn 25/01/2021, thứ Hai, đã qua"),
    ],
)
def test_the_deadline_is_read_back_as_it_is_typed(desk, typed, said):
    page = desk()
    page.fill("#id_directives-2-due", typed)
    page.locator("#directives-2 [data-read-back]", has_text=re.compile(f"^{said}")).wait_for()


def test_the_check_list_leads_to_its_input(desk):
    page = desk()
    page.click("summary:has-text('Đủ để gửi duyệt')")
    page.locator(".checks a[href*=lead_unit]").first.click()
    assert "Chủ trì" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_alt_and_a_digit_go_to_a_section(desk):
    page = desk()
    page.keyboard.press("Alt+5")
    assert page.evaluate("document.activeElement.id") == "phan-5"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_nothing_scrolls_sideways(desk, width, height):
    page = desk(viewport={"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_there_is_a_spare_row_and_a_box_to_remove_one(desk, session):
    page = desk(java_script_enabled=False)
    page.fill("#id_attendees-4-position", "Trưởng Công an quận")
    page.check("#id_attendees-0-DELETE")
    page.click("button[name=_continue]")
    assert session.attendees.count() == 4 and session.attendees.last().position == "Trưởng Công an quận"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(desk, live_server, scheme):
    page = desk(color_scheme=scheme, bypass_csp=True)
    found = {}
    for address in (page.url, live_server.url + reverse("admin:meetings_session_changelist")):
        page.goto(address)
        found[address] = serious(page)
    page.click(".head-user button[form=logout-form] >> visible=true")
    page.goto(live_server.url + reverse("admin:login"))
    found["log-in"] = serious(page)
    assert found == dict.fromkeys(found, [])


def serious(page):
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text())
    return [
        (each["id"], [node["target"] for node in each["nodes"]])
        for each in page.evaluate(VIOLATIONS)
        if each["impact"] in ("serious", "critical")
    ]


def test_a_letter_typed_on_a_box_of_units_opens_its_list_with_that_letter(desk, session):
    Unit.objects.create(name="Ban Văn hóa", kind="other", slug="ban-van-hoa")
    page = desk()
    row = page.locator("[data-rows=directives] [data-row]").nth(1)
    for field, part in (("lead_unit", ".select2-selection--single"), ("coordinators", ".select2-search__field")):
        row.locator(f".field-{field} {part}").focus()
        page.keyboard.type("van hoa", delay=30)
        chosen = page.locator(".select2-results__option--highlighted", has_text="Ban Văn hóa")
        chosen.wait_for()
        assert page.evaluate("document.activeElement.value") == "van hoa"
        page.keyboard.press("Enter")
        assert "Ban Văn hóa" in row.locator(f".field-{field} .select2-selection__rendered").inner_text()


def test_keys_that_are_no_letters_leave_the_list_shut(desk, session):
    page = desk()
    box = page.locator("[data-rows=directives] .field-lead_unit .select2-selection--single").first
    box.focus()
    for key in ("Control+c", "Shift+Tab", "Tab", "Escape", "F2"):
        page.keyboard.press(key)
    typed = """(each, isComposing) => each.dispatchEvent(
      new KeyboardEvent("keydown", { key: "a", isComposing, bubbles: true })
    )"""
    box.evaluate(typed, True)
    assert page.locator(".select2-dropdown").count() == 0
    box.evaluate(typed, False)
    assert page.locator(".select2-dropdown").count() == 1


def test_several_leads_part_a_directive_into_tasks_each_with_its_own_unit(desk, session):
    row = session.directives.exclude(lead_unit=None).filter(parent=None).first()
    lead, other, words = row.lead_unit, Unit.objects.exclude(pk=row.lead_unit_id).first(), row.task
    page = desk()
    at = page.locator("[data-rows=directives] [data-row]", has=page.locator(f"input[value='{row.pk}'][name$='-id']"))
    at.locator(".more-leads").click()
    assert "tách thành việc riêng" in page.inner_text("[data-said]")
    page.evaluate(
        "([pk, name]) => document.activeElement.closest('[data-row]').querySelector('[name$=-lead_unit]')"
        ".append(new Option(name, pk, true, true))",
        [str(other.pk), str(other)],
    )
    save(page)
    row.refresh_from_db()
    tasks = session.directives.filter(parent=row)
    assert row.lead_unit is None and row.task == words
    assert [each.lead_unit for each in tasks] == [lead, other] and {each.task for each in tasks} == {words}
