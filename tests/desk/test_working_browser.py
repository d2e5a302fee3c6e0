"""Slow work is told within the blink of an eye of the click, while the server is still at it."""

import time

import pytest
from django.urls import reverse

from meetings import archiving, intake, issuing
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SLOW = 1.5
TIMED = """() => {
  const button = document.querySelector("button.next"), line = document.querySelector(".working");
  let clicked = 0;
  button.addEventListener("click", () => { clicked = performance.now(); });
  new MutationObserver(() => {
    if (!line.hidden && !sessionStorage.told) requestAnimationFrame(() => {
      const hasBar = !line.querySelector("progress").hidden;
      sessionStorage.told = JSON.stringify([performance.now() - clicked, line.innerText.trim(), hasBar]);
    });
  }).observe(line, { attributes: true });
}"""


@pytest.fixture
def submitted(live_server, january_record):
    session = intake.store(january_record)
    make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    session.submit(by=make_user("vanthu", "Văn thư", "Hà", "Phạm Thu"))
    return session


def slowed(monkeypatch, module, name):
    quick = getattr(module, name)

    def slow(*args, **kwargs):
        time.sleep(SLOW)
        return quick(*args, **kwargs)

    monkeypatch.setattr(module, name, slow)


def told(page):
    """(milliseconds from the click, the words, whether there is a bar), as the page that was left noted them."""
    return page.evaluate("JSON.parse(sessionStorage.told)")


def asked(live_server, session):
    return live_server.url + reverse("admin:meetings_session_verb", args=[session.pk, "publish"])


def test_publishing_says_what_is_done_while_the_press_is_at_it(
    live_server, submitted, browser, monkeypatch, press_at_hand
):
    slowed(monkeypatch, issuing, "publish")
    page = log_in(browser.new_page(), asked(live_server, submitted), "chanhvp")
    page.evaluate(TIMED)
    with page.expect_navigation():
        page.click("button.next")
    passed, words, has_bar = told(page)
    assert passed < 200
    assert (words, has_bar) == ("Đang đăng: dựng trang, in bản PDF và bản Word. Có thể mất nửa phút.", False)
    assert page.locator(".working").is_hidden()


def test_a_batch_of_files_has_a_bar(live_server, submitted, browser, monkeypatch):
    slowed(monkeypatch, archiving, "gather")
    page = log_in(browser.new_page(), live_server.url + reverse("admin:meetings_importbatch_add"), "vanthu")
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"Tin ngan."} for n in "123"]
    page.set_input_files("input[type=file]", files)
    page.evaluate(TIMED)
    with page.expect_navigation():
        page.click("button.next")
    passed, words, has_bar = told(page)
    assert passed < 200 and has_bar and words.startswith("Đang gửi và đọc 3 tệp.")


def test_a_look_beside_the_page_is_told_on_its_button_until_the_focus_is_back(live_server, submitted, browser):
    page = log_in(browser.new_page(), asked(live_server, submitted), "chanhvp")
    look = page.locator("a[data-look]").first
    with page.context.expect_page():
        look.click()
    assert look.inner_text() == "Đang dựng trang…"
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert look.inner_text() == "Xem trang"


def test_without_scripts_publishing_is_the_same_click(live_server, submitted, browser, press_at_hand):
    page = browser.new_context(java_script_enabled=False).new_page()
    log_in(page, asked(live_server, submitted), "chanhvp")
    page.click("button.next")
    page.wait_for_selector(".messagelist .success")
    submitted.refresh_from_db()
    assert submitted.state == "published" and page.locator(".working").count() == 0
