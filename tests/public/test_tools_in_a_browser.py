"""The tools beside a session's page, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
JANUARY = "/phien-hop/2021/01/"
SIZE = "parseFloat(getComputedStyle(document.querySelector('.task__words')).fontSize)"
VOICE = """const said = window.said = [];
window.SpeechSynthesisUtterance = function (words) { this.words = words; this.addEventListener = () => {}; };
Object.defineProperty(window, 'speechSynthesis', {value: {
    speaking: false, getVoices: () => [{lang: 'LANG'}], addEventListener: () => {},
    speak(part) { this.speaking = true; said.push(part.words); }, cancel() { this.speaking = false; },
}});"""


@pytest.fixture
def window(live_server, posted, browser):
    """window(script): January's page in a new window of the same browser, with `script` before its own."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def opened(script="", path=JANUARY):
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        if script:
            page.add_init_script(script)
        page.goto(live_server.url + path)
        return page

    return opened


def test_the_text_grows_shrinks_and_stays_so(window):
    page = window()
    usual = page.evaluate(SIZE)
    page.get_by_role("button", name="Chữ lớn hơn").click()
    larger = page.evaluate(SIZE)
    page.get_by_role("button", name="Chữ lớn hơn").click()
    assert usual < larger < page.evaluate(SIZE)
    assert page.get_by_role("button", name="Chữ lớn hơn").is_disabled()
    assert window().evaluate(SIZE) > larger
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "A+ (chữ lớn hơn)"
    assert page.get_by_role("button", name="Cỡ chữ thường").get_attribute("aria-pressed") == "false"
    page.get_by_role("button", name="Cỡ chữ thường").click()
    page.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert page.evaluate(SIZE) < usual and page.complaints == []


def test_a_remembered_size_moves_nothing_while_the_page_opens_on_a_slow_machine_and_line(window):
    window().get_by_role("button", name="Chữ lớn hơn").click()
    shifts = """new Promise(done => { let sum = 0; new PerformanceObserver(list =>
        list.getEntries().forEach(each => { sum += each.value; })).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 500); })"""
    page = window()
    control = page.context.new_cdp_session(page)
    control.send("Network.enable")
    slow = {"offline": False, "latency": 60, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
    control.send("Network.emulateNetworkConditions", slow)
    control.send("Network.setCacheDisabled", {"cacheDisabled": True})
    for times in (1, 10, 20, 20):
        control.send("Emulation.setCPUThrottlingRate", {"rate": times})
        page.reload()
        assert page.evaluate(shifts) == 0


def test_it_is_read_aloud_where_there_is_a_vietnamese_voice(window):
    assert window(VOICE.replace("LANG", "en-US")).locator("[data-read]").is_hidden()
    page = window(VOICE.replace("LANG", "vi-VN"))
    button = page.locator("[data-read]")
    assert button.is_visible()
    button.click()
    said = [each.replace("\xa0", " ") for each in page.evaluate("said")]
    assert said[0].startswith("Phiên họp tháng 01 năm 2021") and "a) phục vụ Tết;" in said
    assert button.inner_text() == "Dừng"
    button.click()
    assert button.inner_text() == "Nghe" and page.evaluate("speechSynthesis.speaking") is False


def test_a_long_paragraph_is_said_in_pieces_none_too_long_and_no_word_lost(window):
    page = window(VOICE.replace("LANG", "vi-VN"))
    long = "Các Ban phối hợp chặt chẽ, kịp thời; đúng quy định. " * 20
    page.locator(".session .prose p").first.evaluate("(each, words) => { each.textContent = words; }", long)
    page.locator("[data-read]").click()
    said = page.evaluate("said")
    assert max(map(len, said)) <= 160 and long.strip() in "".join(said)


def test_a_voice_that_loads_late_shows_the_button_and_a_fault_of_it_does_not_leave_it_pressed(window):
    late = VOICE.replace("getVoices: () => [{lang: 'LANG'}]", "getVoices: () => window.voices ?? []")
    page = window(
        late.replace("addEventListener: () => {},", "addEventListener: (_, tell) => { window.tell = tell; },")
    )
    button = page.locator("[data-read]")
    assert button.is_hidden()
    page.evaluate("window.voices = [{lang: 'vi_VN'}]; window.tell()")
    button.click()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert button.inner_text() == "Nghe" and page.complaints == []


def test_nobody_is_asked_before_a_click_and_the_tools_stand_in_one_row_of_a_phone(window):
    page = window(VOICE.replace("LANG", "vi-VN"))
    page.set_viewport_size({"width": 390, "height": 900})
    boxes = [each.bounding_box() for each in page.locator(".sizes button, .tools > button, .share > summary").all()]
    assert len(boxes) == 6 and len({each["y"] for each in boxes}) == 1
    assert all(each["height"] >= 44 and each["width"] >= 44 for each in boxes)
    assert (
        page.evaluate("performance.getEntriesByType('resource').filter(e => !e.name.startsWith(location.origin))")
        == []
    )


def test_the_address_is_copied_and_said_so(window):
    page = window()
    page.get_by_text("Chia sẻ", exact=True).click()
    page.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(page.locator(".share__said").first).to_have_text("Đã sao chép địa chỉ.")
    assert page.evaluate("navigator.clipboard.readText()").endswith(JANUARY)
