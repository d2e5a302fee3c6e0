"""What the desk says of the clerk's words was looked at: kept where it is kept, and a log-in elsewhere is enough."""

import pytest
from django.contrib.sessions.models import Session as LogIn
from django.urls import reverse

from meetings import intake
from meetings.models import Session, Unit
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = "Chữ bạn gõ còn giữ trên máy này"
NOT_KEPT = "chữ vừa gõ chưa được lưu"
SAVE = "button[name=_continue]"


@pytest.fixture
def screen(live_server, january_record):
    session = intake.store(january_record)
    make_user("vanthu", "Văn thư", "Hà", "Phạm Thu")
    return live_server.url + reverse("admin:meetings_session_change", args=[session.pk])


def told_after_the_log_in_ran_out(page):
    page.fill("[name=venue]", "Phòng họp số 2")
    LogIn.objects.all().delete()
    page.click(SAVE)
    page.wait_for_selector("#login-form")
    page.wait_for_load_state()  # the form may stand there before kept.js, a deferred script, has run
    return page.inner_text("#login-form .notice")


def test_kept_is_said_where_the_browser_has_it(browser, screen):
    told = told_after_the_log_in_ran_out(log_in(browser.new_page(), screen, "vanthu"))
    assert KEPT in told and NOT_KEPT not in told


def test_a_full_store_keeps_nothing_and_nothing_is_promised(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    told = told_after_the_log_in_ran_out(page)
    assert NOT_KEPT in told and KEPT not in told


def test_without_scripts_nothing_is_promised(browser, screen):
    page = log_in(browser.new_context(java_script_enabled=False).new_page(), screen, "vanthu")
    told = told_after_the_log_in_ran_out(page)
    assert NOT_KEPT in told and KEPT not in told


def logged_out(page):
    LogIn.objects.all().delete()
    page.evaluate("() => document.querySelector('[data-paste-open=paste-directives]').scrollIntoView()")


def pasted(page, words):
    page.fill("#paste-directives [data-paste-text]", words)
    return page.locator("#paste-directives [data-paste-summary]")


def test_a_log_in_in_another_window_is_enough_to_paste_and_to_save(browser, screen):
    context = browser.new_context()
    page = log_in(context.new_page(), screen, "vanthu")
    page.click("[data-paste-open=paste-directives]")
    logged_out(page)
    lost = pasted(page, "Giao Văn phòng rà soát số liệu")
    lost.filter(has_text="Hãy đăng nhập ở một cửa sổ khác").wait_for()
    log_in(context.new_page(), screen, "vanthu")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#paste-directives [data-place]")
    page.click("#paste-directives [data-paste-take]")
    page.fill("[name=venue]", "Phòng họp số 2")
    page.click(SAVE)
    page.wait_for_selector(".messagelist .success")
    assert Session.objects.get().venue == "Phòng họp số 2"


def test_the_list_of_units_says_why_it_is_empty(browser, screen):
    Unit.objects.create(name="Phòng Tư pháp")
    page = log_in(browser.new_page(), screen, "vanthu")
    LogIn.objects.all().delete()
    page.locator(".select2-selection").first.click()
    page.keyboard.type("tu phap")
    page.locator(".select2-results__options", has_text="phải đăng nhập lại").wait_for()


def test_suggestions_say_why_there_are_none(browser, screen):
    page = log_in(browser.new_page(), screen, "vanthu")
    LogIn.objects.all().delete()
    page.locator("[name=attendees-0-name]").fill("Trần")
    page.locator("#goi-y", has_text="phải đăng nhập lại").wait_for()
