"""The form in a real browser: sections that fold and remember, colleagues on the same form."""

import pytest
from django.urls import reverse

from meetings import intake
from tests.browsing import OPTIONS, log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def screen(live_server, january_record, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    return live_server.url + reverse("admin:meetings_session_change", args=[session.pk])


@pytest.fixture
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**OPTIONS)
        yield browser
        browser.close()


def is_open(page, key):
    return page.eval_on_selector(f"[data-fold={key}]", "each => each.open")


def test_a_folded_section_stays_folded_and_opens_for_what_leads_there(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    assert is_open(page, "agenda")
    page.click("[data-fold=agenda] > summary")
    page.click("[data-fold=when] > summary")
    page.reload()
    assert not is_open(page, "agenda") and not is_open(page, "when") and is_open(page, "attendees")
    page.keyboard.press("Alt+3")
    assert is_open(page, "agenda")
    page.goto(f"{screen}#id_held_on")
    page.reload()
    assert is_open(page, "when")


def test_a_section_with_a_fault_is_open(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    page.fill("[name=held_on]", "31/02/2021")
    page.click("[data-fold=when] > summary")
    page.click("button[name=_continue]")
    page.wait_for_selector(".fault")
    assert is_open(page, "when")


def test_colleagues_on_one_form_are_told_of_each_other(browser, screen):
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    log_in(first, screen, "vanthu").wait_for_load_state("networkidle")
    log_in(second, screen, "chanhvp")
    notice = second.locator(".notice[data-open-of]")
    notice.wait_for(state="visible")
    assert notice.inner_text() == "Phạm Thu Hà đang mở phiên này"
    first.goto("about:blank")
    second.reload()
    second.wait_for_load_state("networkidle")
    assert not notice.is_visible()


def test_a_question_mark_shows_the_keys_and_is_a_letter_in_a_box(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    sheet = page.locator("[data-keys]")
    page.locator("[name=venue]").press("Shift+?")
    assert not sheet.is_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+?")
    assert sheet.is_visible() and "Ctrl+S" in sheet.inner_text()
    page.keyboard.press("Escape")
    assert not sheet.is_visible()
