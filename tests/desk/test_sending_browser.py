"""A form on its way says so and is not sent a second time; what comes back from memory can be sent anew."""

import pytest
from django.urls import reverse

from meetings import intake
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVE = "button[name=_continue]"


@pytest.fixture
def screen(live_server, january_record):
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    return live_server.url + reverse("admin:meetings_session_change", args=[session.pk])


@pytest.fixture
def page(browser, screen):
    return log_in(browser.new_page(), screen, "vanthu")


def button(page):
    """What the button says, and whether it is at work; asked of the page that is being left."""
    return tuple(
        page.evaluate(
            """() => {
              const save = document.querySelector("button[name=_continue]");
              return [save.textContent.trim(), save.getAttribute("aria-busy"), save.getAttribute("aria-disabled")];
            }"""
        )
    )


def kept_here(page):
    """Forms are counted as they leave, and do not: a page that is being left answers no questions."""
    page.evaluate(
        """() => {
          window.sent = 0;
          addEventListener("submit", (event) => { window.sent += 1; event.preventDefault(); });
        }"""
    )


def sent(page):
    return page.evaluate("() => window.sent")


def test_two_quick_saves_send_one_form_and_the_button_says_so(page):
    kept_here(page)
    page.fill("[name=venue]", "Phòng 2")
    for _ in "123":
        page.keyboard.press("Control+s")
    page.wait_for_selector(f"{SAVE}[aria-busy=true]")
    page.click(SAVE, force=True)
    assert (sent(page), *button(page)) == (1, "Đang lưu…", "true", "true")


def test_a_page_that_comes_back_can_be_sent_again(page):
    kept_here(page)
    page.click(SAVE)
    page.wait_for_selector(f"{SAVE}[aria-busy=true]")
    page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); }")
    assert button(page) == ("Lưu Ctrl S", None, None)
    page.click(SAVE)
    assert sent(page) == 2


def test_what_is_sent_once_is_saved(page):
    page.fill("[name=venue]", "Phòng 2")
    page.click(SAVE, click_count=2)
    page.wait_for_selector(".messagelist .success")
    assert page.input_value("[name=venue]") == "Phòng 2"


def test_a_form_that_opens_beside_the_page_is_no_sending(page):
    """A look at what is typed opens a window of its own and may be taken as often as one likes."""
    page.fill("[name=venue]", "Phòng 2")
    page.click("summary:has-text('Xem thử')")
    look = page.locator("[formtarget=_blank]").first
    for _ in "12":
        with page.context.expect_page() as opened:
            look.click()
        opened.value.close()
        page.click("summary:has-text('Xem thử')") if not look.is_visible() else None
    assert page.locator("[aria-busy]").count() == 0


def test_without_scripts_a_second_click_is_the_same_click(browser, screen):
    page = log_in(browser.new_context(java_script_enabled=False).new_page(), screen, "vanthu")
    page.fill("[name=venue]", "Phòng 2")
    page.click(SAVE, click_count=2)
    page.wait_for_selector(".messagelist .success")
    assert page.input_value("[name=venue]") == "Phòng 2"
