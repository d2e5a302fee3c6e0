"""The clerk's whole day in real windows: prepare, paste, record, submit, be sent back, publish, correct, withdraw."""

from pathlib import Path

import pytest
from django.urls import reverse

from meetings import intake
from meetings.models import Edition, Session
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ASSESSMENT = "Chủ trì ghi nhận các cơ quan đã hoàn thành nhiệm vụ tháng 01 theo chương trình đề ra."
TASKS = (
    "Giao Ủy ban MTTQ Việt Nam quận chủ trì, phối hợp với Thường trực HĐND quận xây dựng kế hoạch giám sát, "
    "xong trước ngày 25/02/2021; chuẩn bị tổng kết nhiệm kỳ 2016-2021"
)


class Hands:
    """A person at a keyboard: counts clicks, keystrokes and pastes (a paste is Ctrl+V, two keys)."""

    def __init__(self, page):
        self.page, self.clicks, self.keys = page, 0, 0

    def click(self, selector):
        self.clicks += 1
        self.page.locator(selector).first.click()

    def type(self, selector, words):
        self.keys += len(words)
        self.page.locator(selector).first.fill(words)

    def paste(self, words, into=None):
        self.keys += 2
        if into:
            self.page.locator(into).first.focus()
        self.page.keyboard.insert_text(words)

    def press(self, keys):
        self.keys += keys.count("+") + 1
        self.page.keyboard.press(keys)


@pytest.fixture
def windows(live_server, browser, january_record):
    """January is published; the clerk and the chief each sit at a window of their own."""
    clerk = make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    chief = make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    january = intake.store(january_record)
    january.submit(by=clerk)
    january.publish(by=chief)
    complaints, opened = [], {}
    for user in ("vanthu", "chanhvp", "citizen"):
        page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN").new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_default_timeout(15_000)
        opened[user] = page if user == "citizen" else log_in(page, f"{live_server.url}/quan-tri/", user)
    yield opened
    for page in opened.values():
        page.context.close()
    assert complaints == []


@pytest.fixture
def site(live_server):
    return live_server.url


def prepare_and_record(hands):
    """From the desk's front page to a February session that awaits approval."""
    page = hands.page
    hands.click("text=Chuẩn bị phiên tháng")
    hands.click("text=Lập bản nháp")
    hands.type("[name=held_on]", "2/2/2021")
    hands.click("[data-paste-open=paste-directives]")
    hands.paste(TASKS)
    page.wait_for_selector("#paste-directives .paste-row")
    hands.press("Control+Enter")
    hands.paste(ASSESSMENT, into="[name=assessment]")
    hands.click("[data-set-all-now]")
    hands.click("button[name=_verb][value=submit]")


def test_the_whole_day(windows, site):
    clerk, chief, citizen = Hands(windows["vanthu"]), Hands(windows["chanhvp"]), windows["citizen"]
    page = f"{site}/phien-hop/2021/02/"  # a browser may keep it for a minute: ?lan=… asks anew

    prepare_and_record(clerk)
    february = Session.objects.get(month=2)
    screen = site + reverse("admin:meetings_session_change", args=[february.pk])
    assert february.state == "submitted"
    assert february.directives.count() == 2 and february.directives.first().lead_unit
    assert all(each.presence == "present" for each in february.attendees.all())
    assert citizen.goto(page).status == 404

    chief.page.goto(screen)
    chief.click("text=Trả lại…")
    chief.paste("Ghi rõ địa điểm.", into="[name=note]")
    chief.click("form.ask button[type=submit]")
    clerk.page.goto(f"{site}/quan-tri/")
    assert "Ghi rõ địa điểm." in clerk.page.inner_text("body")
    clerk.page.goto(screen)
    clerk.type("[name=venue]", "Phòng họp số 1")
    clerk.click("button[name=_verb][value=submit]")

    chief.page.goto(screen)
    chief.click(".bar a:has-text('Đăng…')")
    chief.click("form.ask button[type=submit]")
    assert citizen.goto(page).status == 200
    assert "xây dựng kế hoạch giám sát" in citizen.inner_text("article")
    print(f"\nTừ trang trắng đến khi đăng: {clerk.clicks + chief.clicks} lần bấm, {clerk.keys + chief.keys} phím")

    chief.page.goto(screen)
    chief.click("text=Mở lại để đính chính…")
    chief.paste("Sai địa điểm.", into="[name=note]")
    chief.click("form.ask button[type=submit]")
    clerk.page.goto(screen)
    clerk.type("[name=venue]", "Phòng họp số 2")
    clerk.click("button[name=_continue]")
    clerk.page.wait_for_selector("[data-when-saved]:visible")
    citizen.goto(f"{page}?lan=2")
    assert "Phòng họp số 1" in citizen.inner_text("body")
    chief.page.goto(screen)
    chief.click(".bar >> text=Đăng lại…")
    chief.paste("Địa điểm là phòng họp số 2.", into="[name=note]")
    chief.click("form.ask button[type=submit]")
    citizen.goto(f"{page}?lan=3")
    assert "Đính chính ngày" in citizen.inner_text("body") and "Phòng họp số 2" in citizen.inner_text("body")
    assert citizen.goto(f"{page}ban/1/").status == 200

    chief.page.goto(screen)
    chief.click(".bar-apart > summary")
    chief.click("text=Thu hồi…")
    chief.paste("Đăng nhầm phiên.", into="[name=note]")
    chief.click("form.ask button[type=submit]")
    assert citizen.goto(f"{page}?lan=4").status == 410
    assert "Đăng nhầm phiên." in citizen.inner_text("body")
    assert [each.state for each in Edition.objects.filter(month=2).order_by("sequence")] == ["replaced", "withdrawn"]


def tab_to(page, selector, most=250):
    """Presses Tab until the thing is focused, as one without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"không tới được {selector} bằng phím Tab")


def test_a_session_is_prepared_and_submitted_without_a_mouse(windows):
    page = windows["vanthu"]
    tab_to(page, "a[href$='/chuan-bi/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.ask")
    tab_to(page, "form.ask .next")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=held_on]")
    tab_to(page, "[name=held_on]")
    page.keyboard.type("2/2/2021")
    tab_to(page, "[data-paste-open=paste-attendees]")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Trưởng phòng Y tế quận\nTrưởng phòng Văn hóa và Thông tin quận")
    page.wait_for_selector("#paste-attendees .paste-row")
    page.keyboard.press("Control+Enter")
    tab_to(page, "[name=assessment]")
    page.keyboard.insert_text(ASSESSMENT)
    page.keyboard.press("Control+s")
    page.wait_for_selector("[data-when-saved]:visible")
    tab_to(page, "button[name=_verb]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".bar-state:has-text('Chờ duyệt')")
    february = Session.objects.get(month=2)
    assert february.state == "submitted" and february.held_on.isoformat() == "2021-02-02"
    assert february.attendees.filter(position__startswith="Trưởng phòng Văn hóa").exists()


DRAFT = """Phiên họp tháng 02 năm 2021 của Thường trực HĐND quận Hai Bà Trưng

Ngày 02/02/2021, đồng chí Trần Quyết Thắng - Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận chủ trì phiên họp \
tháng 02 năm 2021 của Thường trực HĐND quận. Cùng dự có đồng chí Nguyễn Thị Minh Tâm - Phó Chủ tịch HĐND quận.

Đồng chí Chủ tịch HĐND quận đánh giá công tác tháng 01 đã hoàn thành theo chương trình đề ra.

Đồng chí Chủ tịch HĐND quận chỉ đạo:

1. Giao Văn phòng HĐND và UBND quận tổng hợp kiến nghị của cử tri, xong trước ngày 25/02/2021.
2. Giao Phòng Tài chính - Kế hoạch rà soát dự toán năm 2021.
"""


SEED = Path(__file__).parents[3] / "shared" / "seeds" / "phien-hop-2021-01.txt"


@pytest.mark.parametrize("what", ["draft", "seed"])
def test_from_one_paste_to_the_page_and_the_minutes(windows, site, what):
    """Two log-ins, and no more clicks and screens than these."""
    if what == "seed" and not SEED.exists():
        pytest.skip("The real page lies outside the repository.")
    words, year = DRAFT, 2021
    if what == "seed":  # a year later: January 2021 stands already
        words, year = SEED.read_text(encoding="utf-8").replace("2021", "2022"), 2022
    clerk, chief, screens = Hands(windows["vanthu"]), Hands(windows["chanhvp"]), []
    for hands in (clerk, chief):
        hands.page.on("framenavigated", lambda frame: screens.append(frame.url))
    clerk.click("text=Dán cả bài")
    clerk.paste(words, into="#bai")
    clerk.click("button:has-text('Đọc và điền cả phiên')")
    clerk.page.wait_for_selector(".bar-state")
    clerk.click("button[name=_verb][value=submit]")
    clerk.page.wait_for_selector(".bar-state:has-text('Chờ duyệt')")

    chief.page.goto(f"{site}/quan-tri/")
    del screens[-1]  # the chief's own front page was open before
    chief.click("a:has-text('Soát, duyệt'), a:has-text('Xem và duyệt')")
    chief.click(".bar a:has-text('Đăng…')")
    chief.click("button:has-text('Đăng, rồi phát hành giấy tờ')")
    if chief.page.locator("[name=form_note]").is_visible():
        chief.type("[name=form_note]", "Thể thức theo bài cũ.")
    chief.click("form button[type=submit].next")
    chief.page.wait_for_load_state()
    assert Edition.objects.filter(session__year=year, kind="minutes", state="live").exists()
    clicks = clerk.clicks + chief.clicks
    print(f"\nTừ một lần dán đến trang đã đăng và biên bản: {clicks} lần bấm, {len(screens)} màn hình")
    assert clicks <= 8 and len(screens) <= 7
